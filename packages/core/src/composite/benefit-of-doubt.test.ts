import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { InputError } from "../contract/errors.ts";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import method, { type BenefitOptions, benefitOfDoubt } from "./benefit-of-doubt.ts";
import { undominated } from "./benefit-of-doubt-rows.ts";
import { makeRecipe } from "./recipe.ts";

const solved = 1e-9; // the solver holds rows to 1e-10, over at most a dozen indicators

const context = localContext(method, 1);
const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const run = (columns: ReturnType<typeof column>[], options: BenefitOptions = {}) =>
  benefitOfDoubt({ place: letters(columns[0].values.length), indicators: columns }, options, context);
const scoresOf = async (...given: Parameters<typeof run>) => (await run(...given)).scores.map(({ score }) => score);

const corners = [column("x", 4, 1, 2), column("y", 1, 4, 1)];

describe("benefit-of-doubt", () => {
  it("by hand: (2, 1) between (4, 1) and (1, 4)", async () => {
    // 2u + v is greatest where 4u + v = 1 and u + 4v = 1: u = v = .2, score .6, shares 2/3 and 1/3, held by a and b
    const { scores, ones, warnings } = await run(corners);
    expect(scores.map(({ score }) => score)).toEqual([1, 1, expect.closeTo(0.6, 10)]);
    expect(scores[2].weights[0]).toBeCloseTo(0.2, 10);
    expect(scores[2].shares[0]).toBeCloseTo(2 / 3, 10);
    expect(scores[2].peers).toEqual([0, 1]);
    expect(ones).toBe(2);
    expect(warnings?.[0]).toMatchObject({
      code: "many-ones",
      text: { en: expect.stringMatching(/^2 of 3 rows score 1/) },
    });
  });

  it("by hand with equal shares: a 8/17, b 8/17, c 4/9", async () => {
    // c: 2u = v, so a has 6u and b 9u: u = 1/9, score 4u = 4/9.  a: 4u = v, b has 17u: u = 1/17, score 8/17; b likewise
    const { scores, warnings } = await run(corners, { low: 0.5 });
    [8 / 17, 8 / 17, 4 / 9].forEach((score, at) => {
      expect(Math.abs(scores[at].score - score)).toBeLessThan(solved);
      for (const share of scores[at].shares) expect(Math.abs(share - 0.5)).toBeLessThan(solved);
    });
    expect(warnings).toEqual([]);
  });

  it("keeps shares between bounds, of all or of one, and never scores higher with tighter ones", async () => {
    const draw = random(3, "benefit-of-doubt/test");
    const columns = ["x", "y", "z"].map((name) =>
      column(name, ...Array.from({ length: 25 }, () => 0.1 + draw.uniform())),
    );
    const free = await scoresOf(columns);
    const { scores } = await run(columns, { low: 0.15, bounds: { z: { low: 0.3, high: 0.4 } } });
    scores.forEach(({ score, shares }, at) => {
      expect(score).toBeLessThan(free[at] + solved);
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(solved);
      expect(Math.min(...shares)).toBeGreaterThan(0.15 - solved);
      expect(shares[2]).toBeGreaterThan(0.3 - solved);
      expect(shares[2]).toBeLessThan(0.4 + solved);
    });
  });

  it("does not change with units, nor when a row that others beat is added", async () => {
    const base = await scoresOf(corners);
    const scaled = await scoresOf([column("x", 4e7, 1e7, 2e7), column("y", 1e-4, 4e-4, 1e-4)]);
    const more = await scoresOf([column("x", 4, 1, 2, 1), column("y", 1, 4, 1, 0.5)]);
    base.forEach((score, at) => {
      expect(Math.abs(scaled[at] - score)).toBeLessThan(solved);
      expect(Math.abs(more[at] - score)).toBeLessThan(solved);
    });
  });

  it("asks only the rows that no other equals or beats", () => {
    const rows = [
      [4, 1],
      [1, 4],
      [2, 1],
      [4, 1],
      [3, 3],
    ];
    expect(undominated(rows)).toEqual([0, 1, 4]);
  });

  it("compares a panel with one frontier over all years", async () => {
    const input = { place: ["a", "a"], year: [2010, 2020], indicators: [column("x", 1, 2), column("y", 1, 2)] };
    const { scores } = await benefitOfDoubt(input, {}, context);
    expect(scores.map(({ score }) => score)).toEqual([expect.closeTo(0.5, 10), 1]);
  });

  it("takes the values that a recipe normalises, directions applied", async () => {
    const indicators = [column("x", 0, 5, 10), column("dust", 30, 10, 50)];
    const recipe = makeRecipe({
      indicators: [{ id: "x" }, { id: "dust", direction: "down" }],
      normalise: { range: [0.01, 1] },
    });
    const scores = await scoresOf(indicators, { recipe });
    const asNormalised = await scoresOf([column("x", 0.01, 0.505, 1), column("dust", 0.505, 1, 0.01)]);
    for (const [at, score] of scores.entries()) expect(Math.abs(score - asNormalised[at])).toBeLessThan(solved);
  });

  it("answers zeros: an indicator at 0 everywhere carries nothing, a place that lacks a due share scores 0 by name", async () => {
    expect(await scoresOf([...corners, column("z", 0, 0, 0)])).toEqual([1, 1, expect.closeTo(0.6, 10)]);
    const { scores, warnings } = await run([column("x", 4, 0, 2), column("y", 1, 4, 1)], { low: 0.1 });
    expect(scores[1]).toMatchObject({ score: 0, peers: [], shares: [Number.NaN, Number.NaN] });
    expect(warnings).toMatchObject([{ code: "score-zero" }]);
    expect(say(warnings?.[0])).toContain("b has 0 in x, which must have a share");
  });

  it("leaves out rows with a gap, by name", async () => {
    const { n, dropped } = await run([column("x", 4, Number.NaN, 2), column("y", 1, 4, 1)]);
    expect([n, dropped?.map(({ row }) => row)]).toEqual([2, ["b"]]);
  });

  it("refuses bounds that cannot hold and values below 0, with the reason", async () => {
    await expect(run(corners, { low: 0.6 })).rejects.toThrow("the least shares add up to 1.2, expected at most 1");
    await expect(run(corners, { high: 0.4 })).rejects.toThrow("the greatest shares add up to 0.8, expected at least 1");
    await expect(run(corners, { bounds: { x: { low: 0.5, high: 0.2 } } })).rejects.toThrow(
      "the share of x is to be at least 0.5 and at most 0.2",
    );
    await expect(run(corners, { bounds: { z: {} } })).rejects.toThrow("bounds name z, which is not an indicator");
    await expect(run([column("x", 1, -2)])).rejects.toThrow("x of b is -2, expected at least 0");
    await expect(run([column("x", 0, 0)])).rejects.toBeInstanceOf(InputError);
  });
});

describe.skipIf(!haveGoldens)(
  "benefit-of-doubt against lpSolve on eight connectivity indicators of 43 countries",
  () => {
    it("gives its scores", async () => {
      const rows = goldenCsv("mcdm_weights/input.csv");
      const names = Object.keys(rows[0]).filter((name) => name !== "uCode");
      const minMaxed = names.map((name) => {
        const values = rows.map((row) => Number(row[name]));
        const [least, most] = [Math.min(...values), Math.max(...values)];
        return column(name, ...values.map((value) => (value - least) / (most - least)));
      });
      const input = { place: rows.map(({ uCode }) => uCode), indicators: minMaxed };
      const { bod_dea } = goldenJson<{ bod_dea: number[] }>("mcdm_weights/expected.json");
      const { scores } = await benefitOfDoubt(input, {}, context);
      const worst = Math.max(...scores.map(({ score }, at) => Math.abs(score - bod_dea[at])));
      expect(worst).toBeLessThan(solved);
    });
  },
);
