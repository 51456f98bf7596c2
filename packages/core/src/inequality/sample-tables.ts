import type { Cell, Finding, Origin } from "../contract/method.ts";
import { groupColumn, yearColumn } from "../contract/place-columns.ts";
import { decimal, mostNamed } from "../contract/saying.ts";
import { type ColumnsOf, codeOf, findColumn, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { View } from "../contract/view.ts";
import type { Text } from "../language/text.ts";
import { all } from "./samples.ts";

/** One index of one sample. */
export interface SampleRow {
  /** `all`, or the name of the group. */
  readonly group: string;
  readonly year: number | undefined;
  readonly places: number;
}

const scopes: Readonly<Record<"all" | "group", Text>> = {
  all: { en: "all places", zh: "全部地区" },
  group: { en: "one group", zh: "单个分组" },
};

/** Says of a row whether it is about all places, and so what the code `all` is called. */
export const scopeColumn = codeOf<{ readonly group: string }>(
  "scope",
  { en: "scope", zh: "范围" },
  ({ group }) => (group === all ? "all" : "group"),
  ({ group }) => scopes[group === all ? "all" : "group"],
);

export const placesColumn = numberOf<{ readonly places: number }>(
  "places",
  "1",
  { en: "places", zh: "地区数" },
  ({ places }) => places,
);

/**
 * The indices of all samples, and of these what a picture takes: `by_group`, the last year where there are groups, and
 * `by_year` where there are years. A table without rows is not drawn.
 */
export function sampleTables<Row extends SampleRow>(
  rows: readonly Row[],
  columns: readonly ColumnsOf<Row>[],
  headline: ColumnsOf<Row>,
): Table[] {
  const years = [...new Set(rows.map(({ year }) => year))];
  const grouped = rows.some(({ group }) => group !== all);
  const last = rows.filter(({ year }) => year === years.at(-1));
  return [
    tableOf("indices", ["group", "year"], rows, [groupColumn, yearColumn, scopeColumn, placesColumn, ...columns], {
      title: { en: "Indices", zh: "指数" },
    }),
    tableOf("by_group", ["group"], grouped ? last : [], [groupColumn, headline], {
      title: { en: "By group, last year", zh: "分组比较（最后一年）" },
    }),
    tableOf("by_year", ["group", "year"], years.length > 1 ? rows : [], [groupColumn, yearColumn, headline], {
      title: { en: "By year", zh: "逐年变化" },
    }),
  ];
}

export function sampleViews(headline: string): readonly View[] {
  return [
    { kind: "trend", table: "by_year", time: "year", value: headline, series: "group" },
    { kind: "bars", table: "by_group", category: "group", value: headline },
  ];
}

/** The index of all places, how it has moved, and which groups stand out; nothing of an index that is not there. */
export function sampleFindings<Row extends SampleRow>(
  rows: readonly Row[],
  value: (row: Row) => number,
  name: Text,
): Finding[] {
  const whole = rows.filter((row) => row.group === all && !Number.isNaN(value(row)));
  const [first, last] = [whole[0], whole.at(-1)];
  if (first === undefined || last === undefined) return [];
  const groups = rows.filter((row) => row.year === last.year && row.group !== all && !Number.isNaN(value(row)));
  return [ofWhole(first, last, value, name), ...(groups.length > 1 ? [ofGroups(groups, value, name)] : [])];
}

function ofWhole<Row extends SampleRow>(first: Row, last: Row, value: (row: Row) => number, name: Text): Finding {
  const values = { name: { text: name }, n: last.places, value: decimal(value(last), 3) };
  if (last.year === undefined) {
    return {
      text: {
        en: "The {name} of {n, plural, one {# place} other {# places}} is {value}.",
        zh: "{n} 个地区的{name}为 {value}。",
      },
      values,
    };
  }
  if (first === last) {
    const text = {
      en: "The {name} of {n, plural, one {# place} other {# places}} in {year} is {value}.",
      zh: "{year} 年，{n} 个地区的{name}为 {value}。",
    };
    return { text, values: { ...values, year: String(last.year) } };
  }
  return {
    text: {
      en: "The {name} of {n} places went from {before} in {from} to {value} in {year}.",
      zh: "{n} 个地区的{name}由 {from} 年的 {before} 变为 {year} 年的 {value}。",
    },
    values: { ...values, year: String(last.year), from: String(first.year), before: decimal(value(first), 3) },
  };
}

function ofGroups<Row extends SampleRow>(groups: readonly Row[], value: (row: Row) => number, name: Text): Finding {
  const sorted = [...groups].sort((a, b) => value(b) - value(a));
  const [most, least] = [sorted[0] as Row, sorted.at(-1) as Row];
  const year = most.year === undefined ? { en: "", zh: "" } : { en: " in {year}", zh: "{year} 年，" };
  const values = {
    name: { text: name },
    most: { group: most.group },
    least: { group: least.group },
    high: decimal(value(most), 3),
    low: decimal(value(least), 3),
    ...(most.year === undefined ? {} : { year: String(most.year) }),
  };
  if (groups.length <= mostNamed - 1) {
    return {
      text: {
        en: `The {name}${year.en} is {high} in {most} and {low} in {least}.`,
        zh: `${year.zh}{most}的{name}为 {high}，{least}为 {low}。`,
      },
      values,
    };
  }
  return {
    text: {
      en: `Of {k} groups${year.en} the {name} is greatest in {most} ({high}) and least in {least} ({low}).`,
      zh: `${year.zh}{k} 个分组中，{name}最高的是{most}（{high}），最低的是{least}（{low}）。`,
    },
    values: { ...values, k: groups.length },
  };
}

/** An index rests on the places of its sample. */
export function traceToSample(cell: Cell, tables: readonly Table[]): Origin[] {
  const { group, year } = keyOf(cell, tables);
  return [origin({ group: group === all ? undefined : group, year })];
}

/** A number of one place rests on its own row, or on all places of its year. */
export function traceToPlace(cell: Cell, tables: readonly Table[], alone: boolean): Origin[] {
  const { place, year } = keyOf(cell, tables);
  return [origin({ place: alone ? place : undefined, year })];
}

function keyOf({ table, row }: Cell, tables: readonly Table[]): Record<"group" | "place" | "year", unknown> {
  const found = tables.find(({ name }) => name === table);
  const value = (name: string) => (found === undefined ? undefined : findColumn(found, name)?.values[row]);
  return { group: value("group"), place: value("place"), year: value("year") };
}

function origin(labels: Readonly<Record<string, unknown>>): Origin {
  const where = Object.fromEntries(
    Object.entries(labels).flatMap(([role, label]) =>
      typeof label === "string" || typeof label === "number" ? [[role, [label]]] : [],
    ),
  );
  return Object.keys(where).length === 0 ? { input: "data" } : { input: "data", where };
}
