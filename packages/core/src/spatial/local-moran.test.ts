import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { type CompressedRows, compressedRows } from "../numeric/compressed-rows.ts";
import { falseDiscoveryRate } from "../numeric/false-discovery.ts";
import { conditionalTails } from "./conditional-permutation.ts";
import { localMoran } from "./local-moran.ts";
import { moran } from "./moran.ts";

const exact = 1e-12; // sums of a few dozen terms

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const ring = (n: number) => {
  const place = letters(n);
  return {
    from: place.flatMap((each) => [each, each]),
    to: place.flatMap((_, at) => [place[(at + 1) % n] as string, place[(at + n - 1) % n] as string]),
  };
};

function orders(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

/** The same question asked plainly: for each place its own shuffles of the others. */
function plainTails({ n, starts, indices, values }: CompressedRows, z: Float64Array, rounds: number, seed: number) {
  return Array.from({ length: n }, (_, place) => {
    const others = Uint32Array.from(z.keys()).filter((each) => each !== place);
    const draw = random(seed, `plain/${place}`);
    const lagOf = (order: Uint32Array) => {
      let lag = 0;
      for (let k = starts[place] as number; k < (starts[place + 1] as number); k += 1) {
        lag += (values[k] as number) * (z[order[k - (starts[place] as number)] as number] as number);
      }
      return lag;
    };
    const observed = lagOf(indices.slice(starts[place], starts[place + 1]));
    let [atLeast, atMost] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      draw.shuffle(others);
      if (lagOf(others) >= observed - exact) atLeast += 1;
      if (lagOf(others) <= observed + exact) atMost += 1;
    }
    return [atLeast / rounds, atMost / rounds] as const;
  });
}

describe("localMoran", () => {
  const value = [2, 3, 3.2, 5, 8, 7];
  const input = { place: letters(6), value, weights: ring(6) };

  it("adds up to the global I times the sum of the weights", () => {
    for (const style of ["given", "row"] as const) {
      const added = localMoran(input, { permutations: 0, style }).places.reduce((sum, each) => sum + each.statistic, 0);
      expect(Math.abs(added - moran(input, { style }).statistic * (style === "row" ? 6 : 12))).toBeLessThan(exact);
    }
  });

  it("by hand: of 1, 2, 3, 6 on a ring, deviations -2, -1, 0, 3, m2 = 14/4, the first has neighbours -1 and 3", () => {
    const { places } = localMoran({ place: letters(4), value: [1, 2, 3, 6], weights: ring(4) }, { permutations: 0 });
    expect(places.map(({ statistic }) => statistic * 3.5)).toEqual(
      [-4, 2, 0, -6].map((each) => expect.closeTo(each, 12)),
    );
    expect(places.map(({ quadrant }) => quadrant)).toEqual(["LH", "LL", "-", "HL"]);
    expect(places.map(({ lag }) => lag)).toEqual([8, 4, 8, 4]);
  });

  it("never marks a place at the mean: its I is 0 in every placing, so p is 1, in the count of tests too", () => {
    // the last lies at the mean of all, 0, between the two highest; its lag is as high as can be
    const value = [9, -1, -2, -3, -4, -5, -1, -2, 9, 0];
    const data = { place: letters(10), value, weights: ring(10) };
    for (const options of [
      { permutations: 999 },
      { permutations: 999, tails: "folded" },
      { permutations: 999, null: "total" },
      { permutations: 0 },
      { permutations: 999, correction: "none" },
    ] as const) {
      const { places, warnings } = localMoran(data, options);
      const { statistic, p, q, significant, cluster, quadrant } = places[9] as (typeof places)[number];
      expect([statistic, p, q, significant, cluster, quadrant]).toEqual([0, 1, 1, false, "none", "-"]);
      expect(places.every((each) => each.cluster !== "-")).toBe(true);
      if (!("null" in options)) expect(warnings?.map(({ code }) => code)).toContain("no-variance");
      const tested = places.map((each) => each.p);
      if (!("correction" in options)) expect(places.map((each) => each.q)).toEqual([...falseDiscoveryRate(tested)]);
    }
    expect(localMoran(data, { permutations: 999 }).places[9]?.z).toBeNaN();
  });

  it("has, by brute force over all placings of the others, its conditional expectation and variance", () => {
    const weights = { ...ring(6), value: [1, 2, 0.5, 1, 3, 1, 0.2, 2, 1, 1, 4, 1] };
    const { places } = localMoran({ ...input, weights }, { permutations: 0 });
    places.forEach(({ expected, variance }, at) => {
      const all = orders(value.filter((_, other) => other !== at)).map((rest) => {
        const placed = [...rest.slice(0, at), value[at] as number, ...rest.slice(at)];
        return localMoran({ ...input, weights, value: placed }, { permutations: 0 }).places[at]?.statistic as number;
      });
      const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
      const spread = all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length;
      expect(Math.abs(mean - expected)).toBeLessThan(exact);
      expect(Math.abs(spread - variance)).toBeLessThan(exact);
    });
  });

  it("has, by brute force over all 720 placings, its total expectation and variance", () => {
    const weights = { ...ring(6), value: [1, 2, 0.5, 1, 3, 1, 0.2, 2, 1, 1, 4, 1] };
    const options = { permutations: 0, null: "total" } as const;
    const all = orders(value).map((placed) => localMoran({ ...input, weights, value: placed }, options).places);
    all[0]?.forEach(({ expected, variance }, at) => {
      const found = all.map((places) => places[at]?.statistic as number);
      const mean = found.reduce((sum, each) => sum + each, 0) / found.length;
      const spread = found.reduce((sum, each) => sum + (each - mean) ** 2, 0) / found.length;
      expect(Math.abs(mean - expected)).toBeLessThan(exact);
      expect(Math.abs(spread - variance)).toBeLessThan(exact);
    });
  });

  it("scales I by (n-1)/n and leaves z alone where m2 is divided by n - 1", () => {
    const [n, less] = (["n", "n-1"] as const).map((divisor) => localMoran(input, { permutations: 0, divisor }).places);
    n?.forEach((each, at) => {
      expect(less?.[at]?.statistic).toBeCloseTo((each.statistic * 5) / 6, 14);
      expect(less?.[at]?.z).toBeCloseTo(each.z, 14);
    });
  });

  it("gives the tails that plain shuffling of the others gives", () => {
    const n = 30;
    const draw = random(3, "lattice");
    const cells = Array.from({ length: 4 * n }, (_, at) => [at % n, (at * 7 + 1 + Math.floor(at / n)) % n] as const);
    const unique = [...new Map(cells.filter(([a, b]) => a !== b).map((cell) => [cell.join(" "), cell])).values()];
    const weights = compressedRows(
      n,
      unique.map(([a]) => a),
      unique.map(([, b]) => b),
      unique.map(() => 0.5 + draw.uniform()),
    );
    const z = Float64Array.from({ length: n }, () => draw.normal());
    const rounds = 4000; // more than three blocks, the last one short
    const { atLeast, atMost } = conditionalTails(weights, z, rounds, random(1, "shared"));
    plainTails(weights, z, rounds, 2).forEach(([above, below], at) => {
      const error = 4 * Math.sqrt((2 * 0.25) / rounds); // four standard errors of a difference of two shares
      expect(Math.abs((atLeast[at] as number) / rounds - above)).toBeLessThan(error);
      expect(Math.abs((atMost[at] as number) / rounds - below)).toBeLessThan(error);
    });
  });

  it("finds the exact tails of a small case", () => {
    const permutations = 20_000;
    const { places } = localMoran(input, { permutations, tails: "folded" });
    places.forEach(({ p, lag }, at) => {
      const others = value.filter((_, other) => other !== at);
      const lags = others.flatMap((a, i) => others.slice(i + 1).map((b) => a + b));
      const share = Math.min(
        lags.filter((each) => each >= lag - exact).length / lags.length,
        lags.filter((each) => each <= lag + exact).length / lags.length,
      );
      expect(Math.abs(p - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / permutations) + 1 / permutations);
    });
  });

  it("doubles the folded p, corrects it, and chooses R below alpha / n", () => {
    const folded = localMoran(input, { permutations: 999, tails: "folded", correction: "none" });
    const doubled = localMoran(input, { permutations: 999, correction: "bonferroni" });
    folded.places.forEach(({ p, q }, at) => {
      expect(q).toBe(p);
      expect(doubled.places[at]?.p).toBeCloseTo(Math.min(1, 2 * p), 14);
      expect(doubled.places[at]?.q).toBeCloseTo(Math.min(1, 12 * p), 14);
    });
    const { permutations, smallestP, warnings } = localMoran({ ...input, place: letters(6) });
    expect(permutations).toBe(999); // 2 x 6 / .05 = 240
    expect(smallestP).toBe(2 / 1000);
    expect(warnings).toEqual([]);
  });

  it("says when no place could have passed", () => {
    const texts = [99, 19].map((permutations) => localMoran(input, { permutations }).warnings?.[0]?.text.en);
    expect(texts).toEqual([
      "the smallest p of 99 permutations is 0.020, not below 0.05/6 = 0.0083: no place could have passed alone; take at least 240",
      "the smallest p of 19 permutations is 0.10, not below 0.05/6 = 0.0083: no place could have passed; take at least 240",
    ]);
  });

  it("has no lag for a place that is only a neighbour, and no z where placings change nothing", () => {
    const weights = { from: ["a", "b", "c", "d", "b"], to: ["b", "c", "d", "a", "e"] };
    const { places, dropped, n } = localMoran(
      { place: letters(5), value: [1, 2, 6, 4, 9], weights },
      { permutations: 99 },
    );
    expect(n).toBe(5);
    expect(places[4]).toMatchObject({
      place: "e",
      statistic: Number.NaN,
      p: Number.NaN,
      quadrant: "-",
      significant: false,
    });
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "e: no neighbour of its own: it has no local statistic",
    ]);
    const place = letters(4);
    const all = { from: place.flatMap((a) => [a, a, a]), to: place.flatMap((a) => place.filter((b) => b !== a)) };
    const same = localMoran({ place, value: [1, 2, 6, 4], weights: all }, { style: "row", permutations: 99 });
    expect(same.places.map((each) => each.z)).toEqual(new Array(4).fill(Number.NaN));
    expect(same.places.map(({ p }) => p)).toEqual(new Array(4).fill(1));
    expect(same.warnings?.map(({ code }) => code)).toContain("no-variance");
  });

  it("follows a relabelling where nothing is drawn", () => {
    const renamed = { f: "a", e: "b", d: "c", c: "d", b: "e", a: "f" } as Record<string, string>;
    const rename = (names: readonly string[]) => names.map((name) => renamed[name] as string);
    const { from, to } = input.weights;
    const turned = localMoran(
      { place: rename(input.place), value, weights: { from: rename(from), to: rename(to) } },
      { permutations: 0 },
    );
    turned.places.forEach(({ z }, at) => {
      expect(z).toBeCloseTo(localMoran(input, { permutations: 0 }).places[at]?.z as number, 12);
    });
  });

  it("refuses a constant and fewer than four places", () => {
    expect(() => localMoran({ ...input, value: new Array(6).fill(2) })).toThrow(
      "local-moran: value is 2 everywhere, expected values that differ",
    );
    expect(() => localMoran({ place: letters(3), value: [1, 2, 3], weights: ring(3) })).toThrow(
      "local-moran: 3 places have a value and a neighbour, expected at least 4",
    );
  });
});
