import type { Finding } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { decimal, pValue } from "../contract/saying.ts";
import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { type EstimateInputs, type EstimateRow, estimateTable } from "./estimate-table.ts";
import type { Coefficient, FixedEffectsResult } from "./fixed-effects.ts";

export const fixedEffectsTitle = { en: "Fixed effects", zh: "固定效应回归" };

interface Inputs extends EstimateInputs {
  readonly data: EstimateInputs["data"] & {
    readonly place: readonly string[];
    readonly regressors: readonly NamedNumbers[];
  };
}

/** The first column as an estimate: where it is 0 and 1, of so many places treated and so many never. */
function estimateRow(result: FixedEffectsResult, { data }: Inputs, level: number): EstimateRow {
  const { effect, standardError, low, high, p, coefficients, clusters, effectiveClusters, n } = result;
  const [{ pWild }] = coefficients;
  const { values } = data.regressors[0];
  const isTold = values.every((each) => each === 0 || each === 1);
  const treated = new Set(data.place.filter((_, row) => values[row] === 1)).size;
  return {
    estimator: "fixed-effects",
    effect,
    standardError,
    low,
    high,
    level,
    ...(Number.isNaN(pWild) ? { p, basis: Number.isNaN(p) ? "none" : "t" } : { p: pWild, basis: "wild" }),
    rows: n,
    clusters,
    effectiveClusters,
    ...(isTold ? { treated, controls: new Set(data.place).size - treated } : {}),
  };
}

export function fixedEffectsTables(
  result: FixedEffectsResult,
  inputs: Inputs,
  { level }: { readonly level: number },
): Table[] {
  const { coefficients, convention } = result;
  const one = (name: string, en: string, zh: string, of: (row: Coefficient) => number) =>
    numberOf<Coefficient>(name, "1", { en, zh }, of);
  return [
    tableOf(
      "coefficients",
      ["term"],
      coefficients,
      [
        codeOf<Coefficient>(
          "term",
          { en: "column", zh: "变量" },
          ({ term }) => term,
          ({ title }) => title,
        ),
        one("coefficient", "coefficient", "系数", (row) => row.coefficient),
        one("standard_error", "standard error", "标准误", (row) => row.standardError),
        one("t", "t", "t 值", (row) => row.t),
        one("p", "p", "p 值", (row) => row.p),
        one("low", "low", "下限", (row) => row.low),
        one("high", "high", "上限", (row) => row.high),
        ...(convention.wild === "none"
          ? []
          : [one("p_wild", "p, wild bootstrap", "p 值（wild 自助法）", (row) => row.pWild)]),
      ],
      { title: { en: "Coefficients", zh: "回归系数" } },
    ),
    estimateTable(fixedEffectsTitle, estimateRow(result, inputs, level), inputs),
  ];
}

/** How the outcome moves with the first column, as far as can be told. */
export function fixedEffectsFindings(
  { coefficients, convention }: FixedEffectsResult,
  _: unknown,
  { level }: { readonly level: number },
): Finding[] {
  const [{ title, coefficient, low, high, p, pWild }] = coefficients;
  const isWild = convention.wild !== "none";
  const shown = isWild ? pWild : p;
  if (Number.isNaN(shown)) return [];
  const values = {
    column: { text: title },
    b: decimal(coefficient, 3),
    low: decimal(low, 3),
    high: decimal(high, 3),
    p: { text: { en: pValue(shown), zh: pValue(shown) } },
  };
  const sure = isWild
    ? {
        en: "interval {low} to {high} by the t distribution, p {p} by the wild bootstrap",
        zh: "t 分布区间 {low} 至 {high}，wild 自助法 p {p}",
      }
    : { en: "interval {low} to {high}, p {p}", zh: "区间 {low} 至 {high}，p {p}" };
  const text =
    shown <= 1 - level
      ? {
          en: `The outcome moves with {column} by {b} (${sure.en}), beside the effects taken out.`,
          zh: `扣除固定效应后，{column} 每变动 1，结果变动 {b}（${sure.zh}）。`,
        }
      : {
          en: `Whether the outcome moves with {column} cannot be told ({b}, ${sure.en}).`,
          zh: `结果是否随 {column} 变动尚不能判断（{b}，${sure.zh}）。`,
        };
  return [{ text, values }];
}
