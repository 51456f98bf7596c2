import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { changeUnit } from "./estimate.ts";
import { type EstimateInputs, type EstimateRow, estimateTable } from "./estimate-table.ts";
import type { PlaceTwin, Predictor, SyntheticControlResult } from "./synthetic-control.ts";
import { ownOutcome } from "./synthetic-units.ts";

const seriesNames = {
  treated: { en: "treated", zh: "处理组" },
  synthetic: { en: "synthetic", zh: "合成对照" },
  gap: { en: "treated less synthetic", zh: "处理组减合成对照" },
  backdated: { en: "as if begun earlier", zh: "假想提前处理" },
} as const;

interface Point {
  readonly year: number;
  readonly series: keyof typeof seriesNames;
  readonly value: number;
}

const yearOf = numberOf<{ readonly year: number }>("year", "year", { en: "year", zh: "年份" }, ({ year }) => year);
const sinceOf = (from: number) =>
  numberOf<{ readonly year: number }>(
    "event_time",
    "1",
    { en: "years since treatment", zh: "距处理年数" },
    ({ year }) => year - from,
  );
const placeOf = labelOf<{ readonly place: string }>("place", { en: "place", zh: "地区" }, ({ place }) => place);
const seriesOf = codeOf<{ readonly series: keyof typeof seriesNames }>(
  "series",
  { en: "series", zh: "序列" },
  ({ series }) => series,
  ({ series }) => seriesNames[series],
);

export function syntheticTables(
  result: SyntheticControlResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const unit = inputs.data.units.outcome ?? "1";
  const years = result.path.map(({ year }) => year);
  const path = result.path.flatMap(({ year, treated, synthetic }): Point[] => [
    { year, series: "treated", value: treated },
    { year, series: "synthetic", value: synthetic },
  ]);
  const gaps = result.path.map(
    ({ year, treated, synthetic }): Point => ({ year, series: "gap", value: treated - synthetic }),
  );
  const placebos = result.twins
    .filter(({ isTreated }) => !isTreated)
    .flatMap(({ place, gaps: own }) =>
      years.map((year, at) => ({ place, year, series: "gap" as const, value: own[at] })),
    );
  const earlier = (result.inTime?.years ?? []).map((year, at): Point => {
    return { year, series: "backdated", value: result.inTime?.gaps[at] ?? Number.NaN };
  });
  const gap = numberOf<{ readonly value: number }>(
    "gap",
    changeUnit(unit),
    { en: "gap", zh: "差距" },
    ({ value }) => value,
  );
  return [
    tableOf(
      "path",
      ["year", "series"],
      path,
      [yearOf, seriesOf, numberOf<Point>("value", unit, { en: "outcome", zh: "结果" }, ({ value }) => value)],
      { title: { en: "Treated and synthetic", zh: "处理组与合成对照" } },
    ),
    tableOf("gaps", ["year", "series"], gaps, [yearOf, seriesOf, gap, sinceOf(result.treatedFrom)], {
      title: { en: "Gap to the synthetic twin", zh: "与合成对照的差距" },
    }),
    tableOf("placebo_gaps", ["place", "year"], placebos, [placeOf, yearOf, seriesOf, gap], {
      title: { en: "Gaps of placebos", zh: "安慰剂差距" },
    }),
    stepsTable(result, changeUnit(unit)),
    ...weightTables(result),
    twinsTable(result.twins, changeUnit(unit)),
    predictorsTable(result.predictors),
    tableOf(
      "left_out",
      ["place"],
      result.leftOut,
      [
        placeOf,
        numberOf("effect", changeUnit(unit), { en: "effect without it", zh: "剔除后效应" }, ({ effect }) => effect),
        numberOf(
          "fit",
          changeUnit(unit),
          { en: "root mean square gap before", zh: "处理前均方根误差" },
          ({ fit }) => fit,
        ),
      ],
      { title: { en: "Without one donor", zh: "逐一剔除对照地区" } },
    ),
    tableOf("in_time", ["year", "series"], earlier, [yearOf, seriesOf, gap], {
      title: { en: "Placebo in time", zh: "时间安慰剂" },
    }),
    estimateTable({ en: "Synthetic control", zh: "合成控制法" }, estimateRow(result, level), inputs),
  ];
}

function estimateRow(result: SyntheticControlResult, level: number): EstimateRow {
  const without = result.leftOut.map(({ effect }) => effect);
  return {
    estimator: "synthetic-control",
    effect: result.effect,
    low: result.low,
    high: result.high,
    level,
    p: result.p,
    basis: Number.isNaN(result.p) ? "none" : "placebo",
    rows: result.n,
    treated: result.treatedPlaces,
    controls: result.controlPlaces,
    misfit: result.misfit,
    heaviest: Math.max(...[...meanWeights(result).values()]),
    smallestP: result.smallestP,
    leftLow: Math.min(...without),
    leftHigh: Math.max(...without),
    ...(result.inTime === undefined ? {} : { early: result.inTime.effect }),
  };
}

/** Of each donor, over the treated places. */
function meanWeights({ weights, treatedPlaces }: SyntheticControlResult): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { place, weight } of weights) sums.set(place, (sums.get(place) ?? 0) + weight / treatedPlaces);
  return sums;
}

function stepsTable({ steps }: SyntheticControlResult, unit: string): Table {
  return tableOf(
    "by_event_time",
    ["event_time"],
    steps,
    [
      numberOf("event_time", "1", { en: "years since treatment", zh: "距处理年数" }, ({ at }) => at),
      numberOf("effect", unit, { en: "effect", zh: "效应" }, ({ effect }) => effect),
      numberOf("low", unit, { en: "low, by placebos", zh: "下限（安慰剂）" }, ({ low }) => low),
      numberOf("high", unit, { en: "high, by placebos", zh: "上限（安慰剂）" }, ({ high }) => high),
    ],
    { title: { en: "Effects by years since treatment", zh: "按处理年数的效应" } },
  );
}

function weightTables(result: SyntheticControlResult): Table[] {
  const { weights } = result;
  const controls = [...meanWeights(result)]
    .map(([place, weight]) => ({ place, weight }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const donor = labelOf<{ readonly place: string }>("place", { en: "donor", zh: "对照地区" }, ({ place }) => place);
  const weightOf = numberOf<{ readonly weight: number }>(
    "weight",
    "1",
    { en: "weight", zh: "权重" },
    (row) => row.weight,
  );
  return [
    tableOf("controls", ["place"], controls, [donor, weightOf], {
      title: { en: "Weights of donors", zh: "对照地区权重" },
    }),
    tableOf(
      "weights",
      ["treated", "place"],
      weights,
      [labelOf("treated", { en: "treated place", zh: "受处理地区" }, ({ treated }) => treated), donor, weightOf],
      { title: { en: "Weights by treated place", zh: "各受处理地区的权重" } },
    ),
  ];
}

function twinsTable(twins: readonly PlaceTwin[], unit: string): Table {
  const sides = { treated: seriesNames.treated, placebo: { en: "placebo", zh: "安慰剂" } } as const;
  return tableOf(
    "twins",
    ["place"],
    twins,
    [
      placeOf,
      codeOf<PlaceTwin>(
        "side",
        { en: "side", zh: "组别" },
        ({ isTreated }) => (isTreated ? "treated" : "placebo"),
        ({ isTreated }) => sides[isTreated ? "treated" : "placebo"],
      ),
      numberOf("effect", unit, { en: "effect", zh: "效应" }, ({ effect }) => effect),
      numberOf("before", unit, { en: "gap before", zh: "处理前误差" }, ({ before }) => before),
      numberOf("after", unit, { en: "gap after", zh: "处理后误差" }, ({ after }) => after),
      numberOf("ratio", "1", { en: "after over before", zh: "后前之比" }, ({ ratio }) => ratio),
      numberOf("p", "1", { en: "p by rank", zh: "排序 p 值" }, ({ p }) => p),
    ],
    { title: { en: "Treated places and placebos", zh: "受处理地区与安慰剂" } },
  );
}

function predictorsTable(predictors: readonly Predictor[]): Table {
  const own = { en: "outcome, mean before", zh: "结果变量处理前均值" };
  return tableOf(
    "predictors",
    ["predictor"],
    predictors,
    [
      codeOf<Predictor>(
        "predictor",
        { en: "predictor", zh: "预测变量" },
        ({ name }) => name,
        ({ name, title }) => (name === ownOutcome ? own : (title ?? same(name))),
      ),
      numberOf("importance", "1", { en: "importance", zh: "重要性" }, ({ importance }) => importance),
      numberOf("treated", "1", { en: "treated, own unit", zh: "处理组（原单位）" }, ({ treated }) => treated),
      numberOf("synthetic", "1", { en: "synthetic, own unit", zh: "合成对照（原单位）" }, ({ synthetic }) => synthetic),
      numberOf("donors", "1", { en: "mean of donors, own unit", zh: "对照均值（原单位）" }, ({ donors }) => donors),
    ],
    { title: { en: "Predictors before treatment", zh: "处理前的预测变量" } },
  );
}
