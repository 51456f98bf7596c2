import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { extremes } from "../numeric/spread.ts";
import { choicesOf, type DeclaredDraws, declaredPairs, unpairedWarning } from "./rank-choices.ts";
import type { DrawPlan } from "./rank-draws.ts";
import { mostRanked } from "./rank-pairs.ts";
import { type Pool, pools } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { type RecipeTree, recipeTree } from "./recipe-tree.ts";
import type { CompositeData } from "./scale.ts";
import { type Scored, score } from "./score.ts";

export interface RankPlan {
  readonly plan: DrawPlan;
  readonly stated: Scored;
  readonly pools: readonly Pool[];
  /** Data row of each row of the plan, in which pools lie together. */
  readonly order: Uint32Array;
  /** Indicator of the recipe behind each of the plan, in which those of a node lie together. */
  readonly columns: Uint32Array;
  /** That some of what was declared is never drawn. */
  readonly unpaired: readonly Warning[];
}

export function planDraws(recipe: Recipe, data: CompositeData, declared: DeclaredDraws): RankPlan {
  const tree = recipeTree(recipe);
  const stated = score(recipe, data);
  const pooled = pools(stated.n, data);
  refuseTooMany(pooled);
  const order = Uint32Array.from(pooled.flatMap(({ rows }) => rows));
  const columns = Uint32Array.from(tree.nodeOf.keys()).sort((a, b) => tree.nodeOf[a] - tree.nodeOf[b] || a - b);
  const there = figuresThatCount(tree, stated);
  const { patternOf, patterns } = patternsOf(there, order, columns);
  const pairs = declaredPairs(recipe, declared);
  return {
    stated,
    pools: pooled,
    order,
    columns,
    unpaired: unpairedWarning(recipe, declared, pairs),
    plan: {
      rows: order.length,
      pools: Uint32Array.from([0, ...pooled.map(({ rows }) => rows.length)]).map(runningSum()),
      parent: Int32Array.from(tree.nodes, ({ parent }) => parent),
      starts: Uint32Array.from([0, ...tree.nodes.map(({ indicators }) => indicators.length)]).map(runningSum()),
      nodeWeight: Float64Array.from(stated.nodes, ({ localWeight }) => localWeight),
      indicatorWeight: Float64Array.from(columns, (at) => stated.indicators[at].localWeight),
      patternOf,
      patterns,
      choices: choicesOf(recipe, pairs, { tree, stated, data, order, columns, there }),
      weights: declared.weights,
      leaveOneOut: declared.leaveOneOut,
    },
  };
}

function runningSum() {
  let sum = 0;
  return (value: number) => {
    sum += value;
    return sum;
  };
}

/**
 * Whether a row's indicator is there and none of the nodes above it is a gap under the stated recipe. Gaps are settled
 * once, by the stated recipe, so that every draw ranks the same places.
 */
function figuresThatCount(tree: RecipeTree, { indicators, nodes, n }: Scored): Uint8Array[] {
  return indicators.map(({ normalised }, indicator) => {
    const there = new Uint8Array(n);
    for (let row = 0; row < n; row += 1) there[row] = Number.isNaN(normalised[row]) ? 0 : 1;
    for (let node = tree.nodeOf[indicator]; node >= 0; node = tree.nodes[node].parent) {
      const { scores } = nodes[node];
      for (let row = 0; row < n; row += 1) if (Number.isNaN(scores[row])) there[row] = 0;
    }
    return there;
  });
}

function patternsOf(there: readonly Uint8Array[], order: Uint32Array, columns: Uint32Array) {
  const known = new Map<string, number>();
  const patterns: number[] = [];
  const patternOf = order.map((row) => {
    let key = "";
    for (let first = 0; first < there.length; first += bitsAKey) {
      let bits = 0;
      for (let at = first; at < there.length && at < first + bitsAKey; at += 1) bits = 2 * bits + there[at][row];
      key += String.fromCharCode(bits);
    }
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, known.size);
    for (const at of columns) patterns.push(there[at][row]);
    return known.size - 1;
  });
  return { patternOf, patterns: Float64Array.from(patterns) };
}

const bitsAKey = 16; // one character of a string

function refuseTooMany(pooled: readonly Pool[]): void {
  const most = extremes(pooled.map(({ rows }) => rows.length)).most;
  if (most <= mostRanked) return;
  throw new InputError({
    code: "too-many-places",
    text: {
      en: `rank-uncertainty: ${most} places in one group and year, expected at most ${mostRanked}`,
      zh: `位次不确定性：同组同年有 ${most} 个地区，应不超过 ${mostRanked} 个`,
    },
  });
}
