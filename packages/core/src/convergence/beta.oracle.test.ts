import { describe, expect, it } from "vitest";
import { atlasRows, britishFigures, oracle } from "../../test/atlas-panels.ts";
import { type BetaInput, beta } from "./beta.ts";

const relative = 1e-9; // controls of the order of 1e4 beside a column of ones

interface Expected {
  readonly n: number;
  readonly coefficients: number[];
  readonly r2: number;
  readonly lambda: number;
  readonly classical: number[];
  readonly hc1: number[];
  readonly hc3: number[];
  readonly p: number;
  readonly low: number;
}

function british(): BetaInput {
  const { place, year, group, value, weight } = britishFigures();
  return { place, year, group, value: value.map((each, at) => each / (weight[at] as number)) };
}

function chinese(): BetaInput {
  const rows = atlasRows("china-provinces/panel.csv");
  const of = (variable: string) => rows.filter((row) => row.variable === variable && row.value !== "");
  const income = of("income_pc");
  const first = (variable: string) =>
    new Map(of(variable).flatMap((row) => (row.year === "2015" ? [[row.code, Number(row.value)]] : [])));
  const place = [...new Set(income.map(({ code }) => code as string))];
  const controls = ["wage_urban_units", "urban_density"].map((name) => {
    const found = first(name);
    return { name, unit: "1", values: Float64Array.from(place, (code) => found.get(code) ?? Number.NaN) };
  });
  return {
    place: income.map(({ code }) => code as string),
    year: income.map(({ year }) => Number(year)),
    value: income.map(({ value }) => Number(value)),
    controls: { place, values: controls },
  };
}

const cases = {
  britain: () => [{ ...british(), group: undefined }, {}] as const,
  britainEffects: () => [british(), { groups: "effects" }] as const,
  china: () => [{ ...chinese(), controls: undefined }, {}] as const,
  chinaControls: () => [chinese(), {}] as const,
};

describe("beta against lm and sandwich (oracles/convergence-beta.R)", () => {
  it.each(Object.entries(cases))("%s", (name, make) => {
    const expected = oracle<Record<string, Expected>>("convergence-beta")[name] as Expected;
    const [input, options] = make();
    const near = (found: number, wanted: number, what: string) =>
      expect(Math.abs(found - wanted), what).toBeLessThanOrEqual(relative * Math.abs(wanted));
    for (const errors of ["classical", "hc1", "hc3"] as const) {
      const { n, terms, estimates } = beta(input, { ...options, errors });
      expect(n).toBe(expected.n);
      terms.forEach(({ coefficient, standardError, term }, at) => {
        near(coefficient, expected.coefficients[at] as number, term);
        near(standardError, expected[errors][at] as number, `${errors} of ${term}`);
      });
      if (errors !== "hc3") continue;
      near(estimates[0]?.r2 as number, expected.r2, "r2");
      near(estimates[0]?.lambda as number, expected.lambda, "lambda");
      near(estimates[0]?.p as number, expected.p, "p");
      near(estimates[0]?.low as number, expected.low, "low");
    }
  });
});
