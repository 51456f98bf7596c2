import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { type CombineWeightsResult, ruleChoices } from "./combine-weights.ts";
import { weighedIndicator, weightColumn } from "./weighing.ts";

const setColumn = codeOf(
  "set",
  { en: "set of weights", zh: "权重组" },
  ({ name }: Pick<CombineWeightsResult["sets"][number], "name" | "title">) => name,
  ({ title }) => title,
);

export function combineTables({ weights, sets, variants }: CombineWeightsResult): Table[] {
  return [
    tableOf("weights", ["indicator"], weights, [weighedIndicator, weightColumn], {
      title: { en: "Combined weights", zh: "组合权重" },
    }),
    tableOf(
      "sets",
      ["set"],
      sets,
      [
        setColumn,
        numberOf("coefficient", "1", { en: "coefficient", zh: "组合系数" }, ({ coefficient }) => coefficient),
        numberOf("alpha", "1", { en: "alpha as solved", zh: "博弈初解 α" }, ({ alpha }) => alpha),
        numberOf(
          "likeness",
          "1",
          { en: "likeness to the combined weights (cosine)", zh: "与组合权重的相似度（余弦）" },
          (row) => row.likeness,
        ),
      ],
      { title: { en: "Part of each set", zh: "各组权重的作用" } },
    ),
    tableOf(
      "given",
      ["indicator", "set"],
      weights.flatMap(({ indicator, title }, at) =>
        sets.map((set) => ({ ...set, of: { indicator, title }, weight: set.weights[at] })),
      ),
      [
        codeOf(
          "indicator",
          { en: "indicator", zh: "指标" },
          ({ of }) => of.indicator,
          ({ of }) => of.title,
        ),
        setColumn,
        weightColumn,
      ],
      { title: { en: "Weights as given, made to add up to 1", zh: "各组权重（归一化后）" } },
    ),
    tableOf(
      "variants",
      ["rule", "indicator"],
      variants,
      [
        codeOf(
          "rule",
          { en: "combination", zh: "组合方式" },
          ({ rule }) => rule,
          ({ rule }) => ruleChoices[rule],
        ),
        weighedIndicator,
        weightColumn,
      ],
      { title: { en: "The same under every combination", zh: "不同组合方式对照" } },
    ),
  ];
}
