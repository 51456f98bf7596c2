import { InputError } from "../contract/errors.ts";
import { findColumn, labels, type NumberColumn, type Table } from "../contract/table.ts";
import { exactSum } from "../tables/exact-sum.ts";
import { requireColumn } from "../tables/require-column.ts";
import { cubeTable, sumBy } from "../tables/sum-by.ts";
import type { CommonSections, LostCode } from "./common-sections.ts";

export interface RegroupOptions {
  /** The classification or list that the table's industries are of: one of those of the common list. */
  readonly list: string;
  /** Left out, the column of the role `industry`. */
  readonly industry?: string;
  /** Figures to add up. They have to be amounts: shares and ratios do not add up over industries. */
  readonly additive: readonly string[];
}

export interface LeftOut extends LostCode {
  readonly rows: number;
  /** By measure, over all rows. */
  readonly sums: Readonly<Record<string, number>>;
}

export interface Regrouped {
  readonly table: Table;
  /** Codes without a place in the common list, with what they add up to: `table` and these make the whole. */
  readonly leftOut: readonly LeftOut[];
}

/** A table by industry on a common list of sections. A sum of which a part is missing, its row included, is missing. */
export function regroup(table: Table, common: CommonSections, { list, industry, additive }: RegroupOptions): Regrouped {
  const role = table.roles?.industry;
  const name = industry ?? (typeof role === "string" ? role : "industry");
  const codes = Array.from(requireColumn(table, name).values as ArrayLike<unknown>, String);
  const sectionOf = new Map(
    common.sections.flatMap(({ id, members }) => (members[list] ?? []).map((code) => [code, id] as const)),
  );
  if (sectionOf.size === 0) throw notInList(list, common);
  const present = new Set(codes);
  const isPresent = (code: string) => present.has(code);
  const twice = common.doubled[list]?.find((pair) => pair.every(isPresent));
  if (twice !== undefined) throw countedTwice(table, list, twice);
  const keys = table.key.filter((each) => each !== name);
  const kept = keys.map((each) => requireColumn(table, each));
  const measures = additive.map((each) => requireColumn(table, each));
  const sections = labels(
    name,
    codes.map((code) => sectionOf.get(code) ?? null),
    { en: "industry", zh: "行业" },
  );
  const whole: Table = { ...table, key: [], columns: [...kept, sections, ...measures] };
  const placed = codes.flatMap((code, row) => (sectionOf.has(code) ? [row] : []));
  const cube = sumBy(rowsAt(whole, placed), [...keys, name], additive);
  const parts = new Map(common.sections.map(({ id, members }) => [id, (members[list] ?? []).filter(isPresent).length]));
  const ids = cube.by.at(-1)?.values ?? [];
  const measured = cube.measures.map((measure) => {
    const isWhole = (group: number) =>
      measure.missing[group] === 0 && measure.present[group] === parts.get(String(ids[group]));
    return { ...measure, sums: measure.sums.map((sum, group) => (isWhole(group) ? sum : Number.NaN)) };
  });
  const made = cubeTable({ ...cube, measures: measured }, table.name);
  const columns = made.columns.map((column) => {
    const given = findColumn(table, column.name);
    const title = given?.title === undefined ? {} : { title: given.title };
    return { ...column, ...title };
  });
  const roles = Object.entries(table.roles ?? {}).filter(([, of]) =>
    [of].flat().every((column) => findColumn(made, column) !== undefined),
  );
  const { source, title } = table;
  return {
    table: {
      ...made,
      columns,
      roles: Object.fromEntries(roles),
      ...(source === undefined ? {} : { source }),
      ...(title === undefined ? {} : { title }),
    },
    leftOut: leftOut(codes, sectionOf, measures as NumberColumn[], common, list),
  };
}

function rowsAt(table: Table, order: readonly number[]): Table {
  const columns = table.columns.map((column) =>
    column.kind === "label"
      ? { ...column, values: order.map((row) => column.values[row] ?? null) }
      : {
          kind: column.kind,
          name: column.name,
          unit: column.unit,
          values: Float64Array.from(order, (row) => column.values[row] as number),
          ...(column.prices === undefined ? {} : { prices: column.prices }),
        },
  );
  const { lines: _, ...rest } = table;
  return { ...rest, rows: order.length, columns };
}

function leftOut(
  codes: readonly string[],
  sectionOf: ReadonlyMap<string, string>,
  measures: readonly NumberColumn[],
  { lost, of }: CommonSections,
  list: string,
): LeftOut[] {
  const out = [...new Set(codes)].filter((code) => !sectionOf.has(code)).sort();
  return out.map((code) => {
    const at = codes.flatMap((each, row) => (each === code ? [row] : []));
    const known = lost.find((each) => each.of === list && each.code === code);
    const text = {
      en: `${list} ${code} is in none of ${of.join(", ")}`,
      zh: `${of.join("、")} 中没有 ${list} ${code}`,
    };
    const sums = measures.map(({ name, values }) => [name, exactSum(at.map((row) => values[row] as number))] as const);
    return {
      ...(known ?? { of: list, code, reason: "unknown", text }),
      rows: at.length,
      sums: Object.fromEntries(sums),
    };
  });
}

function notInList(list: string, { of }: CommonSections): InputError {
  return new InputError({
    code: "classification-unknown",
    text: {
      en: `regroup: ${list} is not in this common list, expected ${of.join(" or ")}`,
      zh: `regroup：此共同门类表不含 ${list}，应为 ${of.join("、")}`,
    },
  });
}

function countedTwice({ name }: Table, list: string, [a, b]: readonly [string, string]): InputError {
  return new InputError({
    code: "industry-counted-twice",
    text: {
      en: `${name}: ${a} and ${b} of ${list} hold the same section, expected one of them: keep the rows of one list`,
      zh: `${name}：${list} 的 ${a} 与 ${b} 含同一门类，应只取其一`,
    },
  });
}
