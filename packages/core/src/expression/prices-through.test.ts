import { describe, expect, it } from "vitest";
import type { PriceBasis } from "../contract/table.ts";
import { parseExpression } from "./parse-expression.ts";
import { type PricedColumn, pricesThrough } from "./prices-through.ts";

const current: PriceBasis = { basis: "current" };
const real: PriceBasis = { basis: "constant", base: 2015 };
const columns: Record<string, PricedColumn> = {
  "d.gdp": { unit: "100 million yuan", prices: current },
  "d.tax": { unit: "10000 yuan", prices: current },
  "d.real": { unit: "100 million yuan", prices: real },
  "d.real2010": { unit: "100 million yuan", prices: { basis: "constant", base: 2010 } },
  "d.chained": { unit: "100 million yuan", prices: { basis: "chained", base: 2017 } },
  "d.unsaid": { unit: "yuan" },
  "d.people": { unit: "10000 person" },
  "d.index": { unit: "1" },
  "d.energy": { unit: "ton" },
};
const through = (expr: string) => {
  const { prices, notes } = pricesThrough(parseExpression(expr), (name) => columns[name]);
  return [prices, notes.map(({ code }) => code)] as const;
};

describe("prices through an expression", () => {
  it.each([
    ["d.gdp", current],
    ["d.gdp / d.people", current],
    ["d.real / d.people", real],
    ["d.energy / d.gdp", current], // growth of energy over money holds inflation as well, upside down
    ["100 * d.gdp / d.people", current],
    ["d.gdp + d.tax - 0", current],
    ["sum(d.gdp, d.tax)", current],
    ["first(d.real, d.real)", real],
    ["abs(-d.real)", real],
    ["lag(d.gdp, 1)", current],
    ["sqrt(d.real ** 2)", real],
    ["max(d.chained, d.chained)", columns["d.chained"]?.prices],
    ["d.real * d.index", real], // a share of constant prices is in constant prices
    ["at(d.gdp, 2015) * d.index", { basis: "constant", base: 2015 }], // carried by an index of volume
    ["d.real * (lag(d.tax, 1) / lag(d.gdp, 1))", real], // a share of the year before
    ["d.real * (d.real / lag(d.real, 1))", real],
    ["d.gdp / d.tax * at(d.tax, 2021)", { basis: "relative", base: 2021 }],
    ["share(d.tax, d.gdp) * at(d.gdp, 2021) / d.people", { basis: "relative", base: 2021 }],
  ])("%s is known", (expr, prices) => {
    expect(through(expr)).toEqual([prices, []]);
  });

  it.each([
    "d.gdp / d.index", // the column may be a deflator
    "d.gdp * d.index",
    "d.gdp / d.tax", // no money
    "d.people / d.energy",
    "d.unsaid",
    "d.gdp + d.unsaid",
    "d.chained + d.chained", // chained prices do not add up
    "ln(d.gdp)",
    "d.gdp * d.tax / d.real",
    "at(d.gdp, 2015) * d.gdp / at(d.gdp, 2015)", // growth at current prices, whatever it starts from
    "at(d.gdp, 2015) * (d.gdp / at(d.gdp, 2015))",
    "d.real * (d.gdp / at(d.gdp, 2015))",
    "d.real * (at(d.tax, 2020) / at(d.tax, 2015))",
    "at(d.gdp, 2015) * (d.gdp / lag(d.gdp, 1))",
    "d.real * (1 + (d.gdp - lag(d.gdp, 1)) / lag(d.gdp, 1))",
    "d.real * sqrt(d.gdp / lag(d.gdp, 2))",
    "d.real / (d.gdp / d.real)", // over its own deflator
    "at(lag(d.gdp, 1), 2015)", // of 2014
  ])("%s is not", (expr) => {
    expect(through(expr)).toEqual([undefined, []]);
  });

  it("says where prices are mixed", () => {
    const { notes } = pricesThrough(parseExpression("d.gdp + d.real"), (name) => columns[name]);
    expect(notes.map(({ text }) => text)).toEqual([
      {
        en: "expr: column 1: current prices and 2015 prices are put together: in which prices the result is, nobody knows",
        zh: "expr：第 1 列：当年价与2015 年不变价混用，结果的价格口径无法判断",
      },
    ]);
    expect(through("first(d.real, d.real2010)")).toEqual([undefined, ["prices-mixed"]]);
  });
});
