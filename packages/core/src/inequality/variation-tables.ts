import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { sampleTables } from "./sample-tables.ts";
import { all } from "./samples.ts";
import type { VariationPlace, VariationRow } from "./variation.ts";

const headline = numberOf<VariationRow>(
  "variation",
  "1",
  { en: "coefficient of variation", zh: "变异系数" },
  (row) => row.variation,
);

export function variationTables(
  indices: readonly VariationRow[],
  places: readonly VariationPlace[],
  unit: string,
): Table[] {
  return [
    ...sampleTables(
      indices,
      [
        headline,
        numberOf("plain", "1", { en: "plain", zh: "等权变异系数" }, ({ plain }) => plain),
        ifAny(numberOf("weighted", "1", { en: "weighted (Williamson)", zh: "加权变异系数" }, (row) => row.weighted)),
        numberOf("mean", unit, { en: "mean of places", zh: "简单均值" }, ({ mean }) => mean),
        ifAny(numberOf("weighted_mean", unit, { en: "weighted mean", zh: "加权均值" }, (row) => row.weightedMean)),
        numberOf("deviation", unit, { en: "standard deviation", zh: "标准差" }, ({ deviation }) => deviation),
      ],
      headline,
    ),
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        ifAny(labelOf("group", { en: "group", zh: "分组" }, ({ group }) => (group === all ? null : group))),
        numberOf("level", unit, { en: "level", zh: "水平值" }, ({ level }) => level),
        numberOf("deviation", "1", { en: "above the mean, relative", zh: "相对均值的偏离" }, (row) => row.deviation),
        numberOf("contribution", "1", { en: "share of the squares", zh: "对平方和的贡献" }, (row) => row.contribution),
      ],
      { title: { en: "Places", zh: "各地区" } },
    ),
  ];
}
