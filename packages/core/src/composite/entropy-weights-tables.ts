import { type ColumnsOf, codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { type EntropyWeight, type EntropyWeightsResult, shareChoices } from "./entropy-weights.ts";

const weighed: readonly ColumnsOf<EntropyWeight>[] = [
  codeOf(
    "indicator",
    { en: "indicator", zh: "指标" },
    ({ indicator }) => indicator,
    ({ title }) => title,
  ),
  numberOf("entropy", "1", { en: "entropy", zh: "信息熵" }, ({ entropy }) => entropy),
  numberOf("divergence", "1", { en: "divergence (1 - entropy)", zh: "差异系数" }, ({ divergence }) => divergence),
  numberOf("weight", "1", { en: "weight", zh: "权重" }, ({ weight }) => weight),
];

export function entropyTables({ weights, byYear, variants }: EntropyWeightsResult): Table[] {
  return [
    tableOf("weights", ["indicator"], weights, weighed, { title: { en: "Entropy weights", zh: "熵值法权重" } }),
    tableOf(
      "variants",
      ["shares", "indicator"],
      variants,
      [
        codeOf(
          "shares",
          { en: "shares of", zh: "比重的计算对象" },
          ({ shares }) => shares,
          ({ shares }) => shareChoices[shares],
        ),
        ...weighed,
      ],
      { title: { en: "The same under every variant", zh: "各种算法对照" } },
    ),
    tableOf(
      "by_year",
      ["year", "indicator"],
      byYear,
      [numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year), ...weighed],
      { title: { en: "Weights of single years, not comparable between years", zh: "逐年权重（不可跨年比较）" } },
    ),
  ];
}
