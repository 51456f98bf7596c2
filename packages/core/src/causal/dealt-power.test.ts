import { describe, expect, it } from "vitest";
import { leastDetectable } from "./dealt-power.ts";

const halves = 1e-9; // 48 halvings of what is sought

describe("leastDetectable", () => {
  // 19 draws of -9 to 9: at .9 one of them may reach, so that the second largest size, 9, is critical
  const draws = Array.from({ length: 19 }, (_, at) => ({ effect: at - 9, own: 0 }));

  it("by hand: four of five draws, 16 of 19, must stand above 9: that at -6 needs 15", () => {
    expect(leastDetectable(draws, 0.9, 0.8)).toBeCloseTo(15, 6);
  });

  it("asks for more where draws hold a part of the treated, and does not know the unit", () => {
    const held = draws.map((each, at) => ({ ...each, own: at % 2 === 0 ? 0.3 : 0 }));
    const more = leastDetectable(held, 0.9, 0.8);
    expect(more).toBeGreaterThan(15.5);
    const scaled = held.map(({ effect, own }) => ({ effect: 7 * effect, own }));
    expect(Math.abs(leastDetectable(scaled, 0.9, 0.8) / 7 / more - 1)).toBeLessThan(halves);
  });

  it("is nothing where so few draws can find nothing, and 0 where nothing varies", () => {
    expect(leastDetectable(draws.slice(0, 5), 0.9, 0.8)).toBeNaN();
    expect(
      leastDetectable(
        draws.map(() => ({ effect: 0, own: 0 })),
        0.9,
        0.8,
      ),
    ).toBe(0);
  });
});
