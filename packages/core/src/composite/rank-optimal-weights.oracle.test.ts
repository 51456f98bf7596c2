import { expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { localContext } from "../contract/local-context.ts";
import method, { rankOptimalWeights } from "./rank-optimal-weights.ts";
import { makeRecipe } from "./recipe.ts";

const solved = 1e-9; // two simplex codes, four indicators; HiGHS holds rows to 1e-10

it("rank-optimal weights against lpSolve on the cities of China's clusters in 2020", async () => {
  const expected = oracle<{ code: string[]; distance: (number | null)[]; shortfall: number[] }>(
    "composite-rank-optimal-weights",
  );
  const recipe = makeRecipe({
    indicators: [
      { id: "gdp_per_head", weight: 3 },
      { id: "urban_share" },
      { id: "tertiary_share" },
      { id: "elderly_share", direction: "down" },
    ],
  });
  const panel = chinaPanel();
  const { places } = await rankOptimalWeights(panel, { recipe }, localContext(method, 1));
  const of2020 = places.filter(({ row }) => panel.year[row] === 2020);
  expect(of2020.map(({ place }) => place)).toEqual(expected.code);
  of2020.forEach(({ distance, shortfall, standing }, at) => {
    const wanted = expected.distance[at] as number | null;
    expect(standing === "cannot-be-first").toBe(wanted === null);
    if (wanted === null) expect(Math.abs(shortfall - (expected.shortfall[at] as number))).toBeLessThan(solved);
    else expect(Math.abs(distance - wanted)).toBeLessThan(solved);
  });
});
