/**
 * The kernel of rank uncertainty: draws recipes and ranks the places under each. It knows nothing of recipes as users
 * write them; `rank-plan.ts` turns one into arrays.
 */
import { type Random, random } from "../contract/random.ts";
import { makeRecipeRanker } from "./rank-recipe.ts";
import type { Aggregate, Normalisation } from "./recipe.ts";

/** How weights vary: not at all, by a quarter up or down each, or freely (flat Dirichlet among siblings at every node). */
export const weightDraws = ["uniform-25", "dirichlet", "stated"] as const;
export type WeightDraws = (typeof weightDraws)[number];

/** One normalisation with one aggregation. */
export interface Choice {
  readonly normalisation: Normalisation;
  readonly aggregate: Aggregate;
  /** Mean of each node. */
  readonly means: readonly Aggregate[];
  /** Rows x indicators, stepped into the mean of the node above, 0 where missing. */
  readonly values: Float64Array;
}

export interface DrawPlan {
  readonly rows: number;
  /** First row of each pool that is ranked together, and the end of the last. */
  readonly pools: Uint32Array;
  /** Position of the node above; parents come before their children. */
  readonly parent: Int32Array;
  /** First indicator of each node, and the end of the last: indicators of a node lie together. */
  readonly starts: Uint32Array;
  /** Stated weights among siblings. */
  readonly nodeWeight: Float64Array;
  readonly indicatorWeight: Float64Array;
  /** Pattern of gaps of each row; patterns x indicators, 1 where there is a figure. */
  readonly patternOf: Uint32Array;
  readonly patterns: Float64Array;
  readonly choices: readonly Choice[];
  readonly weights: WeightDraws;
  readonly leaveOneOut: boolean;
}

/** A part of the draws, with a random stream of its own, so that the answer does not depend on who computes which part. */
export interface DrawJob {
  readonly plan: DrawPlan;
  readonly seed: number;
  readonly draws: number;
}

/** One drawn recipe: a choice, and weights of any size, to be shared among siblings; 0 for what is left out. */
export interface Drawn {
  readonly choice: number;
  readonly nodeWeight: Float64Array;
  readonly indicatorWeight: Float64Array;
}

/** Ranks, rows x draws; 0 where a draw left a place without a score. */
export function drawRanks({ plan, seed, draws }: DrawJob): Uint16Array {
  const source = random(seed, "rank-draws");
  const drawn = emptyDraw(plan);
  const ranks = new Uint32Array(plan.rows);
  const rankUnder = makeRecipeRanker(plan);
  const answer = new Uint16Array(plan.rows * draws);
  const picks = pickChoices(plan, draws, source);
  for (let draw = 0; draw < draws; draw += 1) {
    drawInto(drawn, plan, source);
    rankUnder({ choice: picks[draw], ...drawn }, ranks);
    for (let row = 0; row < plan.rows; row += 1) answer[row * draws + draw] = ranks[row];
  }
  return answer;
}

/** The recipes that a job draws, for whoever wants to look at them or to score them another way. */
export function drawnRecipes({ plan, seed, draws }: DrawJob): Drawn[] {
  const source = random(seed, "rank-draws");
  return Array.from(pickChoices(plan, draws, source), (choice) => {
    const drawn = emptyDraw(plan);
    drawInto(drawn, plan, source);
    return { choice, ...drawn };
  });
}

/** Choices of all draws, put in order: draws of one choice follow each other, and its values stay in the fast memory. */
function pickChoices({ choices }: DrawPlan, draws: number, source: Random): Uint32Array {
  return new Uint32Array(draws).map(() => source.integer(choices.length)).sort();
}

export type Weights = Pick<Drawn, "nodeWeight" | "indicatorWeight">;

export function emptyDraw({ nodeWeight, indicatorWeight }: DrawPlan): Weights {
  return {
    nodeWeight: new Float64Array(nodeWeight.length),
    indicatorWeight: new Float64Array(indicatorWeight.length),
  };
}

function drawInto(out: Weights, plan: DrawPlan, source: Random): void {
  varyInto(out.nodeWeight, plan.nodeWeight, plan.weights, source);
  varyInto(out.indicatorWeight, plan.indicatorWeight, plan.weights, source);
  const indicators = out.indicatorWeight.length;
  if (plan.leaveOneOut && indicators > 1) {
    const left = source.integer(indicators + 1); // the last possibility leaves out none
    if (left < indicators) out.indicatorWeight[left] = 0;
  }
}

function varyInto(out: Float64Array, stated: Float64Array, how: WeightDraws, source: Random): void {
  for (let at = 0; at < stated.length; at += 1) {
    if (how === "stated" || stated[at] === 0) out[at] = stated[at];
    else out[at] = how === "dirichlet" ? source.exponential() : stated[at] * (0.75 + 0.5 * source.uniform());
  }
}
