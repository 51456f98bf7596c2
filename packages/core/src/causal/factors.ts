import type { Factor } from "./absorb.ts";

/** Levels in the order in which they first occur. */
export function factorOf(values: ArrayLike<string | number>): Factor {
  const known = new Map<string | number, number>();
  const of = new Uint32Array(values.length);
  for (let row = 0; row < of.length; row += 1) {
    const value = values[row];
    let level = known.get(value);
    if (level === undefined) {
      level = known.size;
      known.set(value, level);
    }
    of[row] = level;
  }
  return { of, levels: known.size };
}
