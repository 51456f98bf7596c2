import type { Finding } from "../contract/method.ts";
import { percent } from "../contract/saying.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { changeUnit } from "./estimate.ts";
import type { PowerEstimator, PowerResult } from "./power.ts";

interface Inputs {
  readonly data: { readonly units: Readonly<Record<string, string>> };
}

export const estimatorWords = {
  "two-way": { en: "two-way fixed effects", zh: "双向固定效应" },
  imputation: { en: "imputation", zh: "插补" },
  "group-time-att": { en: "group-time effects", zh: "分批次—时点效应" },
  "interaction-weighted": { en: "interaction-weighted effects", zh: "交互加权效应" },
  "synthetic-did": { en: "synthetic difference in differences", zh: "合成双重差分" },
} as const satisfies Record<PowerEstimator, Text>;

const steps = 24;

interface Point {
  readonly effect: number;
  readonly found: number;
  /** Where the share lies, so many placebos being drawn: 95 percent. */
  readonly low: number;
  readonly high: number;
}

/** The share of placebos that an added effect makes found, up and down together, as it grows to twice the detectable one. */
function curveOf({ placebos, critical, placebo }: PowerResult): Point[] {
  if (!(placebo > 0)) return [];
  return Array.from({ length: steps + 1 }, (_, at) => {
    const effect = (2 * placebo * at) / steps;
    const share = (added: number) =>
      placebos.reduce((sum, each) => sum + (Math.abs(each + added) > critical ? 1 : 0), 0) / placebos.length;
    const found = (share(effect) + share(-effect)) / 2;
    const half = 1.96 * Math.sqrt((found * (1 - found)) / placebos.length);
    return { effect, found, low: Math.max(0, found - half), high: Math.min(1, found + half) };
  });
}

export function powerTables(result: PowerResult, { data }: Inputs, { power }: { readonly power: number }): Table[] {
  const unit = changeUnit(data.units.outcome);
  const inUnit = (name: keyof PowerResult & string, column: string, title: Text) =>
    ifAny(numberOf<PowerResult>(column, unit, title, (row) => row[name] as number));
  const estimator = result.convention["estimator"] as PowerEstimator;
  const code = codeOf<unknown>(
    "estimator",
    { en: "estimator", zh: "估计方法" },
    () => estimator,
    () => estimatorWords[estimator],
  );
  return [
    tableOf(
      "power",
      ["estimator"],
      [result],
      [
        code,
        numberOf<PowerResult>(
          "detectable",
          unit,
          { en: "smallest detectable effect", zh: "最小可识别效应" },
          ({ detectable }) => detectable,
        ),
        inUnit("up", "up", { en: "up, by placebos", zh: "上升（安慰剂）" }),
        inUnit("down", "down", { en: "down, by placebos", zh: "下降（安慰剂）" }),
        inUnit("analytic", "analytic", { en: "by a standard error", zh: "按标准误" }),
        inUnit("standardError", "standard_error", { en: "standard error", zh: "标准误" }),
        inUnit("critical", "critical", { en: "size that counts as found", zh: "视为显著的大小" }),
        numberOf("treated", "1", { en: "treated places", zh: "受处理地区数" }, (row) => row.treatedPlaces),
        numberOf("pool", "1", { en: "places of placebos", zh: "安慰剂地区数" }, ({ pool }) => pool),
        numberOf("placebos", "1", { en: "placebos", zh: "安慰剂数" }, (row) => row.placebos.length),
      ],
      { title: { en: "Smallest detectable effect", zh: "最小可识别效应" } },
    ),
    tableOf(
      "curve",
      ["effect"],
      curveOf(result),
      [
        numberOf("effect", unit, { en: "effect", zh: "效应" }, ({ effect }) => effect),
        numberOf("found", "1", { en: "share found", zh: "识别比例" }, ({ found }) => found),
        numberOf("low", "1", { en: "low", zh: "下限" }, ({ low }) => low),
        numberOf("high", "1", { en: "high", zh: "上限" }, ({ high }) => high),
        numberOf("wanted", "1", { en: "asked for", zh: "所要求的功效" }, () => power),
        codeOf<Point>(
          "series",
          { en: "series", zh: "序列" },
          () => estimator,
          () => estimatorWords[estimator],
        ),
      ],
      { title: { en: "How often an effect is found", zh: "不同大小效应的识别比例" } },
    ),
  ];
}

export function powerFindings(
  result: PowerResult,
  { data }: Inputs,
  { level, power }: { readonly level: number; readonly power: number },
): Finding[] {
  const { detectable, analytic, treatedPlaces, pool, convention, multiplier } = result;
  if (!Number.isFinite(detectable)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const by = convention["by"] as "placebo" | "analytic";
  const words = {
    placebo: {
      en: "The smallest effect that {estimator} finds in {power} of panels like this (test at {alpha}) is {least}, by placebos on {pool} places with {n} treated; by {multiplier} standard errors it would be {analytic}.",
      zh: "在 {alpha} 水平下，{estimator}能以 {power} 的功效识别的最小效应为 {least}（{pool} 个地区中 {n} 个受处理的安慰剂分布）；按 {multiplier} 倍标准误则为 {analytic}。",
    },
    analytic: {
      en: "The smallest effect that {estimator} finds in {power} of panels like this (test at {alpha}) is {least}, by {multiplier} standard errors.",
      zh: "在 {alpha} 水平下，{estimator}能以 {power} 的功效识别的最小效应为 {least}（按 {multiplier} 倍标准误）。",
    },
  };
  return [
    {
      text: words[by],
      values: {
        estimator: { text: estimatorWords[convention["estimator"] as PowerEstimator] },
        power: percent(power),
        alpha: percent(1 - level),
        least: number(detectable),
        analytic: number(analytic),
        multiplier: { number: multiplier, unit: "1", digits: 2 },
        pool,
        n: treatedPlaces,
      },
    },
  ];
}
