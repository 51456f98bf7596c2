import { describe, expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { type CubeQuery, cubeQuery } from "./cube-query.ts";
import { unportable } from "./portable.ts";

const full: CubeQuery = {
  from: "warehouse.statistics.firms",
  by: ["place", { column: "sector", as: "industry" }, { column: "founded", kind: "year-of", as: "year" }],
  sum: [
    { column: "output", scale: 4, unit: "10000 yuan" },
    { column: "staff", scale: 0, as: "employees" },
  ],
  count: "firms",
  where: [
    { column: "founded", is: ">=", value: "2010-01-01" },
    { column: "place", is: "in", values: ["110000", "120000"] },
    { column: "closed", is: "null" },
  ],
};

describe("cubeQuery", () => {
  it("for Trino reads", async () => {
    const { sql, parameters } = await cubeQuery(full, "trino");
    expect(sql).toMatchInlineSnapshot(
      `"with "cells" as (select cast("source"."place" as varchar) as "place", cast("source"."sector" as varchar) as "industry", cast(extract(year from cast("source"."founded" as date)) as bigint) as "year", case when is_nan(cast("source"."output" as double)) then null else cast("source"."output" as decimal(38, 4)) end as "output_exact", cast("source"."output" as double) as "output_double", case when is_nan(cast("source"."staff" as double)) then null else cast("source"."staff" as decimal(38, 0)) end as "employees_exact", cast("source"."staff" as double) as "employees_double" from "warehouse"."statistics"."firms" as "source" where cast("source"."founded" as varchar) >= cast(? as varchar) and cast("source"."place" as varchar) in (cast(? as varchar), cast(? as varchar)) and "source"."closed" is null) select "place", "industry", "year", count(*) as "firms", cast(sum("output_exact") as varchar) as "output", count("output_exact") as "output_present", count(case when abs(cast("output_exact" as double) - "output_double") > 4.5e-16 * abs("output_double") then 1 end) as "output_rounded", cast(sum("employees_exact") as varchar) as "employees", count("employees_exact") as "employees_present", count(case when abs(cast("employees_exact" as double) - "employees_double") > 4.5e-16 * abs("employees_double") then 1 end) as "employees_rounded" from "cells" group by "place", "industry", "year""`,
    );
    expect(parameters).toEqual(["2010-01-01", "110000", "120000"]);
    expect(unportable(sql)).toEqual([]);
  });

  it("for DuckDB differs in the registry's words only", async () => {
    const [trino, duckdb] = [(await cubeQuery(full, "trino")).sql, (await cubeQuery(full, "duckdb")).sql];
    const plain = duckdb
      .replaceAll("isnan(", "is_nan(")
      .replace(/case when abs\(cast\("source"\."\w+" as double\)\) < 1e\d+ then .*? else (cast\(.*?\)\)) end/g, "$1");
    expect(plain).toBe(trino);
    expect(unportable(duckdb)).toEqual([]);
  });

  it("binds every value, whatever stands in it", async () => {
    const nasty = `'; drop table firms; --`;
    const { sql, parameters } = await cubeQuery(
      { ...full, where: [{ column: "place", is: "=", value: nasty }] },
      "trino",
    );
    expect(sql).not.toContain("drop");
    expect(parameters).toEqual([nasty]);
  });

  const one = { from: "firms", by: ["place"], sum: [{ column: "v", scale: 2 }] } satisfies CubeQuery;
  it.each<[string, CubeQuery, string, string]>([
    [
      "a sum of doubles",
      { ...one, sum: [{ column: "v", scale: Number.NaN }] },
      "sql-scale",
      "cube: scale of v is NaN, expected a whole number from 0 to 18",
    ],
    [
      "a scale out of range",
      { ...one, sum: [{ column: "v", scale: 19 }] },
      "sql-scale",
      "cube: scale of v is 19, expected a whole number from 0 to 18",
    ],
    ["a name in capitals", { ...one, by: ["Place"] }, "sql-name", "cube: Place is not a lower snake case name"],
    [
      "a name with a quotation mark",
      { ...one, from: 'firms" --' },
      "sql-name",
      'cube: firms" -- is not a lower snake case name',
    ],
    ["one name twice", { ...one, count: "place" }, "sql-name-twice", "cube: two columns are called place"],
    [
      "nothing to sum",
      { from: "firms", by: ["place"], sum: [] },
      "sql-no-measure",
      "cube: nothing to sum and no count, expected at least one",
    ],
    [
      "an empty list",
      { ...one, where: [{ column: "place", is: "in", values: [] }] },
      "sql-empty-list",
      "cube: condition on place has an empty list",
    ],
  ])("refuses %s", async (_, query, code, message) => {
    const error = await refusalOf(cubeQuery(query, "duckdb"));
    expect([error.code, error.message]).toEqual([code, message]);
  });
});
