/**
 * How good can a place look when it may choose the weights, as long as the same weights put no place above 1?
 *
 *   max_w sum_j w_j y_ij   with   sum_j w_j y_kj <= 1 for every row k,   w >= 0
 *   and, with bounds,      low_j <= w_j y_ij / sum_j w_j y_ij <= high_j
 *
 * y are indicators of which more is better, at least 0. A score of 1 says that nobody does better under the weights that
 * suit the place best; below 1 no choice of weights helps, and the peers are the rows that stand in the way. One frontier
 * serves all years of a panel, so scores compare over time. Units do not matter: weights carry them.
 *
 * Without bounds a place may put all weight on its one strength, so with few places and many indicators most score 1:
 * a warning counts them. Bounds hold each indicator's share of the place's own score. Shares that cannot add up to 1 are
 * refused; a place at 0 in an indicator that must have a share can only score 0, which a warning says by name.
 *
 * With a recipe its normalised values are used, directions applied; its weights are not, since choosing them is the
 * point. Rows with a gap are left out and named. The score is unique; the weights behind it often are not, mostly at a
 * score of 1, so shares and peers are those of one best choice.
 *
 * @example
 * await benefitOfDoubt({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(4, 1, 2) },
 *   { name: "y", unit: "1", values: Float64Array.of(1, 4, 1) },
 * ] }, {}, context) // a and b score 1; c at weights .2, .2, where a and b both reach 1, scores .6
 */
import { z } from "zod";
import { type Context, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, type NamedNumbers, number, optional, record, table } from "../contract/readings.ts";
import { listed } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { ownShareRows, type ShareBounds, shareBounds } from "./benefit-of-doubt-bounds.ts";
import { benefitFindings } from "./benefit-of-doubt-findings.ts";
import { bestWeights } from "./benefit-of-doubt-programme.ts";
import { type BenefitRows, benefitRows, undominated } from "./benefit-of-doubt-rows.ts";
import { benefitTables } from "./benefit-of-doubt-tables.ts";
import { type Recipe, recipeSchema } from "./recipe.ts";
import { recipeConventions } from "./recipe-input.ts";

export interface BenefitScore {
  readonly place: string;
  readonly year?: number;
  readonly group?: string;
  readonly score: number;
  /** By indicator, in the inverse of its unit. */
  readonly weights: readonly number[];
  /** By indicator, of the score; `NaN` where that is 0. */
  readonly shares: readonly number[];
  /** Rows, by position among the scores, that reach 1 under these weights. */
  readonly peers: readonly number[];
}

export interface BenefitResult extends Outcome {
  readonly scores: readonly BenefitScore[];
  readonly indicators: readonly NamedNumbers[];
  /** Rows with a score of 1. */
  readonly ones: number;
  readonly meanScore: number;
}

export interface BenefitInput {
  readonly place: readonly string[];
  readonly year?: ArrayLike<number> | undefined;
  readonly group?: readonly string[] | undefined;
  readonly indicators: readonly NamedNumbers[];
}

export interface BenefitOptions {
  readonly recipe?: Recipe | undefined;
  /** Least and greatest share of every indicator in a place's score. */
  readonly low?: number;
  readonly high?: number;
  /** Other bounds for single indicators. */
  readonly bounds?: ShareBounds;
}

const atOne = 1e-9; // the solver holds rows to 1e-10

export async function benefitOfDoubt(
  input: BenefitInput,
  { recipe, low = 0, high = 1, bounds = {} }: BenefitOptions,
  context: Pick<Context, "solve" | "progress" | "signal">,
): Promise<BenefitResult> {
  const rows = benefitRows(input, recipe);
  const limits = shareBounds(rows.indicators, low, high, bounds);
  const frontier = undominated(rows.scaled).map((row) => rows.scaled[row]);
  const scores: BenefitScore[] = [];
  for (const [at, own] of rows.scaled.entries()) {
    context.signal.throwIfAborted();
    const weights = await bestWeights(own, frontier, ownShareRows(own, limits), context.solve);
    scores.push({ ...rows.keys[at], ...scoreAt(own, weights, rows) });
    context.progress(at + 1, rows.scaled.length);
  }
  const ones = scores.filter(({ score }) => score === 1).length;
  const bounded = limits.some((each) => each.low > 0 || each.high < 1);
  return {
    scores,
    indicators: rows.indicators,
    ones,
    meanScore: scores.reduce((sum, { score }) => sum + score, 0) / scores.length,
    n: scores.length,
    dropped: rows.dropped,
    warnings: [...rows.warnings, ...warningsOf(scores, ones, bounded, rows, limits)],
    convention: {
      bounds: bounded ? "shares" : "none",
      values: recipe === undefined ? "as given" : recipe.normalise.method,
      frontier: input.year === undefined ? "all places" : "all places and years",
    },
  };
}

function scoreAt(own: readonly number[], found: readonly number[], { scaled, greatest }: BenefitRows) {
  const weights = found.map((weight, at) => (greatest[at] > 0 ? Math.max(0, weight) : 0));
  const under = (y: readonly number[]) => y.reduce((sum, value, at) => sum + weights[at] * value, 0);
  const reached = under(own);
  const score = reached > 1 - atOne ? 1 : reached < atOne ? 0 : reached;
  return {
    score,
    weights: weights.map((weight, at) => (greatest[at] > 0 ? weight / greatest[at] : 0)),
    shares: own.map((value, at) => (score === 0 ? Number.NaN : (weights[at] * value) / reached)),
    peers: score === 0 ? [] : scaled.flatMap((y, row) => (under(y) > 1 - atOne ? [row] : [])),
  };
}

function warningsOf(
  scores: readonly BenefitScore[],
  ones: number,
  bounded: boolean,
  { indicators, scaled }: BenefitRows,
  limits: readonly { readonly low: number }[],
): Warning[] {
  const warnings: Warning[] = [];
  if (!bounded && ones > 1) {
    warnings.push({
      code: "many-ones",
      text: {
        en: `${ones} of ${scores.length} rows score 1 under free weights, so their order is not known; bound the shares, as in low: 0.1`,
        zh: `自由赋权下 ${scores.length} 行中有 ${ones} 行得分为 1，彼此无法排序；可限制份额，如 low: 0.1`,
      },
    });
  }
  scores.forEach(({ place, year, score }, row) => {
    if (score > 0) return;
    const lacking = indicators.filter((_, at) => limits[at].low > 0 && scaled[row][at] === 0).map(({ name }) => name);
    const why =
      lacking.length > 0
        ? {
            en: "has 0 in {lacking}, which must have a share",
            zh: "的 {lacking} 为 0，却须占一定份额",
          }
        : { en: "has too little in the indicators that may carry its score", zh: "可计入得分的指标取值过少" };
    warnings.push({
      code: "score-zero",
      text: {
        en: `{row} ${why.en}: its score can only be 0; normalise to a range above 0`,
        zh: `{row} ${why.zh}：得分只能为 0；可标准化到大于 0 的区间`,
      },
      values: { row: { rows: [{ place, year }] }, lacking: listed(lacking.map(same)) },
    });
  });
  return warnings;
}

const share = z.number().min(0).max(1);

export default defineMethod({
  id: "composite/benefit-of-doubt",
  version: 1,
  title: { en: "Benefit of the doubt", zh: "“疑点利益”综合评价（BoD）" },
  question: {
    en: "How good can a place look when it may choose the weights of its indicators?",
    zh: "若允许各地自选指标权重，其综合得分最高可达多少？",
  },
  formula: "max Σⱼ wⱼ yᵢⱼ;  Σⱼ wⱼ yₖⱼ ≤ 1 ∀ k;  w ≥ 0;  lⱼ ≤ wⱼ yᵢⱼ / Σ w yᵢ ≤ hⱼ",
  where: {
    en: "yᵢⱼ: indicator j of place i, more is better; w: the weights that suit place i best; l, h: bounds on the share of an indicator in the score",
    zh: "yᵢⱼ：地区 i 的正向指标 j；w：对地区 i 最有利的权重；l、h：各指标占得分份额的下限与上限",
  },
  cites: [
    {
      text: "Melyn, W. and Moesen, W. (1991). Towards a synthetic indicator of macroeconomic performance: unequal weighting when limited information is available. Public Economics Research Paper 17, CES, KU Leuven.",
      checked: "secondary",
    },
    {
      text: "Cherchye, L., Moesen, W., Rogge, N. and Van Puyenbroeck, T. (2007). An introduction to benefit of the doubt composite indicators. Social Indicators Research 82, 111-145.",
      checked: "unverified",
    },
    {
      text: "Van Puyenbroeck, T. and Rogge, N. (2017). Geometric mean quantity index numbers with Benefit-of-the-Doubt weights. European Journal of Operational Research 256(3), 1004-1014.",
      checked: "secondary",
    },
  ],
  conventions: {
    bounds: {
      title: { en: "Bounds", zh: "权重约束" },
      choices: {
        none: { en: "none, weights are free", zh: "无约束，自由赋权" },
        shares: { en: "on each indicator's share of the place's own score", zh: "约束各指标在本地得分中的份额" },
      },
    },
    values: {
      title: { en: "Values", zh: "指标取值" },
      choices: { "as given": { en: "as given", zh: "按给定值" }, ...recipeConventions.normalise.choices },
    },
    frontier: {
      title: { en: "Rows that hold a place's weights", zh: "约束权重的样本范围" },
      choices: {
        "all places": { en: "all places", zh: "全部地区" },
        "all places and years": { en: "all places and years", zh: "全部地区与年份" },
      },
    },
  },
  means: {
    low: {
      en: "least share of the place's own score that each indicator must have",
      zh: "每个指标在本地得分中的最低占比",
    },
    high: { en: "greatest such share", zh: "每个指标在本地得分中的最高占比" },
  },
  pitfalls: [
    {
      en: "Without bounds most places score 1 when indicators are many and places few; a warning counts them.",
      zh: "不设界限时，指标多、地区少会使多数地区得分为 1，警告中给出个数。",
    },
    {
      en: "The score is unique, the weights behind it often are not: do not read them as the place's priorities.",
      zh: "得分唯一，其背后的权重往往不唯一，不宜解读为该地的偏好。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.optional, group: label.optional, indicators: number.many }),
    recipe: optional(record(recipeSchema)),
  },
  options: z.strictObject({
    low: share.default(0),
    high: share.default(1),
    bounds: z.record(z.string(), z.strictObject({ low: share.optional(), high: share.optional() })).default({}),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  relabelling: "ties",
  example: (seed, size) => {
    const draw = random(seed, "benefit-of-doubt/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const column = (name: string, unit: string, most: number, en: string, zh: string) =>
      numbers(
        name,
        unit,
        place.map(() => most * (0.1 + draw.uniform())),
        { title: { en, zh } },
      );
    const columns = [
      labels("place", place),
      column("income", "yuan", 9e4, "income per head", "人均收入"),
      column("trains", "1", 200, "trains a day", "每日列车数"),
      column("patents", "1", 50, "patents", "专利"),
    ];
    const roles = { indicators: ["income", "trains", "patents"] };
    return { inputs: { data: makeTable("data", ["place"], columns, { roles }) }, options: { low: 0.1 } };
  },
  worked: {
    source: {
      en: "by hand: (4, 1) and (1, 4) score 1; (2, 1) is held by both at weights .2 and .2 and scores .6",
      zh: "手算：(4, 1) 与 (1, 4) 得 1；(2, 1) 同时受两者约束，权重各为 .2，得 .6",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [4, 1, 2]), numbers("y", "1", [1, 4, 1])],
        { roles: { indicators: ["x", "y"] } },
      ),
    },
    gives: { ones: 2, meanScore: 2.6 / 3, "scores[2].score": 0.6, "shares[4].share": 2 / 3, "shares[4].weight": 0.2 },
  },
  run: ({ data: { place, year, group, indicators }, recipe }, options, context) =>
    benefitOfDoubt({ place, year, group, indicators }, { ...options, recipe }, context),
  scalars: {
    ones: { title: { en: "rows with a score of 1", zh: "得分为 1 的行数" }, unit: "1" },
    meanScore: { title: { en: "mean score", zh: "平均得分" }, unit: "1" },
  },
  tables: benefitTables,
  views: [
    { kind: "trend", table: "scores", time: "year", value: "score", series: "place" },
    { kind: "bars", table: "scores", category: "place", value: "score" },
    {
      kind: "heatmap",
      table: "shares",
      row: "place",
      column: "indicator",
      value: "share",
      scale: "sequential",
      title: { en: "What each place leans on", zh: "各地得分的依托" },
    },
    { kind: "map", table: "scores", place: "place", value: "score" },
  ],
  findings: benefitFindings,
});
