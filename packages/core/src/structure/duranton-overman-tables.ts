import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { DurantonIndustry, DurantonOvermanResult } from "./duranton-overman.ts";

const verdicts: Readonly<Record<DurantonIndustry["verdict"], Text>> = {
  localised: { en: "localised", zh: "集聚" },
  dispersed: { en: "dispersed", zh: "分散" },
  neither: { en: "like plants in general", zh: "与一般企业无异" },
  untested: { en: "not tested", zh: "未检验" },
};

export function durantonTables(
  { industries, curves }: DurantonOvermanResult,
  weightUnit: string | undefined,
  weightTitle: Text | undefined,
): Table[] {
  const rows = curves.flatMap(({ industry, km, density, envelope }) =>
    Array.from(km, (each, at) => ({
      industry,
      km: each,
      density: density[at] as number,
      low: envelope?.low[at],
      high: envelope?.high[at],
      middle: envelope?.middle[at],
      outerLow: envelope?.outerLow[at],
      outerHigh: envelope?.outerHigh[at],
    })),
  );
  const name = { en: "industry", zh: "行业" };
  return [
    tableOf(
      "industries",
      ["industry"],
      industries,
      [
        labelOf("industry", name, ({ industry }) => industry),
        numberOf("plants", "1", { en: "plants", zh: "企业数" }, ({ plants }) => plants),
        numberOf("weight", weightUnit ?? "1", weightTitle ?? { en: "weight", zh: "权重" }, ({ weight }) => weight),
        codeOf(
          "verdict",
          { en: "verdict", zh: "判定" },
          ({ verdict }) => verdict,
          ({ verdict }) => verdicts[verdict],
        ),
        numberOf(
          "localisation",
          "1",
          { en: "localisation, above the global band", zh: "集聚程度（全局带以上面积）" },
          (row) => row.localisation,
        ),
        numberOf(
          "dispersion",
          "1",
          { en: "dispersion, below the global band", zh: "分散程度（全局带以下面积）" },
          (row) => row.dispersion,
        ),
        numberOf("bandwidth", "km", { en: "bandwidth", zh: "带宽" }, ({ bandwidth }) => bandwidth),
        numberOf("bound", "1/km", { en: "bound on what bins change", zh: "分箱误差上界" }, ({ bound }) => bound),
      ],
      { title: { en: "Localisation of industries", zh: "各行业集聚情况" } },
    ),
    tableOf(
      "curves",
      ["industry", "km"],
      rows,
      [
        labelOf("industry", name, ({ industry }) => industry),
        numberOf("km", "km", { en: "distance", zh: "距离" }, ({ km }) => km),
        numberOf("density", "1/km", { en: "density of pairs", zh: "企业对密度" }, ({ density }) => density),
        numberOf("low", "1/km", { en: "local band, lower end", zh: "局部带下界" }, ({ low }) => low),
        numberOf("high", "1/km", { en: "local band, upper end", zh: "局部带上界" }, ({ high }) => high),
        numberOf("middle", "1/km", { en: "mean of the draws", zh: "随机抽取均值" }, ({ middle }) => middle),
        numberOf("outer_low", "1/km", { en: "global band, lower end", zh: "全局带下界" }, ({ outerLow }) => outerLow),
        numberOf(
          "outer_high",
          "1/km",
          { en: "global band, upper end", zh: "全局带上界" },
          ({ outerHigh }) => outerHigh,
        ),
      ],
      { title: { en: "Density of pairs by distance", zh: "企业对距离密度" } },
    ),
  ];
}
