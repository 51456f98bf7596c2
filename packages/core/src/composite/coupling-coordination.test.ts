import { describe, expect, it } from "vitest";
import { type CouplingOptions, couplingCoordination } from "./coupling-coordination.ts";
import { type CouplingVariant, coordinationGrades, couplingDegree, gradeOf } from "./coupling-coordination-degree.ts";

const printed = 5e-7; // hand cases are given to six decimals
const exact = 1e-12; // doubles: a few logarithms of numbers below 1

const place = (...u: number[]) => ({
  place: ["a"],
  subsystems: u.map((level, at) => ({ name: `s${at + 1}`, unit: "1", values: Float64Array.of(level) })),
});
const one = (u: readonly number[], options?: CouplingOptions) => couplingCoordination(place(...u), options).places[0];
const under = (u: readonly number[], variant: CouplingVariant, options?: CouplingOptions) =>
  one(u, { variant, ...options });

describe("coupling-coordination", () => {
  it("standard, by hand: (.4, .6)", () => {
    // C = 2 sqrt(.4 x .6) / (.4 + .6) = .979796, T = .5, D = sqrt(.979796 x .5) = .699927
    const { coupling, development, coordination, level, lagging } = one([0.4, 0.6]);
    expect(Math.abs(coupling - 0.979796)).toBeLessThan(printed);
    expect(development).toBe(0.5);
    expect(Math.abs(coordination - 0.699927)).toBeLessThan(printed);
    expect([level, coordinationGrades[level - 1].zh, lagging]).toEqual([7, "初级协调", "s1"]);
  });

  it("of three, by hand: (.2, .5, .8) has C = 3 (.08)^(1/3) / 1.5 = .861774", () => {
    expect(Math.abs(one([0.2, 0.5, 0.8]).coupling - 2 * 0.08 ** (1 / 3))).toBeLessThan(exact);
  });

  it("wang-2021, by hand: (.4, .6) and (.2, .5, .8)", () => {
    // (1 - .2) x (.4 / .6) = .533333: C = .730297, D = sqrt(.730297 x .5) = .604275
    const two = under([0.4, 0.6], "wang-2021");
    expect(Math.abs(two.coupling - 0.730297)).toBeLessThan(printed);
    expect(Math.abs(two.coordination - 0.604275)).toBeLessThan(printed);
    // gaps .3, .3, .6: 1 - .4 = .6; (.2/.8 x .5/.8 x 1)^(1/2) = .395285; sqrt(.237171) = .487002
    expect(Math.abs(under([0.2, 0.5, 0.8], "wang-2021").coupling - 0.487002)).toBeLessThan(printed);
  });

  it("adjusted, by hand: (.4, .6) with K = 2 is (.24 / .25)^2 = .9216; K = 1/k is the standard one", () => {
    expect(Math.abs(under([0.4, 0.6], "adjusted", { power: 2 }).coupling - 0.9216)).toBeLessThan(exact);
    expect(Math.abs(under([0.4, 0.6], "adjusted").coupling - 0.9216)).toBeLessThan(exact); // K = k unless given
    for (const u of [
      [0.3, 0.9],
      [0.2, 0.5, 0.8],
      [0.9, 0.1, 0.4, 0.6],
    ]) {
      const power = 1 / u.length;
      expect(Math.abs(under(u, "adjusted", { power }).coupling - one(u).coupling)).toBeLessThan(exact);
    }
  });

  it("uncapped, by hand: (.4, .6) is sqrt(.24) = .489898, half of what it should be, and it says so", () => {
    const result = couplingCoordination(place(0.4, 0.6), { variant: "uncapped" });
    expect(Math.abs(result.places[0].coupling - 0.489898)).toBeLessThan(printed);
    expect(result.warnings?.[0]).toMatchObject({ code: "faulty-formula" });
    expect(result.warnings?.[0].text.en).toContain("C cannot pass 0.5");
    expect(couplingDegree([1, 1], "uncapped")).toBe(0.5);
    expect(couplingDegree([1, 1, 1], "uncapped")).toBeCloseTo(1 / 3, 15);
  });

  it("weighs T and leaves C alone", () => {
    const { coupling, development } = one([0.4, 0.6], { weights: { s1: 0.25, s2: 0.75 } });
    expect(development).toBeCloseTo(0.55, 15); // .1 + .45
    expect(coupling).toBe(one([0.4, 0.6]).coupling);
  });

  it("spans [0, 1], is 1 exactly where levels are alike, and does not mind the order of subsystems", () => {
    for (const variant of ["standard", "adjusted", "wang-2021"] as const) {
      for (const level of [1e-9, 0.1, 0.3, 2 / 3, 1]) {
        for (const k of [2, 3, 9]) expect(couplingDegree(new Array(k).fill(level), variant)).toBeCloseTo(1, 14);
      }
      expect(couplingDegree(new Array(9).fill(0.1), variant)).toBeLessThanOrEqual(1);
      const c = couplingDegree([0.05, 0.9, 0.4], variant);
      expect(c).toBeGreaterThan(0);
      expect(c).toBeLessThan(1);
      expect(Math.abs(couplingDegree([0.9, 0.4, 0.05], variant) - c)).toBeLessThan(exact);
    }
  });

  it("standard is free of scale, wang-2021 is not: halving all levels closes absolute gaps", () => {
    expect(Math.abs(couplingDegree([0.2, 0.3], "standard") - couplingDegree([0.4, 0.6], "standard"))).toBeLessThan(
      exact,
    );
    expect(couplingDegree([0.2, 0.3], "wang-2021")).toBeGreaterThan(couplingDegree([0.4, 0.6], "wang-2021") + 0.04);
  });

  it("does not underflow over many small levels", () => {
    expect(
      couplingDegree(
        new Array(40).fill(0).map((_, at) => 1e-10 * (1 + (at % 2))),
        "standard",
      ),
    ).toBeCloseTo(
      Math.SQRT2 / 1.5, // levels 1 and 2 in equal number: sqrt(2) over 1.5
      12,
    );
  });

  it("answers zeros: one subsystem at 0 gives 0, all at 0 leave C undefined and D = 0, each with a warning", () => {
    const result = couplingCoordination({
      place: ["a", "b", "c"],
      subsystems: [
        { name: "x", unit: "1", values: Float64Array.of(0, 0, 0.5) },
        { name: "y", unit: "1", values: Float64Array.of(0, 0.8, 0.5) },
      ],
    });
    expect(result.places.map(({ coupling }) => coupling)).toEqual([Number.NaN, 0, 1]);
    expect(result.places.map(({ coordination }) => coordination)).toEqual([0, 0, Math.sqrt(0.5)]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["coupling-undefined", "subsystem-zero"]);
    expect(result.warnings?.[0].text.en).toContain("1 of 3 rows");
    expect(result.meanCoupling).toBe(0.5); // of b and c
  });

  it("drops a place that lacks a subsystem, by name, and never couples the rest of it", () => {
    const result = couplingCoordination({
      place: ["a", "b"],
      year: [2020, 2020],
      subsystems: [
        { name: "x", unit: "1", values: Float64Array.of(0.2, 0.3) },
        { name: "y", unit: "1", values: Float64Array.of(0.4, 0.5) },
        { name: "z", unit: "1", values: Float64Array.of(Number.NaN, 0.9) },
      ],
    });
    expect(result.places.map((each) => each.place)).toEqual(["b"]);
    expect(result.n).toBe(1);
    expect(result.dropped).toMatchObject([
      { row: "a 2020", reason: { en: expect.stringContaining("no level for z") } },
    ]);
  });

  it("puts every formula side by side and counts the grades that flip", () => {
    const { variants, gradeDepends } = couplingCoordination(place(0.4, 0.6));
    // D .699927 (7), K = 2: sqrt(.9216 / 2) = .678823 (7), .604275 (7), sqrt(.489898 / 2) = .494924 (5)
    expect(variants.map(({ variant, level, flips }) => [variant, level, flips])).toEqual([
      ["standard", 7, false],
      ["adjusted", 7, false],
      ["wang-2021", 7, false],
      ["uncapped", 5, true],
    ]);
    expect(gradeDepends).toBe(0);
    const apart = couplingCoordination(place(0.2, 0.9)); // standard 7, adjusted and wang-2021 lower
    expect(new Set(apart.variants.slice(0, 3).map(({ level }) => level)).size).toBeGreaterThan(1);
    expect(apart.gradeDepends).toBe(1);
  });

  it("moves the grade of nearly every place when the factor k is lost", () => {
    // D shrinks by sqrt(1/2): whatever D is in [.35, 1], that is a step of at least .1
    const u = Array.from({ length: 200 }, (_, at) => [0.3 + 0.0035 * at, 1 - 0.0035 * at]);
    const flips = u.filter((pair) => couplingCoordination(place(...pair)).variants[3].flips).length;
    expect(flips).toBe(200);
  });

  it("grades by tenths, boundaries above or below as told, roundings forgiven", () => {
    expect([0, 0.05, 0.1, 0.7, 0.9, 1].map((d) => gradeOf(d, "above"))).toEqual([1, 1, 2, 8, 10, 10]);
    expect([0, 0.05, 0.1, 0.7, 0.9, 1].map((d) => gradeOf(d, "below"))).toEqual([1, 1, 1, 7, 9, 10]);
    expect(gradeOf(0.7 - 1e-16, "above")).toBe(8);
    expect(gradeOf(0.1 + 0.2, "below")).toBe(3);
  });

  it("refuses what has no coupling, with the reason", () => {
    expect(() => one([0.4, 1.2])).toThrow("coupling-coordination: s2 of a is 1.2, expected 0 to 1");
    expect(() => one([-0.1, 0.4])).toThrow("s1 of a is -0.1, expected 0 to 1");
    expect(one([0.4, 1 + 4e-16]).development).toBe(0.7); // a sum of weights times ones
    expect(() => one([0.4])).toThrow("data has 1 subsystem, expected at least 2");
    expect(() => one([0.4, 0.6], { weights: { s1: 0.5, s2: 0.4 } })).toThrow("the weights add up to 0.9, expected 1");
    expect(() => one([0.4, 0.6], { weights: { s1: 1 } })).toThrow("weights lack s2");
    expect(() => one([0.4, 0.6], { weights: { s1: 0.5, s2: 0.5, x: 0 } })).toThrow(
      "weights name x, which is not a subsystem; the subsystems are s1, s2",
    );
    expect(() => one([Number.NaN, 0.6])).toThrow("no row has a level for every subsystem");
  });
});
