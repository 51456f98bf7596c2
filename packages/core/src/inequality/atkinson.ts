/**
 * How much of the total would a society averse to inequality give up for equality (Atkinson)?
 *
 *   EDE = (sum_i p_i y_i^(1 - e))^(1 / (1 - e)),  exp(sum_i p_i ln y_i) where e = 1        A = 1 - EDE / m
 *
 * y_i is the level of a place (value per unit of weight), p_i its share of the weight, m the weighted mean, e > 0 the aversion
 * (`epsilon`): the larger, the more the poorest places count. EDE is the level that, given to all alike, would be as good. One
 * row for all places and one for each group, in every year.
 *
 * Values must be >= 0, and > 0 from e = 1 on, where one empty place would make A 1 whatever the others have. Rows with a gap
 * are dropped and counted. One place, or all places alike, gives 0.
 *
 * @example atkinson({ place: ["a", "b"], value: [1, 4] }, { epsilon: 1 }).indices[0]?.atkinson // 1 - 2 / 2.5 = 0.2
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { labels, makeTable, numberOf, numbers } from "../contract/table.ts";
import { alike } from "../numeric/spread.ts";
import { samplePanel } from "./sample-example.ts";
import { type SampleRow, sampleFindings, sampleTables, sampleViews, traceToSample } from "./sample-tables.ts";
import {
  levelUnit,
  loneWarnings,
  panelWarnings,
  sampleConvention,
  sampleConventions,
  sampleInputs,
  unitWarnings,
} from "./sample-words.ts";
import { all, type PlacesInput, samplesOf, type ValueMeaning } from "./samples.ts";

export interface AtkinsonRow extends SampleRow {
  readonly mean: number;
  /** The level that would be as good if all had it. */
  readonly equallyDistributed: number;
  readonly atkinson: number;
}

export interface AtkinsonResult extends Outcome {
  /** Of all places, where there is one year. */
  readonly atkinson?: number;
  readonly equallyDistributed?: number;
  readonly indices: readonly AtkinsonRow[];
}

export interface AtkinsonOptions {
  readonly epsilon?: number;
  readonly value?: ValueMeaning;
}

export function atkinson(
  input: PlacesInput,
  { epsilon = 0.5, value: meaning = "total" }: AtkinsonOptions = {},
): AtkinsonResult {
  const samples = samplesOf("atkinson", input, { meaning, least: epsilon < 1 ? "zero" : "positive" });
  const indices = samples.map(({ group, year, level, share, mean }): AtkinsonRow => {
    const loss = -Math.expm1(lnPowerMean(level, share, mean, 1 - epsilon));
    const index = alike(level) ? 0 : Math.max(0, loss);
    return { group, year, places: level.length, mean, equallyDistributed: mean * (1 - index), atkinson: index };
  });
  const whole = indices.filter(({ group }) => group === all);
  const only = whole.length === 1 ? (whole[0] as AtkinsonRow) : undefined;
  return {
    ...(only === undefined ? {} : { atkinson: only.atkinson, equallyDistributed: only.equallyDistributed }),
    indices,
    n: input.place.length,
    warnings: [...panelWarnings(input), ...loneWarnings(samples)],
    convention: { epsilon: String(epsilon), ...sampleConvention(input, meaning) },
  };
}

/** ln of the power mean of level / mean. Small powers lose nothing on the way to the geometric mean, large ones do not overflow. */
function lnPowerMean(level: Float64Array, share: Float64Array, mean: number, power: number): number {
  const logs = level.map((each) => power * Math.log(each / mean));
  const most = logs.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const least = logs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const weigh = (value: (log: number) => number) =>
    logs.reduce((total, log, at) => total + (share[at] as number) * value(log), 0);
  if (power === 0) return level.reduce((total, each, at) => total + (share[at] as number) * Math.log(each / mean), 0);
  if (most < 1 && least > -1) return Math.log1p(weigh(Math.expm1)) / power;
  return (most + Math.log(weigh((log) => Math.exp(log - most)))) / power;
}

const headline = numberOf<AtkinsonRow>(
  "atkinson",
  "1",
  { en: "Atkinson index", zh: "阿特金森指数" },
  (row) => row.atkinson,
);

export default defineMethod({
  id: "inequality/atkinson",
  version: 2,
  title: { en: "Atkinson index", zh: "阿特金森指数" },
  question: {
    en: "How much of the total is lost to inequality, for a given aversion to it?",
    zh: "在给定的不平等厌恶程度下，差距使总体福利损失多少？",
  },
  formula: "A = 1 − EDE / m,  EDE = (Σᵢ pᵢ yᵢ^(1−ε))^(1/(1−ε));  ε = 1: EDE = exp(Σᵢ pᵢ ln yᵢ)",
  where: {
    en: "yᵢ: level of a place; pᵢ: its share of the weight; m: weighted mean; ε: aversion to inequality",
    zh: "yᵢ：地区水平值；pᵢ：占权重的份额；m：加权均值；ε：不平等厌恶系数",
  },
  cites: [
    {
      text: "Atkinson, A. B. (1970). On the measurement of inequality. Journal of Economic Theory 2(3), 244-263.",
      checked: "secondary",
    },
  ],
  conventions: {
    epsilon: { title: { en: "Aversion to inequality", zh: "不平等厌恶系数 ε" }, choices: {} },
    ...sampleConventions,
  },
  means: {
    value: { en: "total or level, as the option `value` says", zh: "总量或人均水平，见选项 `value`" },
  },
  pitfalls: [
    {
      en: "Indices with different aversions are not to be compared; from 1 on a value of 0 is refused.",
      zh: "不同厌恶系数的指数不可比；系数不小于 1 时拒绝取值 0。",
    },
  ],
  inputs: sampleInputs,
  options: z.strictObject({
    epsilon: z.number().positive().max(100).default(0.5),
    value: z.enum(["total", "per-head"]).default("total"),
  }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: levels 1 and 4, e = 1/2: EDE = ((1 + 2) / 2)^2 = 9/4, A = 1 - (9/4) / (5/2) = 1/10",
      zh: "手算：水平 1 与 4，e = 1/2：等价均值 ((1 + 2) / 2)² = 9/4，A = 1 − (9/4) / (5/2) = 1/10",
    },
    inputs: { data: makeTable("data", ["place"], [labels("place", ["a", "b"]), numbers("value", "1", [1, 4])]) },
    gives: { atkinson: 0.1, equallyDistributed: 2.25 },
  },
  run: ({ data }, options) => {
    const result = atkinson(data, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...unitWarnings(data.units, options.value)] };
  },
  scalars: {
    atkinson: { title: { en: "Atkinson index", zh: "阿特金森指数" }, unit: "1" },
    equallyDistributed: { title: { en: "Equally distributed equivalent", zh: "平均分配等值水平" }, unit: "1" },
  },
  tables: ({ indices }, { data }, options) => {
    const unit = levelUnit(data.units, options.value);
    return sampleTables(
      indices,
      [
        headline,
        numberOf("mean", unit, { en: "mean", zh: "均值" }, ({ mean }) => mean),
        numberOf(
          "equally_distributed",
          unit,
          { en: "equally distributed equivalent", zh: "平均分配等值水平" },
          (row) => row.equallyDistributed,
        ),
      ],
      headline,
    );
  },
  views: sampleViews("atkinson"),
  trace: traceToSample,
  findings: ({ indices }) =>
    sampleFindings(indices, (row) => row.atkinson, { en: "Atkinson index", zh: "阿特金森指数" }),
});
