import { numberOf, type Table, tableOf } from "../contract/table.ts";
import { dataColumns } from "./data-columns.ts";
import { decidedIndicator, idealsTable, removalsTable } from "./decision-tables.ts";
import type { GreyResult } from "./grey-relational.ts";
import type { CompositeData } from "./scale.ts";

const degreeTitle = { en: "grey relational degree", zh: "灰色关联度" };
const rankTitle = { en: "rank", zh: "位次" };

export function greyTables(
  { rows, ranks, variants, removals: gone, decision }: GreyResult,
  data: CompositeData,
  logged: readonly string[],
): Table[] {
  return [
    tableOf(
      "scores",
      ["place", "year"],
      rows,
      [
        dataColumns(data, { group: true }),
        numberOf("degree", "1", degreeTitle, ({ degree }) => degree),
        numberOf("rank", "1", rankTitle, ({ row }) => ranks[row]),
      ],
      { title: degreeTitle },
    ),
    tableOf(
      "coefficients",
      ["place", "year", "indicator"],
      rows.flatMap(({ row, distances, coefficients }) =>
        decision.indicators.map((indicator, k) => ({
          row,
          indicator,
          distance: distances[k],
          coefficient: coefficients[k],
        })),
      ),
      [
        dataColumns(data, { group: false }),
        decidedIndicator,
        numberOf("distance", "1", { en: "distance from the best", zh: "与最优值之差" }, ({ distance }) => distance),
        numberOf("coefficient", "1", { en: "relational coefficient", zh: "关联系数" }, (row) => row.coefficient),
      ],
      { title: { en: "Relational coefficients", zh: "关联系数" } },
    ),
    tableOf(
      "variants",
      ["rho", "place", "year"],
      variants,
      [
        numberOf("rho", "1", { en: "distinguishing coefficient", zh: "分辨系数" }, ({ rho }) => rho),
        dataColumns(data, { group: false }),
        numberOf("degree", "1", degreeTitle, ({ degree }) => degree),
        numberOf("rank", "1", rankTitle, ({ rank }) => rank),
      ],
      { title: { en: "The same under other distinguishing coefficients", zh: "不同分辨系数对照" } },
    ),
    idealsTable(decision, logged),
    removalsTable(gone),
  ];
}
