import { describe, expect, it } from "vitest";
import { unportable } from "./portable.ts";

describe("unportable", () => {
  it.each([
    'select "a" from "t" qualify row_number() over () = 1',
    "select a, sum(cast(v as decimal(38, 2))) from t group by all",
    "select a from t order by all",
    "select * exclude (a) from t",
    "select * from t",
    "select t.* from t",
    "select a::double from t",
    "select a // b from t",
    "select a / b from t",
    "select a from t where b = $1",
    "select list(a) from t",
    "select unnest(a) from t",
    "select try_cast(a as double) from t",
    "select approx_count_distinct(a) from t",
    "select st_distance(a, b) from t",
    "select log(a) from t",
    "select avg(a) from t",
    "select a from t where b = 'x'",
    "select sum(v) from t",
    'select sum("v") from t',
    "select sum(cast(v as double)) from t",
    'select "City" from t',
  ])("finds what is wrong with %s", (sql) => {
    expect(unportable(sql).length).toBeGreaterThan(0);
  });

  it.each([
    "with t as (select a from b) select count(*) from t where a = ?",
    "select sum(cast(v as decimal(38, 6))) from t",
    "select sum(cast(v as bigint)) from t",
    'select sum("v_exact") from t',
    "select cast(a as double) / nullif(b, 0) from t",
    "select ln(a), log10(a), extract(year from a) from t",
  ])("has nothing against %s", (sql) => {
    expect(unportable(sql)).toEqual([]);
  });
});
