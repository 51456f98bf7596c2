import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { EntropyWeight, EntropyWeightsResult } from "./entropy-weights.ts";

export function entropyTables({ weights, byYear, variants }: EntropyWeightsResult): Table[] {
  return [
    makeTable("weights", ["indicator"], weightColumns(weights), { title: { en: "Entropy weights", zh: "熵值法权重" } }),
    makeTable(
      "variants",
      ["shares", "indicator"],
      [
        labels(
          "shares",
          variants.map(({ shares }) => shares),
          { en: "shares of", zh: "比重的计算对象" },
        ),
        ...weightColumns(variants),
      ],
      { title: { en: "The same under every variant", zh: "各种算法对照" } },
    ),
    makeTable(
      "by_year",
      ["year", "indicator"],
      [
        numbers(
          "year",
          "1",
          byYear.map(({ year }) => year),
          { title: { en: "year", zh: "年份" } },
        ),
        ...weightColumns(byYear),
      ],
      { title: { en: "Weights of single years, not comparable between years", zh: "逐年权重（不可跨年比较）" } },
    ),
  ];
}

function weightColumns(weights: readonly EntropyWeight[]) {
  const column = (name: "entropy" | "divergence" | "weight", title: Text) =>
    numbers(
      name,
      "1",
      weights.map((each) => each[name]),
      { title },
    );
  return [
    labels(
      "indicator",
      weights.map(({ indicator }) => indicator),
      { en: "indicator", zh: "指标" },
    ),
    labels(
      "indicator_en",
      weights.map(({ title }) => title.en),
      { en: "indicator, English", zh: "指标英文名" },
    ),
    labels(
      "indicator_zh",
      weights.map(({ title }) => title.zh),
      { en: "indicator, Chinese", zh: "指标中文名" },
    ),
    column("entropy", { en: "entropy", zh: "信息熵" }),
    column("divergence", { en: "divergence (1 - entropy)", zh: "差异系数" }),
    column("weight", { en: "weight", zh: "权重" }),
  ];
}
