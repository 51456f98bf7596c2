import { describe, expect, it } from "vitest";
import { chinaPanel, minMax, oracle } from "../../test/china-panel.ts";
import { type SynergyOptions, synergy } from "./synergy.ts";

const absolute = 1e-13; // roots of products of differences of levels in [0, 1]

describe("synergy against R on the cities of China's clusters, 2010 to 2020", () => {
  const { place, year, indicators } = chinaPanel();
  const expected = oracle<{ code: string[] } & Record<"theta" | "product" | "sum" | "sum_none", number[]>>(
    "composite-synergy",
  );
  const of = (options: SynergyOptions) =>
    synergy({ place, year, subsystems: indicators.slice(0, 3).map((each) => minMax(each)) }, options);

  it.each([
    ["product", { form: "product" }],
    ["sum", { form: "sum" }],
    ["sum_none", { form: "sum", theta: "none" }],
  ] as const)("%s", (name, options) => {
    const { rows } = of(options);
    expect(rows.map((row) => row.place)).toEqual(expected.code);
    rows.forEach((row, at) => {
      expect(Math.abs(row.synergy - expected[name][at])).toBeLessThan(absolute);
      expect(row.theta).toBe(expected.theta[at]);
    });
  });
});
