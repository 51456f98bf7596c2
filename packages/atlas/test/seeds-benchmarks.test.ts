import { describe, expect, it } from "vitest";
import { figure, packages, rows, text } from "./atlas.ts";

const benchmarks = rows("seeds-benchmarks/benchmarks");
const policies = rows("seeds-benchmarks/policies");

it("has 85 benchmarks and 82 policies", () => {
  expect([benchmarks.length, policies.length]).toEqual([85, 82]); // README
});

describe("benchmarks", () => {
  const quoted = (cluster: string, indicator: string, column = "value"): number =>
    figure("seeds-benchmarks/benchmarks", { cluster, indicator }, column);

  // BCG and China Development Research Foundation, March 2017, section 3, and for rail section 4.1
  it.each([
    ["jing-jin-ji", "population_share", 8],
    ["boswash", "gdp_share", 20],
    ["pacific-belt", "population", 68],
    ["pacific-belt", "rail_density", 0.17],
    ["rhine-ruhr", "gdp", 500],
    ["yangtze-river-delta", "population", 150],
  ])("%s %s is %d", (cluster, indicator, expected) => expect(quoted(cluster, indicator)).toBe(expected));

  it("warns of the area of Rhine-Ruhr", () => {
    expect(quoted("rhine-ruhr", "area")).toBe(70_000); // as printed, README
    expect(benchmarks.filter((row) => row.check.includes("do not use")).map((row) => row.cluster)).toEqual([
      "rhine-ruhr",
    ]);
  });

  it("has an upper end exactly where a range is given, and above the lower", () => {
    const ranged = benchmarks.filter((row) => row.value_high !== "");
    expect(ranged.filter((row) => Number(row.value_high) <= Number(row.value))).toEqual([]);
    expect(
      benchmarks.filter((row) => (row.relation === "range") !== (row.value_high !== "")).map((row) => row.id),
    ).toEqual(["b022"]);
  });
});

describe("policies", () => {
  it("are undated in 61 rows, and say how exact a date is", () => {
    expect(policies.filter((row) => row.date === "")).toHaveLength(61); // README
    expect(policies.filter((row) => (row.date === "") !== (row.date_precision === "none"))).toEqual([]);
    expect(policies.filter((row) => row.date_precision === "year-outside-text")).toHaveLength(1); // README
  });

  it("have a rung save what is no policy", () => {
    expect(policies.filter((row) => row.rung === "").map((row) => row.kind)).toEqual(["debate", "market arrangement"]);
  });

  it("cite the five texts by author and title", () => {
    const sources = packages.find(({ name }) => name === "seeds-benchmarks")!.sources.map(({ title }) => title);
    const cited = [...new Set(policies.map((row) => row.source))];
    expect(cited).toHaveLength(5); // README
    expect(cited.filter((citation) => !sources.some((title) => title.startsWith(citation)))).toEqual([]);
    expect(text("seeds-benchmarks/policies.csv")).not.toMatch(/\bseed\b/);
  });
});
