import type { PartyGame } from "./evolutionary-game.ts";

/**
 * What drives the replicator dynamics x_i' = x_i (1 - x_i) A_i: how much better a player's first strategy does than its second against
 * the shares of the others. A_i is linear in each of these, and is held as the coefficients of their products, by the bits of who is in.
 */
export interface Dynamics {
  readonly k: number;
  readonly advantage: readonly Float64Array[];
  /** The largest advantage in any profile: what roundings, and the pace, are measured by. */
  readonly scale: number;
}

export function dynamicsOf({ payoffs }: PartyGame): Dynamics {
  const k = payoffs.length;
  let scale = 0;
  const advantage = payoffs.map((own, player) => {
    const bit = 1 << player;
    const found = new Float64Array(2 ** k);
    for (let others = 0; others < found.length; others += 1) {
      if (others & bit) continue;
      found[others] = own[others | bit] - own[others];
      scale = Math.max(scale, Math.abs(found[others]));
    }
    for (let other = 0; other < k; other += 1) {
      for (let bits = 0; bits < found.length; bits += 1) {
        if (bits & (1 << other) && !(bits & bit)) found[bits] -= found[bits ^ (1 << other)];
      }
    }
    return found;
  });
  return { k, advantage, scale };
}

/** How much better the player's first strategy does. */
export function advantageOf({ k, advantage }: Dynamics, player: number, shares: ArrayLike<number>): number {
  const own = advantage[player];
  if (k === 2) return own[0] + own[3 ^ (1 << player)] * shares[1 - player];
  const [a, b] = player === 0 ? [1, 2] : player === 1 ? [0, 2] : [0, 1];
  const [x, y] = [shares[a], shares[b]];
  return own[0] + own[1 << a] * x + own[1 << b] * y + own[(1 << a) | (1 << b)] * x * y;
}

/** How it changes with the share of another. */
export function advantageBy(dynamics: Dynamics, player: number, other: number, shares: ArrayLike<number>): number {
  const { k, advantage } = dynamics;
  const own = advantage[player];
  if (k === 2) return own[1 << other];
  const third = 3 - player - other;
  return own[1 << other] + own[(1 << other) | (1 << third)] * shares[third];
}

export function slopeAt(dynamics: Dynamics, shares: ArrayLike<number>): number[] {
  return Array.from(shares, (share, player) => share * (1 - share) * advantageOf(dynamics, player, shares));
}

/** Derivatives of the slopes, a row a player. */
export function jacobianAt(dynamics: Dynamics, shares: ArrayLike<number>): number[][] {
  return Array.from(shares, (share, player) =>
    Array.from(shares, (_, other) =>
      other === player
        ? (1 - 2 * share) * advantageOf(dynamics, player, shares)
        : share * (1 - share) * advantageBy(dynamics, player, other, shares),
    ),
  );
}
