import { labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { MarconPuechResult } from "./marcon-puech.ts";

export function marconTables({ rows, industries }: MarconPuechResult): Table[] {
  return [
    tableOf(
      "industries",
      ["industry"],
      industries,
      [
        labelOf("industry", { en: "industry", zh: "行业" }, ({ industry }) => industry),
        numberOf("plants", "1", { en: "plants", zh: "企业数" }, ({ plants }) => plants),
        numberOf("peak", "1", { en: "highest M", zh: "M 最大值" }, ({ peak }) => peak),
        numberOf("peak_km", "km", { en: "at", zh: "所在半径" }, ({ peakKm }) => peakKm),
        numberOf("above", "1", { en: "radii above the global band", zh: "高于全局带的半径数" }, ({ above }) => above),
        numberOf("below", "1", { en: "radii below the global band", zh: "低于全局带的半径数" }, ({ below }) => below),
      ],
      { title: { en: "Industries", zh: "各行业" } },
    ),
    tableOf(
      "curves",
      ["industry", "km"],
      rows,
      [
        labelOf("industry", { en: "industry", zh: "行业" }, ({ industry }) => industry),
        numberOf("km", "km", { en: "radius", zh: "半径" }, ({ km }) => km),
        numberOf("m", "1", { en: "M", zh: "M" }, ({ m }) => m),
        numberOf("points", "1", { en: "plants with a neighbour", zh: "有邻居的企业数" }, (row) => row.points),
        numberOf("low", "1", { en: "local band, lower end", zh: "局部带下界" }, ({ envelope }) => envelope?.low),
        numberOf("high", "1", { en: "local band, upper end", zh: "局部带上界" }, ({ envelope }) => envelope?.high),
        numberOf("middle", "1", { en: "mean of the draws", zh: "随机抽取均值" }, ({ envelope }) => envelope?.middle),
        numberOf(
          "outer_low",
          "1",
          { en: "global band, lower end", zh: "全局带下界" },
          ({ envelope }) => envelope?.outerLow,
        ),
        numberOf(
          "outer_high",
          "1",
          { en: "global band, upper end", zh: "全局带上界" },
          ({ envelope }) => envelope?.outerHigh,
        ),
      ],
      { title: { en: "M by radius", zh: "各半径的 M 值" } },
    ),
  ];
}
