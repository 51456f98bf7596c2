import type { StatedGame } from "./game-form.ts";
import type { SearchableGame } from "./searchable-game.ts";

/** A constant and an amount for each member, of coalitions of those who may be in: a game is the greatest of a few of these. */
interface Piece {
  readonly constant: number;
  readonly weight: Float64Array;
  /** As bits. */
  readonly allowed: number;
}

/** Coalitions are bits of a whole number. */
export const mostModular = 30;

/**
 * A bankruptcy game, the greater of 0 and what all others leave; or an airport game seen as gains, less the cost of the most demanding.
 * Which coalition is worst off can be told without looking at all of them. Of one piece it is that of all whose amount exceeds their
 * share. Where that one is settled, the next among the open ones differs from it by a single party: a difference that is not settled
 * has a party in it that is not, and exchanging this one alone costs no more.
 */
export function modularGame(game: StatedGame & { form: "bankruptcy" | "airport" }, scale: number): SearchableGame {
  const n = game.parties.length;
  const pieces = piecesOf(game, scale);
  const members = Array.from({ length: n }, (_, at) => at);
  const isIn = (coalition: number, at: number) => ((coalition >>> at) & 1) === 1;
  const sum = (coalition: number, amounts: ArrayLike<number>) => {
    let total = 0;
    for (let at = 0; at < n; at += 1) if (isIn(coalition, at)) total += amounts[at];
    return total;
  };
  const value = (coalition: number) =>
    pieces.reduce(
      (most, { constant, weight, allowed }) =>
        (coalition & ~allowed) === 0 ? Math.max(most, constant + sum(coalition, weight)) : most,
      Number.NEGATIVE_INFINITY,
    );
  /** Of each piece the greatest, with what each party adds there. */
  const greatest = (allocation: ArrayLike<number>) =>
    pieces.map(({ weight, allowed }) => {
      const adds = members.map((at) => weight[at] - allocation[at]);
      const best = members.reduce((bits, at) => (isIn(allowed, at) && adds[at] > 0 ? bits | (1 << at) : bits), 0);
      return { best, adds, who: members.filter((at) => isIn(allowed, at)) };
    });
  const candidates = (allocation: ArrayLike<number>, isOpen: (coalition: number) => boolean): Map<number, number> => {
    const found = new Map<number, number>();
    for (const { best, who } of greatest(allocation)) {
      for (const coalition of [best, ...who.map((at) => best ^ (1 << at))]) {
        if (!found.has(coalition) && isOpen(coalition))
          found.set(coalition, value(coalition) - sum(coalition, allocation));
      }
    }
    return found;
  };
  return {
    n,
    value,
    open: (span) => (coalition) => !span.holds(coalition),
    over: (allocation, level, isOpen) => {
      return new Map(Array.from(candidates(allocation, isOpen), ([coalition, excess]) => [coalition, excess - level]));
    },
    tied: (allocation, level, tolerance, isOpen) =>
      Array.from(candidates(allocation, isOpen)).flatMap(([coalition, excess]) =>
        excess >= level - tolerance ? [coalition] : [],
      ),
    // who neither adds nor takes away in a tied coalition may be in or out: as the move takes most
    sinking: (move, _, { allocation, level, tolerance, isOpen }) => {
      const found = new Map<number, number>();
      for (const { best, adds, who } of greatest(allocation)) {
        for (const first of [undefined, ...who]) {
          const start = first === undefined ? best : best ^ (1 << first);
          const coalition = who.reduce((bits, at) => {
            if (at === first || Math.abs(adds[at]) > tolerance) return bits;
            return move[at] < 0 ? bits | (1 << at) : bits & ~(1 << at);
          }, start);
          const isTied = isOpen(coalition) && value(coalition) - sum(coalition, allocation) >= level - tolerance;
          if (isTied) found.set(coalition, -sum(coalition, move));
        }
      }
      return found;
    },
  };
}

function piecesOf(game: StatedGame & { form: "bankruptcy" | "airport" }, scale: number): Piece[] {
  const n = game.parties.length;
  const everyone = 2 ** n - 1;
  const nothing = new Float64Array(n);
  if (game.form === "bankruptcy") {
    const claim = game.claim.map((each) => each / scale);
    const short = game.estate / scale - claim.reduce((total, each) => total + each, 0);
    return [
      { constant: 0, weight: nothing, allowed: everyone },
      { constant: short, weight: claim, allowed: everyone },
    ];
  }
  return [...new Set(game.cost)].map((most) => ({
    constant: -most / scale,
    weight: nothing,
    allowed: game.cost.reduce((bits, cost, at) => (cost <= most ? bits | (1 << at) : bits), 0),
  }));
}
