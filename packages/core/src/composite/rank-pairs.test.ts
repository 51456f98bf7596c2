import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { mostRanked, poolDraws, type RankPart } from "./rank-pairs.ts";

/** Ranks of six rows in three parts of the draws; the last row is now and then not ranked, as a rank of 0 says. */
function parts(draws: readonly number[], most: number): RankPart[] {
  const draw = random(3, `pairs/${draws}`);
  return draws.map((count) => ({
    draws: count,
    ranks: Uint16Array.from({ length: 6 * count }, (_, cell) => {
      const row = Math.floor(cell / count);
      return row === 5 && draw.uniform() < 0.1 ? 0 : Math.min(most, 1 + draw.integer(3) + row);
    }),
  }));
}

/** Of two rows, draw by draw. */
function plainly(given: readonly RankPart[], a: number, b: number): { wins: number; draws: number } {
  let [wins, draws] = [0, 0];
  for (const { ranks, draws: count } of given) {
    for (let draw = 0; draw < count; draw += 1) {
      const [x, y] = [ranks[a * count + draw], ranks[b * count + draw]];
      if (x === 0 || y === 0) continue;
      draws += 1;
      wins += x < y ? 1 : x === y ? 0.5 : 0;
    }
  }
  return { wins, draws };
}

describe("pairs of places counted two draws at a time agree with draw by draw", () => {
  it.each([
    ["one draw", [1], 9],
    ["an odd number", [33], 9],
    ["whole strides", [64], 9],
    ["several parts", [500, 500, 237], 9],
    ["the greatest ranks there are", [100], mostRanked],
  ])("%s", (_, draws, most) => {
    const given = parts(draws, most);
    if (most === mostRanked) given[0].ranks.set([mostRanked, 1, mostRanked, mostRanked]);
    const first = 1; // the pool need not begin with the first row
    const pool = poolDraws(given, first, 5, (place) => place < 4);
    for (let a = 0; a < 5; a += 1) {
      for (let b = 0; b < 5; b += 1) {
        if (a === b) continue;
        const found = plainly(given, first + a, first + b);
        expect(pool.above(a, b)).toEqual(found);
        for (const share of [0.6, 0.8, 0.95]) {
          const won = found.draws === 0 ? 0 : found.wins / found.draws;
          const expected = found.draws === 0 ? 0 : won >= share ? 1 : 1 - won >= share ? -1 : 0;
          expect(pool.ahead(a, b, share)).toBe(expected);
        }
      }
    }
  });
});
