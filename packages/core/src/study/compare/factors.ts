import type { Text } from "../../language/text.ts";

/** What can make a number change, in the declared order of swaps: the figures, the year, the method, the weights, the cluster. */
export const factors = ["data", "year", "method", "weights", "cluster"] as const;
export type Factor = (typeof factors)[number];

/** `program` is the build that computed: it stands outside the swaps, because only one build is here to run them. */
export const factorTitles: Readonly<Record<Factor | "program", Text>> = {
  data: { en: "data revision", zh: "数据修订" },
  year: { en: "new year", zh: "新年份" },
  method: { en: "method", zh: "方法" },
  weights: { en: "weights", zh: "权重" },
  cluster: { en: "cluster", zh: "城市群范围" },
  program: { en: "program", zh: "程序版本" },
};

/** Which of the two editions each factor is taken from. */
export type Sides = Readonly<Record<Factor, "a" | "b">>;

export const allOf = (side: "a" | "b"): Sides => ({
  data: side,
  year: side,
  method: side,
  weights: side,
  cluster: side,
});
