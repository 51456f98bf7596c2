import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { removeAt, setAt } from "./edit-text.ts";

const study = `# a study
conurb: 1
title: { zh: 例, en: "An example" } # both
seed: 7
indicators:
  cities:
    aspects:
      industry:
        indicators:
          gdp: # per head
            expr: gdp.gdp / census.population
            unit: yuan

          jobs: { expr: jobs.F }
  # the end of the tree
analyses:
  ranks: { use: composite/rank-uncertainty, on: { data: cities }, with: { draws: 500 } }
`;

/** The lines that differ, as a diff tells them. */
function changed(after: string): string[] {
  const before = new Set(study.split("\n"));
  return after.split("\n").filter((line) => !before.has(line));
}

describe("an edit changes its own words alone", () => {
  const leaf = ["indicators", "cities", "aspects", "industry", "indicators"];
  it.each([
    ["a number", ["seed"], 8, ["seed: 8"]],
    [
      "a value inside a line",
      ["analyses", "ranks", "with", "draws"],
      900,
      ["  ranks: { use: composite/rank-uncertainty, on: { data: cities }, with: { draws: 900 } }"],
    ],
    ["a key that a block lacks", [...leaf, "gdp", "weight"], 2, ["            weight: 2"]],
    ["a key that a line lacks", [...leaf, "jobs", "weight"], 0.5, ["          jobs: { expr: jobs.F, weight: 0.5 }"]],
    [
      "a map that is not there",
      ["recipes", "cities"],
      { indicators: "cities" },
      ["recipes: { cities: { indicators: cities } }"],
    ],
    [
      "a new entry of a map",
      ["analyses", "level"],
      { use: "composite/index", on: { data: "cities" } },
      ["  level: { use: composite/index, on: { data: cities } }"],
    ],
    ["a list in place of a value", ["seed"], [1, 2], ["seed: [ 1, 2 ]"]],
  ] as const)("%s", (_, path, value, lines) => {
    const after = setAt(study, path, value);
    expect(changed(after)).toEqual(lines);
    expect(after.split("\n").length - study.split("\n").length).toBeLessThanOrEqual(1);
    expect(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], parse(after))).toEqual(value);
    for (const comment of ["# a study", "# both", "# per head", "# the end of the tree"])
      expect(after).toContain(comment);
  });
  it("and what is set twice stands once", () => {
    const once = setAt(study, [...leaf, "gdp", "weight"], 2);
    expect(setAt(once, [...leaf, "gdp", "weight"], 3)).toBe(once.replace("weight: 2", "weight: 3"));
  });
  it("removes what it added", () => {
    const path = [...leaf, "gdp", "weight"];
    expect(removeAt(setAt(study, path, 2), path)).toBe(study);
    expect(removeAt(setAt(study, ["analyses", "level"], { use: "x" }), ["analyses", "level"])).toBe(study);
  });
  it("keeps text that would be markup or code as text", () => {
    const title = `<script>alert(1)</script>: "a" # b`;
    const after = setAt(study, ["title", "en"], title);
    expect(parse(after)).toMatchObject({ title: { en: title, zh: "例" } });
  });
});
