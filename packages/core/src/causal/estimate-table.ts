import { label, number } from "../contract/readings.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf, wordsOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { changeUnit } from "./estimate.ts";

/** What an interval and its p rest on: a distribution that many units justify, or placebos, which few do not harm. */
export const bases = {
  normal: { en: "normal distribution", zh: "正态分布" },
  t: { en: "t distribution", zh: "t 分布" },
  wild: { en: "t distribution; p by the wild cluster bootstrap", zh: "t 分布；p 值取自 wild 聚类自助法" },
  placebo: { en: "placebos on controls", zh: "对照地区安慰剂" },
  permutation: { en: "adoption dealt out anew", zh: "重新随机分配采纳" },
  none: { en: "nothing", zh: "无" },
} as const satisfies Record<string, Text>;
export type Basis = keyof typeof bases;

/**
 * What an analysis found, in one row, alike for every estimator: what causal/verdict and the specification curve take. What
 * an estimator does not know of itself is left out.
 */
export interface EstimateRow {
  /** Name of the method, without its family. */
  readonly estimator: string;
  readonly effect: number;
  readonly standardError?: number;
  readonly low?: number;
  readonly high?: number;
  /** Coverage of the interval. */
  readonly level?: number;
  readonly p?: number;
  readonly basis: Basis;
  readonly rows: number;
  readonly treated?: number;
  readonly controls?: number;
  readonly clusters?: number;
  /** How many clusters alike would carry the effect as they do: about the fewer of treated and untreated ones. */
  readonly effectiveClusters?: number;
  /** p of no difference before treatment. */
  readonly pretestP?: number;
  /** Root mean square gap before treatment, in usual yearly changes. */
  readonly misfit?: number;
  /** Weight of the control that weighs most. */
  readonly heaviest?: number;
  /** The smallest p that so many placebos allow. */
  readonly smallestP?: number;
  /** Where the effect moves when controls are left out one by one. */
  readonly leftLow?: number;
  readonly leftHigh?: number;
  /** The effect found as if treatment had begun earlier. */
  readonly early?: number;
  /** Share of the weight on comparisons with places treated already. */
  readonly forbidden?: number;
  /** Share of what is treated that has no counterpart and is left out. */
  readonly uncovered?: number;
  /** Largest standardised difference of a covariate between the sides that are compared. */
  readonly imbalance?: number;
}

type Numbers = Exclude<keyof EstimateRow, "estimator" | "basis">;

/** Columns without a unit, in their order: the property, the column and what it is called. */
const plain: readonly (readonly [Numbers, string, Text])[] = [
  ["level", "level", { en: "coverage", zh: "置信水平" }],
  ["p", "p", { en: "p", zh: "p 值" }],
  ["rows", "rows", { en: "rows", zh: "观测数" }],
  ["treated", "treated", { en: "treated places", zh: "受处理地区数" }],
  ["controls", "controls", { en: "controls", zh: "对照地区数" }],
  ["clusters", "clusters", { en: "clusters", zh: "聚类数" }],
  ["effectiveClusters", "effective_clusters", { en: "clusters that carry it", zh: "有效聚类数" }],
  ["pretestP", "pretest_p", { en: "p, before treatment", zh: "处理前 p 值" }],
  ["misfit", "misfit", { en: "gap before, in yearly changes", zh: "处理前误差（年际变动倍数）" }],
  ["heaviest", "heaviest", { en: "largest weight of a control", zh: "单一对照地区最大权重" }],
  ["smallestP", "smallest_p", { en: "smallest p possible", zh: "可能的最小 p 值" }],
  ["forbidden", "forbidden", { en: "weight on places treated already", zh: "以已处理地区为对照的权重" }],
  ["uncovered", "uncovered", { en: "share treated without counterpart", zh: "无对照的处理占比" }],
  ["imbalance", "imbalance", { en: "largest standardised difference", zh: "最大标准化差异" }],
];

/** The same in the outcome's unit. */
const measured: readonly (readonly [Numbers, string, Text])[] = [
  ["effect", "effect", { en: "effect", zh: "效应" }],
  ["standardError", "standard_error", { en: "standard error", zh: "标准误" }],
  ["low", "low", { en: "low", zh: "下限" }],
  ["high", "high", { en: "high", zh: "上限" }],
  ["leftLow", "left_low", { en: "least without one control", zh: "剔除一个对照后最小" }],
  ["leftHigh", "left_high", { en: "most without one control", zh: "剔除一个对照后最大" }],
  ["early", "early", { en: "as if begun earlier", zh: "假想提前处理" }],
];

export interface EstimateInputs {
  readonly data: {
    readonly units: Readonly<Record<string, string>>;
    readonly titles: Readonly<Record<string, Text>>;
  };
}

/** The table `estimate`; `title`: what the method is called. */
export function estimateTable(title: Text, row: EstimateRow, { data }: EstimateInputs): Table {
  const unit = changeUnit(data.units.outcome);
  const numbered = (of: readonly (readonly [Numbers, string, Text])[], in_: string) =>
    of.map(([property, name, words]) =>
      ifAny(numberOf<EstimateRow>(name, in_, words, (each) => finite(each[property]))),
    );
  return tableOf(
    "estimate",
    ["estimator"],
    [row],
    [
      codeOf<EstimateRow>(
        "estimator",
        { en: "estimator", zh: "估计方法" },
        ({ estimator }) => estimator,
        () => title,
      ),
      wordsOf<EstimateRow>("outcome", { en: "outcome", zh: "结果变量" }, () => data.titles.outcome ?? null),
      ...numbered(measured, unit),
      codeOf<EstimateRow>(
        "basis",
        { en: "interval rests on", zh: "区间依据" },
        ({ basis }) => basis,
        ({ basis }) => bases[basis],
      ),
      ...numbered(plain, "1"),
    ],
    { title: { en: "What was found", zh: "估计结果" } },
  );
}

const finite = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;

/** What each column of the table is, for who reads it again. */
export const estimateMeans: Readonly<Record<string, Text>> = {
  ...Object.fromEntries([...measured, ...plain].map(([, column, words]) => [column, words])),
  estimator: { en: "name of the method", zh: "方法名" },
  estimator_en: { en: "what the method is called in English", zh: "方法的英文名称" },
  estimator_zh: { en: "what the method is called in Chinese", zh: "方法的中文名称" },
  outcome_en: { en: "what was measured, in English", zh: "结果变量的英文名称" },
  outcome_zh: { en: "what was measured, in Chinese", zh: "结果变量的中文名称" },
  basis: { en: "what interval and p rest on", zh: "区间与 p 值的依据" },
};

/** How the table is read again. */
export const estimateRoles = {
  estimator: label.optional,
  estimator_en: label.optional,
  estimator_zh: label.optional,
  outcome_en: label.optional,
  outcome_zh: label.optional,
  effect: number.one,
  standard_error: number.optional,
  low: number.optional,
  high: number.optional,
  basis: label.optional,
  level: number.optional,
  p: number.optional,
  rows: number.optional,
  treated: number.optional,
  controls: number.optional,
  clusters: number.optional,
  effective_clusters: number.optional,
  pretest_p: number.optional,
  misfit: number.optional,
  heaviest: number.optional,
  smallest_p: number.optional,
  left_low: number.optional,
  left_high: number.optional,
  early: number.optional,
  forbidden: number.optional,
  uncovered: number.optional,
  imbalance: number.optional,
} as const;
