import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { localContext } from "../contract/local-context.ts";
import method, { benefitOfDoubt } from "./benefit-of-doubt.ts";
import { makeRecipe } from "./recipe.ts";
import { scale } from "./scale.ts";

const solved = 1e-9; // two simplex codes, four indicators; HiGHS holds rows to 1e-10

describe("benefit-of-doubt against lpSolve on the cities of China's clusters in 2020", () => {
  const panel = chinaPanel();
  const recipe = makeRecipe({
    indicators: panel.indicators.map(({ name }) => ({
      id: name,
      direction: name === "elderly_share" ? "down" : "up",
    })),
    normalise: { range: [0.01, 1] },
  });
  const { columns } = scale(recipe, panel);
  const of2020 = <T>(values: ArrayLike<T>) => Array.from(values).filter((_, row) => panel.year[row] === 2020);
  const input = {
    place: of2020(panel.place),
    indicators: panel.indicators.map((each, at) => ({ ...each, values: Float64Array.from(of2020(columns[at])) })),
  };
  const expected = oracle<{ code: string[]; free: number[]; tenth: number[] }>("composite-benefit-of-doubt");

  it.each([
    ["free", 0],
    ["tenth", 0.1],
  ] as const)("%s", async (name, low) => {
    const { scores } = await benefitOfDoubt(input, { low }, localContext(method, 1));
    expect(scores.map(({ place }) => place)).toEqual(expected.code);
    const worst = Math.max(...scores.map(({ score }, at) => Math.abs(score - expected[name][at])));
    expect(worst).toBeLessThan(solved);
  });
});
