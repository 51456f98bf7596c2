import { describe, expect, it } from "vitest";
import { atlasRows } from "../../test/atlas-panels.ts";
import { atlasTable } from "../../test/atlas-table.ts";
import { by, gdp, panel, rounding } from "../../test/money-panel.ts";
import { pricesText } from "../contract/prices.ts";
import { findColumn, makeTable, type NumberColumn, numbers } from "../contract/table.ts";
import { convertCurrency } from "./convert-currency.ts";

describe("convertCurrency", () => {
  const gdpTable = atlasTable(
    "hong-kong-macao/gdp.csv",
    {
      year: "year",
      gdp_million_usd: "million USD",
      yuan_per_usd: "yuan per USD",
      gdp: "100 million yuan",
    },
    { place: "code", year: "year" },
  );
  const years = new Map(
    atlasRows("hong-kong-macao/gdp.csv").map(({ year, yuan_per_usd }) => [Number(year), Number(yuan_per_usd)]),
  );
  const rates = makeTable(
    "rates",
    ["year"],
    [numbers("year", "year", [...years.keys()]), numbers("rate", "yuan per USD", [...years.values()])],
  );
  const bank = { en: "yearly averages", zh: "年平均汇率" };

  it("gives the shipped figures of Hong Kong and Macao in yuan from those in USD", () => {
    const options = { values: ["gdp_million_usd"], to: "100 million yuan", kind: "exchange-rate", by: bank } as const;
    const { table, missing } = convertCurrency(gdpTable, rates, options);
    const [made, shipped] = ["gdp_million_usd", "gdp"].map((name) => findColumn(table, name) as NumberColumn);
    expect(missing).toEqual([]);
    expect(made!.unit).toBe("100 million yuan");
    // the file shows two decimals of figures whose dollars it shows to 0.1 million
    shipped!.values.forEach((value, row) => {
      expect(Math.abs(made!.values[row]! - value)).toBeLessThan(0.011);
    });
    expect(pricesText(made!.prices!).en).toBe("current prices; converted at exchange rates, by yearly averages");
  });

  it("goes back by the same rates, and leaves a gap where a year has none", () => {
    const to = { values: ["gdp"], to: "million USD", kind: "exchange-rate", by: bank } as const;
    const { table, missing } = convertCurrency(
      panel([
        ["a", 2019, 69.081],
        ["a", 2018, 1],
      ]),
      rates,
      to,
    );
    // 6,908.1 million yuan / 6.9081 = 1,000 million USD
    expect(gdp(table).values[0]).toBeCloseTo(1000, rounding);
    expect(gdp(table).values[1]).toBeNaN();
    expect(missing).toEqual([{ place: "a", year: 2018 }].map((each) => ({ ...each, place: "" })));
  });

  it("converts constant prices at the rate of their base year alone, and says purchasing power where it is", () => {
    const constant = panel(
      [
        ["a", 2019, 1],
        ["a", 2020, 1],
      ],
      "100 million yuan",
      { basis: "constant", base: 2010, by },
    );
    const options = { values: ["gdp"], to: "million USD", kind: "ppp", by: bank } as const;
    const { table } = convertCurrency(constant, rates, options);
    expect(gdp(table).values[0]).toBe(gdp(table).values[1]);
    expect(gdp(table).values[0]).toBeCloseTo(100 / 6.7696, rounding);
    expect(pricesText(gdp(table).prices!).zh).toBe("2010 年不变价，据统计年鉴；按购买力平价折算 2010 年，据年平均汇率");
    expect(() => convertCurrency(constant, rates, { ...options, at: 2019 })).toThrow(
      "panel: gdp is in prices of 2010, expected the rate of that year, not of 2019",
    );
  });

  it("refuses constant prices of a year that nobody tells, unless the year of the rate is said", () => {
    const constant = panel([["a", 2019, 69.081]], "100 million yuan", { basis: "constant" });
    const options = { values: ["gdp"], to: "million USD", kind: "exchange-rate", by: bank } as const;
    expect(() => convertCurrency(constant, rates, options)).toThrow(
      "panel: gdp is in constant prices of a year that nobody tells, expected that year",
    );
    // 6,908.1 million yuan / 6.9081
    expect(gdp(convertCurrency(constant, rates, { ...options, at: 2019 }).table).values[0]).toBeCloseTo(1000, rounding);
  });

  it("refuses rates of other currencies, by their units", () => {
    const options = { values: ["gdp"], to: "EUR", kind: "exchange-rate", by: bank } as const;
    expect(() => convertCurrency(panel([["a", 2019, 1]]), rates, options)).toThrow(/cannot be turned into/);
  });
});
