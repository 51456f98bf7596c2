import { describe, expect, it } from "vitest";
import { atlasRows } from "../../test/atlas-panels.ts";
import { by, gdp, index, panel, rounding } from "../../test/money-panel.ts";
import { relativeToTotal } from "./relative-to-total.ts";

describe("relativeToTotal", () => {
  it("leaves growth beside the total's and says that it is that: British output", () => {
    const rows = atlasRows("britain/gva.csv").filter(({ year }) => year === "1998" || year === "2021");
    const sums = new Map<string, number>();
    for (const { itl2, year, gva_million_gbp } of rows) {
      for (const key of [`${itl2} ${year}`, `all ${year}`])
        sums.set(key, (sums.get(key) ?? 0) + Number(gva_million_gbp));
    }
    expect(sums.get("all 2021")).toBe(2_025_589); // README of the theme
    const london = panel(
      [1998, 2021].map((year) => ["TLI3", year, sums.get(`TLI3 ${year}`)!] as const),
      "million GBP",
    );
    const totals = index([1998, 2021].map((year) => [null, year, sums.get(`all ${year}`)!] as const));
    const uk = { en: "the United Kingdom's total", zh: "英国总量" };
    const { table, missing } = relativeToTotal(london, totals, { values: ["gdp"], base: 2021, by: uk });
    const share = (year: number) => sums.get(`TLI3 ${year}`)! / sums.get(`all ${year}`)!;
    const [first, last] = gdp(table).values as unknown as [number, number];
    expect(last / first).toBeCloseTo(share(2021) / share(1998), rounding);
    expect([missing, gdp(table).prices]).toEqual([[], { basis: "relative", base: 2021, by: uk }]);
  });

  it("refuses constant prices beside totals of each year, and keeps word of another currency", () => {
    const totals = index([
      [null, 2015, 10],
      [null, 2016, 11],
    ]);
    const options = { values: ["gdp"], base: 2015, by };
    const constant = panel([["a", 2016, 5]], "yuan", { basis: "constant", base: 2010, by });
    expect(() => relativeToTotal(constant, totals, options)).toThrow(
      "panel: gdp is in 2010 prices, by the yearbook, expected current prices",
    );
    const converted = { kind: "ppp", by } as const;
    const dollars = panel([["a", 2016, 5.5]], "million USD", { basis: "current", converted });
    const { table } = relativeToTotal(dollars, totals, options);
    // 5.5 x 10 / 11
    expect(gdp(table).values[0]).toBeCloseTo(5, rounding);
    expect(gdp(table).prices).toEqual({ basis: "relative", base: 2015, by, converted });
  });
});
