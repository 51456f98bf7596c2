import { type Column, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Block } from "./blocks.ts";
import { industryColumns, yearColumn } from "./columns.ts";
import type { OrderedPlace, SimilarPair } from "./similarity.ts";
import type { SimilaritySummary } from "./summarise.ts";

const place = { en: "place", zh: "地区" };
const other = { en: "other place", zh: "另一地区" };
const group = { en: "group", zh: "组" };
const otherGroup = { en: "other group", zh: "另一组" };

function numberOf<R>(rows: readonly R[], name: string, title: Text, pick: (row: R) => number): NumberColumn {
  return numbers(name, "1", rows.map(pick), { title });
}

function indexColumns(rows: readonly (SimilarPair | SimilaritySummary)[]): NumberColumn[] {
  return [
    numberOf(rows, "similarity", { en: "similarity", zh: "相似度" }, (row) => row.similarity),
    numberOf(rows, "cosine", { en: "cosine", zh: "余弦（UNIDO）" }, (row) => row.cosine),
    numberOf(rows, "krugman", { en: "Krugman similarity", zh: "克鲁格曼相似度" }, (row) => row.krugman),
    numberOf(
      rows,
      "quotient_correlation",
      { en: "correlation of location quotients", zh: "区位商相关系数" },
      (row) => row.quotientCorrelation,
    ),
  ];
}

/** Every ordered pair, so that a matrix can be drawn and joined from either side. */
export function pairTable(pairs: readonly SimilarPair[]): Table {
  const rows = pairs
    .flatMap((pair) => [
      pair,
      { ...pair, place: pair.other, other: pair.place, group: pair.otherGroup, otherGroup: pair.group },
    ])
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || compare(a.place, b.place) || compare(a.other, b.other));
  const years = yearColumn(rows);
  return makeTable(
    "pairs",
    ["place", "other", ...years.map(({ name }) => name)],
    [
      labels(
        "place",
        rows.map((row) => row.place),
        place,
      ),
      labels(
        "other",
        rows.map((row) => row.other),
        other,
      ),
      ...years,
      ...indexColumns(rows),
      numberOf(rows, "industries", { en: "industries compared", zh: "比较的行业数" }, ({ industries }) => industries),
      numberOf(rows, "within_group", { en: "within a group", zh: "是否同组" }, (row) =>
        Number(row.group === row.otherGroup),
      ),
      labels(
        "group",
        rows.map((row) => row.group),
        group,
      ),
      labels(
        "other_group",
        rows.map((row) => row.otherGroup),
        otherGroup,
      ),
    ],
    { title: { en: "Pairs", zh: "两两相似度" } },
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function summaryTable(rows: readonly SimilaritySummary[]): Table {
  const years = yearColumn(rows);
  return makeTable(
    "summary",
    ["kind", "group", "other_group", ...years.map(({ name }) => name)],
    [
      labels(
        "kind",
        rows.map(({ kind }) => kind),
        { en: "pairs", zh: "类型" },
      ),
      labels(
        "group",
        rows.map((row) => row.group),
        group,
      ),
      labels(
        "other_group",
        rows.map((row) => row.otherGroup),
        otherGroup,
      ),
      ...years,
      numberOf(rows, "pairs", { en: "number of pairs", zh: "对数" }, ({ pairs }) => pairs),
      ...indexColumns(rows),
    ],
    { title: { en: "Median similarity", zh: "中位相似度" } },
  );
}

export function orderTable(rows: readonly OrderedPlace[]): Table {
  return makeTable(
    "order",
    ["place"],
    [
      labels(
        "place",
        rows.map((row) => row.place),
        place,
      ),
      numberOf(rows, "position", { en: "position", zh: "位置" }, ({ position }) => position),
      numberOf(rows, "block", { en: "block", zh: "类块" }, ({ block }) => block),
      labels(
        "group",
        rows.map((row) => row.group),
        group,
      ),
    ],
    { title: { en: "Order", zh: "排序" } },
  );
}

/** One row a block, with the industry in which it lies furthest above the reference. */
export function blockTable(rows: readonly Block[], titles: Readonly<Record<string, Text>>): Table {
  const first = rows.filter(({ rank }) => rank === 1);
  return makeTable(
    "blocks",
    ["block"],
    [
      numberOf(first, "block", { en: "block", zh: "类块" }, ({ block }) => block),
      numberOf(first, "places", { en: "places", zh: "地区数" }, ({ places }) => places),
      ...leadColumns(first, titles),
    ],
    { title: { en: "Blocks", zh: "类块" } },
  );
}

/** As many industries a block as were asked for. */
export function leadingTable(rows: readonly Block[], titles: Readonly<Record<string, Text>>): Table {
  return makeTable(
    "leading",
    ["block", "rank"],
    [
      numberOf(rows, "block", { en: "block", zh: "类块" }, ({ block }) => block),
      numberOf(rows, "rank", { en: "rank", zh: "位次" }, ({ rank }) => rank),
      ...leadColumns(rows, titles),
    ],
    { title: { en: "Leading industries of each block", zh: "各类块的主导行业" } },
  );
}

function leadColumns(rows: readonly Block[], titles: Readonly<Record<string, Text>>): Column[] {
  return [
    ...industryColumns(rows, titles),
    numberOf(rows, "mean_share", { en: "mean share", zh: "平均份额" }, ({ meanShare }) => meanShare),
    numberOf(rows, "reference_share", { en: "reference share", zh: "参照份额" }, (row) => row.referenceShare),
    numberOf(rows, "lead", { en: "above the reference", zh: "高于参照" }, ({ lead }) => lead),
  ];
}
