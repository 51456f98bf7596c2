import type { Cell, Origin } from "../contract/method.ts";
import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import { codeOf, findColumn, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { placesColumn, scopeColumn } from "../inequality/sample-tables.ts";
import { all } from "../inequality/samples.ts";
import type { BetaResult } from "./beta.ts";
import type { BetaEstimate, BetaPlace, BetaTerm } from "./beta-fit.ts";

const slope = numberOf<BetaEstimate>("slope", "1", { en: "b", zh: "b" }, (row) => row.slope);
const low = numberOf<BetaEstimate>("low", "1", { en: "low, 95%", zh: "95% 下限" }, (row) => row.low);
const high = numberOf<BetaEstimate>("high", "1", { en: "high, 95%", zh: "95% 上限" }, (row) => row.high);
const standardError = numberOf<{ readonly standardError: number }>(
  "standard_error",
  "1",
  { en: "standard error", zh: "标准误" },
  (row) => row.standardError,
);
const t = numberOf<{ readonly t: number }>("t", "1", { en: "t", zh: "t 值" }, (row) => row.t);
const p = numberOf<{ readonly p: number }>("p", "1", { en: "p", zh: "p 值" }, (row) => row.p);

export function betaTables({ estimates, terms, places, from, to, convention }: BetaResult): Table[] {
  const span = { en: `${from} to ${to}`, zh: `${from}—${to} 年` };
  const perYear =
    convention.growth === "per-year" ? { en: "growth a year", zh: "年均增长" } : { en: "growth", zh: "总增长" };
  return [
    tableOf(
      "estimates",
      ["group"],
      estimates,
      [
        groupColumn,
        scopeColumn,
        placesColumn,
        slope,
        standardError,
        t,
        p,
        low,
        high,
        numberOf("lambda", "1", { en: "speed a year", zh: "年均收敛速度 λ" }, ({ lambda }) => lambda),
        numberOf("lambda_low", "1", { en: "speed, low", zh: "λ 下限" }, ({ lambdaLow }) => lambdaLow),
        numberOf("lambda_high", "1", { en: "speed, high", zh: "λ 上限" }, ({ lambdaHigh }) => lambdaHigh),
        numberOf("half_life", "1", { en: "half-life, years", zh: "半生命周期（年）" }, ({ halfLife }) => halfLife),
        numberOf("r2", "1", { en: "R squared", zh: "R²" }, ({ r2 }) => r2),
        numberOf("freedom", "1", { en: "degrees of freedom", zh: "自由度" }, ({ freedom }) => freedom),
      ],
      { title: { en: `Convergence, ${span.en}`, zh: `收敛估计，${span.zh}` } },
    ),
    tableOf(
      "coefficients",
      ["group", "term"],
      terms,
      [
        groupColumn,
        codeOf<BetaTerm>(
          "term",
          { en: "term", zh: "项" },
          ({ term }) => term,
          ({ title }) => title,
        ),
        numberOf("coefficient", "1", { en: "coefficient", zh: "系数" }, ({ coefficient }) => coefficient),
        standardError,
        t,
        p,
      ],
      { title: { en: "Coefficients", zh: "回归系数" } },
    ),
    tableOf("by_group", ["group"], estimates.length > 1 ? estimates : [], [groupColumn, slope, low, high], {
      title: { en: "Slope by group", zh: "分组斜率" },
    }),
    tableOf(
      "places",
      ["place"],
      places,
      [
        placeColumn,
        labelOf<BetaPlace>("group", { en: "group", zh: "分组" }, ({ group }) => (group === all ? "" : group)),
        numberOf(
          "initial",
          "1",
          { en: `ln of the value of ${from}`, zh: `${from} 年取值的对数` },
          (row) => row.initial,
        ),
        numberOf(
          "growth",
          "1",
          { en: `${perYear.en}, observed`, zh: `${perYear.zh}（观测值）` },
          ({ growth }) => growth,
        ),
        numberOf(
          "adjusted",
          "1",
          convention.kind === "absolute"
            ? perYear
            : { en: `${perYear.en}, controls at their means`, zh: `${perYear.zh}（控制变量取均值）` },
          ({ adjusted }) => adjusted,
        ),
        numberOf("fitted", "1", { en: "fitted", zh: "拟合值" }, ({ fitted }) => fitted),
        numberOf("residual", "1", { en: "residual", zh: "残差" }, ({ residual }) => residual),
        ifAny(numberOf("leverage", "1", { en: "leverage", zh: "杠杆值" }, ({ leverage }) => leverage)),
      ],
      { title: { en: `Places, ${span.en}`, zh: `各地区，${span.zh}` } },
    ),
  ];
}

/** A place's own level and growth rest on its rows; a group's fit on its places; everything else on all of them. */
export function traceBeta(
  { table, row, column }: Cell,
  tables: readonly Table[],
  { controls }: { readonly controls?: unknown },
): Origin[] {
  const found = tables.find(({ name }) => name === table);
  const value = (name: string) => (found === undefined ? undefined : findColumn(found, name)?.values[row]);
  const [place, group] = [value("place"), value("group")];
  if (table === "places" && (column === "initial" || column === "growth") && typeof place === "string") {
    return [{ input: "data", where: { place: [place] } }];
  }
  const own = table !== "places" && typeof group === "string" && group !== all;
  const data: Origin = own ? { input: "data", where: { group: [group] } } : { input: "data" };
  return controls === undefined ? [data] : [data, { input: "controls" }];
}
