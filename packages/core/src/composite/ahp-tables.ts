import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { acceptable } from "./ahp-priorities.ts";
import { type AhpWeightsResult, aggregateChoices } from "./ahp-weights.ts";
import { weighedIndicator, weightColumn } from "./weighing.ts";

const expertColumn = labelOf("expert", { en: "expert", zh: "专家" }, ({ expert }: { readonly expert: string }) =>
  expert === "" ? "1" : expert,
);

export function ahpTables({ weights, experts, variants }: AhpWeightsResult): Table[] {
  return [
    tableOf("weights", ["indicator"], weights, [weighedIndicator, weightColumn], {
      title: { en: "AHP weights", zh: "层次分析法权重" },
    }),
    tableOf(
      "experts",
      ["expert"],
      experts,
      [
        expertColumn,
        numberOf("lambda", "1", { en: "largest eigenvalue", zh: "最大特征值" }, ({ lambda }) => lambda),
        numberOf("index", "1", { en: "consistency index CI", zh: "一致性指标 CI" }, ({ index }) => index),
        numberOf("ratio", "1", { en: "consistency ratio CR", zh: "一致性比例 CR" }, ({ ratio }) => ratio),
        numberOf(
          "acceptable",
          "1",
          { en: `CR at most ${acceptable} (1: yes)`, zh: `CR 不超过 ${acceptable}（1 为是）` },
          ({ ratio }) => (Number.isNaN(ratio) ? Number.NaN : Number(ratio <= acceptable)),
        ),
      ],
      { title: { en: "Consistency by expert", zh: "各专家判断的一致性" } },
    ),
    tableOf(
      "expert_weights",
      ["expert", "indicator"],
      experts.flatMap((each) => each.weights.map((weight, at) => ({ ...weights[at], expert: each.expert, weight }))),
      [expertColumn, weighedIndicator, weightColumn],
      { title: { en: "Weights by expert", zh: "各专家权重" } },
    ),
    tableOf(
      "variants",
      ["aggregate", "indicator"],
      variants,
      [
        codeOf(
          "aggregate",
          { en: "aggregation of experts", zh: "群决策集结" },
          ({ aggregate }) => aggregate,
          ({ aggregate }) => aggregateChoices[aggregate],
        ),
        weighedIndicator,
        weightColumn,
      ],
      { title: { en: "The same under every aggregation", zh: "不同集结方式对照" } },
    ),
  ];
}
