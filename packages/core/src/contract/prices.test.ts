import { describe, expect, it } from "vitest";
import { isMoney } from "../units/money.ts";
import { inflated, pricesOption } from "./prices.ts";
import type { PriceBasis } from "./table.ts";

describe("growth", () => {
  const column = (unit: string, prices?: PriceBasis) => ({
    name: "gdp",
    unit,
    ...(prices === undefined ? {} : { prices }),
  });

  const told = (...columns: ReturnType<typeof column>[]) => inflated(columns).map(({ text }) => text);

  it("is labelled at current or unknown prices, once for all columns in the same", () => {
    const current = column("100 million yuan", { basis: "current" });
    const income = { ...column("yuan per person", { basis: "current" }), name: "income" };
    expect(told(current, income, column("USD per person"))).toEqual([
      {
        en: "gdp, income: growth of money in current prices holds inflation, expected constant prices",
        zh: "gdp、income：金额（当年价）的增长含通货膨胀，应使用不变价",
      },
      {
        en: "gdp: growth of money in prices of an unknown basis holds inflation, expected constant prices",
        zh: "gdp：金额（价格口径不明）的增长含通货膨胀，应使用不变价",
      },
    ]);
  });

  it("is free where prices are constant, cancel, or there is no money", () => {
    const constant = column("yuan", { basis: "constant", base: 2015 });
    expect(told(constant, column("yuan", { basis: "relative" }), column("10000 person"))).toEqual([]);
  });

  it("tells the methods that have an option for it", () => {
    expect(pricesOption(column("yuan", { basis: "constant", base: 2015 }))).toBe("constant");
    expect(pricesOption(column("yuan"))).toBe("current");
    expect(pricesOption(column("yuan", { basis: "relative" }))).toBe("relative");
    expect(pricesOption(column("yuan", { basis: "chained", base: 2017 }))).toBe("constant");
    expect(pricesOption(column("person"))).toBe("as-given");
    expect([isMoney("万元/人"), isMoney("million GBP"), isMoney("bed per 10000 person")]).toEqual([true, true, false]);
    expect(isMoney("yuan per USD")).toBe(false); // a rate
  });
});
