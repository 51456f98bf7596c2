/**
 * Which indicators both tell places apart and say something that the others do not, and so how much should each count?
 *
 *   C_j = sigma_j sum_k (1 - r_jk)        w_j = C_j / sum_j C_j
 *
 * sigma_j is the deviation of the min-max values after the direction is applied (contrast), r_jk the Pearson correlation of
 * two indicators (conflict). Rows are places x years in a panel, pooled, so that one set of weights serves every year.
 * sigma over n or n - 1 gives the same weights because every indicator is taken over the same rows: rows with a gap in any
 * are left out and named. An indicator that runs against the others gains from 1 - r up to twice what an unrelated one
 * does; `correlation: absolute` takes 1 - |r| instead, and `variants` has both.
 *
 * A constant indicator has weight 0, with a warning, and takes no part in the conflict of the others. Where no indicator
 * conflicts with another (one alone, or all exactly parallel) there is nothing to share out and that is refused.
 *
 * @example
 * criticWeights({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1, 2) }, // 0, 1/2, 1: sigma 1/2
 *   { name: "y", unit: "1", values: Float64Array.of(0, 3, 0) }, // 0, 1, 0:   sigma 1/sqrt 3, r = 0
 * ] }).weights[0].weight // .5 / (.5 + .577350) = .464102
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { type CriticCorrelation, type CriticInformation, criticInformation } from "./critic-information.ts";
import { isConstant } from "./entropy-divergence.ts";
import {
  allConstant,
  constantWarning,
  minMaxed,
  type ObjectiveWeight,
  scopeConvention,
  type WeighedColumn,
  type WeighingInput,
  type WeighingScope,
  weighedIndicator,
  weighing,
  weighingInputs,
  weighingOptions,
  weightColumn,
  weightsByYear,
  weightsOfYearsTitle,
  weightYear,
} from "./weighing.ts";
import { weighingExample } from "./weighing-example.ts";
import { weightFindings } from "./weighing-findings.ts";

export interface CriticWeight extends ObjectiveWeight, CriticInformation {}

export interface CriticWeightsResult extends Outcome {
  readonly weights: readonly CriticWeight[];
  readonly totalInformation: number;
  /** Each year by its own yardstick, where `scope` asks for it. */
  readonly byYear: readonly (CriticWeight & { readonly year: number })[];
  /** The weights with r as it is, and by its size. */
  readonly variants: readonly (CriticWeight & { readonly correlation: CriticCorrelation })[];
}

export interface CriticWeightsOptions {
  readonly correlation?: CriticCorrelation;
  /** Names of the indicators of which less is better. */
  readonly down?: readonly string[];
  readonly scope?: WeighingScope;
}

const criticCorrelations = ["signed", "absolute"] as const;

export function criticWeights(
  input: WeighingInput,
  { correlation = "signed", down = [], scope: asked = "pooled" }: CriticWeightsOptions = {},
): CriticWeightsResult {
  const weighed = weighing("critic-weights", input, down);
  const constant = constantWarning(weighed.columns);
  const weights = weigh(weighed.columns, correlation);
  if (weights === undefined)
    throw weighed.columns.every(({ values }) => isConstant(values)) ? allConstant("critic-weights") : parallel();
  const { byYear, warnings, scope } = weightsByYear(weighed, input.year, asked, (columns) =>
    weigh(columns, correlation),
  );
  return {
    weights,
    totalInformation: weights.reduce((sum, { information }) => sum + information, 0),
    byYear,
    variants: criticCorrelations.flatMap((each) =>
      (weigh(weighed.columns, each) ?? []).map((weight) => ({ ...weight, correlation: each })),
    ),
    n: weighed.rows.length,
    dropped: weighed.dropped,
    warnings: [...constant, ...warnings],
    convention: {
      correlation,
      values: "min-max",
      deviation: "n - 1",
      scope,
    },
  };
}

function weigh(columns: readonly WeighedColumn[], correlation: CriticCorrelation): CriticWeight[] | undefined {
  const found = criticInformation(columns.map(minMaxed), correlation);
  const total = found.reduce((sum, { information }) => sum + information, 0);
  if (!(total > 0)) return undefined;
  return columns.map(({ name, title }, at) => ({
    indicator: name,
    title,
    ...found[at],
    weight: found[at].information / total,
  }));
}

function parallel(): InputError {
  return new InputError({
    code: "no-conflict",
    text: {
      en: "critic-weights: no indicator differs from the others in more than scale, expected at least two that do",
      zh: "critic-weights：各指标之间完全平行，不存在冲突性，至少需要两个变化不一致的指标",
    },
    hint: {
      en: "weigh by contrast alone with composite/cv-weights",
      zh: "可改用仅反映差异的变异系数法 composite/cv-weights",
    },
  });
}

const correlationChoices = {
  signed: { en: "1 - r: an opposed indicator counts up to twice", zh: "1 − r：负相关指标冲突性更强" },
  absolute: { en: "1 - |r|: opposed counts like parallel", zh: "1 − |r|：正负相关同等看待" },
};

const informed = [
  weighedIndicator,
  numberOf(
    "deviation",
    "1",
    { en: "deviation (contrast)", zh: "标准差（对比强度）" },
    (row: CriticWeight) => row.deviation,
  ),
  numberOf("conflict", "1", { en: "conflict", zh: "冲突性" }, (row: CriticWeight) => row.conflict),
  numberOf("information", "1", { en: "information", zh: "信息量" }, (row: CriticWeight) => row.information),
  weightColumn,
];

export default defineMethod({
  id: "composite/critic-weights",
  version: 1,
  title: { en: "CRITIC weights", zh: "CRITIC 法权重" },
  question: {
    en: "Which indicators both tell places apart and say something that the others do not?",
    zh: "哪些指标既能区分各地，又与其他指标不重复？各指标应占多大权重？",
  },
  formula: "Cⱼ = σⱼ Σₖ (1 − rⱼₖ);  wⱼ = Cⱼ / Σⱼ Cⱼ",
  where: {
    en: "σⱼ: deviation of the min-max values; rⱼₖ: correlation of two indicators",
    zh: "σⱼ：极差标准化值的标准差；rⱼₖ：两指标的相关系数",
  },
  formulas: { information: "C", weight: "w" },
  cites: [
    {
      text: "Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995). Determining objective weights in multiple criteria problems: the CRITIC method. Computers and Operations Research 22, 763-770.",
      checked: "unverified",
    },
  ],
  conventions: {
    correlation: { title: { en: "Conflict of two indicators", zh: "指标冲突性" }, choices: correlationChoices },
    values: {
      title: { en: "Deviation of", zh: "标准差的计算对象" },
      choices: { "min-max": { en: "min-max values, direction applied", zh: "正向化后的极差标准化值" } },
    },
    deviation: {
      title: { en: "Deviation over", zh: "标准差的分母" },
      choices: { "n - 1": { en: "n - 1 (n gives the same weights)", zh: "n-1（取 n 时权重相同）" } },
    },
    scope: scopeConvention,
  },
  means: {
    down: { en: "indicators of which less is better", zh: "取值越小越好的指标" },
  },
  pitfalls: [
    {
      en: "An indicator that runs against the others gains up to twice what an unrelated one does; `variants` has |r| beside it.",
      zh: "与其他指标负相关的指标所得信息量最多为无关指标的两倍；`variants` 并列给出取 |r| 的结果。",
    },
  ],
  inputs: weighingInputs,
  options: z.strictObject({
    correlation: z.enum(criticCorrelations).default("signed"),
    ...weighingOptions,
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => weighingExample("critic-weights", seed, size),
  worked: {
    source: {
      en: "by hand: sigma 1/2 and 1/sqrt 3, r = 0, so the first weighs (1/2) / (1/2 + 1/sqrt 3)",
      zh: "手算：σ 为 1/2 与 1/√3，r = 0，故前者权重为 (1/2) / (1/2 + 1/√3)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [0, 1, 2]), numbers("y", "1", [0, 3, 0])],
        { roles: { indicators: ["x", "y"] } },
      ),
    },
    gives: {
      totalInformation: 1.0773502691896257,
      "weights[0].weight": 0.4641016151377546,
      "weights[1].deviation": 0.5773502691896257,
      "weights[1].conflict": 1,
    },
  },
  run: ({ data }, options) =>
    criticWeights({ place: data.place, year: data.year, indicators: data.indicators }, options),
  scalars: { totalInformation: { title: { en: "Sum of information", zh: "信息量合计" }, unit: "1" } },
  tables: ({ weights, variants, byYear }) => [
    tableOf("weights", ["indicator"], weights, informed, { title: { en: "CRITIC weights", zh: "CRITIC 法权重" } }),
    tableOf(
      "variants",
      ["correlation", "indicator"],
      variants,
      [
        codeOf(
          "correlation",
          { en: "conflict", zh: "冲突性算法" },
          (row) => row.correlation,
          (row) => correlationChoices[row.correlation],
        ),
        ...informed,
      ],
      { title: { en: "The same with the sign of r and without", zh: "保留与忽略相关方向对照" } },
    ),
    tableOf("by_year", ["year", "indicator"], byYear, [weightYear, ...informed], { title: weightsOfYearsTitle }),
  ],
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "scatter",
      table: "weights",
      place: "indicator",
      x: "deviation",
      y: "conflict",
      title: { en: "Contrast and conflict", zh: "对比强度与冲突性" },
    },
  ],
  findings: ({ weights }) =>
    weightFindings(weights, {
      en: "CRITIC gives the largest weight to {most} ({high}) and the smallest to {least} ({low}): it rewards spread and being unlike the others, not importance.",
      zh: "CRITIC 法下权重最大的是{most}（{high}），最小的是{least}（{low}）；该法看重差异与不重复，并不表示重要性。",
    }),
});
