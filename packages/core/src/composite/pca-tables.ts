import { type ColumnsOf, codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { PcaWeightsResult } from "./pca-weights.ts";
import { weighedIndicator, weightColumn } from "./weighing.ts";

const componentColumn = codeOf(
  "component",
  { en: "component", zh: "主成分" },
  ({ component }: { readonly component: number }) => `PC${component}`,
  ({ component }) => ({ en: `component ${component}`, zh: `第 ${component} 主成分` }),
);

/** There only after a rotation. */
const rotated = (en: string, zh: string): ColumnsOf<{ readonly rotated: number }> =>
  ifAny(numberOf("rotated", "1", { en, zh }, (row) => row.rotated));

export function pcaTables({ weights, components, loadings }: PcaWeightsResult): Table[] {
  return [
    tableOf(
      "weights",
      ["indicator"],
      weights,
      [
        weighedIndicator,
        numberOf("communality", "1", { en: "communality", zh: "共同度" }, ({ communality }) => communality),
        numberOf(
          "coefficient",
          "1",
          { en: "coefficient, may be negative", zh: "综合系数（可能为负）" },
          ({ coefficient }) => coefficient,
        ),
        numberOf("kmo", "1", { en: "KMO of the indicator", zh: "单项 KMO（MSA）" }, ({ kmo }) => kmo),
        weightColumn,
      ],
      { title: { en: "Weights by principal components", zh: "主成分分析法权重" } },
    ),
    tableOf(
      "components",
      ["component"],
      components,
      [
        componentColumn,
        numberOf("eigenvalue", "1", { en: "eigenvalue", zh: "特征值" }, ({ eigenvalue }) => eigenvalue),
        numberOf("share", "1", { en: "share of the variance", zh: "方差贡献率" }, ({ share }) => share),
        numberOf("cumulative", "1", { en: "cumulative share", zh: "累计贡献率" }, ({ cumulative }) => cumulative),
        numberOf("kept", "1", { en: "kept (1: yes)", zh: "保留（1 为是）" }, ({ kept }) => Number(kept)),
        rotated("variance after rotation", "旋转后方差"),
      ],
      { title: { en: "Components", zh: "主成分" } },
    ),
    tableOf(
      "loadings",
      ["component", "indicator"],
      loadings,
      [
        componentColumn,
        weighedIndicator,
        numberOf("entry", "1", { en: "entry of the eigenvector", zh: "特征向量分量" }, ({ entry }) => entry),
        numberOf("loading", "1", { en: "loading", zh: "载荷" }, ({ loading }) => loading),
        rotated("loading after rotation", "旋转后载荷"),
      ],
      { title: { en: "Loadings", zh: "主成分载荷" } },
    ),
  ];
}
