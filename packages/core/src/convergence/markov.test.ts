import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { quantile } from "../numeric/quantile.ts";
import { markov } from "./markov.ts";
import { chainOf } from "./markov-chain.ts";
import { mobilityIndices } from "./mobility-indices.ts";

const exact = 1e-12; // a handful of divisions
const asPrinted = 5e-9; // PySAL's tests print nine digits

const panel = (byYear: Record<number, number[]>) => {
  const rows = Object.entries(byYear).flatMap(([year, values]) =>
    values.map((value, at) => ({ place: String.fromCharCode(97 + at), year: Number(year), value })),
  );
  return {
    place: rows.map(({ place }) => place),
    year: rows.map(({ year }) => year),
    value: rows.map(({ value }) => value),
  };
};

/** PySAL's US state incomes 1929 to 2009, as a long panel. */
const usjoin = () => {
  const rows = goldenCsv("spatial_markov_usjoin/input.csv").flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith("X") ? [{ place: row.Name as string, year: Number(name.slice(1)), value: Number(value) }] : [],
    ),
  );
  return { place: rows.map((r) => r.place), year: rows.map((r) => r.year), value: rows.map((r) => r.value) };
};

describe("markov", () => {
  it("counts moves by hand: halves of 1 2 3 4, then 2 1 3 9", () => {
    const { chain, stayed } = markov(panel({ 2000: [1, 2, 3, 4], 2001: [2, 1, 3, 9] }), { k: 2 });
    expect([...chain.counts]).toEqual([2, 0, 0, 2]); // nobody crosses the median, 2.5 and then 2.5
    expect(stayed).toBe(1);
    expect(chain.steady.every(Number.isNaN)).toBe(true); // each half keeps to itself
  });

  it("has the steady state and stays of a chain by hand: p 1/4 up, 1/2 down", () => {
    const { steady, sojourn } = chainOf(Float64Array.of(3, 1, 2, 2), 2);
    // share of the upper class u: (1 - u) / 4 = u / 2, so u = 1/3; stays 1 / (1/4) and 1 / (1/2)
    expect(steady[1]).toBeCloseTo(1 / 3, 14);
    expect([...sojourn]).toEqual([4, 2]);
  });

  it("gives the steady state to the closed class when others are left for good", () => {
    const { steady, outcome } = chainOf(Float64Array.of(1, 1, 0, 0, 1, 3, 0, 1, 1), 3);
    expect(outcome).toBe("unique");
    expect(steady[0]).toBe(0);
    expect((steady[1] as number) + (steady[2] as number)).toBeCloseTo(1, 14);
    expect(steady[2]).toBeCloseTo(0.6, 14); // 3/4 up, 1/2 down: (3/4) / (3/4 + 1/2)
  });

  it("says what leads nowhere, and what was never seen", () => {
    expect(chainOf(Float64Array.of(0, 2, 0, 0), 2).outcome).toBe("dead-end");
    expect(chainOf(Float64Array.of(2, 0, 0, 2), 2).outcome).toBe("depends-on-start");
    expect(chainOf(new Float64Array(4), 2).outcome).toBe("no-moves");
  });

  it("steady shares add up to 1 and stay as they are under P", () => {
    const counts = Float64Array.of(7, 2, 1, 3, 9, 4, 0, 5, 11);
    const { steady, probability } = chainOf(counts, 3);
    for (let to = 0; to < 3; to += 1) {
      const next = steady.reduce((sum, share, from) => sum + share * (probability[from * 3 + to] as number), 0);
      expect(Math.abs(next - (steady[to] as number))).toBeLessThan(exact);
    }
  });

  it("puts a value at an end into the class below, per year or pooled, and where the cuts say", () => {
    const input = panel({ 2000: [1, 2, 3], 2001: [10, 20, 30] });
    expect([...markov(input, { k: 3 }).panel.state]).toEqual([0, 0, 1, 1, 2, 2]); // ends 1.67, 2.33
    expect([...markov(input, { k: 2, classes: "pooled" }).panel.state]).toEqual([0, 1, 0, 1, 0, 1]);
    expect([...markov(input, { cuts: [2, 20] }).panel.state]).toEqual([0, 1, 0, 1, 1, 2]);
    expect([...markov(input, { k: 2, classes: "pooled", value: "relative" }).panel.state]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("takes type 7 quantiles, which fall on order statistics where they should", () => {
    expect(quantile([1, 2, 3, 4, 5, 6], 0.2)).toBe(2); // 5 x .2 is one step
    expect(quantile([1, 2, 4], 0.25)).toBe(1.5);
  });

  it("leaves out moves with a year missing between, and warns of uneven years", () => {
    const input = { place: ["a", "a", "b", "b", "b"], year: [2000, 2010, 2000, 2005, 2010], value: [1, 2, 3, 1, 1] };
    const { moves, warnings } = markov(input, { cuts: [1.5] });
    expect(moves).toBe(2); // b twice, a never from one year to the next
    expect(warnings?.map(({ code }) => code)).not.toContain("uneven-years");
    const uneven = markov(panel({ 2000: [1, 2], 2001: [1, 2], 2010: [2, 1] }), { k: 2 });
    expect(uneven.warnings?.map(({ code }) => code)).toContain("uneven-years");
  });

  it("refuses one year, fewer values than classes, cuts that do not rise, a mean of nothing", () => {
    expect(() => markov(panel({ 2000: [1, 2] }))).toThrow("markov: the data have 2000 alone");
    expect(() => markov(panel({ 2000: [1, 2], 2001: [1, 2] }), { k: 3 })).toThrow(
      "markov: 2 values in 2000 for 3 classes",
    );
    expect(() => markov(panel({ 2000: [1, 2], 2001: [1, 2] }), { cuts: [2, 1] })).toThrow("markov: cuts are 2, 1");
    expect(() => markov(panel({ 2000: [-1, 1], 2001: [1, 2] }), { k: 2, value: "relative" })).toThrow(
      "mean of 2000 is 0",
    );
  });
});

describe("mobility indices", () => {
  it("of giddy test_mobility, PySAL (usjoin quintiles): published to nine digits", () => {
    // counts published in giddy test_markov; initial shares .1 .2 .2 .4 .1 in test_mobility
    const counts = Float64Array.of(
      ...[729, 71, 1, 0, 0, 72, 567, 80, 3, 0, 0, 81, 631, 86, 2, 0, 3, 86, 573, 56, 0, 0, 1, 57, 741],
    );
    const chain = chainOf(counts, 5);
    const found = mobilityIndices(chain, [0.1, 0.2, 0.2, 0.4, 0.1]);
    expect(Math.abs(found.shorrocks - 0.19758992)).toBeLessThan(asPrinted);
    expect(Math.abs(found.determinant - 0.606848546)).toBeLessThan(asPrinted);
    expect(Math.abs(found.eigenvalue - 0.039782002)).toBeLessThan(asPrinted);
    expect(Math.abs(found.leaving - 0.227767588)).toBeLessThan(asPrinted);
    expect(Math.abs(found.distance - 0.046366601)).toBeLessThan(asPrinted);
  });
});

describe.skipIf(!haveGoldens)("markov against PySAL giddy on US states, 1929 to 2009", () => {
  it("quintiles of each year", () => {
    const expected = goldenJson<Record<string, number[] & number[][]>>("spatial_markov_usjoin/expected.json");
    const { chain } = markov(usjoin(), { k: 5 });
    expect([...chain.counts]).toEqual(expected.transitions?.flat());
    for (const [name, found] of [
      ["steady", chain.steady],
      ["sojourn", chain.sojourn],
    ] as const) {
      found.forEach((each, at) => {
        expect(Math.abs(each - (expected[name]?.[at] as unknown as number))).toBeLessThan(1e-11); // sojourn up to 14
      });
    }
  });
});
