import { type LabelColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { keyColumns } from "./recipe-input.ts";
import type { CompositeData, Goalposts } from "./scale.ts";
import type { Scored, ScoredIndicator } from "./score.ts";

const number = (name: string, values: ArrayLike<number>, en: string, zh: string): NumberColumn =>
  numbers(name, "1", values, { title: { en, zh } });

const label = (name: string, values: readonly string[], en: string, zh: string): LabelColumn =>
  labels(name, values, { en, zh });

export function scoresTable(scored: Scored, ranks: Float64Array, data: CompositeData): Table {
  const { key, columns } = keyColumns(data, Uint32Array.from(data.place.keys()), true);
  return makeTable(
    "scores",
    key,
    [
      ...columns,
      number("score", scored.total, "score", "综合得分"),
      number("rank", ranks, "rank", "位次"),
      number("coverage", scored.coverage, "weight with figures", "有数据的权重占比"),
      number("partial", scored.partial.map(Number), "indicators missing (1: yes)", "指标不全（1 为是）"),
    ],
    { title: { en: "Scores", zh: "综合得分" } },
  );
}

/** Every row of the data once for each of `things`: the key columns, and readers of both. */
function crossed<T>(data: CompositeData, things: readonly T[]) {
  const at = Uint32Array.from({ length: data.place.length * things.length }, (_, position) => position);
  const rows = at.map((position) => Math.floor(position / things.length));
  const thing = (position: number) => things[position % things.length];
  return {
    ...keyColumns(data, rows, false),
    words: (read: (each: T) => string) => Array.from(at, (position) => read(thing(position))),
    values: (read: (each: T, row: number) => number) =>
      Float64Array.from(at, (position) => read(thing(position), rows[position])),
  };
}

export function nodesTable({ nodes }: Scored, data: CompositeData): Table {
  const { key, columns, words, values } = crossed(data, nodes);
  const score = values(({ scores }, row) => scores[row]);
  return makeTable(
    "nodes",
    [...key, "node"],
    [
      ...columns,
      label(
        "node",
        words(({ id }) => id),
        "aspect",
        "维度",
      ),
      label(
        "node_en",
        words(({ title }) => title.en),
        "aspect, English",
        "维度英文名",
      ),
      label(
        "node_zh",
        words(({ title }) => title.zh),
        "aspect, Chinese",
        "维度中文名",
      ),
      number("score", score, "score", "得分"),
    ],
    { title: { en: "Scores by aspect", zh: "分维度得分" } },
  );
}

export function indicatorsTable({ indicators }: Scored, data: CompositeData): Table {
  const { key, columns, words, values } = crossed(data, indicators);
  const raw = values((each, row) => each.raw[row]);
  const normalised = values((each, row) => each.normalised[row]);
  const contribution = values((each, row) => each.contribution[row]);
  return makeTable(
    "indicators",
    [...key, "indicator"],
    [
      ...columns,
      label(
        "indicator",
        words(({ id }) => id),
        "indicator",
        "指标",
      ),
      label(
        "indicator_en",
        words(({ title }) => title.en),
        "indicator, English",
        "指标英文名",
      ),
      label(
        "indicator_zh",
        words(({ title }) => title.zh),
        "indicator, Chinese",
        "指标中文名",
      ),
      label(
        "unit",
        words(({ unit }) => unit),
        "unit",
        "单位",
      ),
      number("value", raw, "value, in the indicator's unit", "原值（按指标单位）"),
      number("normalised", normalised, "normalised", "标准化值"),
      number(
        "weight",
        values(({ weight }) => weight),
        "effective weight",
        "有效权重",
      ),
      number("contribution", contribution, "contribution to the score", "对得分的贡献"),
    ],
    { title: { en: "Indicators", zh: "指标明细" } },
  );
}

/** The tree: every node and indicator with its weight among siblings and in the whole. */
export function weightsTable({ nodes, indicators }: Scored): Table {
  const items = [
    ...nodes.map((node) => ({ ...node, kind: "node", above: node.parent ?? "" })),
    ...indicators.map((indicator) => ({ ...indicator, kind: "indicator", above: indicator.node })),
  ];
  return makeTable(
    "weights",
    ["item"],
    [
      label(
        "item",
        items.map(({ id }) => id),
        "aspect or indicator",
        "维度或指标",
      ),
      label(
        "item_en",
        items.map(({ title }) => title.en),
        "name, English",
        "英文名",
      ),
      label(
        "item_zh",
        items.map(({ title }) => title.zh),
        "name, Chinese",
        "中文名",
      ),
      label(
        "kind",
        items.map(({ kind }) => kind),
        "kind",
        "类别",
      ),
      label(
        "under",
        items.map(({ above }) => above),
        "under",
        "上级",
      ),
      number(
        "local_weight",
        items.map(({ localWeight }) => localWeight),
        "weight among siblings",
        "层内权重",
      ),
      number(
        "weight",
        items.map(({ weight }) => weight),
        "effective weight",
        "有效权重",
      ),
    ],
    { title: { en: "Weights", zh: "权重" } },
  );
}

export function goalpostsTable(
  goalposts: readonly Goalposts[],
  indicators: readonly Pick<ScoredIndicator, "id" | "unit">[],
): Table {
  const byYear = goalposts.some(({ year }) => year !== undefined);
  const unitOf = new Map(indicators.map(({ id, unit }) => [id, unit]));
  const years = goalposts.map(({ year }) => year ?? Number.NaN);
  return makeTable(
    "goalposts",
    byYear ? ["indicator", "year"] : ["indicator"],
    [
      label(
        "indicator",
        goalposts.map(({ indicator }) => indicator),
        "indicator",
        "指标",
      ),
      ...(byYear ? [number("year", years, "year", "年份")] : []),
      label(
        "unit",
        goalposts.map(({ indicator }) => unitOf.get(indicator) ?? "1"),
        "unit",
        "单位",
      ),
      number(
        "low",
        goalposts.map(({ low }) => low),
        "value at the low end",
        "区间下端对应值",
      ),
      number(
        "high",
        goalposts.map(({ high }) => high),
        "value at the high end",
        "区间上端对应值",
      ),
    ],
    { title: { en: "Goalposts used", zh: "所用阈值" } },
  );
}
