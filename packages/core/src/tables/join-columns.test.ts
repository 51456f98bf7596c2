import { describe, expect, it } from "vitest";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { joinColumns } from "./join-columns.ts";

const gdp = makeTable("gdp", [], [labels("code", ["b", "a", "z", null]), numbers("gdp", "1", [2, 1, 9, 0])]);
const places = makeTable(
  "places",
  ["id"],
  [labels("id", ["a", "b"]), labels("name", ["甲", "乙"]), numbers("area", "km2", [10, 20], { flags: ["x", null] })],
);

describe("joinColumns", () => {
  it("looks up attributes and names the keys without an entry", () => {
    const { table, unmatched } = joinColumns(gdp, "code", places, { otherKey: "id" });
    expect(table.columns.map(({ name }) => name)).toEqual(["code", "gdp", "name", "area"]);
    expect(table.columns[2]?.values).toEqual(["乙", "甲", null, null]);
    expect(table.columns[3]).toMatchObject({ unit: "km2", flags: [null, "x", null, null] });
    expect([...(table.columns[3]?.values ?? [])]).toEqual([20, 10, Number.NaN, Number.NaN]);
    expect(unmatched).toEqual(["z"]);
  });

  it("takes only the columns asked for", () => {
    expect(joinColumns(gdp, "code", places, { otherKey: "id", columns: ["name"] }).table.columns.length).toBe(3);
  });

  it("meets number keys with label keys", () => {
    const years = makeTable("y", [], [numbers("year", "year", [2015])]);
    const phases = makeTable("p", [], [labels("year", ["2015"]), labels("phase", ["one"])]);
    expect(joinColumns(years, "year", phases).table.columns[1]?.values).toEqual(["one"]);
  });

  it("refuses a repeated key and a column already there", () => {
    const twice = makeTable("twice", [], [labels("code", ["a", "a"]), labels("name", ["x", "y"])]);
    expect(() => joinColumns(gdp, "code", twice)).toThrow("twice: code a appears more than once");
    const taken = makeTable("taken", [], [labels("code", ["a"]), numbers("gdp", "1", [1])]);
    expect(() => joinColumns(gdp, "code", taken)).toThrow("gdp: column gdp of taken is already there");
    expect(() => joinColumns(gdp, "cod", places)).toThrow("gdp: no column cod");
  });
});
