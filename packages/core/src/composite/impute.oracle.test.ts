import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { type ImputeOptions, impute } from "./impute.ts";

const exact = 1e-13; // printed with 15 digits, a few operations
const settled = 1e-8; // both searches stop when nothing moves by 1e-10 of a deviation

describe("impute against R on the cities of China's clusters", () => {
  const expected = oracle<Record<string, Record<string, (number | null)[]>>>("composite-impute");
  const panel = chinaPanel();
  const indicators = panel.indicators.map((each, column) => ({
    ...each,
    values: each.values.map((value, row) => (row % 7 === 3 && row % 4 === column ? Number.NaN : value)),
  }));
  const data = { ...panel, indicators, group: panel.place.map((code) => code.slice(0, 2)) };

  it.each([
    [{ method: "mean" }, exact],
    [{ method: "median" }, exact],
    [{ method: "interpolate" }, exact],
    [{ method: "em", years: "all" }, settled],
  ] as [ImputeOptions, number][])("%o", (options, tolerance) => {
    for (const { name, values } of impute(data, options).indicators) {
      values.forEach((value, row) => {
        const wanted = expected[options.method as string]?.[name]?.[row] ?? Number.NaN;
        if (Number.isNaN(wanted)) expect(value).toBeNaN();
        else expect(Math.abs(value - wanted)).toBeLessThan(tolerance * Math.max(1, Math.abs(wanted)));
      });
    }
  });
});
