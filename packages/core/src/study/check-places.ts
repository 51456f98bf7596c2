import { InputError, type Problem } from "../contract/errors.ts";
import { type Column, findColumn, type Table } from "../contract/table.ts";
import type { Expression } from "../expression/expression.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { type StudyData, unavailable } from "./data.ts";
import type { Group } from "./groups.ts";
import { datasetsOf, leavesOf } from "./indicators.ts";
import type { Locate } from "./locate.ts";
import { codesOf } from "./places.ts";
import type { Gazetteer } from "./ports.ts";
import type { Study } from "./schema.ts";
import { isUnread, type Unread } from "./sound-part.ts";

/**
 * Datasets that one set of indicators puts together, and that have no place in common: most often two kinds of codes. Those
 * that stand in for each other in `first(a, b)` may be of different places: two countries, say.
 */
export async function strangers(study: Study, data: StudyData, locate: Locate): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, set] of Object.entries(study.indicators)) {
    const expressions = leavesOf(set.aspects).flatMap(({ leaf }) => readable(leaf.expr) ?? []);
    const alternatives = new Set(expressions.flatMap((expression) => alternativesIn(expression, study)));
    let first: { dataset: string; codes: Set<string | null> } | undefined;
    for (const dataset of new Set(expressions.flatMap((expression) => datasetsOf(expression, study)))) {
      const table = await data.dataset(dataset).catch(unavailable);
      const codes = table && codesOf(table, "place");
      if (codes === undefined) continue;
      if (first === undefined) first = { dataset, codes: new Set(codes) };
      else if (alternatives.has(dataset)) continue;
      else if (!codes.some((code) => first?.codes.has(code))) {
        const values = { one: first.dataset, other: dataset, a: [...first.codes][0] ?? "", b: codes[0] ?? "" };
        const place = locate(["indicators", name]);
        problems.push({ code: "datasets-share-no-places", text: message("datasets-share-no-places", values), place });
      }
    }
  }
  return problems;
}

/** Datasets that one `first` reads beside others, as different arguments. */
function alternativesIn(expression: Expression, study: Study): string[] {
  if (expression.kind === "negate") return alternativesIn(expression.of, study);
  const given = expression.kind === "call" ? expression.given : [];
  const parts = expression.kind === "binary" ? [expression.left, expression.right] : given;
  const inner = parts.flatMap((part) => alternativesIn(part, study));
  if (expression.kind !== "call" || expression.name !== "first") return inner;
  const read = new Set(given.flatMap((each) => datasetsOf(each, study)));
  return read.size > 1 ? [...inner, ...read] : inner;
}

function readable(expr: string): Expression | undefined {
  try {
    return parseExpression(expr);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * Members of the study's own clusters that neither the atlas nor any of its datasets knows: most often a slip of a digit.
 * A dataset that could not be read may be the one that knows them, so that nothing is said until it is mended.
 */
export async function unknownMembers(
  study: Study,
  groups: readonly Group[],
  gazetteer: Gazetteer,
  data: StudyData,
  unread: Unread,
  locate: Locate,
): Promise<Problem[]> {
  const known = new Set(gazetteer.places.keys());
  for (const [name, { absent }] of Object.entries(study.datasets)) {
    const table = await data.dataset(name).catch(unavailable);
    if (table !== undefined) {
      for (const role of ["place", "from", "to"]) for (const code of codesOf(table, role) ?? []) known.add(code ?? "");
    } else if (absent === undefined || isUnread(unread, "datasets", name)) return [];
  }
  return groups.flatMap(({ id, members }) =>
    members.flatMap((code, at) => {
      if (known.has(code)) return [];
      const place = locate(["cluster", id, "members", at]);
      return [{ code: "place-unknown", text: message("place-unknown", { code }), place }];
    }),
  );
}

/** Rows of indicators that have no answer (a division by zero, say): they are gaps, and the reader is told. */
export async function gapsOfExpressions(study: Study, data: StudyData, locate: Locate): Promise<Problem[]> {
  const notes: Problem[] = [];
  for (const [name, set] of Object.entries(study.indicators)) {
    const made = await data.indicators(name).catch(unavailable);
    const paths = new Map(leavesOf(set.aspects).map(({ id, path }) => [id, path]));
    for (const { id, problems } of made?.indicators ?? []) {
      const place = locate(["indicators", name, ...(paths.get(id) ?? []), "expr"]);
      notes.push(...problems.map((problem) => ({ ...problem, place })));
    }
    const years = emptyYears(made?.table);
    const place = locate(["indicators", name, "years"]);
    if (years.length > 0) {
      const text = message("year-without-figures", { name, years: years.join(", ") });
      notes.push({ code: "year-without-figures", text, place });
    }
    const gaps = partlyEmpty(made?.table, years);
    if (gaps.length > 0) notes.push({ code: "indicator-without-year", text: withoutYears(name, gaps), place });
  }
  return notes;
}

/** Years of a panel in which no indicator has a figure; one without any figure is told as lacking. */
function emptyYears(table: Table | undefined): number[] {
  const filled = new Set(table && indicatorsOf(table).flatMap((column) => [...yearsWith(table, column)]));
  return yearsOf(table).filter((year) => !filled.has(year));
}

interface PartlyEmpty {
  readonly title: Text;
  readonly years: readonly number[];
}

/** Indicators that have figures, and none at any place in some of the years in which others have some. */
function partlyEmpty(table: Table | undefined, empty: readonly number[]): PartlyEmpty[] {
  if (table === undefined) return [];
  const years = yearsOf(table).filter((year) => !empty.includes(year));
  return indicatorsOf(table).flatMap((column) => {
    const filled = yearsWith(table, column);
    const without = years.filter((year) => !filled.has(year));
    const { title = same(column.name) } = column;
    return filled.size === 0 || without.length === 0 ? [] : [{ title, years: without }];
  });
}

const mostNamed = 3;

function withoutYears(name: string, gaps: readonly PartlyEmpty[]): Text {
  const said = (language: keyof Text, ...[comma, semicolon]: readonly string[]) =>
    gaps
      .slice(0, mostNamed)
      .map(({ title, years }) => `${title[language]} ${years.join(comma)}`)
      .join(semicolon);
  const list = { en: said("en", ", ", "; "), zh: said("zh", "、", "；") };
  return message("indicator-without-year", { name, list, more: Math.max(0, gaps.length - mostNamed) });
}

const indicatorsOf = (table: Table): Column[] =>
  [table.roles?.["indicators"] ?? []].flat().flatMap((id) => findColumn(table, id) ?? []);

function yearsOf(table: Table | undefined): number[] {
  const years = table && findColumn(table, "year");
  return years?.kind === "number" ? [...new Set(years.values)].sort((a, b) => a - b) : [];
}

function yearsWith(table: Table, { values }: Column): Set<number> {
  const years = findColumn(table, "year")?.values ?? [];
  return new Set(Array.from(years, Number).filter((_, row) => !Number.isNaN(values[row])));
}
