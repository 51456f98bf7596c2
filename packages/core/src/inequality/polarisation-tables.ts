import { groupColumn, yearColumn } from "../contract/place-columns.ts";
import { ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Pole } from "./camps.ts";
import type { PolarisationRow } from "./polarisation.ts";
import { placesColumn, sampleTables } from "./sample-tables.ts";

const headline = numberOf<PolarisationRow>(
  "wolfson",
  "1",
  { en: "Wolfson index", zh: "沃尔夫森指数" },
  (row) => row.wolfson,
);
const estebanRay = ifAny(
  numberOf<PolarisationRow>(
    "esteban_ray",
    "1",
    { en: "Esteban-Ray index", zh: "埃斯特班—雷指数" },
    (row) => row.estebanRay,
  ),
);

export function polarisationTables(indices: readonly PolarisationRow[], poles: readonly Pole[], unit: string): Table[] {
  return [
    ...sampleTables(
      indices,
      [
        headline,
        estebanRay,
        numberOf("gini", "1", { en: "Gini coefficient", zh: "基尼系数" }, ({ gini }) => gini),
        numberOf("mean", unit, { en: "mean", zh: "均值" }, ({ mean }) => mean),
        numberOf("median", unit, { en: "median", zh: "中位数" }, ({ median }) => median),
        numberOf("poorer_half", "1", { en: "share of the poorer half", zh: "较低一半的份额" }, (row) => row.poorerHalf),
      ],
      headline,
    ).filter(({ name }) => name !== "by_group"),
    tableOf(
      "poles",
      ["group", "year"],
      poles,
      [
        groupColumn,
        yearColumn,
        placesColumn,
        numberOf("share", "1", { en: "share of weight", zh: "权重份额" }, ({ share }) => share),
        numberOf("mean", unit, { en: "mean", zh: "均值" }, ({ mean }) => mean),
        numberOf("contribution", "1", { en: "share of the index", zh: "贡献率" }, (row) => row.contribution),
      ],
      { title: { en: "Groups as camps", zh: "各阵营" } },
    ),
  ];
}
