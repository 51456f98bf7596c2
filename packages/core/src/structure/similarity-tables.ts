import { groupColumn, groupTitle, placeColumn, placeTitle, yearColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Block } from "./blocks.ts";
import { industryColumn } from "./columns.ts";
import type { SimilarityResult, SimilarPair } from "./similarity.ts";
import type { SimilaritySummary } from "./summarise.ts";

const otherGroupTitle = { en: "other group", zh: "另一分组" };
const block = numberOf("block", "1", { en: "block", zh: "类块" }, (row: { block: number }) => row.block);

function indicesOf<Row>(of: (row: Row) => SimilarPair | SimilaritySummary): readonly ColumnsOf<Row>[] {
  return [
    numberOf("similarity", "1", { en: "similarity", zh: "相似度" }, (row) => of(row).similarity),
    numberOf("cosine", "1", { en: "cosine", zh: "余弦（UNIDO）" }, (row) => of(row).cosine),
    numberOf("krugman", "1", { en: "Krugman similarity", zh: "克鲁格曼相似度" }, (row) => of(row).krugman),
    numberOf(
      "quotient_correlation",
      "1",
      { en: "correlation of location quotients", zh: "区位商相关系数" },
      (row) => of(row).quotientCorrelation,
    ),
  ];
}

const kinds: Readonly<Record<SimilaritySummary["kind"], Text>> = {
  all: { en: "all pairs", zh: "全部地区对" },
  within: { en: "within the group", zh: "组内" },
  between: { en: "between groups", zh: "组间" },
};

export function similarityTables(
  { pairs, summary, order, blocks }: SimilarityResult,
  industryTitles: Readonly<Record<string, Text>>,
): Table[] {
  const leads: readonly ColumnsOf<Block>[] = [
    industryColumn(industryTitles),
    numberOf("mean_share", "1", { en: "mean share", zh: "平均份额" }, ({ meanShare }) => meanShare),
    numberOf("reference_share", "1", { en: "reference share", zh: "参照份额" }, (row) => row.referenceShare),
    numberOf("lead", "1", { en: "above the reference", zh: "高于参照" }, ({ lead }) => lead),
  ];
  return [
    pairsTable(pairs),
    tableOf(
      "summary",
      ["kind", "group", "other_group", "year"],
      summary,
      [
        codeOf(
          "kind",
          { en: "pairs", zh: "类型" },
          ({ kind }) => kind,
          ({ kind }) => kinds[kind],
        ),
        groupColumn,
        labelOf("other_group", otherGroupTitle, (row) => row.otherGroup),
        yearColumn,
        numberOf("pairs", "1", { en: "number of pairs", zh: "地区对数" }, (row) => row.pairs),
        ...indicesOf((row: SimilaritySummary) => row),
      ],
      { title: { en: "Median similarity", zh: "相似度中位数" } },
    ),
    tableOf(
      "order",
      ["place"],
      order,
      [
        placeColumn,
        numberOf("position", "1", { en: "position", zh: "位置" }, ({ position }) => position),
        block,
        groupColumn,
      ],
      { title: { en: "Order", zh: "排序" } },
    ),
    tableOf(
      "blocks",
      ["block"],
      blocks.filter(({ rank }) => rank === 1),
      [block, numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places), ...leads],
      { title: { en: "Blocks", zh: "类块" } },
    ),
    tableOf(
      "leading",
      ["block", "rank"],
      blocks,
      [block, numberOf("rank", "1", { en: "rank", zh: "位次" }, ({ rank }) => rank), ...leads],
      { title: { en: "Leading industries of each block", zh: "各类块的主导行业" } },
    ),
  ];
}

/** Every ordered pair, so that a matrix can be drawn and joined from either side, in the order of years, then labels. */
function pairsTable(pairs: readonly SimilarPair[]): Table {
  const pairOf = (way: number) => pairs[way >> 1] as SimilarPair;
  const isBack = (way: number) => way % 2 === 1;
  const placeOf = (way: number) => (isBack(way) ? pairOf(way).other : pairOf(way).place);
  const otherOf = (way: number) => (isBack(way) ? pairOf(way).place : pairOf(way).other);
  const groupOf = (way: number) => (isBack(way) ? pairOf(way).otherGroup : pairOf(way).group);
  const otherGroupOf = (way: number) => (isBack(way) ? pairOf(way).group : pairOf(way).otherGroup);
  const ordered = inOrder(pairs);
  return tableOf(
    "pairs",
    ["place", "other", "year"],
    ordered,
    [
      labelOf("place", placeTitle, placeOf),
      labelOf("other", { en: "other place", zh: "另一地区" }, otherOf),
      ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, (way) => pairOf(way).year)),
      ...indicesOf(pairOf),
      numberOf("industries", "1", { en: "industries compared", zh: "比较的行业数" }, (way) => pairOf(way).industries),
      numberOf("within_group", "1", { en: "within a group (1: yes)", zh: "同组（1 为是）" }, (way) =>
        Number(groupOf(way) === otherGroupOf(way)),
      ),
      labelOf("group", groupTitle, groupOf),
      labelOf("other_group", otherGroupTitle, otherGroupOf),
    ],
    { title: { en: "Pairs", zh: "两两相似度" } },
  );
}

/** Both ways of each pair, 2 k and 2 k + 1, in the order of years, then labels: by rank, which sorts without comparing. */
function inOrder(pairs: readonly SimilarPair[]): number[] {
  const [named, told] = [new Set<string>(), new Set<number | undefined>()];
  for (const { place, other, year } of pairs) {
    named.add(place).add(other);
    told.add(year);
  }
  const places = ranks(named, compare);
  const years = ranks(told, (a, b) => (a ?? 0) - (b ?? 0));
  const [own, other, when] = [0, 1, 2].map(() => new Uint32Array(2 * pairs.length)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  pairs.forEach((pair, at) => {
    const [a, b] = [places.get(pair.place) as number, places.get(pair.other) as number];
    own[2 * at] = a;
    own[2 * at + 1] = b;
    other[2 * at] = b;
    other[2 * at + 1] = a;
    when[2 * at] = years.get(pair.year) as number;
    when[2 * at + 1] = years.get(pair.year) as number;
  });
  const ways = Uint32Array.from({ length: 2 * pairs.length }, (_, way) => way);
  return Array.from(byRank(byRank(byRank(ways, other, places.size), own, places.size), when, years.size));
}

function ranks<Value>(values: ReadonlySet<Value>, order: (a: Value, b: Value) => number): Map<Value, number> {
  return new Map([...values].sort(order).map((value, rank) => [value, rank]));
}

/** All rows by the rank of each, and as they were within a rank. */
function byRank(rows: Uint32Array, rank: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (let at = 0; at < rows.length; at += 1) (next[(rank[at] as number) + 1] as number) += 1;
  for (let at = 0; at < count; at += 1) (next[at + 1] as number) += next[at] as number;
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const to = rank[row] as number;
    sorted[next[to] as number] = row;
    (next[to] as number) += 1;
  }
  return sorted;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
