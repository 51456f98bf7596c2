import { expect, it } from "vitest";
import { parse } from "yaml";
import { withChange } from "./change.ts";

const text = `conurb: 1
cluster: jing-jin-ji@2015
datasets:
  census: { atlas: china-clusters/census } # people
indicators:
  cities: { year: 2020, aspects: {} }
analyses:
  # the one there is
  inequality: { use: inequality/theil, on: { data: cities } }
`;

it("writes figures, recipe and analysis, and touches nothing else", () => {
  const now = withChange(text, {
    datasets: { jobs: { atlas: "china-clusters/employment" } },
    recipeOf: "cities",
    analyses: {
      ranks: { use: "composite/rank-uncertainty", on: { data: "cities", recipe: "recipe", more: { from: "jobs" } } },
    },
  });
  expect(text.split("\n").filter((line) => !now.split("\n").includes(line))).toEqual([]);
  expect(parse(now)).toEqual({
    ...parse(text),
    datasets: { ...parse(text).datasets, jobs: { atlas: "china-clusters/employment" } },
    recipes: { cities: { indicators: "cities" } },
    analyses: {
      ...parse(text).analyses,
      ranks: { use: "composite/rank-uncertainty", on: { data: "cities", recipe: "cities", more: { from: "jobs" } } },
    },
  });
});

it("takes figures and a recipe that stand, and another name where one is taken", () => {
  const given = `${text}recipes: { whole: { indicators: cities } }\n`;
  const now = withChange(given, {
    datasets: { people: { atlas: "china-clusters/census" }, cities: { atlas: "china-clusters/gdp" } },
    recipeOf: "cities",
    analyses: {
      inequality: { use: "x/y", on: { a: "people", b: { from: "cities", where: { year: 2020 } }, c: "recipe" } },
    },
  });
  const { datasets, recipes, analyses } = parse(now);
  expect(Object.keys(datasets)).toEqual(["census", "cities-2"]);
  expect(recipes).toEqual({ whole: { indicators: "cities" } });
  expect(analyses["inequality-2"].on).toEqual({
    a: "census",
    b: { from: "cities-2", where: { year: 2020 } },
    c: "whole",
  });
});
