import type { Cell, Origin } from "../contract/method.ts";
import { groupColumn, yearColumn } from "../contract/place-columns.ts";
import { findColumn, numberOf, type Table, tableOf } from "../contract/table.ts";
import { placesColumn, scopeColumn } from "../inequality/sample-tables.ts";
import { all } from "../inequality/samples.ts";
import type { SigmaResult } from "./sigma.ts";

export function sigmaTables({ indices, tests }: SigmaResult): Table[] {
  return [
    tableOf(
      "indices",
      ["group", "year"],
      indices,
      [
        groupColumn,
        yearColumn,
        scopeColumn,
        placesColumn,
        numberOf("sigma", "1", { en: "sigma", zh: "σ" }, (row) => row.sigma),
        numberOf("relative", "1", { en: "relative to the base year", zh: "相对基年" }, ({ relative }) => relative),
        numberOf("deviation", "1", { en: "standard deviation of ln", zh: "对数标准差" }, (row) => row.deviation),
        numberOf("variation", "1", { en: "coefficient of variation", zh: "变异系数" }, (row) => row.variation),
        numberOf("mean_log", "1", { en: "mean of ln", zh: "对数均值" }, ({ meanLog }) => meanLog),
      ],
      { title: { en: "Dispersion by year", zh: "历年离散程度" } },
    ),
    tableOf(
      "tests",
      ["group", "from", "to"],
      tests,
      [
        groupColumn,
        numberOf("from", "year", { en: "base year", zh: "基年" }, ({ from }) => from),
        numberOf("to", "year", { en: "year", zh: "年份" }, ({ to }) => to),
        placesColumn,
        numberOf("t", "1", { en: "t, paired (Pitman-Morgan)", zh: "配对 t（皮特曼—摩根）" }, ({ t }) => t),
        numberOf("t_p", "1", { en: "p, paired", zh: "配对 p" }, ({ tP }) => tP),
        numberOf("f", "1", { en: "F, ratio of variances", zh: "方差比 F" }, ({ f }) => f),
        numberOf("f_p", "1", { en: "p of F", zh: "F 的 p" }, ({ fP }) => fP),
      ],
      { title: { en: "Tests between years, on ln", zh: "年份间检验（对数）" } },
    ),
  ];
}

/** Which places take part depends on every year, so that every number rests on all rows, or on the rows of its group. */
export function traceSigma({ table, row }: Cell, tables: readonly Table[]): Origin[] {
  const found = tables.find(({ name }) => name === table);
  const group = found === undefined ? undefined : findColumn(found, "group")?.values[row];
  const own = typeof group === "string" && group !== all;
  return [own ? { input: "data", where: { group: [group] } } : { input: "data" }];
}
