import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { lattice } from "./lattice.ts";
import { localMoran } from "./local-moran.ts";
import { localMoranFindings } from "./local-moran-findings.ts";
import { moran } from "./moran.ts";
import { moranFindings } from "./moran-findings.ts";

function on(side: number, value: (row: number, column: number) => number) {
  const { cities, weights } = lattice(side * side, (at) => value(Math.floor(at / side), at % side));
  const [place, values] = cities.columns.map((column) => column.values);
  const [from, to] = weights.columns.map((column) => column.values as string[]);
  return { place: place as string[], value: values as Float64Array, weights: { from, to } };
}
const title = { en: "GDP per head", zh: "人均地区生产总值" };

describe("findings of Moran's I", () => {
  it("say clustered or dispersed only where p does", () => {
    const rising = moran(on(5, (row) => row));
    expect(say(moranFindings(rising, title)[0])).toMatch(
      /^GDP per head: Neighbours are more alike .* p < 0.001, normal/,
    );
    const board = moran(on(5, (row, column) => (row + column) % 2));
    expect(say(moranFindings(board, undefined)[0])).toMatch(/^Neighbours are less alike than random placing/);
    const mixed = moran(on(3, (row, column) => [1, 2, 9, 8, 3, 4, 5, 7, 6][3 * row + column]));
    expect(say(moranFindings(mixed, undefined)[0])).toMatch(/^No pattern among neighbours that can be told apart/);
    expect(say(moranFindings(mixed, title)[0], "zh")).toMatch(
      /^人均地区生产总值：相邻地区间未见可与随机分布相区分的空间格局/,
    );
  });

  it("say how p was come by, and that there may be none", () => {
    const permuted = moran(
      on(5, (row) => row),
      { permutations: 99 },
    );
    expect(say(moranFindings(permuted, undefined)[0])).toContain("p = 0.010, by permutation");
    const all = ["a", "b", "c", "d"];
    const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to]));
    const weights = { from: pairs.map(([from]) => from), to: pairs.map(([, to]) => to) };
    const fixed = moran({ place: all, value: [1, 2, 3, 5], weights });
    expect(say(moranFindings(fixed, undefined)[0])).toContain("so no test is possible");
  });
});

describe("findings of local Moran's I", () => {
  it("count who passes after the correction, and list the most marked of each kind", () => {
    const input = on(12, (row, column) => (row < 4 && column < 4 ? 10 : row > 7 && column > 7 ? -10 : 0.01 * column));
    const said = localMoranFindings(localMoran(input, { style: "row", permutations: 0 }), 0.05).map((each) =>
      say(each),
    );
    expect(said[0]).toMatch(
      /^\d+ of 144 places pass the local test at 5%, after the correction of the false-discovery rate/,
    );
    expect(said[1]).toMatch(/^High among high: (p\d{4}, ){4}p\d{4} and \d+ more\.$/);
    expect(said[2]).toMatch(/^Low among low: /);
    const none = localMoran(on(3, (row, column) => [1, 2, 9, 8, 3, 4, 5, 7, 6][3 * row + column]));
    expect(localMoranFindings(none, 0.05).map((each) => say(each))).toEqual([
      "No place has neighbours that can be told apart from random placing at 5%, after the correction of the false-discovery rate for 9 tests.",
    ]);
  });
});
