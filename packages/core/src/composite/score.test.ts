import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { makeRecipe, plainRecipe, type RecipeInput } from "./recipe.ts";
import { score } from "./score.ts";

const exact = 1e-12; // doubles: a handful of multiplications

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const places = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const gap = Number.NaN;

/** Two aspects: economy (gdp, trade) at weight 2, environment (dust, falling) at weight 1. */
const twoAspects: RecipeInput = {
  nodes: [{ id: "economy", weight: 2 }, { id: "environment" }],
  indicators: [
    { id: "gdp", node: "economy", weight: 3 },
    { id: "trade", node: "economy" },
    { id: "dust", node: "environment", direction: "down" },
  ],
};
const three = {
  place: places(3),
  indicators: [column("gdp", [10, 20, 30]), column("trade", [4, 0, 1]), column("dust", [50, 30, 40])],
};

describe("score", () => {
  it("by hand: min-max, nested weights, arithmetic", () => {
    const scored = score(makeRecipe(twoAspects), three);
    // gdp 0 .5 1; trade 1 0 .25; dust turned round 0 1 .5
    expect([...scored.indicators[2].normalised]).toEqual([0, 1, 0.5]);
    // economy .75 gdp + .25 trade = .25, .375, .8125; total 2/3 economy + 1/3 environment
    expect([...scored.nodes[1].scores]).toEqual([0.25, 0.375, 0.8125]);
    const total = [0.5 / 3, (0.75 + 1) / 3, (1.625 + 0.5) / 3];
    scored.total.forEach((value, row) => {
      expect(Math.abs(value - total[row])).toBeLessThan(exact);
    });
    expect(scored.indicators.map(({ weight }) => weight)).toEqual([0.5, 1 / 6, 1 / 3]); // 2/3 * 3/4, 2/3 * 1/4, 1/3
  });

  it("covers a row that has everything in full, however its weights add up", () => {
    for (const n of [6, 7, 10, 11, 13]) {
      const indicators = Array.from({ length: n }, (_, at) => column(`x${at}`, [1, 2, at === 0 ? gap : 3]));
      const recipe = plainRecipe(indicators.map(({ name }) => name));
      const { coverage, partial } = score(recipe, { place: places(3), indicators });
      expect([coverage[0], coverage[1]]).toEqual([1, 1]);
      expect(Math.abs(coverage[2] - (n - 1) / n)).toBeLessThan(exact);
      expect(partial).toEqual([false, false, true]);
    }
  });

  it("by hand: a harmonic aspect under a geometric whole", () => {
    const recipe = makeRecipe({
      nodes: [{ id: "pair", aggregate: "harmonic" }],
      indicators: [{ id: "x", node: "pair" }, { id: "y", node: "pair" }, { id: "z" }],
      normalise: { range: [1, 3] },
      aggregate: "geometric",
    });
    const data = { place: places(2), indicators: [column("x", [0, 1]), column("y", [1, 0]), column("z", [0, 8])] };
    const { total, nodes } = score(recipe, data);
    expect(nodes[1].scores[0]).toBeCloseTo(2 / (1 + 1 / 3), 14); // of 1 and 3: 1.5
    expect(total[0]).toBeCloseTo(Math.sqrt(1.5 * 1), 14);
    expect(total[1]).toBeCloseTo(Math.sqrt(1.5 * 3), 14);
  });

  it("spreads the score over contributions that add up, whatever the tree", () => {
    for (const aggregate of ["arithmetic", "geometric", "harmonic"] as const) {
      for (const inner of ["arithmetic", "geometric", "harmonic"] as const) {
        const recipe = makeRecipe({
          ...twoAspects,
          nodes: [{ id: "economy", weight: 2, aggregate: inner }, { id: "environment" }],
          normalise: { range: [0.01, 1] },
          aggregate,
        });
        const gapped = { ...three, indicators: [...three.indicators.slice(1), column("gdp", [10, 20, gap])] };
        const { total, indicators } = score({ ...recipe, missing: { minimumShare: 0 } }, gapped);
        total.forEach((value, row) => {
          const added = indicators.reduce((sum, each) => sum + (each.contribution[row] || 0), 0);
          expect(Math.abs(added - value)).toBeLessThan(exact);
        });
      }
    }
  });

  it("scores a node over the children that are there, if at least the minimum share of its weight is", () => {
    const data = { ...three, indicators: [...three.indicators.slice(1), column("gdp", [10, gap, 30])] };
    const scored = score(makeRecipe(twoAspects), data);
    expect(scored.nodes[1].scores[1]).toBeNaN(); // a quarter of the economy's weight is there
    expect(scored.total[1]).toBeNaN(); // and so a third of the whole
    expect(scored.partial).toEqual([false, true, false]);
    expect(scored.coverage[1]).toBeCloseTo(0.5, 14); // trade 1/6 and dust 1/3
    expect(scored.warnings.map(({ code }) => code)).toEqual(["not-scored"]);
    const lenient = score(makeRecipe({ ...twoAspects, missing: { minimumShare: 0.25 } }), data);
    expect(lenient.nodes[1].scores[1]).toBe(0); // trade alone
    expect(lenient.total[1]).toBeCloseTo(1 / 3, 14);
    expect(lenient.warnings.map(({ code }) => code)).toEqual(["scored-in-part"]);
  });

  it("takes three of five equal children at the default, two of five not", () => {
    const names = ["p", "q", "r", "s", "t"];
    const data = {
      place: places(3),
      indicators: names.map((name, at) => column(name, [1, at < 3 ? 2 : gap, at < 2 ? 3 : gap])),
    };
    const { total } = score(plainRecipe(names), data);
    expect(total[1]).not.toBeNaN();
    expect(total[2]).toBeNaN();
  });

  it("answers a constant column with the middle, and says so", () => {
    const data = { place: places(2), indicators: [column("x", [1, 2]), column("same", [7, 7])] };
    const { total, warnings } = score(plainRecipe(["x", "same"]), data);
    expect([...total]).toEqual([0.25, 0.75]);
    expect(warnings.map(({ code }) => code)).toEqual(["indicator-constant"]);
  });

  it("keeps an indicator that the data lack as missing, and reports it", () => {
    const recipe = makeRecipe({ ...twoAspects, weigh: { method: "equal" } });
    const { total, warnings, coverage } = score(recipe, { ...three, indicators: three.indicators.slice(0, 2) });
    expect(warnings[0]?.text.en).toBe("dust is not in the data and counts as missing everywhere");
    expect(total[0]).toBeNaN(); // one aspect of two is .5 of the weight, .6 are asked
    expect(coverage[0]).toBeCloseTo(0.5, 14);
  });

  it("calls a missing indicator by its title, and says which aspect fell short for which rows", () => {
    const recipe = makeRecipe({
      nodes: [
        { id: "economy", title: { en: "Economy", zh: "经济" } },
        { id: "air", title: { en: "Air", zh: "空气" } },
      ],
      indicators: [
        { id: "gdp", node: "economy" },
        { id: "trade", node: "economy" },
        { id: "dust", node: "air", title: { en: "Dust", zh: "粉尘" } },
      ],
      missing: { minimumShare: 0.6 },
    });
    const columns = [column("gdp", [1, gap, 3]), column("trade", [1, 2, gap])];
    const { warnings } = score(recipe, { place: places(3), year: [2020, 2020, 2020], indicators: columns });
    expect(warnings[0]?.text).toMatchObject({
      en: expect.stringMatching(/^Dust is not/),
      zh: expect.stringMatching(/^指标粉尘不在/),
    });
    const notScored = warnings.find(({ code }) => code === "not-scored");
    expect(say(notScored)).toMatch(
      /: too little weight is there in Economy \(\S+, \S+, 2020\); Air \(\S+, \S+, \S+, 2020\)$/,
    );
    expect(say(notScored, "zh")).toContain("有数据的权重过低的维度为经济（");
  });

  it("weighs by entropy, and gives a constant column nothing", () => {
    const recipe = makeRecipe({
      indicators: [{ id: "x" }, { id: "same" }, { id: "y" }],
      weigh: { method: "entropy" },
    });
    const data = {
      place: places(3),
      indicators: [column("x", [0, 1, 3]), column("same", [7, 7, 7]), column("y", [0, 2, 3])],
    };
    const { indicators } = score(recipe, data);
    // normalised x 0 1/3 1: shares 0 1/4 3/4; y 0 2/3 1: shares 0 .4 .6
    const x = 1 + (0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(3);
    const y = 1 + (0.4 * Math.log(0.4) + 0.6 * Math.log(0.6)) / Math.log(3);
    expect(indicators[0].weight).toBeCloseTo(x / (x + y), 13);
    expect(indicators[1].weight).toBe(0);
  });

  it("refuses 0 under a geometric mean and names the range", () => {
    const recipe = makeRecipe({ ...twoAspects, aggregate: "geometric" });
    expect(() => score(recipe, three)).toThrow(
      "score: dust of a is 0 after normalising, the geometric mean of environment needs more than 0",
    );
    try {
      score(recipe, three);
    } catch (error) {
      expect((error as { hint: { en: string } }).hint.en).toContain("range: [0.01, 1]");
    }
  });

  it("does not change when the tree's weights or an indicator's unit are rescaled", () => {
    const base = score(makeRecipe(twoAspects), three).total;
    const rescaled = makeRecipe({
      ...twoAspects,
      nodes: [
        { id: "economy", weight: 4 },
        { id: "environment", weight: 2 },
      ],
    });
    const data = {
      ...three,
      indicators: three.indicators.map((each) => ({ ...each, values: each.values.map((v) => v * 1e4) })),
    };
    score(rescaled, data).total.forEach((value, row) => {
      expect(Math.abs(value - base[row])).toBeLessThan(exact);
    });
  });
});
