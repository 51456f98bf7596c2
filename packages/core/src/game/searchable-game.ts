import type { Span } from "./coalition-programmes.ts";
import { excesses } from "./coalition-table.ts";
import { subsetSums } from "./subsets.ts";

/** Excesses, or other sizes, by coalition: of all of them, or of those that may matter. */
export type ByCoalition = Float64Array | ReadonlyMap<number, number>;

export type IsOpen = (coalition: number) => boolean;

/**
 * A game as programmes over its coalitions see it: what one is worth, and which are worst off under an allocation. A coalition is open
 * while it is not a sum or difference of those that are settled.
 */
export interface SearchableGame {
  readonly n: number;
  value(coalition: number): number;
  open(span: Span): IsOpen;
  /** By how much open coalitions' excesses are above a level: among others, of the one that is by most. */
  over(allocation: ArrayLike<number>, level: number, isOpen: IsOpen): ByCoalition;
  /** Open coalitions whose excess is within a tolerance of the level or above: of a listed game all of them. */
  tied(allocation: ArrayLike<number>, level: number, tolerance: number, isOpen: IsOpen): number[];
  /** By how much a move of money takes from coalitions that are tied. */
  sinking(move: ArrayLike<number>, tied: readonly number[], at: Tie): ByCoalition;
}
export interface Tie {
  readonly allocation: ArrayLike<number>;
  readonly level: number;
  readonly tolerance: number;
  readonly isOpen: IsOpen;
}

/** A game of which every coalition is looked at. */
export function listedGame(values: Float64Array, n: number): SearchableGame {
  const all = values.length - 1;
  const spanned = new Uint8Array(values.length);
  const among = new Uint8Array(values.length);
  let marked: Span | undefined;
  return {
    n,
    value: (coalition) => values[coalition],
    open: (span) => {
      // what one span has marked is no news of another
      if (span !== marked) spanned.fill(0);
      marked = span;
      span.mark(spanned);
      return (coalition) => spanned[coalition] === 0;
    },
    over: (allocation, level, isOpen) => {
      const by = excesses(values, allocation);
      by[0] = 0;
      by[all] = 0;
      for (let coalition = 1; coalition < all; coalition += 1) {
        by[coalition] = isOpen(coalition) ? by[coalition] - level : Number.NEGATIVE_INFINITY;
      }
      return by;
    },
    tied: (allocation, level, tolerance, isOpen) => {
      const by = excesses(values, allocation);
      const found: number[] = [];
      for (let coalition = 1; coalition < all; coalition += 1) {
        if (by[coalition] >= level - tolerance && isOpen(coalition)) found.push(coalition);
      }
      return found;
    },
    sinking: (move, tied) => {
      among.fill(0);
      for (const coalition of tied) among[coalition] = 1;
      const moved = subsetSums(move);
      for (let at = 0; at < moved.length; at += 1) moved[at] = among[at] === 1 ? -moved[at] : 0;
      return moved;
    },
  };
}
