/**
 * Which indicators differ most between places, in relation to their mean, and so how much should each count?
 *
 *   V_j = sigma_j / mean_j        w_j = V_j / sum_j V_j
 *
 * of the data as they are, which needs a scale with a true zero: a mean of 0 or less is refused, and values below 0 under a
 * positive mean get a warning. `values: min-max` takes min-max values after the direction is applied instead; their zero
 * is the worst place. Raw values know no direction, so `down` only matters there. Rows are places x years in a panel,
 * pooled. sigma is over n - 1; n gives the same weights because every indicator is taken over the same rows: those with a
 * gap in any are left out and named. A constant indicator has weight 0, with a warning; all constant is refused.
 *
 * @example
 * cvWeights({ place: ["a", "b"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 3) }, // sqrt 2 / 2
 *   { name: "y", unit: "1", values: Float64Array.of(9, 11) }, // sqrt 2 / 10
 * ] }).weights[0].weight // 5 / 6
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { spread } from "../numeric/spread.ts";
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

const cvValues = ["raw", "min-max"] as const;
export type CvValues = (typeof cvValues)[number];

export interface CvWeight extends ObjectiveWeight {
  readonly mean: number;
  readonly deviation: number;
  readonly variation: number;
}

export interface CvWeightsResult extends Outcome {
  readonly weights: readonly CvWeight[];
  readonly totalVariation: number;
  /** Each year by its own yardstick, where `scope` asks for it. */
  readonly byYear: readonly (CvWeight & { readonly year: number })[];
  /** The weights under every kind of values that the data allow. */
  readonly variants: readonly (CvWeight & { readonly values: CvValues })[];
}

export interface CvWeightsOptions {
  readonly values?: CvValues;
  /** Names of the indicators of which less is better; matters for min-max values only. */
  readonly down?: readonly string[];
  readonly scope?: WeighingScope;
}

export function cvWeights(
  input: WeighingInput,
  { values = "raw", down = [], scope: asked = "pooled" }: CvWeightsOptions = {},
): CvWeightsResult {
  const weighed = weighing("cv-weights", input, down);
  const { columns } = weighed;
  const unfit = columns.find((column) => !isConstant(column.values) && !(spread(column.values).mean > 0));
  if (values === "raw" && unfit !== undefined) throw meanNotPositive(unfit);
  const weights = weigh(columns, values);
  if (weights === undefined) throw allConstant("cv-weights");
  const { byYear, warnings, scope } = weightsByYear(weighed, input.year, asked, (each) => weigh(each, values));
  return {
    weights,
    totalVariation: weights.reduce((sum, { variation }) => sum + variation, 0),
    byYear,
    variants: cvValues.flatMap((each) =>
      each === "raw" && unfit !== undefined
        ? []
        : (weigh(columns, each) ?? []).map((weight) => ({ ...weight, values: each })),
    ),
    n: weighed.rows.length,
    dropped: weighed.dropped,
    warnings: [...constantWarning(columns), ...(values === "raw" ? belowZero(columns) : []), ...warnings],
    convention: { values, deviation: "n - 1", scope },
  };
}

function weigh(columns: readonly WeighedColumn[], values: CvValues): CvWeight[] | undefined {
  const found = columns.map((column) => {
    const { mean, deviation } = spread(values === "raw" ? column.values : minMaxed(column));
    return { mean, deviation, variation: deviation === 0 ? 0 : deviation / mean };
  });
  const total = found.reduce((sum, { variation }) => sum + variation, 0);
  if (!(total > 0) || found.some(({ variation }) => !(variation >= 0))) return undefined;
  return columns.map(({ name, title }, at) => ({
    indicator: name,
    title,
    ...found[at],
    weight: found[at].variation / total,
  }));
}

function meanNotPositive({ name, values }: WeighedColumn): InputError {
  const mean = Number(spread(values).mean.toPrecision(6));
  return new InputError({
    code: "mean-not-positive",
    text: {
      en: `cv-weights: ${name} has a mean of ${mean}, a coefficient of variation needs more than 0`,
      zh: `cv-weights：指标 ${name} 的均值为 ${mean}，计算变异系数要求均值大于 0`,
    },
    hint: { en: "take values: min-max", zh: "请改用 values: min-max" },
  });
}

function belowZero(columns: readonly WeighedColumn[]): Warning[] {
  const below = columns.filter(({ values }) => values.some((value) => value < 0)).map(({ title }) => title);
  if (below.length === 0) return [];
  return [
    {
      code: "values-below-zero",
      text: {
        en: `${below.map(({ en }) => en).join(", ")}: values below 0, so the scale has no true zero and the coefficient depends on where it starts`,
        zh: `指标 ${below.map(({ zh }) => zh).join("、")} 含负值：没有真正的零点，变异系数取决于量纲起点`,
      },
    },
  ];
}

const valueChoices = {
  raw: { en: "the data as they are", zh: "原始数据" },
  "min-max": { en: "min-max values, direction applied", zh: "正向化后的极差标准化值" },
};

const varied = [
  weighedIndicator,
  numberOf("mean", "1", { en: "mean, in the indicator's unit", zh: "均值（按指标单位）" }, (row: CvWeight) => row.mean),
  numberOf(
    "deviation",
    "1",
    { en: "deviation, in the indicator's unit", zh: "标准差（按指标单位）" },
    (row: CvWeight) => row.deviation,
  ),
  numberOf("variation", "1", { en: "coefficient of variation", zh: "变异系数" }, (row: CvWeight) => row.variation),
  weightColumn,
];

export default defineMethod({
  id: "composite/cv-weights",
  version: 1,
  title: { en: "Weights by coefficient of variation", zh: "变异系数法权重" },
  question: {
    en: "Which indicators differ most between places, in relation to their mean?",
    zh: "相对于均值，哪些指标的地区差异最大？各指标应占多大权重？",
  },
  formula: "Vⱼ = σⱼ / x̄ⱼ;  wⱼ = Vⱼ / Σⱼ Vⱼ",
  where: { en: "σⱼ, x̄ⱼ: deviation and mean of the indicator", zh: "σⱼ、x̄ⱼ：指标的标准差与均值" },
  cites: [
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    values: { title: { en: "Coefficient of", zh: "变异系数的计算对象" }, choices: valueChoices },
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
      en: "Needs a true zero: a mean at or below 0 is refused, and a shift of scale (degrees, indices) changes the weights.",
      zh: "要求有真正的零点：均值不大于 0 时拒绝；平移取值会改变权重。",
    },
  ],
  inputs: weighingInputs,
  options: z.strictObject({
    values: z.enum(cvValues).default("raw"),
    ...weighingOptions,
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => weighingExample("cv-weights", seed, size),
  worked: {
    source: {
      en: "by hand: sqrt 2 / 2 and sqrt 2 / 10, so 5 / 6 and 1 / 6",
      zh: "手算：√2 / 2 与 √2 / 10，故为 5/6 与 1/6",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b"]), numbers("x", "1", [1, 3]), numbers("y", "1", [9, 11])],
        { roles: { indicators: ["x", "y"] } },
      ),
    },
    gives: {
      totalVariation: 0.848528137423857,
      "weights[0].weight": 5 / 6,
      "weights[1].variation": 0.1414213562373095,
    },
  },
  run: ({ data }, options) => cvWeights({ place: data.place, year: data.year, indicators: data.indicators }, options),
  scalars: { totalVariation: { title: { en: "Sum of coefficients", zh: "变异系数合计" }, unit: "1" } },
  tables: ({ weights, variants, byYear }) => [
    tableOf("weights", ["indicator"], weights, varied, {
      title: { en: "Weights by coefficient of variation", zh: "变异系数法权重" },
    }),
    tableOf(
      "variants",
      ["values", "indicator"],
      variants,
      [
        codeOf(
          "values",
          { en: "coefficient of", zh: "计算对象" },
          (row) => row.values,
          (row) => valueChoices[row.values],
        ),
        ...varied,
      ],
      { title: { en: "The same of raw and of min-max values", zh: "原始数据与标准化值对照" } },
    ),
    tableOf("by_year", ["year", "indicator"], byYear, [weightYear, ...varied], { title: weightsOfYearsTitle }),
  ],
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "heatmap",
      table: "variants",
      row: "indicator",
      column: "values",
      value: "weight",
      scale: "sequential",
      title: { en: "Weights of raw and of min-max values", zh: "两种取值下的权重" },
    },
  ],
  findings: ({ weights }) =>
    weightFindings(weights, {
      en: "The coefficient of variation gives the largest weight to {most} ({high}) and the smallest to {least} ({low}): it measures spread in relation to the mean, not importance.",
      zh: "变异系数法下权重最大的是{most}（{high}），最小的是{least}（{low}）；它反映相对差异，并不表示重要性。",
    }),
});
