import { expect, it } from "vitest";
import { parseStudy } from "./parse.ts";
import { unusedWeightNotes } from "./unused-weights.ts";

const notes = (recipe: string, weight = "weight: 2, ") => {
  const text = `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { c: { title: { en: C, zh: 丙 }, members: [p1] } }
datasets: { d: { file: d.csv } }
indicators: { main: { aspects: { all: { ${weight} indicators: { gdp: { ${weight} expr: d.gdp } } } } } }
recipes: { plain: { indicators: main${recipe} } }
analyses: {}
`;
  const { study, locate } = parseStudy(text, "study.yaml");
  return study === undefined ? undefined : unusedWeightNotes(study, locate);
};

it("names the weights that a recipe by the data sets aside, and where it says so", () => {
  expect(notes(", weigh: entropy")).toMatchObject([
    {
      code: "weights-unused",
      text: {
        en: "recipe plain weighs by entropy: the weights beside all, gdp in main are not used",
        zh: "合成方案 plain 以 entropy 赋权：main 中为 all、gdp 所写的权重未被采用",
      },
      place: { line: 7, path: "recipes.plain.weigh" },
    },
  ]);
  expect(notes(", weigh: { method: equal }")).toHaveLength(1);
});

it("says nothing where the weights are read, or where there are none", () => {
  expect(notes("")).toEqual([]);
  expect(notes(", weigh: given")).toEqual([]);
  expect(notes(", weigh: critic", "")).toEqual([]);
});
