import type { Factor } from "./absorb.ts";

/** Levels in the order in which they first occur. */
export function factorOf(values: ArrayLike<string | number>): Factor {
  const known = new Map<string | number, number>();
  const of = Uint32Array.from(values as ArrayLike<unknown> as ArrayLike<number>, (_, row) => {
    const level = known.get(values[row]) ?? known.size;
    known.set(values[row], level);
    return level;
  });
  return { of, levels: known.size };
}
