/**
 * Which weights would put a place first, and how far are they from yours?
 *
 *   min_w sum_j |w_j - w0_j|   with   sum_j w_j (v_ij - v_kj) >= 0 for every rival k,   sum_j w_j = 1,  low <= w_j <= high
 *
 * v are the recipe's normalised values, w0 its weights in the whole; for geometric means v is ln v, for harmonic ones
 * -1 / v, under which the order is that of a weighted sum too. `level: aspects` moves the weights of what hangs under the
 * root and leaves those below. Rivals are the places of the same group and year; to be level with the best is to be first.
 *
 * Half the distance is the weight that has to change hands: 0 where the place leads already. A ranking whose lead a small
 * share overturns is the recipe's, not the place's. Where no weights will do the answer says so, with the least by which
 * the place falls short of the best whatever the weights, and who stands in the way.
 *
 * Rows with a gap are left out and named, here as rivals too. One place alone is first. The distance is unique; weights at
 * that distance need not be, and one set of them is given.
 *
 * @example
 * (await rankOptimalWeights({ place: ["a", "b"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1) },
 *   { name: "y", unit: "1", values: Float64Array.of(1, 0) },
 * ] }, {}, context)).places // both are first at a half each
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { refuseUnknown } from "../contract/known-names.ts";
import { type Context, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { levels, rankProblem, type WeighedItem } from "./rank-optimal-problem.ts";
import { nearestWeights } from "./rank-optimal-programme.ts";
import { optimalFindings, optimalTables } from "./rank-optimal-tables.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { compositeExample, conventionOf, recipeConventions, recipeFor, recipeInputs } from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { score } from "./score.ts";
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

export const standings = ["first", "can-be-first", "cannot-be-first"] as const;
export type Standing = (typeof standings)[number];

export interface OptimalPlace {
  readonly row: number;
  readonly place: string;
  readonly score: number;
  readonly rank: number;
  readonly standing: Standing;
  /** Sum of the differences between weights, 0 to 2; `NaN` where no weights will do. */
  readonly distance: number;
  readonly shortfall: number;
  /** By item; the recipe's own where the place leads already, none where no weights will do. */
  readonly weights: readonly number[] | undefined;
  /** Rows that are level with it under these weights, or that it cannot get past. */
  readonly rivals: readonly number[];
}

export interface RankOptimalWeights extends Outcome {
  readonly items: readonly WeighedItem[];
  readonly places: readonly OptimalPlace[];
  /** Places that some weights put first, those that lead included, and those that none does. */
  readonly canLead: number;
  readonly cannotLead: number;
}

const share = z.number().min(0).max(1);
const optionsSchema = z.strictObject({
  level: z.enum(levels).default("indicators"),
  /** Least and greatest weight of every item. */
  low: share.default(0),
  high: share.default(1),
  /** The places that weights are sought for; all unless named. A programme is solved for each. */
  of: z.array(z.string()).min(1).optional(),
});

export interface RankOptimalOptions extends Partial<z.output<typeof optionsSchema>> {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
}

export async function rankOptimalWeights(
  data: CompositeData,
  { recipe, weights, ...given }: RankOptimalOptions,
  context: Pick<Context, "solve" | "progress" | "signal">,
): Promise<RankOptimalWeights> {
  checkRows("rank-optimal-weights", data);
  const { level, low, high, of } = readOptions("composite/rank-optimal-weights", optionsSchema, given);
  refuseUnknown("rank-optimal-weights", "of", of ?? [], data.place);
  const wanted = of === undefined ? undefined : new Set(of);
  const used = weighedBy(recipeFor(data, recipe), weights);
  const scored = score(used, data);
  const { items, values, dropped } = rankProblem(used, scored, data, level);
  refuseLimits(items, low, high);
  const stated = items.map(({ weight }) => weight);
  const total = scored.total.map((value, row) => (values[row] === undefined ? Number.NaN : value));
  const pooled = pools(scored.n, data);
  const ranks = ranksWithin(pooled, total);
  const keeps = stated.every((weight) => weight >= low - rounding && weight <= high + rounding);
  const places: OptimalPlace[] = [];
  for (const { rows } of pooled) {
    const there = rows.filter((row) => values[row] !== undefined);
    for (const row of there) {
      if (wanted?.has(data.place[row]) === false) continue;
      context.signal.throwIfAborted();
      const common = { row, place: data.place[row], score: total[row], rank: ranks[row] };
      const others = there.filter((other) => other !== row);
      if (others.length === 0 || (ranks[row] === 1 && keeps)) {
        const rivals = others.filter((other) => ranks[other] === 1);
        places.push({ ...common, standing: "first", distance: 0, shortfall: 0, weights: stated, rivals });
        continue;
      }
      const own = values[row] as readonly number[];
      const against = others.map((other) => values[other] as readonly number[]);
      const found = await nearestWeights(own, against, stated, { low, high }, context.solve);
      const rivals = found.level.map((at) => others[at]);
      const moved = found.weights?.map((weight, at) => tidied(weight, stated[at]));
      places.push({
        ...common,
        standing: moved === undefined ? "cannot-be-first" : "can-be-first",
        distance: moved?.reduce((sum, weight, at) => sum + Math.abs(weight - stated[at]), 0) ?? Number.NaN,
        shortfall: found.shortfall,
        weights: moved,
        rivals,
      });
      context.progress(places.length, scored.n);
    }
  }
  places.sort((a, b) => a.row - b.row);
  const cannotLead = places.filter(({ standing }) => standing === "cannot-be-first").length;
  const { normalise, scope, weigh, aggregate, recipe: source } = conventionOf(used, recipe !== undefined);
  return {
    items,
    places,
    canLead: places.length - cannotLead,
    cannotLead,
    n: places.length,
    dropped,
    warnings: [...scored.warnings, ...warningsOf(keeps)],
    convention: {
      recipe: source,
      normalise,
      scope,
      weigh: weights === undefined ? weigh : "table",
      aggregate,
      level,
      distance: "absolute",
    },
  };
}

const rounding = 1e-9; // to which the solver holds its rows, and more than a sum of weights is off by

/** What the solver left within its tolerance of the stated weight, or of 0, is that. */
function tidied(weight: number, stated: number): number {
  if (Math.abs(weight - stated) < rounding) return stated;
  return weight < rounding ? 0 : weight;
}

function refuseLimits(items: readonly WeighedItem[], low: number, high: number): void {
  const n = items.length;
  const refuse = (code: string, en: string, zh: string) => {
    throw new InputError({
      code,
      text: { en: `rank-optimal-weights: ${en}`, zh: `最优权重：${zh}` },
      place: { path: "low" },
    });
  };
  if (n === 0) refuse("nothing-weighed", "nothing to weigh", "没有可赋权的项目");
  if (n * low > 1 + rounding || n * high < 1 - rounding) {
    refuse(
      "limits-infeasible",
      `${n} weights between ${low} and ${high} cannot add up to 1`,
      `${n} 个权重均在 ${low} 与 ${high} 之间时无法合计为 1`,
    );
  }
}

function warningsOf(keeps: boolean): Warning[] {
  if (keeps) return [];
  return [
    {
      code: "stated-beyond-limits",
      text: {
        en: "the recipe's own weights are not between low and high, so even the leader may have to move some",
        zh: "方案自身的权重不在 low 与 high 之间，因此领先者也可能需要调整权重",
      },
    },
  ];
}

const { recipe, normalise, scope, weigh, aggregate } = recipeConventions;

export default defineMethod({
  id: "composite/rank-optimal-weights",
  version: 2,
  title: { en: "Weights that would put a place first", zh: "使某地居首的最近权重" },
  question: {
    en: "Which weights would put this place first, and how far are they from yours?",
    zh: "怎样的权重能使某地位居第一？与现行权重相差多少？",
  },
  formula: "min Σⱼ |wⱼ − w⁰ⱼ|;  Σⱼ wⱼ (vᵢⱼ − vₖⱼ) ≥ 0 ∀ k;  Σ w = 1;  l ≤ w ≤ h",
  where: {
    en: "vᵢⱼ: normalised indicator j of place i (ln v, -1/v under geometric and harmonic means); w⁰: the recipe's weights; l, h: bounds on weights",
    zh: "vᵢⱼ：地区 i 的标准化指标 j（几何、调和平均下取 ln v、-1/v）；w⁰：方案权重；l、h：权重的下限与上限",
  },
  cites: [
    {
      text: "Paruolo, P., Saisana, M., Saltelli, A. (2013). Ratings and rankings: voodoo or science? Journal of the Royal Statistical Society A 176(3), 609-634.",
      checked: "unverified",
    },
    {
      text: "Foster, J. E., McGillivray, M., Seth, S. (2013). Composite indices: rank robustness, statistical association, and redundancy. Econometric Reviews 32(1), 35-56.",
      checked: "unverified",
    },
  ],
  conventions: {
    recipe,
    normalise,
    scope,
    weigh,
    aggregate,
    level: {
      title: { en: "Weights that move", zh: "可调整的权重" },
      choices: {
        indicators: { en: "of every indicator in the whole", zh: "各指标的整体权重" },
        aspects: { en: "of what hangs under the root", zh: "一级维度的权重" },
      },
    },
    distance: {
      title: { en: "Distance", zh: "距离" },
      choices: {
        absolute: {
          en: "sum of absolute differences; half of it changes hands",
          zh: "绝对差之和，其一半为需转移的权重",
        },
      },
    },
  },
  means: {
    of: { en: "the places to put first; all unless named", zh: "欲使其居首的地区；缺省为全部" },
    low: { en: "least weight that an indicator may have", zh: "指标权重下限" },
    high: { en: "greatest weight that an indicator may have", zh: "指标权重上限" },
  },
  pitfalls: [
    {
      en: "The distance is unique, the weights at that distance may not be.",
      zh: "距离唯一，但达到该距离的权重可能不唯一。",
    },
    {
      en: "A lead that a small share of weight overturns belongs to the recipe, not to the place.",
      zh: "只需少量权重易手即可颠倒的领先，属于方案而非该地。",
    },
  ],
  inputs: { ...recipeInputs, weights: weightsInput },
  options: optionsSchema,
  gaps: "pass",
  cost: "seconds",
  relabelling: "ties",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [10, 0, 4]), numbers("y", "1", [0, 10, 4])],
      ),
      recipe: { indicators: [{ id: "x", weight: 3 }, { id: "y" }] },
    },
    gives: { canLead: 2, cannotLead: 1, "places[1].distance": 0.5, "places[2].shortfall": 0.1 },
    source: {
      en: "by hand: a scores the weight of x and b that of y, so b leads from .5 on, .25 from its .25; c always scores .4, and the better of the two at least .5",
      zh: "手算：a 的得分为 x 的权重，b 为 y 的权重，故 b 自 .5 起居首，距其 .25 为 .25；c 恒为 .4，而两者中较优者至少为 .5",
    },
  },
  run: ({ data, recipe, weights }, options, context) =>
    rankOptimalWeights(data, { ...options, recipe, weights }, context),
  scalars: {
    canLead: { title: { en: "places that some weights put first", zh: "可能居首的地区数" }, unit: "1" },
    cannotLead: { title: { en: "places that no weights put first", zh: "任何权重下均不能居首的地区数" }, unit: "1" },
  },
  tables: (result, { data }) => optimalTables(result, data),
  views: [
    {
      kind: "bars",
      table: "places",
      category: "place",
      value: "moved",
      group: "group",
      where: { standing: "can-be-first" },
      title: { en: "Weight that has to change hands for a place to lead", zh: "各地居首所需转移的权重" },
    },
    {
      kind: "heatmap",
      table: "weights",
      row: "place",
      column: "item",
      value: "change",
      scale: "around-zero",
      title: { en: "How the weights would have to change", zh: "居首所需的权重变化" },
    },
  ],
  findings: (result, { data }) => optimalFindings(result, data),
});
