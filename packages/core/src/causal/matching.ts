/**
 * What did treatment do to the treated, beside untreated units that were as likely to be treated?
 *
 *   effect = mean over matched treated of y_i - (1 / M_i) Σ over partners y_j
 *
 * The likelihood (propensity score) is a logistic regression of treatment on covariates and factors. With replacement, as R's
 * Matching and Stata's teffects have it, each treated unit has the nearest control by score, or the mean of all that are equally
 * near. Without, as in MatchIt, treated units choose one after the other, which leaves bias (see pitfalls); of equally near controls
 * the one of lower score, of equal scores the first by name. A caliper is in deviations of the logit; those without a partner are
 * left out and counted, so that the effect is that of the matched. Beside it stands weighting: every control at e / (1 - e), weights
 * of sum 1.
 *
 * The error is that of Abadie and Imbens (2006) for the effect on the treated, with a control used often counted as often, and the
 * score taken as known; where nothing varies, or fewer than five are matched, there is none. Rows with a gap in treated or outcome are dropped at the door, those with
 * a gap in a covariate by name. For a panel give the change of the outcome: matching then compares changes.
 *
 * @example matching({ place, treated, outcome, covariates }, { replacement: false }).effect // 894: National Supported Work against the PSID
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, type NamedLabels, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { normalTwoSided } from "../numeric/normal.ts";
import { type Balance, balanceOf, covariatesOf } from "./covariate-balance.ts";
import type { Estimate } from "./estimate.ts";
import type { LogisticFit } from "./logistic-regression.ts";
import { matchedEffect, normalEstimate, weightedEffect } from "./matching-effects.ts";
import { matchingExample } from "./matching-example.ts";
import { logitOf, scoreWarnings } from "./matching-logit.ts";
import { matchingSample, nobodyMatched, refuseUnfit } from "./matching-sample.ts";
import { matchingFindings, matchingTables, matchingTitle } from "./matching-tables.ts";
import { farPairs, matchingWarnings } from "./matching-warnings.ts";
import { matchingConventions, matchingMeans, matchingPitfalls } from "./matching-words.ts";
import { nearestPairs, type Pairing, type PairingRules } from "./nearest-pairs.ts";
import { propensity } from "./propensity.ts";
import { checkVaries } from "./varying-outcome.ts";

export interface MatchingInput {
  readonly place: readonly string[];
  /** 1 for treated, 0 for not. */
  readonly treated: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly covariates?: readonly NamedNumbers[];
  readonly factors?: readonly NamedLabels[];
}

export type MatchingKind = "raw" | "matched" | "weighted";

export interface MatchingResult extends Outcome, Estimate {
  readonly p: number;
  readonly weighted: number;
  readonly treatedPlaces: number;
  readonly matchedPlaces: number;
  readonly controlPlaces: number;
  /** Largest standardised difference of a covariate before and after matching, without its sign. */
  readonly worstBefore: number;
  readonly worstAfter: number;
  readonly estimates: readonly (Estimate & { readonly kind: MatchingKind })[];
  readonly balance: readonly (Balance & { readonly stage: MatchingKind })[];
  readonly units: readonly {
    readonly place: string;
    readonly treated: number;
    readonly score: number;
    /** In the matched comparison. */
    readonly weight: number;
  }[];
  readonly pairs: readonly { readonly treated: string; readonly control: string; readonly distance: number }[];
  readonly coefficients: readonly {
    readonly name: string;
    readonly coefficient: number;
    readonly standardError: number;
  }[];
}

export interface MatchingOptions extends Partial<Omit<PairingRules, "caliper">> {
  /** In standard deviations of the logit of the score. */
  readonly caliper?: number | undefined;
  readonly level?: number;
}

export function matching(input: MatchingInput, options: MatchingOptions = {}): MatchingResult {
  const { ratio = 1, replacement = true, order = "largest", search = "nearest", caliper, level = 0.95 } = options;
  const { data, dropped } = matchingSample(input);
  const { place, treated, outcome } = data;
  const covariates = covariatesOf(data.covariates, data.factors);
  checkVaries("matching", outcome);
  refuseUnfit(treated, covariates);
  const held = covariates.filter(({ isBase }) => !isBase);
  const model = propensity(
    treated,
    held.map(({ name, title = same(name), values }) => ({ title, values })),
  );
  const score = model.fitted;
  const logit = logitOf(model.line);
  const reach = caliper === undefined ? Number.POSITIVE_INFINITY : caliper * logit.spread;
  const pairing = nearestPairs(treated, score, logit.line, { ratio, replacement, order, search, caliper: reach });
  const pairs = pairing.partners.flatMap((own, at) => own.map((to) => [at, to] as const));
  if (pairs.length === 0) throw nobodyMatched(caliper as number);
  const weights = stageWeights(treated, logit.line, pairing);
  const scored = { treated, outcome, score };
  const matchedPlaces = pairing.partners.filter((own) => own.length > 0).length;
  const main = normalEstimate(matchedEffect(scored, pairing), outcome, { level, units: matchedPlaces });
  const treatedPlaces = treated.filter((each) => each === 1).length;
  const plain = (kind: "raw" | "weighted") =>
    normalEstimate(weightedEffect(scored, weights[kind]), outcome, { level, units: treatedPlaces });
  const weighted = plain("weighted");
  const balance = balanceAt(weights, [...covariates, { ...scoreName, values: score }], treated);
  const result = {
    ...main,
    p: normalTwoSided(main.effect / main.standardError),
    weighted: weighted.effect,
    treatedPlaces,
    matchedPlaces,
    controlPlaces: treated.filter((each) => each === 0).length,
    worstBefore: worstOf(balance, "raw"),
    worstAfter: worstOf(balance, "matched"),
    estimates: [
      { kind: "raw" as const, ...plain("raw") },
      { kind: "matched" as const, ...main },
      { kind: "weighted" as const, ...weighted },
    ],
    balance,
    units: place.map((each, at) => ({
      place: each,
      treated: treated[at],
      score: score[at],
      weight: weights.matched[at],
    })),
    pairs: pairs.map(([at, to]) => ({
      treated: place[at],
      control: place[to],
      distance: Math.abs(score[at] - score[to]),
    })),
    coefficients: coefficientsOf(["intercept", ...held.map(({ name }) => name)], model),
    n: place.length,
    dropped,
  };
  return {
    ...result,
    warnings: [
      ...matchingWarnings(result, treated, score, ratio),
      ...scoreWarnings(logit, treated, weights.weighted),
      ...farPairs(
        pairs.map(([at, to]) => (logit.isLevel ? 0 : Math.abs(logit.line[at] - logit.line[to]) / logit.spread)),
      ),
    ],
    convention: {
      pairs: replacement ? "with" : "without",
      ties: replacement ? "all" : "first",
      order,
      search,
      error: "abadie-imbens",
    },
  };
}

const scoreName = { name: "score", title: { en: "propensity score", zh: "倾向得分" } };

/** What each unit weighs in each comparison. */
function stageWeights(treated: Float64Array, line: Float64Array, { partners, weights }: Pairing) {
  // only shares of a side's weight count, so that odds are taken beside the largest among controls and never overflow
  const most = line.reduce(
    (top, each, at) => (treated[at] === 0 ? Math.max(top, each) : top),
    Number.NEGATIVE_INFINITY,
  );
  return {
    raw: treated.map(() => 1),
    matched: treated.map((each, at) => (each === 1 ? Math.min(1, partners[at].length) : weights[at])),
    weighted: treated.map((each, at) => (each === 1 ? 1 : Math.exp(line[at] - most))),
  } satisfies Record<MatchingKind, Float64Array>;
}

function balanceAt(
  weights: Readonly<Record<MatchingKind, Float64Array>>,
  scored: Parameters<typeof balanceOf>[0],
  treated: Float64Array,
) {
  return (["raw", "matched", "weighted"] as const).flatMap((stage) =>
    balanceOf(scored, treated, weights[stage]).map((each) => ({ ...each, stage })),
  );
}

/** The largest standardised difference of a covariate, without its sign. */
function worstOf(balance: MatchingResult["balance"], stage: MatchingKind): number {
  return balance.reduce(
    (most, each) =>
      each.stage === stage && each.covariate !== scoreName.name ? Math.max(most, Math.abs(each.difference)) : most,
    0,
  );
}

function coefficientsOf(names: readonly string[], { coefficients, covariance }: LogisticFit) {
  return names.map((name, at) => ({
    name,
    coefficient: coefficients[at],
    standardError: Math.sqrt(covariance[at * coefficients.length + at]),
  }));
}

export default defineMethod({
  id: "causal/matching",
  version: 4,
  title: matchingTitle,
  question: {
    en: "What did treatment do, beside untreated units that were as likely to be treated?",
    zh: "与同样可能受处理而未受处理者相比，处理带来多大变化？",
  },
  formula: "τ = (1/m) Σᵢ (yᵢ − (1/Mᵢ) Σⱼ yⱼ);  e(x) = 1 / (1 + exp(−x'β))",
  where: {
    en: "i: the m treated that are matched; j: the Mᵢ controls nearest to i by e, the propensity score; weighting: controls at e / (1 − e)",
    zh: "i：配得对照的 m 个处理单位；j：倾向得分 e 与 i 最近的 Mᵢ 个对照；加权估计中对照权重为 e/(1−e)",
  },
  cites: [
    {
      text: "Rosenbaum, P. R. and Rubin, D. B. (1983). The central role of the propensity score in observational studies for causal effects. Biometrika 70(1), 41-55.",
      checked: "unverified",
    },
    {
      text: "Abadie, A. and Imbens, G. W. (2006). Large sample properties of matching estimators for average treatment effects. Econometrica 74(1), 235-267.",
      checked: "unverified",
    },
  ],
  conventions: matchingConventions,
  means: matchingMeans,
  pitfalls: matchingPitfalls,
  inputs: {
    data: table({
      place: label.one,
      treated: number.one,
      outcome: number.one,
      covariates: number.many,
      factors: label.many,
    }),
  },
  options: z.strictObject({
    ratio: z.int().min(1).max(20).default(1),
    replacement: z.boolean().default(true),
    order: z.enum(["largest", "smallest"]).default("largest"),
    search: z.enum(["nearest", "below"]).default("nearest"),
    caliper: z.number().positive().optional(),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  cost: "live",
  relabelling: "ties",
  example: matchingExample,
  worked: {
    source: {
      en: "by hand: with one covariate the nearest in it is the nearest in score: b (4) takes d (4.3), a (2) takes c (1.9): (20 - 11 + 10 - 7) / 2",
      zh: "手算：仅一个协变量时，取值最近者即得分最近者：b (4) 配 d (4.3)，a (2) 配 c (1.9)：(20 - 11 + 10 - 7) / 2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c", "d", "e", "f"]),
          numbers("treated", "1", [1, 1, 0, 0, 0, 0]),
          numbers("outcome", "1", [10, 20, 7, 11, 3, 1]),
          numbers("age", "year", [2, 4, 1.9, 4.3, 9, 0]),
        ],
        { roles: { covariates: ["age"] } },
      ),
    },
    gives: { effect: 6, matchedPlaces: 2 },
  },
  run: ({ data }, options) => matching(data, options),
  scalars: {
    effect: { title: { en: "Effect on the matched treated", zh: "匹配处理组的平均效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    weighted: { title: { en: "Effect by weighting", zh: "逆概率加权效应" }, unit: "1" },
    treatedPlaces: { title: { en: "Treated", zh: "受处理个体数" }, unit: "1" },
    matchedPlaces: { title: { en: "Treated with a partner", zh: "已匹配个体数" }, unit: "1" },
    controlPlaces: { title: { en: "Controls", zh: "对照个体数" }, unit: "1" },
    worstBefore: { title: { en: "Largest standardised difference before", zh: "匹配前最大标准化差异" }, unit: "1" },
    worstAfter: { title: { en: "Largest standardised difference after", zh: "匹配后最大标准化差异" }, unit: "1" },
  },
  tables: matchingTables,
  views: [
    { kind: "bars", table: "balance", category: "covariate", value: "difference", group: "stage", order: "as-listed" },
    {
      kind: "bars",
      table: "estimates",
      category: "estimate",
      value: "effect",
      low: "low",
      high: "high",
      order: "as-listed",
    },
    { kind: "dots", table: "units", place: "place", value: "score", group: "side" },
  ],
  findings: matchingFindings,
});
