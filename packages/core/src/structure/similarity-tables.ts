import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Block } from "./blocks.ts";
import { industryColumn } from "./columns.ts";
import type { SimilarityResult, SimilarPair } from "./similarity.ts";
import type { SimilaritySummary } from "./summarise.ts";

const otherGroup = labelOf(
  "other_group",
  { en: "other group", zh: "另一分组" },
  (row: { otherGroup: string }) => row.otherGroup,
);
const block = numberOf("block", "1", { en: "block", zh: "类块" }, (row: { block: number }) => row.block);

const indices: readonly ColumnsOf<SimilarPair | SimilaritySummary>[] = [
  numberOf("similarity", "1", { en: "similarity", zh: "相似度" }, ({ similarity }) => similarity),
  numberOf("cosine", "1", { en: "cosine", zh: "余弦（UNIDO）" }, ({ cosine }) => cosine),
  numberOf("krugman", "1", { en: "Krugman similarity", zh: "克鲁格曼相似度" }, ({ krugman }) => krugman),
  numberOf(
    "quotient_correlation",
    "1",
    { en: "correlation of location quotients", zh: "区位商相关系数" },
    (row) => row.quotientCorrelation,
  ),
];

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
    tableOf(
      "pairs",
      ["place", "other", "year"],
      bothWays(pairs),
      [
        placeColumn,
        labelOf("other", { en: "other place", zh: "另一地区" }, ({ other }) => other),
        yearColumn,
        ...indices,
        numberOf("industries", "1", { en: "industries compared", zh: "比较的行业数" }, (row) => row.industries),
        numberOf("within_group", "1", { en: "within a group (1: yes)", zh: "同组（1 为是）" }, (row) =>
          Number(row.group === row.otherGroup),
        ),
        groupColumn,
        otherGroup,
      ],
      { title: { en: "Pairs", zh: "两两相似度" } },
    ),
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
        otherGroup,
        yearColumn,
        numberOf("pairs", "1", { en: "number of pairs", zh: "地区对数" }, (row) => row.pairs),
        ...indices,
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

/** Every ordered pair, so that a matrix can be drawn and joined from either side. */
function bothWays(pairs: readonly SimilarPair[]): SimilarPair[] {
  return pairs
    .flatMap((pair) => [
      pair,
      { ...pair, place: pair.other, other: pair.place, group: pair.otherGroup, otherGroup: pair.group },
    ])
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || compare(a.place, b.place) || compare(a.other, b.other));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
