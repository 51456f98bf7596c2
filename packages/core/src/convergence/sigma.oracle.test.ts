import { expect, it } from "vitest";
import { britishFigures, chinaFigures, oracle } from "../../test/atlas-panels.ts";
import { sigma } from "./sigma.ts";

const relative = 1e-11; // test statistics divide by what is left of a correlation; the oracle has 15 digits

interface Expected {
  readonly places: number;
  readonly deviation: Record<string, number>;
  readonly variation: Record<string, number>;
  readonly tests: Record<string, { f: number; fP: number; t: number; tP: number }>;
}

it.each([
  ["china", chinaFigures],
  ["britain", britishFigures],
] as const)(
  "of %s is what base R gives: sd, cv, var.test and cor.test (oracles/convergence-sigma.R)",
  (country, figures) => {
    const expected = oracle<Record<string, Expected>>("convergence-sigma")[country] as Expected;
    const { place, year, value, weight } = figures();
    const level = value.map((each, at) => each / (weight[at] as number));
    const { indices, tests } = sigma({ place, year, value: level }, { divisor: "n-1" });
    const near = (found: number, wanted: number, where: string) =>
      expect(Math.abs(found - wanted), where).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(wanted)));
    for (const row of indices) {
      expect(row.places).toBe(expected.places);
      near(row.deviation, expected.deviation[row.year] as number, `deviation ${row.year}`);
      near(row.variation, expected.variation[row.year] as number, `variation ${row.year}`);
    }
    expect(tests.length).toBe(Object.keys(expected.tests).length);
    for (const test of tests) {
      const wanted = expected.tests[test.to] as { f: number; fP: number; t: number; tP: number };
      for (const part of ["f", "fP", "t", "tP"] as const) near(test[part], wanted[part], `${part} ${test.to}`);
    }
  },
);
