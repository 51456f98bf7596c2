import { expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { copeland } from "./copeland.ts";
import { makeRecipe } from "./recipe.ts";

it("Copeland scores against R on the cities of China's clusters", () => {
  const recipe = makeRecipe({
    indicators: [
      { id: "gdp_per_head", weight: 3 },
      { id: "urban_share" },
      { id: "tertiary_share" },
      { id: "elderly_share", direction: "down" },
    ],
  });
  const { scores } = copeland(chinaPanel(), { recipe });
  expect([...scores]).toEqual(oracle<{ score: number[] }>("composite-copeland").score); // whole numbers
});
