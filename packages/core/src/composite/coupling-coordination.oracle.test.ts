import { describe, expect, it } from "vitest";
import { chinaPanel, minMax, oracle } from "../../test/china-panel.ts";
import { couplingCoordination } from "./coupling-coordination.ts";
import { couplingVariants } from "./coupling-coordination-degree.ts";

const exact = 2e-14; // printed with 15 digits; products there, logarithms here

type ByVariant = Record<(typeof couplingVariants)[number], number[]>;

describe("coupling-coordination against R on the cities of China's clusters", () => {
  const { place, year, indicators } = chinaPanel();
  const subsystems = indicators.slice(0, 3).map((each) => minMax(each, 0.01));
  const expected = oracle<{
    development: number[];
    coupling: ByVariant;
    coordination: ByVariant;
    grade_depends: number;
    grade_lost: number;
  }>("composite-coupling-coordination");

  it.each(couplingVariants)("%s", (variant) => {
    const weights = { gdp_per_head: 0.5, urban_share: 0.3, tertiary_share: 0.2 };
    const { places } = couplingCoordination({ place, year, subsystems }, { variant, weights, power: 2 });
    expect(places.length).toBe(expected.development.length);
    places.forEach(({ coupling, development, coordination }, at) => {
      expect(Math.abs(development - expected.development[at])).toBeLessThan(exact);
      expect(Math.abs(coupling - expected.coupling[variant][at])).toBeLessThan(exact);
      expect(Math.abs(coordination - expected.coordination[variant][at])).toBeLessThan(exact);
    });
  });

  it("counts the grades that hang on the formula: 162 of 213, and 212 once the factor k is lost", () => {
    const { variants, gradeDepends } = couplingCoordination({ place, year, subsystems });
    const lost = variants.filter(({ variant, flips }) => variant === "uncapped" && flips).length;
    expect([gradeDepends, lost]).toEqual([expected.grade_depends, expected.grade_lost]);
    expect([gradeDepends, lost]).toEqual([162, 212]);
  });
});
