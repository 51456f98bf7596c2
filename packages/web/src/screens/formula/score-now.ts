import { exponentsOf, nodeScores } from "@conurb/core/composite/node-scores";
import { pools, ranksWithin } from "@conurb/core/composite/ranking";
import { shareAmongSiblings } from "@conurb/core/composite/sibling-shares";
import { InputError } from "@conurb/core/contract";
import type { ScoreBasis } from "../../compute/score-basis.ts";

export interface ScoredRow {
  readonly place: string;
  readonly score: number;
  readonly rank: number;
}
export interface ScoresNow {
  /** By rank; places without a score are left out. */
  readonly rows: readonly ScoredRow[];
  /** Effective weights of indicators and nodes, by id. */
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Scores and ranks under other weights, by the code that every score is made with. It takes less than a message to a thread and
 * back, so a ranking stands in the same frame as the slider. Nothing where the means refuse a value: the method says why.
 */
export function scoreNow(
  { recipe, tree, columns, place, group }: ScoreBasis,
  weightOf: (id: string) => number,
  shown?: ReadonlySet<string>,
): ScoresNow | undefined {
  const shares = shareAmongSiblings(
    tree,
    tree.nodes.map(({ id }) => weightOf(id)),
    recipe.indicators.map(({ id }) => weightOf(id)),
  );
  const scores = totalOf();
  if (scores === undefined) return undefined;
  const ranks = ranksWithin(pools(place.length, { group }), scores);
  const rows = place
    .map((code, row): ScoredRow => ({ place: code, score: scores[row] as number, rank: ranks[row] as number }))
    .filter((row) => Number.isFinite(row.rank) && shown?.has(row.place) !== false)
    .sort((a, b) => a.rank - b.rank);
  const weights = Object.fromEntries([
    ...tree.nodes.map(({ id }, at) => [id, shares.ofNode[at] as number]),
    ...recipe.indicators.map(({ id }, at) => [id, shares.ofIndicator[at] as number]),
  ]);
  return { rows, weights };

  function totalOf(): Float64Array | undefined {
    try {
      return nodeScores(recipe, tree, exponentsOf(recipe, tree), shares, columns, { place }).nodes[0];
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
}
