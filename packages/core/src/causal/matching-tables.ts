import type { Finding } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import type { MatchingKind, MatchingResult } from "./matching.ts";

export const matchingTitle = { en: "Propensity score matching", zh: "倾向得分匹配" };

/** A standardised difference beyond this is worth a word. */
export const poor = 0.1;

const kinds = {
  raw: { en: "before matching", zh: "匹配前" },
  matched: { en: "matched", zh: "匹配后" },
  weighted: { en: "weighted", zh: "加权" },
} as const satisfies Record<MatchingKind, { en: string; zh: string }>;

const sides = { treated: { en: "treated", zh: "处理组" }, control: { en: "control", zh: "对照组" } } as const;
const sideOf = (treated: number) => (treated === 1 ? "treated" : "control");

export function matchingTables(
  result: MatchingResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const unit = changeUnit(inputs.data.units.outcome);
  const { estimates, balance, units, pairs, coefficients } = result;
  return [
    estimatesTable(estimates, unit),
    balanceTable(balance),
    unitsTable(units),
    pairsTable(pairs),
    scoreRegressionTable(coefficients),
    estimateTable(
      matchingTitle,
      {
        estimator: "matching",
        effect: result.effect,
        standardError: result.standardError,
        low: result.low,
        high: result.high,
        level,
        p: result.p,
        basis: "normal",
        rows: result.n,
        treated: result.matchedPlaces,
        controls: result.controlPlaces,
        uncovered: 1 - result.matchedPlaces / result.treatedPlaces,
        imbalance: result.worstAfter,
      },
      inputs,
    ),
  ];
}

function estimatesTable(estimates: MatchingResult["estimates"], unit: string): Table {
  return tableOf(
    "estimates",
    ["estimate"],
    estimates,
    [
      codeOf<(typeof estimates)[number]>(
        "estimate",
        { en: "comparison", zh: "比较方式" },
        ({ kind }) => kind,
        ({ kind }) => kinds[kind],
      ),
      ...estimateColumns(unit),
    ],
    { title: { en: "Effect on the treated", zh: "处理组平均处理效应" } },
  );
}

function balanceTable(balance: MatchingResult["balance"]): Table {
  return tableOf(
    "balance",
    ["covariate", "stage"],
    balance,
    [
      codeOf<(typeof balance)[number]>(
        "covariate",
        { en: "covariate", zh: "协变量" },
        ({ covariate }) => covariate,
        ({ covariate, title }) => title ?? same(covariate),
      ),
      codeOf<(typeof balance)[number]>(
        "stage",
        { en: "stage", zh: "阶段" },
        ({ stage }) => stage,
        ({ stage }) => kinds[stage],
      ),
      numberOf("treated", "1", { en: "mean of treated, own unit", zh: "处理组均值（原单位）" }, (row) => row.treated),
      numberOf(
        "controls",
        "1",
        { en: "mean of controls, own unit", zh: "对照组均值（原单位）" },
        (row) => row.controls,
      ),
      numberOf("difference", "1", { en: "standardised difference", zh: "标准化差异" }, (row) => row.difference),
    ],
    { title: { en: "Balance of covariates", zh: "协变量平衡性" } },
  );
}

function unitsTable(units: MatchingResult["units"]): Table {
  return tableOf(
    "units",
    ["place"],
    units,
    [
      labelOf("place", { en: "place", zh: "地区" }, ({ place }) => place),
      codeOf<(typeof units)[number]>(
        "side",
        { en: "side", zh: "组别" },
        ({ treated }) => sideOf(treated),
        ({ treated }) => sides[sideOf(treated)],
      ),
      numberOf("score", "1", { en: "propensity score", zh: "倾向得分" }, ({ score }) => score),
      numberOf("weight", "1", { en: "weight in the matched", zh: "匹配权重" }, ({ weight }) => weight),
    ],
    { title: { en: "Scores and weights", zh: "倾向得分与权重" } },
  );
}

function pairsTable(pairs: MatchingResult["pairs"]): Table {
  return tableOf(
    "pairs",
    ["treated", "control"],
    pairs,
    [
      labelOf("treated", { en: "treated", zh: "受处理个体" }, ({ treated }) => treated),
      labelOf("control", { en: "partner", zh: "匹配对照" }, ({ control }) => control),
      numberOf("distance", "1", { en: "difference of scores", zh: "得分之差" }, ({ distance }) => distance),
    ],
    { title: { en: "Pairs", zh: "匹配对" } },
  );
}

function scoreRegressionTable(coefficients: MatchingResult["coefficients"]): Table {
  return tableOf(
    "score_regression",
    ["term"],
    coefficients,
    [
      labelOf("term", { en: "term", zh: "变量" }, ({ name }) => name),
      numberOf("coefficient", "1", { en: "coefficient, logit", zh: "系数（logit）" }, ({ coefficient }) => coefficient),
      numberOf("standard_error", "1", { en: "standard error", zh: "标准误" }, ({ standardError }) => standardError),
    ],
    { title: { en: "Regression of the score", zh: "倾向得分回归" } },
  );
}

export function matchingFindings(
  { effect, low, high, p, weighted, matchedPlaces, worstBefore, worstAfter }: MatchingResult,
  { data }: EstimateInputs,
): Finding[] {
  if (!Number.isFinite(p)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const plain = (value: number) => ({ number: value, unit: "1", digits: 2 });
  return [
    {
      text:
        low > 0 || high < 0
          ? {
              en: "Beside partners as likely to be treated, the outcome of {n} treated lies {effect} apart (interval {low} to {high}, p {p}).",
              zh: "与倾向得分相近的对照相比，{n} 个受处理个体的结果相差 {effect}（区间 {low} 至 {high}，p {p}）。",
            }
          : {
              en: "Whether treatment changed the outcome of {n} treated cannot be told: {effect} beside their partners (interval {low} to {high}, p {p}).",
              zh: "处理是否改变了 {n} 个受处理个体的结果尚不能判断：与匹配对照相差 {effect}（区间 {low} 至 {high}，p {p}）。",
            },
      values: {
        n: matchedPlaces,
        effect: number(effect),
        low: number(low),
        high: number(high),
        p: { text: { en: pValue(p), zh: pValue(p) } },
      },
    },
    {
      text: {
        en: "The largest standardised difference of a covariate goes from {before} to {after}; weighting instead of matching gives {weighted}.",
        zh: "协变量的最大标准化差异由 {before} 变为 {after}；改用加权法得 {weighted}。",
      },
      values: { before: plain(worstBefore), after: plain(worstAfter), weighted: number(weighted) },
    },
  ];
}
