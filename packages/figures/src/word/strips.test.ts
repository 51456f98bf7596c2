import { describe, expect, it } from "vitest";
import { stripsOf } from "./strips.ts";

/** Fifty rows of 20 under a head of 40, and a legend of 30. */
const figure = { height: 1070, seams: { head: 40, cuts: Array.from({ length: 49 }, (_, i) => 60 + 20 * i) } };

describe("the strips of a figure's rows", () => {
  it("are all of it below its head, cut between rows", () => {
    const strips = stripsOf(figure, 1);
    expect(strips[0]?.from).toBe(40);
    expect(strips.at(-1)?.to).toBe(1070);
    strips.slice(1).forEach(({ from }, nth) => {
      expect(from).toBe(strips[nth]?.to);
      expect(figure.seams.cuts).toContain(from);
    });
  });

  it("leave no few rows at the foot of a page or on top of the next: .2 of 740 is 148, 8 rows of 20 or 6 with the legend; .06 is 44, 3 rows", () => {
    const heights = stripsOf(figure, 1).map(({ from, to }) => to - from);
    expect(heights[0]).toBe(160);
    expect(heights.slice(1, -1)).toEqual(heights.slice(1, -1).map(() => 60));
    expect(heights.at(-1)).toBeGreaterThanOrEqual(148);
    expect(heights.at(-1)).toBeLessThan(148 + 60);
  });

  it("are of more rows where these are printed smaller: 148 of print are 296 of the drawing", () => {
    expect(stripsOf(figure, 0.5)[0]).toEqual({ from: 40, to: 340 });
  });

  it("are one in a figure of few rows, and none in one without", () => {
    expect(stripsOf({ height: 300, seams: { head: 0, cuts: [100, 200] } }, 1)).toEqual([{ from: 0, to: 300 }]);
    expect(stripsOf({ height: 1000 }, 1)).toEqual([]);
  });
});
