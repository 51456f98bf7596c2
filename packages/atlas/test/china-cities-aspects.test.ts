import { describe, expect, it } from "vitest";
import { figure, rows } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["panel", 2650],
  ["variables", 16],
])("%s has %i rows", (name, count) => expect(rows(`china-cities-aspects/${name}`)).toHaveLength(count));

describe("cities in four aspects", () => {
  const id = "china-cities-aspects/panel";

  // README, caveats (population in 10,000, investment in million USD, road area in m2 per person)
  it.each([
    ["440100", "2018", "population", 1490],
    ["110000", "2018", "fdi", 17311],
    ["110000", "2019", "fdi", 14213],
    ["110000", "2015", "pm25_stations", 77.8],
    ["440300", "2015", "pm25_stations", 29.6],
  ])("%s %s %s is %d", (code, year, variable, expected) => {
    const digits = variable === "pm25_stations" ? 1 : 0;
    expect(figure(id, { code, year, variable }, "value")).toBeCloseTo(expected, digits);
  });

  it("has the number of cities and the years that variables.csv gives", () => {
    for (const { variable, cities, years } of rows("china-cities-aspects/variables")) {
      const found = rows(id, { variable });
      expect([variable, new Set(found.map((row) => row.code)).size]).toEqual([variable, Number(cities)]);
      expect([...new Set(found.map((row) => row.year))].sort()).toEqual(years.split(";"));
    }
  });
});
