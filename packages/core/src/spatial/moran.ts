/**
 * Are neighbours alike? Global Moran's I.
 *
 *   I = (n / S0) sum_ij w_ij z_i z_j / sum_i z_i^2        z_i = y_i - mean(y),  S0 = sum_ij w_ij
 *
 * Under no association E(I) = -1/(n-1). The variance (Cliff and Ord 1981) assumes random placing of the given values
 * (`randomisation`, the default) or normal values (`normality`); z = (I - E) / sd and p from the normal distribution.
 * With `permutations` R > 0 also p = (M + 1) / (R + 1), M of R random placings at least as extreme: as high (`greater`),
 * as low (`less`), as far from E (`two-sided`); placings within rounding of I count as extreme.
 *
 * Rows with a gap are dropped. Edges naming other places, edges of a place to itself and islands (touched by no edge;
 * they leave n and the mean) are left out and named. A constant column has no I. Normality needs 3 places,
 * randomisation 4. Where every placing gives the same I (all places neighbours alike) z and p are gaps, with a warning.
 *
 * @example
 * const weights = { from: ["a", "b"], to: ["b", "c"] };
 * moran({ place: ["a", "b", "c"], value: [1, 2, 3], weights }, { variance: "normality" }).statistic // 0
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { placeColumn, valueTitle } from "../contract/place-columns.ts";
import { type Random, random } from "../contract/random.ts";
import { edges, label, number, table } from "../contract/readings.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { type CompressedRows, multiply } from "../numeric/compressed-rows.ts";
import { normalTwoSided, normalUpperTail } from "../numeric/normal.ts";
import { deviations } from "./deviations.ts";
import { lattice } from "./lattice.ts";
import { moranFindings } from "./moran-findings.ts";
import { underNormality, underRandomisation, weightSums } from "./moran-moments.ts";
import { neighbourhood, type WeightEdges, type WeightStyle, weightStyles } from "./neighbourhood.ts";
import { quadrantOf } from "./quadrants.ts";

export interface MoranResult extends Outcome {
  readonly statistic: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  readonly permutationP?: number;
  readonly permutations: number;
  /** For the Moran scatterplot: deviations in standard deviations (over n), and the weighted sum over the neighbours. */
  readonly places: readonly { place: string; value: number; deviation: number; lag: number; quadrant: string }[];
}

export interface MoranInput {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly weights: WeightEdges;
}

export interface MoranOptions {
  readonly variance?: "randomisation" | "normality";
  readonly alternative?: "two-sided" | "greater" | "less";
  readonly permutations?: number;
  readonly style?: WeightStyle;
  /** Where the placings come from. */
  readonly draw?: Random;
}

export function moran(
  input: MoranInput,
  {
    variance: model = "randomisation",
    alternative = "two-sided",
    permutations = 0,
    style = "given",
    draw = random(0, "spatial/moran/placings"),
  }: MoranOptions = {},
): MoranResult {
  const { place, value, weights, dropped, warnings } = neighbourhood("moran", input, input.weights, style);
  const n = place.length;
  checkCount(n, model);
  const { deviation, meanSquare, quadrant } = deviations("moran", value);
  const sums = weightSums(weights);
  const scale = 1 / (sums.s0 * meanSquare);
  const statistic = scale * crossProduct(weights, deviation);
  const expected = -1 / (n - 1);
  const kurtosis = mean(deviation.map((each) => each ** 4)) / meanSquare ** 2;
  const variance = model === "normality" ? underNormality(n, sums) : underRandomisation(n, sums, kurtosis);
  const fixed = !(variance > 1e-10 * expected * expected); // a difference of two such terms: what is left is rounding
  const score = fixed ? Number.NaN : (statistic - expected) / Math.sqrt(variance);
  const permutationP =
    permutations === 0
      ? undefined
      : (asExtreme(weights, deviation, scale, statistic, expected, { alternative, permutations, draw }) + 1) /
        (permutations + 1);
  const lag = multiply(weights, deviation);
  const sd = Math.sqrt(meanSquare);
  return {
    statistic,
    expected,
    variance,
    z: score,
    p: tail(score, alternative),
    ...(permutationP === undefined ? {} : { permutationP }),
    permutations,
    places: place.map((name, at) => ({
      place: name,
      value: value[at] as number,
      deviation: (deviation[at] as number) / sd,
      lag: (lag[at] as number) / sd,
      quadrant: quadrant(deviation[at] as number, lag[at] as number),
    })),
    n,
    dropped,
    warnings: [
      ...warnings,
      ...(fixed ? [fixedWarning] : []),
      ...fewDraws(permutations, { en: "p-values", zh: "置换检验的 p 值" }),
    ],
    convention: { variance: model, alternative, style, permutation: "(M+1)/(R+1)" },
  };
}

const fixedWarning = {
  code: "no-variance",
  text: {
    en: "every placing of the values over the places gives the same I: no test is possible",
    zh: "数值在各地区间任意置换，I 均不变：无法检验",
  },
};

/** sum_ij w_ij z_i z_j. */
function crossProduct({ n, starts, indices, values }: CompressedRows, deviation: Float64Array): number {
  let total = 0;
  for (let row = 0; row < n; row += 1) {
    let lag = 0;
    const end = starts[row + 1] as number;
    for (let k = starts[row] as number; k < end; k += 1) {
      lag += (values[k] as number) * (deviation[indices[k] as number] as number);
    }
    total += lag * (deviation[row] as number);
  }
  return total;
}

function asExtreme(
  weights: CompressedRows,
  deviation: Float64Array,
  scale: number,
  statistic: number,
  expected: number,
  { alternative, permutations, draw }: Required<Pick<MoranOptions, "alternative" | "permutations" | "draw">>,
): number {
  const extent = {
    greater: (i: number) => i,
    less: (i: number) => -i,
    "two-sided": (i: number) => Math.abs(i - expected),
  };
  const bound = extent[alternative](statistic) - 1e-12; // placings that tie with the data differ from it by rounding
  const order = Uint32Array.from(deviation, (_, at) => at);
  const placed = new Float64Array(deviation.length);
  let count = 0;
  for (let round = 0; round < permutations; round += 1) {
    draw.shuffle(order);
    for (let at = 0; at < placed.length; at += 1) placed[at] = deviation[order[at] as number] as number;
    if (extent[alternative](scale * crossProduct(weights, placed)) >= bound) count += 1;
  }
  return count;
}

function tail(z: number, alternative: "two-sided" | "greater" | "less"): number {
  if (alternative === "two-sided") return normalTwoSided(z);
  return normalUpperTail(alternative === "greater" ? z : -z);
}

function mean(values: Float64Array): number {
  return values.reduce((a, b) => a + b) / values.length;
}

function checkCount(n: number, model: "randomisation" | "normality"): void {
  const least = model === "normality" ? 3 : 4;
  if (n >= least) return;
  throw new InputError({
    code: "too-few-places",
    text: {
      en: `moran: ${n} ${n === 1 ? "place has" : "places have"} a value and a neighbour, expected at least ${least} for the variance under ${model}`,
      zh: `moran：有取值且有邻居的地区为 ${n} 个，${model} 方差至少需要 ${least} 个`,
    },
  });
}

export default defineMethod({
  id: "spatial/moran",
  version: 3,
  title: { en: "Moran's I, global", zh: "全局莫兰指数" },
  question: { en: "Are neighbours alike?", zh: "相邻地区是否相似（空间自相关）？" },
  formula: "I = (n / S₀) Σᵢⱼ wᵢⱼ zᵢ zⱼ / Σᵢ zᵢ²;  E(I) = −1 / (n − 1)",
  where: {
    en: "zᵢ: deviation from the mean; wᵢⱼ: weight of neighbour j; S₀: sum of the weights",
    zh: "zᵢ：离均差；wᵢⱼ：邻居 j 的权重；S₀：权重之和",
  },
  cites: [
    {
      text: "Moran, P. A. P. (1950). Notes on continuous stochastic phenomena. Biometrika 37, 17-23.",
      checked: "unverified",
    },
    {
      text: "Cliff, A. D. and Ord, J. K. (1981). Spatial Processes: Models and Applications. Pion.",
      checked: "unverified",
    },
  ],
  conventions: {
    variance: {
      title: { en: "Variance", zh: "方差假设" },
      choices: {
        randomisation: { en: "the values placed at random", zh: "随机化假设" },
        normality: { en: "normal values", zh: "正态假设" },
      },
    },
    alternative: {
      title: { en: "Alternative", zh: "备择假设" },
      choices: {
        "two-sided": { en: "alike or unlike", zh: "双侧" },
        greater: { en: "alike", zh: "单侧（正相关）" },
        less: { en: "unlike", zh: "单侧（负相关）" },
      },
    },
    style: weightStyles,
    permutation: {
      title: { en: "Permutation p", zh: "置换检验 p 值" },
      choices: { "(M+1)/(R+1)": { en: "the data count as one placing", zh: "观测值计作一次置换" } },
    },
  },
  means: {
    weights: { en: "who is whose neighbour", zh: "邻接关系" },
    permutations: {
      en: "random placings beside the normal approximation; 0 for none",
      zh: "正态近似之外的随机置换次数；0 为不做",
    },
  },
  pitfalls: [
    {
      en: "The answer belongs to the weights: other neighbours, another I.",
      zh: "结果依赖权重矩阵：邻接定义不同，I 即不同。",
    },
    {
      en: "With few places the normal approximation is rough; ask for permutations.",
      zh: "地区较少时正态近似粗略，宜用置换检验。",
    },
  ],
  inputs: {
    cities: table({ place: label.one, value: number.one }),
    weights: edges({ value: number.optional }),
  },
  options: z.strictObject({
    variance: z.enum(["randomisation", "normality"]).default("randomisation"),
    alternative: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
    permutations: z.int().min(0).max(999_999).default(0),
    style: z.enum(["given", "binary", "row"]).default("given"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "spatial/moran/example");
    return { inputs: lattice(size, (at) => at / size + draw.normal()) };
  },
  worked: {
    source: {
      en: "esda tests/test_moran.py, lat3x3: 1 to 9 on a 3 x 3 lattice, rook neighbours, binary; I by hand 9/24 x 80/60",
      zh: "esda 的 tests/test_moran.py，lat3x3：3 × 3 网格上的 1 至 9，车式邻接，二元权重；手算 I 为 9/24 × 80/60",
    },
    inputs: lattice(9, (at) => at + 1),
    gives: { statistic: 0.5, expected: -0.125, variance: 0.0596875 },
  },
  run: ({ cities, weights }, options, context) =>
    moran({ place: cities.place, value: cities.value, weights }, { ...options, draw: context.random("placings") }),
  random: true,
  scalars: {
    statistic: { title: { en: "Moran's I", zh: "莫兰指数 I" }, unit: "1" },
    expected: { title: { en: "expected", zh: "期望值" }, unit: "1" },
    variance: { title: { en: "variance", zh: "方差" }, unit: "1" },
    z: { title: { en: "z", zh: "z 值" }, unit: "1" },
    p: { title: { en: "p, normal", zh: "p 值（正态近似）" }, unit: "1" },
    permutationP: { title: { en: "p, permutation", zh: "p 值（置换检验）" }, unit: "1" },
    permutations: { title: { en: "permutations", zh: "置换次数" }, unit: "1" },
  },
  tables: ({ places }, { cities }) => [
    tableOf(
      "places",
      ["place"],
      places,
      [
        placeColumn,
        numberOf("value", cities.units.value ?? "1", cities.titles.value ?? valueTitle, ({ value }) => value),
        numberOf("deviation", "1", { en: "standardised value", zh: "标准化取值" }, ({ deviation }) => deviation),
        numberOf("lag", "1", { en: "spatial lag", zh: "空间滞后" }, ({ lag }) => lag),
        quadrantOf("quadrant", { en: "quadrant", zh: "象限" }, ({ quadrant }) => quadrant),
      ],
      { title: { en: "Moran scatterplot", zh: "莫兰散点图" } },
    ),
  ],
  views: [
    { kind: "scatter", table: "places", place: "place", x: "deviation", y: "lag", group: "quadrant" },
    { kind: "map", table: "places", place: "place", value: "value" },
  ],
  findings: (result, { cities }) => moranFindings(result, cities.titles.value),
});
