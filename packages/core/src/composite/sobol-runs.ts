/**
 * The kernel of the sensitivity of ranks: turns numbers between 0 and 1 into recipes and ranks the places under each. It
 * knows nothing of recipes as users write them; `sobol-factors.ts` turns one into arrays.
 */
import { random } from "../contract/random.ts";
import { type DrawPlan, emptyDraw } from "./rank-draws.ts";
import { makeRecipeRanker } from "./rank-recipe.ts";

/** One choice of whoever makes the index, as one number between 0 and 1. */
export type FactorRule =
  | {
      readonly sets: "normalisation" | "aggregation" | "pair" | "scope" | "weighing" | "leave-out";
      readonly levels: number;
    }
  /** The weight of one node or indicator of the plan among its siblings. */
  | { readonly sets: "weight"; readonly node: number }
  | { readonly sets: "weight"; readonly indicator: number };

export interface SobolPlan {
  /** Its choices are scopes x normalisations x aggregations, in this order. */
  readonly plan: DrawPlan;
  readonly scopes: number;
  readonly aggregations: number;
  readonly factors: readonly FactorRule[];
  /** By way of weighing. */
  readonly weighings: readonly { readonly nodeWeight: Float64Array; readonly indicatorWeight: Float64Array }[];
  /** By row of the plan: rank under the stated recipe, 0 without a score. */
  readonly stated: Uint16Array;
  /** By row of the plan: places in its pool, the rank of those that a choice leaves without a score. */
  readonly last: Uint16Array;
}

/** Some of the base samples, with a random stream of their own. */
export interface SobolJob {
  readonly sobol: SobolPlan;
  readonly seed: number;
  readonly samples: number;
}

/** Samples x (factors + 2) runs: on A, on B, then on A with one factor from B. */
export interface SobolPart {
  readonly samples: number;
  /** Mean distance of ranks from the stated ones. */
  readonly shifts: Float64Array;
  /** Runs x rows. */
  readonly ranks: Uint16Array;
}

export function runSobol({ sobol, seed, samples }: SobolJob): SobolPart {
  const { plan, factors, stated, last } = sobol;
  const source = random(seed, "sobol-runs");
  const width = factors.length;
  const runs = width + 2;
  const shifts = new Float64Array(samples * runs);
  const answer = new Uint16Array(samples * runs * plan.rows);
  const ranks = new Uint32Array(plan.rows);
  const rankUnder = makeRankerOf(sobol);
  const [a, b] = [new Float64Array(width), new Float64Array(width)];
  const ranked = stated.reduce((count, rank) => count + (rank > 0 ? 1 : 0), 0);
  for (let sample = 0; sample < samples; sample += 1) {
    for (let factor = 0; factor < width; factor += 1) a[factor] = source.uniform();
    for (let factor = 0; factor < width; factor += 1) b[factor] = source.uniform();
    for (let run = 0; run < runs; run += 1) {
      const at = sample * runs + run;
      const point = run === 1 ? b : a;
      const kept = run < 2 ? 0 : a[run - 2];
      if (run >= 2) a[run - 2] = b[run - 2];
      rankUnder(point, ranks);
      if (run >= 2) a[run - 2] = kept;
      let shift = 0;
      for (let row = 0; row < plan.rows; row += 1) {
        if (stated[row] === 0) continue;
        const rank = ranks[row] === 0 ? last[row] : ranks[row];
        answer[at * plan.rows + row] = rank;
        shift += Math.abs(rank - stated[row]);
      }
      shifts[at] = shift / ranked;
    }
  }
  return { samples, shifts, ranks: answer };
}

function makeRankerOf({ plan, scopes, aggregations, factors, weighings }: SobolPlan) {
  const rankUnder = makeRecipeRanker(plan);
  const drawn = emptyDraw(plan);
  const pairs = plan.choices.length / scopes;
  return (point: Float64Array, ranks: Uint32Array) => {
    let [scope, pair, weighing, left] = [0, 0, 0, -1];
    factors.forEach((rule, at) => {
      if (rule.sets === "weight") return;
      const level = Math.floor(point[at] * rule.levels);
      if (rule.sets === "normalisation") pair += level * aggregations;
      else if (rule.sets === "aggregation" || rule.sets === "pair") pair += level;
      else if (rule.sets === "scope") scope = level;
      else if (rule.sets === "weighing") weighing = level;
      else left = level;
    });
    drawn.nodeWeight.set(weighings[weighing].nodeWeight);
    drawn.indicatorWeight.set(weighings[weighing].indicatorWeight);
    factors.forEach((rule, at) => {
      if (rule.sets !== "weight") return;
      const [weights, of] = "node" in rule ? [drawn.nodeWeight, rule.node] : [drawn.indicatorWeight, rule.indicator];
      weights[of] = plan.weights === "dirichlet" ? -Math.log(1 - point[at]) : weights[of] * (0.75 + 0.5 * point[at]);
    });
    // the last level leaves out none
    if (left >= 0 && left < drawn.indicatorWeight.length) drawn.indicatorWeight[left] = 0;
    rankUnder({ choice: scope * pairs + pair, ...drawn }, ranks);
  };
}
