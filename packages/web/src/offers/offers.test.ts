import { expect, it } from "vitest";
import type { Outline } from "../bench/outline.ts";
import { withChange } from "./change.ts";
import { offers } from "./offers.ts";

const text = `conurb: 1
datasets:
  gdp: { atlas: china-clusters/gdp }
  mine: { file: mine.csv, roles: { place: code, industry: sector, value: jobs } }
indicators:
  cities: { aspects: {} }
analyses: {}
`;
const leaf = (id: string, unit?: string) => ({ id, aspect: "size", direction: "up", expr: id, ...(unit && { unit }) });
const outline = {
  datasets: [{ name: "gdp" }, { name: "mine" }],
  indicators: [
    {
      name: "cities",
      years: [2019, 2020],
      leaves: [
        leaf("share", "%"),
        leaf("people", "10000 persons"),
        leaf("gdp", "yuan"),
        leaf("income", "yuan per person"),
      ],
    },
  ],
} as unknown as Outline;
const first = (screen: keyof typeof offers) => offers[screen][0].ways(outline, text)[0];

it("ranks a set of indicators by a recipe", () => {
  const now = withChange(text, first("scoreboard") as never);
  expect(now).toContain("on: { data: cities, recipe: cities }");
});

it("divides an amount among people, of the last year", () => {
  expect(first("disparity")?.analyses.disparity?.on).toEqual({
    data: { from: "cities", where: { year: 2020 }, roles: { value: "gdp", weight: "people" } },
  });
});

it("takes a table for industries only where the study says so: columns of one unit may be a total and its parts", () => {
  const ways = offers.structure[0].ways(outline, text);
  const own = ways.filter(({ datasets }) => datasets === undefined);
  expect(own.map(({ analyses }) => analyses.quotients?.on)).toEqual([{ data: "mine" }]);
  expect(ways.length).toBeGreaterThan(1);
});
