import { describe, expect, it } from "vitest";
import { atlasCsv, oracleJson } from "../../test/atlas-compositions.ts";
import { benchmarkGap } from "./benchmark-gap.ts";

const relative = 1e-11; // R prints 15 digits; quotients of logarithms that lie close to 0

describe("benchmarkGap against R on the shipped gross product", () => {
  const expected = oracleJson<{
    codes: string[];
    gap: number[];
    linear: (number | null)[];
    compound: (number | null)[];
  }>("hierarchy-benchmark-gap");
  const rows = atlasCsv("china-clusters/gdp.csv");
  const input = {
    place: rows.map(({ code }) => code as string),
    year: rows.map(({ year }) => Number(year)),
    indicators: [{ name: "gdp", unit: "1", values: Float64Array.from(rows, ({ gdp }) => Number(gdp)) }],
  };

  it.each(["linear", "compound"] as const)("years to Shanghai, %s", (growth) => {
    const { latest } = benchmarkGap(input, { against: "310000", growth });
    expect(latest.map(({ place }) => place).sort()).toEqual(expected.codes);
    for (const { place, gap, years, status, year } of latest) {
      const at = expected.codes.indexOf(place);
      const wanted = expected[growth][at] as number | null;
      expect(year).toBe(2020);
      expect(Math.abs(gap - (expected.gap[at] as number))).toBeLessThan(1e-9);
      if (wanted === null) expect(status).toBe("not-closing");
      else expect(Math.abs(years - wanted)).toBeLessThanOrEqual(relative * Math.max(1, wanted));
    }
  });
});
