import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import type { CompositionReading } from "../contract/readings.ts";
import { numberOf, type Table, tableOf } from "../contract/table.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import type { StructuralChangeResult } from "./structural-change.ts";

const sinceColumn = numberOf("since", "year", { en: "since", zh: "起始年份" }, ({ since }: { since: number }) => since);

/** Change over time where there are years to compare, rationalisation where there is labour. */
export function structuralChangeTables(
  { changes, industries, rational }: StructuralChangeResult,
  { industryTitles, groupOf }: CompositionReading,
): Table[] {
  return [
    tableOf(
      "changes",
      ["place", "year"],
      changes,
      [
        placeColumn,
        sinceColumn,
        yearColumn,
        groupColumnOf(groupOf),
        numberOf("moved", "1", { en: "share that changed industry", zh: "行业间转移的份额" }, ({ moved }) => moved),
        numberOf("lilien", "1", { en: "Lilien index", zh: "Lilien 指数" }, ({ lilien }) => lilien),
        numberOf("angle", "degree", { en: "Moore value, angle", zh: "More 值（夹角）" }, ({ angle }) => angle),
        numberOf("cosine", "1", { en: "cosine of the angle", zh: "夹角余弦" }, ({ cosine }) => cosine),
        numberOf(
          "appearing",
          "1",
          { en: "industries from or to nothing", zh: "从无到有或从有到无的行业数" },
          ({ appearing }) => appearing,
        ),
      ],
      { title: { en: "Structural change", zh: "产业结构变动" } },
    ),
    tableOf(
      "industries",
      ["place", "industry", "year"],
      industries,
      [
        placeColumn,
        industryColumn(industryTitles),
        sinceColumn,
        yearColumn,
        groupColumnOf(groupOf),
        numberOf("before", "1", { en: "share before", zh: "期初份额" }, ({ before }) => before),
        numberOf("after", "1", { en: "share after", zh: "期末份额" }, ({ after }) => after),
        numberOf("change", "1", { en: "change in share", zh: "份额变动" }, ({ change }) => change),
      ],
      { title: { en: "Changes in the shares of industries", zh: "各行业份额变动" } },
    ),
    tableOf(
      "rational",
      ["place", "year"],
      rational,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(groupOf),
        numberOf("theil", "1", { en: "Theil index of rationalisation", zh: "合理化泰尔指数" }, ({ theil }) => theil),
        numberOf("deviation", "1", { en: "deviation of structures", zh: "结构偏离度" }, ({ deviation }) => deviation),
        numberOf("industries", "1", { en: "industries compared", zh: "比较的行业数" }, (row) => row.industries),
      ],
      { title: { en: "Rationalisation", zh: "产业结构合理化" } },
    ),
  ];
}
