import { describe, expect, it } from "vitest";
import { oracle } from "../../test/china-panel.ts";
import { treatOutliers } from "./treat-outliers.ts";

const relative = 1e-10; // printed with 15 digits; moments are sums over 213 rows that partly cancel

interface Expected {
  readonly rows: number;
  readonly given: Record<string, number[]>;
  readonly treated: Record<
    string,
    { treatment: string; points: number; before: number[]; after: number[]; values: number[] }
  >;
}

describe("treat outliers against R on the cities of China's clusters", () => {
  const { rows, given, treated } = oracle<Expected>("composite-treat-outliers");

  it.each(Object.keys(treated))("%s", (name) => {
    const place = Array.from({ length: rows }, (_, row) => `p${row}`);
    const values = Float64Array.from(given[name] as number[]);
    const [found] = treatOutliers({ place, indicators: [{ name, unit: "1", values }] }).indicators;
    const expected = treated[name] as Expected["treated"][string];
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(relative * Math.max(1, Math.abs(b)));
    expect([found?.treatment, found?.points]).toEqual([expected.treatment, expected.points]);
    near(found?.before.skewness as number, expected.before[0] as number);
    near(found?.before.kurtosis as number, expected.before[1] as number);
    near(found?.after.skewness as number, expected.after[0] as number);
    near(found?.after.kurtosis as number, expected.after[1] as number);
    found?.values.forEach((value, row) => {
      near(value, expected.values[row] as number);
    });
  });
});
