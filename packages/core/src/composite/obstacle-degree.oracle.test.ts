import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { obstacleDegree } from "./obstacle-degree.ts";
import { makeRecipe } from "./recipe.ts";

const exact = 1e-13; // printed with 15 digits, a few additions

describe("obstacle-degree against R on the cities of China's clusters", () => {
  it("gives its degrees and distances", () => {
    const recipe = makeRecipe({
      nodes: [{ id: "level" }, { id: "structure" }],
      indicators: [
        { id: "gdp_per_head", node: "level", weight: 3 },
        { id: "urban_share", node: "level" },
        { id: "tertiary_share", node: "structure" },
        { id: "elderly_share", node: "structure", direction: "down" },
      ],
    });
    const { places } = obstacleDegree(chinaPanel(), { recipe });
    const expected = oracle<{ distance: number[]; degree: number[][] }>("composite-obstacle-degree");
    expect(places.length).toBe(expected.distance.length);
    places.forEach(({ distance, degrees }, row) => {
      expect(Math.abs(distance - expected.distance[row])).toBeLessThan(exact);
      degrees.forEach((degree, at) => {
        expect(Math.abs(degree - expected.degree[row][at])).toBeLessThan(exact);
      });
    });
  });
});
