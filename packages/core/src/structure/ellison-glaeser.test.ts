import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { ellisonGlaeser } from "./ellison-glaeser.ts";

const exact = 1e-12; // a handful of squares

const plants = {
  area: ["a", "a", "b", "b", "c", "c"],
  sector: ["x", "y", "x", "y", "y", "y"],
  value: [6, 2, 2, 4, 3, 3],
};

describe("ellisonGlaeser", () => {
  it("by hand: x has 6 in a and 2 in b; areas hold 8, 6, 6 of 20", () => {
    const { industries } = ellisonGlaeser(plants);
    const x = industries.find(({ industry }) => industry === "x");
    const g = (0.75 - 0.4) ** 2 + (0.25 - 0.3) ** 2 + 0.3 ** 2; // .215
    const h = 0.75 ** 2 + 0.25 ** 2; // .625
    const rest = 1 - 0.4 ** 2 - 2 * 0.3 ** 2; // .66
    expect(x?.gamma).toBeCloseTo((g - rest * h) / (rest * (1 - h)), 14);
    expect([x?.plants, x?.value]).toEqual([2, 8]);
  });

  it("is the same with Herfindahl indices given for sums of areas", () => {
    const { industries } = ellisonGlaeser(plants);
    const sums = ellisonGlaeser({
      area: ["a", "a", "b", "b", "c"],
      sector: ["x", "y", "x", "y", "y"],
      value: [6, 2, 2, 4, 6],
      herfindahl: {
        sector: industries.map(({ industry }) => industry),
        value: industries.map(({ herfindahl }) => herfindahl),
      },
    });
    sums.industries.forEach(({ gamma, industry }, at) => {
      expect(industry).toBe(industries[at]?.industry);
      expect(Math.abs(gamma - (industries[at]?.gamma as number))).toBeLessThan(exact);
    });
  });

  it("is 0 in expectation for plants thrown at areas in proportion to them, with the variance of its z (20,000 throws)", () => {
    const draw = random(3, "ellison-glaeser/throws");
    const [x, sizes] = [
      [0.5, 0.3, 0.2],
      [5, 3, 2, 1, 1],
    ];
    const base = { area: ["a", "b", "c"], value: x };
    const throws = 20_000;
    let [sum, scores, squares] = [0, 0, 0];
    for (let at = 0; at < throws; at += 1) {
      const area = sizes.map(() => {
        const u = draw.uniform();
        return u < 0.5 ? "a" : u < 0.8 ? "b" : "c";
      });
      const [only] = ellisonGlaeser({ area, sector: sizes.map(() => "s"), value: sizes, base }).industries;
      sum += only?.gamma as number;
      scores += only?.z as number;
      squares += (only?.z as number) ** 2;
    }
    // standard error of a mean of 20,000: .007 of the deviation of z, some .004 of gamma's
    expect(Math.abs(sum / throws)).toBeLessThan(0.02);
    expect(Math.abs(scores / throws)).toBeLessThan(0.03);
    expect(Math.abs(squares / throws - 1)).toBeLessThan(0.06); // heavy upper tail
  });

  it("has no index of a single plant, and says so; leaves areas out that the base lacks", () => {
    const { industries, warnings, dropped } = ellisonGlaeser({
      area: ["a", "b", "b", "d"],
      sector: ["x", "y", "y", "y"],
      value: [1, 1, 1, 1],
      base: { area: ["a", "b"], value: [1, 1] },
    });
    expect(industries.find(({ industry }) => industry === "x")?.gamma).toBeNaN();
    expect(warnings?.map(({ code }) => code)).toEqual(["single-plant"]);
    expect(dropped?.map(({ row }) => row)).toEqual(["d"]);
  });

  it("refuses one area, sizes below 0, nothing, and a Herfindahl index beyond 1", () => {
    expect(() => ellisonGlaeser({ area: ["a"], sector: ["x"], value: [1] })).toThrow("one area has everything");
    expect(() => ellisonGlaeser({ ...plants, value: [-1, 1, 1, 1, 1, 1] })).toThrow("value of a x is -1");
    expect(() => ellisonGlaeser({ ...plants, value: [0, 0, 0, 0, 0, 0] })).toThrow("add up to 0");
    expect(() => ellisonGlaeser({ ...plants, herfindahl: { sector: ["x", "y"], value: [2, 0] } })).toThrow(
      "Herfindahl index of x is 2",
    );
  });
});

describe.skipIf(!haveGoldens)("ellisonGlaeser against REAT ellison.a", () => {
  it("gamma, G, z, plants and H of two industries", () => {
    const rows = goldenCsv("ellison_glaeser/input.csv");
    const { industries } = ellisonGlaeser({
      area: rows.map(({ region }) => region as string),
      sector: rows.map(({ industry }) => industry as string),
      value: rows.map(({ emp }) => Number(emp)),
    });
    const golden = goldenJson<{ reat_gamma: number[][] }>("ellison_glaeser/expected.json").reat_gamma;
    for (const [at, name] of ["A", "B"].entries()) {
      const found = industries.find(({ industry }) => industry === name);
      [found?.gamma, found?.concentration, found?.z, found?.plants, found?.herfindahl].forEach((each, part) => {
        expect(Math.abs((each as number) - (golden[at]?.[part] as number)), `${name} ${part}`).toBeLessThan(exact);
      });
    }
  });
});
