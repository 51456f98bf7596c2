/**
 * How does an outcome move with a policy, beside everything that is fixed of a place and everything that a year does to all?
 *
 *   y_it = b x_it + a_i + c_t + e_it
 *
 * Least squares beside the effects of `absorb` (place and year; further factors come as columns), any number of them. Errors:
 * by cluster (place unless said), by cluster and year both, White's, Conley's over space and time, or one variance for all; small
 * samples as fixest has them. With few clusters look at `pWild`, the wild cluster bootstrap with the null imposed, which finds too
 * little with few treated.
 *
 * A column of which nothing is left beside the effects is refused by name. Errors by cluster (or Conley's, by place) and the
 * bootstrap are withheld below 5 clusters, and where fewer than 2 carry a coefficient (one treated place, or all but one); they are
 * warned of where few do, whatever the number of clusters (cluster-rule).
 *
 * With staggered adoption b is a mean of comparisons some of which use treated places as controls (causal/bacon-decomposition shows
 * them): causal/group-time-att or causal/imputation answer that question.
 *
 * @example fixedEffects({ place: [...], year: [...], outcome: [...], regressors: [{ name: "treated", ... }] }).coefficients[0]
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, type NamedLabels, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { studentQuantile, studentTwoSided } from "../numeric/student.ts";
import { adoptionExample } from "./adoption-example.ts";
import { areTooFew, errorBy, supportOf, wildWarnings } from "./cluster-rule.ts";
import { collinear } from "./collinear-column.ts";
import { conley } from "./conley.ts";
import { factorOf } from "./factors.ts";
import { fixedEffectsFindings, fixedEffectsTables, fixedEffectsTitle } from "./fixed-effects-tables.ts";
import {
  fixedEffectsWarnings,
  noColumns,
  noCoordinates,
  switchedOffWarnings,
  tooFewRows,
} from "./fixed-effects-warnings.ts";
import { fixedEffectsConventions, fixedEffectsMeans } from "./fixed-effects-words.ts";
import { only, outcomeWeights, panelRegression } from "./panel-regression.ts";
import { type Covariance, classical, clustered, heteroskedastic } from "./sandwich.ts";
import { checkVaries } from "./varying-outcome.ts";
import { wildP } from "./wild-bootstrap.ts";

export interface Coefficient {
  readonly term: string;
  readonly title: Text;
  readonly coefficient: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** By the wild cluster bootstrap; `NaN` where it was not asked for. */
  readonly pWild: number;
}

export interface FixedEffectsResult extends Outcome {
  readonly coefficients: readonly Coefficient[];
  /** Of the first column. */
  readonly effect: number;
  readonly standardError: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly within: number;
  readonly clusters: number;
  /** How many alike would carry the first coefficient as they do. */
  readonly effectiveClusters: number;
  readonly freedom: number;
}

export interface FixedEffectsInput {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly regressors: readonly NamedNumbers[];
  readonly cluster?: readonly string[] | undefined;
  /** Further factors, each level with an effect of its own. */
  readonly factors?: readonly NamedLabels[] | undefined;
  readonly lon?: ArrayLike<number> | undefined;
  readonly lat?: ArrayLike<number> | undefined;
}

const errorKinds = ["cluster", "place-and-year", "heteroskedastic", "conley", "classical"] as const;

export interface FixedEffectsOptions {
  readonly absorb?: readonly ("place" | "year")[];
  readonly errors?: (typeof errorKinds)[number];
  readonly level?: number;
  /** Draws of the wild cluster bootstrap; 0 leaves it out. */
  readonly draws?: number;
  readonly cutoff?: number;
  readonly lags?: number;
  readonly seed?: number;
}

export function fixedEffects(input: FixedEffectsInput, options: FixedEffectsOptions = {}): FixedEffectsResult {
  return estimated(input, options, (stream) => random(options.seed ?? 1, `causal/fixed-effects/${stream}`));
}

const rounding = 1e-9; // of the coefficient: an error below this is that of absorbing

/** `draw`: a stream of random numbers for each column by its name, so that their order decides nothing. */
function estimated(
  input: FixedEffectsInput,
  options: FixedEffectsOptions,
  draw: (stream: string) => Random,
): FixedEffectsResult {
  const { absorb = ["place", "year"], errors = "cluster", level = 0.95, draws = 0, cutoff = 500, lags = 0 } = options;
  const { place, year, outcome, regressors, cluster, factors = [], lon, lat } = input;
  aligned("fixed-effects", { place, year, outcome, cluster, lon, lat }, [...regressors, ...factors]);
  if (regressors.length === 0) throw noColumns();
  checkVaries("fixed-effects", outcome);
  const ofPlace = factorOf(place);
  const effects = [
    ...(absorb.includes("place") ? [ofPlace] : []),
    ...(absorb.includes("year") ? [factorOf(year)] : []),
    ...factors.map(({ values }) => factorOf(values)),
  ];
  const unit = cluster === undefined ? ofPlace : factorOf(cluster);
  const ways = errors === "place-and-year" ? [unit, factorOf(year)] : [errors === "conley" ? ofPlace : unit];
  // without effects the constant is one: every row on one level
  const regression = {
    outcome: Float64Array.from(outcome),
    columns: regressors.map(({ values }) => values),
    effects: effects.length > 0 ? effects : [{ of: new Uint32Array(place.length), levels: 1 }],
  };
  const fit = panelRegression(regression);
  if ("collinear" in fit) throw collinear("fixed-effects", regressors[fit.collinear], { absorbed: absorb.join(", ") });
  if (fit.rows <= fit.parameters) throw tooFewRows(fit.rows, fit.parameters);
  // White's errors, and one variance for all, take every row for itself; Conley's rest on places
  const byUnits = errors !== "heteroskedastic" && errors !== "classical";
  const k = regressors.length;
  const weightsOf = (at: number) => outcomeWeights(fit, only(at, k));
  const supports = regressors.map((_, at) => supportOf(weightsOf(at), ...ways));
  const near = () => {
    if (
      lon === undefined ||
      lat === undefined ||
      place.some((_, row) => Number.isNaN(lon[row]) || Number.isNaN(lat[row]))
    )
      throw noCoordinates();
    return conley(fit, { place, year, lon, lat, cutoff, lags });
  };
  const covariance: Covariance =
    errors === "classical"
      ? classical(fit)
      : errors === "heteroskedastic"
        ? heteroskedastic(fit)
        : errors === "conley"
          ? near()
          : clustered(fit, ways, regression.effects);
  const wide = studentQuantile((1 - level) / 2, covariance.freedom);
  // signs are drawn by unit, whichever way errors are taken
  const wildSupports =
    ways[0] === unit && ways.length === 1 ? supports : regressors.map((_, at) => supportOf(weightsOf(at), unit));
  const coefficients = regressors.map(({ name, title = same(name) }, at): Coefficient => {
    const coefficient = fit.coefficients[at];
    const error = Math.sqrt(covariance.values[at * k + at]);
    const isRounding = error <= rounding * Math.abs(coefficient);
    const standardError = isRounding ? Number.NaN : byUnits ? errorBy(supports[at], error) : error;
    const t = coefficient / standardError;
    return {
      term: name,
      title,
      coefficient,
      standardError,
      t,
      p: studentTwoSided(t, covariance.freedom),
      low: coefficient - wide * standardError,
      high: coefficient + wide * standardError,
      pWild:
        draws > 0 && !areTooFew(wildSupports[at]) && !isRounding
          ? wildP(regression, fit, at, unit, draws, draw(`wild/${name}`))
          : Number.NaN,
    };
  });
  const [{ coefficient: effect, standardError, p, low, high }] = coefficients;
  return {
    coefficients,
    effect,
    standardError,
    p,
    low,
    high,
    within: fit.within,
    clusters: byUnits ? supports[0].clusters : Number.NaN,
    effectiveClusters: byUnits ? supports[0].effective : Number.NaN,
    freedom: covariance.freedom,
    n: fit.rows,
    warnings: [
      ...fixedEffectsWarnings(byUnits ? supports : [], coefficients, ways),
      ...(draws > 0 ? wildWarnings(wildSupports[0]) : []),
      ...switchedOffWarnings(input),
    ],
    convention: { effects: absorb.join(", ") || "none", errors, wild: draws > 0 ? "imposed" : "none" },
  };
}

export default defineMethod({
  id: "causal/fixed-effects",
  version: 6,
  title: fixedEffectsTitle,
  question: {
    en: "How does the outcome move with a policy, beside what is fixed of places and common to years?",
    zh: "控制地区固有差异与各年共同变化后，结果如何随政策变动？",
  },
  formula: "y_it = b x_it + a_i + c_t + e_it",
  where: {
    en: "a: effect of each place; c: of each year; errors by cluster, (n − 1)/(n − K) · G/(G − 1), effects nested in clusters counted once",
    zh: "a：地区效应；c：年份效应；聚类标准误含 (n − 1)/(n − K)·G/(G − 1) 调整，嵌套于聚类的固定效应只计一个",
  },
  cites: [
    {
      text: "Cameron, A. C., Gelbach, J. B. and Miller, D. L. (2011). Robust inference with multiway clustering. Journal of Business and Economic Statistics 29(2), 238-249.",
      checked: "unverified",
    },
    {
      text: "Cameron, A. C., Gelbach, J. B. and Miller, D. L. (2008). Bootstrap-based improvements for inference with clustered errors. Review of Economics and Statistics 90(3), 414-427.",
      checked: "unverified",
    },
    {
      text: "Carter, A. V., Schnepel, K. T. and Steigerwald, D. G. (2017). Asymptotic behavior of a t-test robust to cluster heterogeneity. Review of Economics and Statistics 99(4), 698-709. (how many clusters carry an effect)",
      doi: "10.1162/REST_a_00639",
      checked: "secondary",
    },
    {
      text: "MacKinnon, J. G. and Webb, M. D. (2017). Wild bootstrap inference for wildly different cluster sizes. Journal of Applied Econometrics 32(2), 233-254. (with few treated errors are too small, and the wild bootstrap fails)",
      checked: "secondary",
    },
    {
      text: "Conley, T. G. (1999). GMM estimation with cross sectional dependence. Journal of Econometrics 92(1), 1-45.",
      checked: "unverified",
    },
  ],
  conventions: fixedEffectsConventions,
  means: fixedEffectsMeans,
  pitfalls: [
    {
      en: "With staggered adoption and effects that grow, b can have the wrong sign: decompose it.",
      zh: "政策分批实施且效应递增时，b 的符号可能相反：请做分解。",
    },
    {
      en: "Packages count degrees of freedom differently when effects lie in clusters: here as in fixest, not as in areg.",
      zh: "固定效应嵌套于聚类时各软件自由度不同：此处同 fixest，不同于 areg。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.one,
      clustering: label.optional,
      lon: { ...number.optional, mayLack: true },
      lat: { ...number.optional, mayLack: true },
      regressors: number.many,
      factors: label.many,
    }),
  },
  options: z.strictObject({
    absorb: z.array(z.enum(["place", "year"])).default(["place", "year"]),
    errors: z.enum(errorKinds).default("cluster"),
    level: z.number().gt(0.5).lt(1).default(0.95),
    draws: z.int().min(0).max(100_000).default(0),
    cutoff: z.number().positive().default(500),
    lags: z.int().min(0).default(0),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "ties",
  example: (seed, size) => adoptionExample(seed, size, { regressors: ["treated"] }),
  worked: {
    source: {
      en: "by hand: in two years b is the mean change of the treated less that of the others: 4 - (0 + 1 + 2 + 1 + 1) / 5 = 3",
      zh: "手算：仅有两年时 b 即受处理者的平均变动减其余地区的平均变动：4 - (0 + 1 + 2 + 1 + 1) / 5 = 3",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "b", "c", "d", "e", "f", "a", "b", "c", "d", "e", "f"]),
          numbers("year", "year", [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]),
          numbers("outcome", "1", [5, 6, 7, 8, 9, 9, 5, 7, 9, 9, 10, 13]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ],
        { roles: { regressors: ["treated"] } },
      ),
    },
    gives: { effect: 3, "coefficients[0].coefficient": 3 },
  },
  run: ({ data }, options, ctx) =>
    estimated({ ...data, cluster: data.clustering }, options, (stream) => ctx.random(stream)),
  scalars: {
    effect: { title: { en: "Coefficient of the first column", zh: "首列系数" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    within: { title: { en: "R², within", zh: "组内 R²" }, unit: "1" },
    freedom: { title: { en: "Degrees of freedom", zh: "自由度" }, unit: "1" },
  },
  tables: fixedEffectsTables,
  views: [
    {
      kind: "bars",
      table: "coefficients",
      category: "term",
      value: "coefficient",
      low: "low",
      high: "high",
      order: "as-listed",
    },
  ],
  findings: fixedEffectsFindings,
});
