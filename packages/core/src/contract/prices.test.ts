import { describe, expect, it } from "vitest";
import { isMoney } from "../units/money.ts";
import { growthProblem, pricesOption } from "./prices.ts";
import type { PriceBasis } from "./table.ts";

describe("growth", () => {
  const column = (unit: string, prices?: PriceBasis) => ({
    name: "gdp",
    unit,
    ...(prices === undefined ? {} : { prices }),
  });

  it("is labelled or refused at current or unknown prices", () => {
    const current = column("100 million yuan", { basis: "current" });
    expect(growthProblem(current)!.text.en).toBe(
      "gdp: growth of 100 million yuan in current prices holds inflation, expected constant prices",
    );
    expect(() => growthProblem(current, { on: "refuse" })).toThrow("holds inflation");
    expect(growthProblem(column("USD per person"))!.text.en).toContain("prices of an unknown basis");
  });

  it("is free where prices are constant, cancel, or there is no money", () => {
    expect(growthProblem(column("yuan", { basis: "constant", base: 2015 }), { on: "refuse" })).toBeUndefined();
    expect(growthProblem(column("yuan", { basis: "relative" }), { on: "refuse" })).toBeUndefined();
    expect(growthProblem(column("10000 person"), { on: "refuse" })).toBeUndefined();
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
