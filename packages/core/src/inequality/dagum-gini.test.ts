import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { dagumGini } from "./dagum-gini.ts";
import { meanExcesses } from "./dagum-pairs.ts";
import type { Sample } from "./samples.ts";

const digits = 1e-12; // doubles: a few hundred additions, against 15 printed digits

const place = ["a", "b", "c", "d"];

describe("dagum-gini", () => {
  it("has no overlap where the groups do not meet: x holds 1, 2 and y 3, 6", () => {
    const found = dagumGini({ place, value: [1, 2, 3, 6], group: ["x", "x", "y", "y"] });
    // p = 1/2; s = 1/4, 3/4; G_xx = 2 / (2 x 4 x 3/2) = 1/6, G_yy = 6 / (2 x 4 x 9/2) = 1/6: within 1/6 x 1/2 x (1/4 + 3/4) = 1/12
    expect(found.within).toBeCloseTo(1 / 12, 14);
    expect(found.netBetween).toBeCloseTo(1 / 3 - 1 / 12, 14);
    expect(found.transvariation).toBeCloseTo(0, 14);
    expect(found.pairs[0]).toMatchObject({ group: "y", other: "x", affluence: 1, below: 0 });
    expect(found.pairs[0]?.above).toBeCloseTo(3, 14); // (2 + 1 + 5 + 4) / 4
  });

  it("is all overlap between groups of one mean: x holds 1, 3 and y 2, 2", () => {
    const found = dagumGini({ place, value: [1, 3, 2, 2], group: ["x", "x", "y", "y"] });
    expect(found.netBetween).toBeCloseTo(0, 14);
    expect(found.pairs[0]?.affluence).toBeCloseTo(0, 14);
    expect((found.within as number) + (found.transvariation as number)).toBeCloseTo(found.gini as number, 14);
  });

  it("adds up, with weights and groups of any size, in every year", () => {
    const value = [5, 0, 7, 3, 2, 9, 4, 6, 1, 8];
    const weight = [2, 1, 3, 1, 4, 2, 2, 1, 5, 1];
    const group = ["x", "x", "y", "y", "y", "z", "x", "z", "w", "y"];
    const names = value.map((_, at) => `p${at}`);
    const twice = <T>(list: readonly T[]) => [...list, ...list];
    const found = dagumGini({
      place: twice(names),
      value: [...value, ...value.map((each) => each + 1)],
      weight: twice(weight),
      group: twice(group),
      year: [...value.map(() => 2010), ...value.map(() => 2020)],
    });
    expect(found.indices.length).toBe(2);
    for (const { gini, within, netBetween, transvariation } of found.indices) {
      expect(Math.abs(within + netBetween + transvariation - gini)).toBeLessThan(digits);
    }
    expect(found.pairs.every(({ affluence }) => affluence >= 0 && affluence <= 1)).toBe(true);
    expect(found.warnings?.map(({ code }) => code)).toEqual(["one-place"]);
  });

  it("finds mean excesses as pair by pair, ties and places near one another among them", () => {
    const draw = random(3, "dagum-gini/test");
    const sample = (n: number, step: number): Sample => {
      const level = Float64Array.from({ length: n }, () => 100 + step * draw.integer(9));
      const weight = level.map(() => 1 + draw.integer(5));
      const total = weight.reduce((a, b) => a + b, 0);
      const names = Array.from(level, String);
      const share = weight.map((each) => each / total);
      return { year: undefined, group: "x", place: names, groupOf: names, level, share, weight, mean: 100 };
    };
    for (const step of [1, 1e-9]) {
      const [a, b] = [sample(40, step), sample(25, step)];
      let [above, below] = [0, 0];
      a.level.forEach((one, i) => {
        b.level.forEach((other, j) => {
          const part = (a.share[i] as number) * (b.share[j] as number) * Math.abs(one - other);
          if (one > other) above += part;
          else below += part;
        });
      });
      const found = meanExcesses(a, b);
      expect(Math.abs(found.above / above - 1)).toBeLessThan(digits);
      expect(Math.abs(found.below / below - 1)).toBeLessThan(digits);
    }
  });

  it("counts a place of weight 3 as three places of its level", () => {
    const weighted = dagumGini(
      { place: ["a", "b", "c"], value: [2, 8, 5], weight: [3, 1, 2], group: ["x", "x", "y"] },
      { value: "per-head" },
    );
    const counted = dagumGini({
      place: ["a", "b", "c", "d", "e", "f"],
      value: [2, 2, 2, 8, 5, 5],
      group: ["x", "x", "x", "x", "y", "y"],
    });
    for (const part of ["gini", "within", "netBetween", "transvariation"] as const) {
      expect(weighted[part], part).toBeCloseTo(counted[part] as number, 14);
    }
  });

  it("of places that are all alike is 0 throughout, and says that there are no shares", () => {
    const found = dagumGini({ place, value: [2, 2, 2, 2], group: ["x", "x", "y", "y"] });
    expect([found.gini, found.within, found.netBetween, found.transvariation]).toEqual([0, 0, 0, 0]);
    expect(found.warnings?.map(({ code }) => code)).toEqual(["no-inequality"]);
  });

  it("refuses one group, and groups that have nothing", () => {
    expect(() => dagumGini({ place, value: [1, 2, 3, 4], group: ["x", "x", "x", "x"] })).toThrow(
      "dagum-gini: group has 1 label, expected at least 2",
    );
    expect(() => dagumGini({ place, value: [0, 0, 3, 4], group: ["x", "x", "y", "y"] })).toThrow(
      "dagum-gini: the values of x add up to 0, expected more than 0",
    );
  });
});

interface Golden {
  readonly dagum: { G: number; Gw: number; Gnb: number; Gt: number; Gjh: number[][]; Djh: number[][] };
}

describe.skipIf(!haveGoldens)("dagum-gini on Mexico by the regions of Hanson 1998", () => {
  it.each([1940, 1950, 1960, 1970, 1980, 1990, 2000].map((year) => `pcgdp${year}`))("%s", (year) => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const { dagum } = goldenJson<Record<string, Golden>>("inequality_mexico/expected.json")[year] as Golden;
    const group = rows.map(({ hanson98 }) => hanson98 as string);
    const found = dagumGini({
      place: rows.map(({ State }) => State as string),
      value: rows.map((row) => Number(row[year])),
      group,
    });
    expect(Math.abs((found.gini as number) - dagum.G)).toBeLessThan(digits);
    expect(Math.abs((found.within as number) - dagum.Gw)).toBeLessThan(digits);
    expect(Math.abs((found.netBetween as number) - dagum.Gnb)).toBeLessThan(digits);
    expect(Math.abs((found.transvariation as number) - dagum.Gt)).toBeLessThan(digits);
    const names = [...new Set(group)].sort();
    for (const { group: one, other, gini, affluence } of found.pairs) {
      const [j, h] = [names.indexOf(one), names.indexOf(other)];
      expect(Math.abs(gini - (dagum.Gjh[j]?.[h] as number))).toBeLessThan(digits);
      expect(Math.abs(affluence - (dagum.Djh[j]?.[h] as number))).toBeLessThan(digits);
    }
    found.groups.forEach(({ gini }, at) => {
      expect(Math.abs(gini - (dagum.Gjh[at]?.[at] as number))).toBeLessThan(digits);
    });
  });
});
