import type { Text } from "../language/text.ts";
import type { PlaceCentrality } from "./centrality.ts";

interface Measure {
  readonly name: Exclude<keyof PlaceCentrality, "place">;
  readonly title: Text;
  /** In the unit of the links' strength. */
  readonly isStrength?: boolean;
}

export const centralityMeasures: readonly Measure[] = [
  { name: "degree", title: { en: "degree", zh: "度" } },
  { name: "degree_in", title: { en: "degree, inward", zh: "入度" } },
  { name: "degree_out", title: { en: "degree, outward", zh: "出度" } },
  { name: "strength", title: { en: "strength", zh: "联系强度" }, isStrength: true },
  { name: "strength_in", title: { en: "strength, inward", zh: "流入强度" }, isStrength: true },
  { name: "strength_out", title: { en: "strength, outward", zh: "流出强度" }, isStrength: true },
  { name: "betweenness", title: { en: "betweenness", zh: "中介中心度" } },
  { name: "closeness", title: { en: "closeness", zh: "接近中心度" } },
  { name: "eigenvector", title: { en: "eigenvector", zh: "特征向量中心度" } },
  { name: "pagerank", title: { en: "PageRank", zh: "PageRank 值" } },
  { name: "hub", title: { en: "hub", zh: "枢纽值" } },
  { name: "authority", title: { en: "authority", zh: "权威值" } },
];
