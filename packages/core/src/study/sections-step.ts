import { addTo } from "../contract/add-to.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, labels, type Table } from "../contract/table.ts";
import { type CommonSections, commonSections } from "../industries/common-sections.ts";
import { type Regrouped, regroup } from "../industries/regroup.ts";
import type { Classifications } from "../industries/section.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { type DatasetStep, namedColumn, refusedAt, type UnderWay } from "./dataset-steps.ts";
import { roleColumn } from "./places.ts";
import type { DatasetDeclaration } from "./schema.ts";

/** A dataset by industry on the finest list of sections that several classifications have in common. */
export function sectionsStep(
  { name, table, declaration }: UnderWay,
  asked: NonNullable<DatasetDeclaration["sections"]>,
  list: string | undefined,
  known: Classifications | undefined,
): DatasetStep {
  const path = `datasets.${name}.sections`;
  if (known === undefined) throw refused(path, "sections-no-lists", {});
  const industry = roleColumn(table, "industry");
  if (industry === undefined) {
    const columns = table.columns.map((column) => column.name).join(", ");
    throw refused(path, "sections-no-industries", { name, columns });
  }
  const mine = declaration.industries ?? list;
  if (mine === undefined) throw refused(`datasets.${name}.industries`, "sections-list-unsaid", { name });
  if (!asked.of.includes(mine)) {
    const hint = suggestion(mine, asked.of);
    throw refused(`${path}.of`, "sections-without-own", { list: mine, lists: asked.of.join(", ") }, hint);
  }
  for (const column of declaration.additive ?? []) namedColumn(table, column, `datasets.${name}.additive`);
  const { value } = table.roles ?? {};
  const additive = declaration.additive ?? (typeof value === "string" ? [value] : []);
  if (additive.length === 0) throw refused(`datasets.${name}.additive`, "sections-nothing-adds", { name });
  const common = refusedAt(`${path}.of`, () => commonSections(asked.of, known, { minor: asked.minor }));
  const keyed = table.key.length > 0 ? table : { ...table, key: keyOf(table) };
  const made = refusedAt(path, () => regroup(keyed, common, { list: mine, industry: industry.name, additive }));
  const after = named(made.table, industry.name, common);
  const rowsOf = partsOf(table, after, industry.name, common, mine);
  return {
    kind: "sections",
    after,
    told: [
      ...common.sections.map((section) => sectionTold(section, asked.of)),
      ...leftOutTold(name, made),
      ...common.overlaps.flatMap(({ crossing, countedIn, belongsTo }): Problem[] => {
        const { system, note } = crossing;
        if (!ofList(known, mine).has(system) || note === undefined || countedIn === null) return [];
        const values = { name, note, in: countedIn, to: belongsTo ?? "-", known: belongsTo === null ? "no" : "yes" };
        return [{ code: "section-overlap", text: message("section-overlap", values) }];
      }),
    ],
    behind: (row, column) => {
      const rows = rowsOf(row);
      if (!additive.includes(column)) return undefined;
      const codes = rows.map((at) => String(industry.values[at]));
      return { expr: codes.join(" + "), cells: rows.map((at) => ({ of: name, table, row: at, column })) };
    },
  };
}

const keyOf = (table: Table): string[] =>
  ["place", "industry", "year"].flatMap((role) => roleColumn(table, role)?.name ?? []);

/** The classifications whose sections a list is made of. */
const ofList = ({ lists }: Classifications, name: string): ReadonlySet<string> =>
  new Set([name, ...lists.filter(({ list }) => list === name).map(({ system }) => system)]);

/** Sections with their names in both languages, beside the codes. */
function named(table: Table, industry: string, { sections }: CommonSections): Table {
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const codes = (findColumn(table, industry)?.values ?? []) as readonly (string | null)[];
  const inLanguage = (language: "en" | "zh", title: Text) =>
    labels(
      `${industry}_${language}`,
      codes.map((code) => names.get(code ?? "")?.[language] ?? code),
      title,
    );
  const fresh = [
    inLanguage("en", { en: "section", zh: "门类（英文）" }),
    inLanguage("zh", { en: "section (Chinese)", zh: "门类" }),
  ].filter(({ name }) => findColumn(table, name) === undefined);
  return { ...table, columns: [...table.columns, ...fresh] };
}

/** For each row by section, the rows by industry that it is the sum of. */
function partsOf(before: Table, after: Table, industry: string, common: CommonSections, list: string) {
  const keys = after.key.filter((name) => name !== industry);
  const sectionOf = new Map(
    common.sections.flatMap(({ id, members }) => (members[list] ?? []).map((code) => [code, id] as const)),
  );
  const keyAt = (table: Table, row: number, section: unknown) =>
    JSON.stringify([...keys.map((name) => findColumn(table, name)?.values[row]), section]);
  const codes = findColumn(before, industry)?.values ?? [];
  const rows = new Map<string, number[]>();
  for (let row = 0; row < before.rows; row += 1) {
    const section = sectionOf.get(String(codes[row]));
    if (section === undefined) continue;
    const key = keyAt(before, row, section);
    addTo(rows, key, row);
  }
  return (row: number) => rows.get(keyAt(after, row, findColumn(after, industry)?.values[row])) ?? [];
}

function sectionTold({ id, name, members }: CommonSections["sections"][number], of: readonly string[]): Problem {
  const parts = of.map((list) => `${list} ${(members[list] ?? []).join(", ")}`).join(" = ");
  return { code: "section-told", text: message("section-told", { id, name, parts }) };
}

function leftOutTold(name: string, { leftOut }: Regrouped): Problem[] {
  return leftOut.map(({ text, sums }) => {
    const figures = Object.entries(sums)
      .map(([column, sum]) => `${column} ${sum}`)
      .join(", ");
    return { code: "section-left-out", text: message("section-left-out", { name, why: text, sums: figures }) };
  });
}

function refused(
  path: string,
  code:
    | "sections-no-lists"
    | "sections-no-industries"
    | "sections-list-unsaid"
    | "sections-without-own"
    | "sections-nothing-adds",
  values: Readonly<Record<string, string>>,
  hint?: Text,
): InputError {
  const text = message(code, { at: path, ...values });
  return new InputError({ code, text, ...(hint === undefined ? {} : { hint }), place: { path } });
}
