import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { dataColumns, dataRows, indicatorColumn, nodeColumn } from "./data-columns.ts";
import type { CompositeData, Goalposts } from "./scale.ts";
import type { Scored, ScoredIndicator } from "./score.ts";

export function scoresTable({ total, coverage, partial }: Scored, ranks: Float64Array, data: CompositeData): Table {
  return tableOf(
    "scores",
    ["place", "year"],
    dataRows(data),
    [
      dataColumns(data, { group: true }),
      numberOf("score", "1", { en: "score", zh: "综合得分" }, ({ row }) => total[row]),
      numberOf("rank", "1", { en: "rank", zh: "位次" }, ({ row }) => ranks[row]),
      numberOf("coverage", "1", { en: "weight with figures", zh: "有数据的权重占比" }, ({ row }) => coverage[row]),
      numberOf("partial", "1", { en: "indicators missing (1: yes)", zh: "指标不全（1 为是）" }, ({ row }) =>
        Number(partial[row]),
      ),
    ],
    { title: { en: "Scores", zh: "综合得分" } },
  );
}

/** Every row of the data once for each of `things`. */
function crossed<Thing>(data: CompositeData, things: readonly Thing[]): { row: number; of: Thing }[] {
  return data.place.flatMap((_, row) => things.map((of) => ({ row, of })));
}

export function nodesTable({ nodes }: Scored, data: CompositeData): Table {
  return tableOf(
    "nodes",
    ["place", "year", "node"],
    crossed(data, nodes),
    [
      dataColumns(data, { group: false }),
      nodeColumn(({ of }) => of),
      numberOf("score", "1", { en: "score", zh: "得分" }, ({ of, row }) => of.scores[row]),
    ],
    { title: { en: "Scores by aspect", zh: "分维度得分" } },
  );
}

export function indicatorsTable({ indicators }: Scored, data: CompositeData): Table {
  return tableOf(
    "indicators",
    ["place", "year", "indicator"],
    crossed(data, indicators),
    [
      dataColumns(data, { group: false }),
      indicatorColumn(({ of }) => of),
      labelOf("unit", { en: "unit", zh: "单位" }, ({ of }) => of.unit),
      numberOf(
        "value",
        "1",
        { en: "value, in the indicator's unit", zh: "原值（按指标单位）" },
        ({ of, row }) => of.raw[row],
      ),
      numberOf("normalised", "1", { en: "normalised", zh: "标准化值" }, ({ of, row }) => of.normalised[row]),
      numberOf("weight", "1", { en: "effective weight", zh: "有效权重" }, ({ of }) => of.weight),
      numberOf(
        "contribution",
        "1",
        { en: "contribution to the score", zh: "对得分的贡献" },
        ({ of, row }) => of.contribution[row],
      ),
    ],
    { title: { en: "Indicators", zh: "指标明细" } },
  );
}

const kinds = { node: { en: "aspect", zh: "维度" }, indicator: { en: "indicator", zh: "指标" } };

const bases = {
  stated: { en: "stated in the recipe", zh: "方案给定" },
  found: { en: "found from data or another analysis", zh: "由数据或其他分析得出" },
};

/** Whether the recipe itself does not say the weights, so that a reader has to be shown them. */
export const isFound = (weigh: string | undefined): boolean => weigh !== "given" && weigh !== "equal";

/** The tree: every node and indicator with its weight among siblings and in the whole. */
export function weightsTable({ nodes, indicators }: Scored, weigh: string): Table {
  const basis = isFound(weigh) ? "found" : "stated";
  const items = [
    ...nodes.map((node) => ({ ...node, kind: "node" as const, above: node.parent ?? "" })),
    ...indicators.map((indicator) => ({ ...indicator, kind: "indicator" as const, above: indicator.node })),
  ];
  return tableOf(
    "weights",
    ["item"],
    items,
    [
      codeOf(
        "item",
        { en: "aspect or indicator", zh: "维度或指标" },
        ({ id }) => id,
        ({ title }) => title,
      ),
      codeOf(
        "kind",
        { en: "kind", zh: "类别" },
        ({ kind }) => kind,
        ({ kind }) => kinds[kind],
      ),
      labelOf("under", { en: "under", zh: "上级" }, ({ above }) => above),
      numberOf("local_weight", "1", { en: "weight among siblings", zh: "层内权重" }, ({ localWeight }) => localWeight),
      numberOf("weight", "1", { en: "effective weight", zh: "有效权重" }, ({ weight }) => weight),
      codeOf(
        "basis",
        { en: "where it comes from", zh: "来由" },
        () => basis,
        () => bases[basis],
      ),
    ],
    { title: { en: "Weights", zh: "权重" } },
  );
}

export function goalpostsTable(
  goalposts: readonly Goalposts[],
  indicators: readonly Pick<ScoredIndicator, "id" | "title" | "unit">[],
): Table {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return tableOf(
    "goalposts",
    ["indicator", "year"],
    goalposts,
    [
      indicatorColumn(({ indicator }) => known.get(indicator) as ScoredIndicator),
      ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year)),
      labelOf("unit", { en: "unit", zh: "单位" }, ({ indicator }) => known.get(indicator)?.unit ?? "1"),
      numberOf("low", "1", { en: "value at the low end", zh: "区间下端对应值" }, ({ low }) => low),
      numberOf("high", "1", { en: "value at the high end", zh: "区间上端对应值" }, ({ high }) => high),
    ],
    { title: { en: "Goalposts used", zh: "所用阈值" } },
  );
}
