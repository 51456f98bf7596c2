/**
 * Which indicators tell places apart, and so how much should each count?
 *
 *   e_j = -k sum_i p_ij ln p_ij,  k = 1 / ln n        w_j = (1 - e_j) / sum_j (1 - e_j)
 *
 * p_ij is row i's share of the column's sum after the direction is applied, n the rows used: places x years in a panel,
 * pooled, so that one set of weights serves every year. Three incompatible things are called the entropy weight, and
 * `variants` gives all of them side by side:
 *
 *   min-max        shares of (x - min) / (max - min), with 0 ln 0 = 0
 *   min-max-shift  shares of the same plus a small number, `shift`, which papers add to avoid ln 0
 *   raw            shares of x itself; needs x >= 0, and has no way to turn an indicator of which less is better
 *
 * Rows with a gap in any indicator are left out and named, because all indicators must share one n. One row has no
 * entropy (ln 1 = 0) and is refused. A constant indicator has e = 1 and weight 0, with a warning; if every indicator is
 * constant there is nothing to weigh by and that is refused. Natural logarithms; the base cancels in e.
 *
 * @example
 * entropyWeights({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1, 1) }, // p = 0, 1/2, 1/2: e = ln 2 / ln 3 = .630930
 *   { name: "y", unit: "1", values: Float64Array.of(0, 0, 1) }, // p = 0, 0, 1:     e = 0
 * ] }).weights[1].weight // 1 / (1 + .369070) = .730423
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import { entropyDivergence, isConstant } from "./entropy-divergence.ts";
import { entropyFindings } from "./entropy-weights-findings.ts";
import { rawProblem } from "./entropy-weights-problems.ts";
import { entropyTables } from "./entropy-weights-tables.ts";
import {
  allConstant,
  type ObjectiveWeight,
  scopeConvention,
  type WeighedColumn,
  type WeighingInput,
  type WeighingScope,
  weighing,
  weighingInputs,
  weighingOptions,
  weightsByYear,
} from "./weighing.ts";

export const entropyShares = ["min-max", "min-max-shift", "raw"] as const;
export type EntropyShares = (typeof entropyShares)[number];

export const shareChoices: Readonly<Record<EntropyShares, Text>> = {
  "min-max": { en: "min-max values, 0 ln 0 = 0", zh: "极差标准化值，取 0·ln 0 = 0" },
  "min-max-shift": { en: "min-max values plus a small number", zh: "极差标准化值加平移量" },
  raw: { en: "the data as they are", zh: "原始数据" },
};

export interface EntropyWeight extends ObjectiveWeight {
  readonly entropy: number;
  /** 1 - entropy: how far the shares are from even. */
  readonly divergence: number;
}

export interface EntropyWeightsResult extends Outcome {
  readonly weights: readonly EntropyWeight[];
  /** Sum of the divergences, which the weights share out. */
  readonly totalDivergence: number;
  /** Each year by its own yardstick, where `scope` asks for it. */
  readonly byYear: readonly (EntropyWeight & { readonly year: number })[];
  /** The weights under every variant that the data allow. */
  readonly variants: readonly (EntropyWeight & { readonly shares: EntropyShares })[];
}

export interface EntropyWeightsOptions {
  readonly shares?: EntropyShares;
  readonly shift?: number;
  /** Names of the indicators of which less is better. */
  readonly down?: readonly string[];
  readonly scope?: WeighingScope;
}

export function entropyWeights(
  input: WeighingInput,
  { shares = "min-max", shift = 1e-4, down = [], scope: asked = "pooled" }: EntropyWeightsOptions = {},
): EntropyWeightsResult {
  const weighed = weighing("entropy-weights", input, down);
  const { columns, rows, dropped } = weighed;
  const unfit = rawProblem(columns, rows, input.place);
  if (shares === "raw" && unfit !== undefined) throw unfit;

  const weights = weigh(columns, shares, shift);
  if (weights === undefined) throw allConstant("entropy-weights");
  const { byYear, warnings, scope } = weightsByYear(weighed, input.year, asked, (each) => weigh(each, shares, shift));
  const variants = entropyShares.flatMap((each) =>
    each === "raw" && unfit !== undefined
      ? []
      : (weigh(columns, each, shift) ?? []).map((weight) => ({ shares: each, ...weight })),
  );
  return {
    weights,
    totalDivergence: weights.reduce((sum, { divergence }) => sum + divergence, 0),
    byYear,
    variants,
    n: rows.length,
    dropped,
    warnings: [...constantWarnings(weights), ...warnings],
    convention: {
      shares,
      k: input.year === undefined ? "1 / ln places" : "1 / ln (places x years)",
      scope,
      ...(shares === "min-max-shift" ? { shift: String(shift) } : {}),
    },
  };
}

function weigh(columns: readonly WeighedColumn[], shares: EntropyShares, shift: number): EntropyWeight[] | undefined {
  const divergences = columns.map((column) => entropyDivergence(positive(column, shares, shift)));
  const total = divergences.reduce((sum, each) => sum + each, 0);
  if (!(total > 0)) return undefined;
  return columns.map(({ name, title }, at) => {
    const divergence = divergences[at];
    return { indicator: name, title, entropy: 1 - divergence, divergence, weight: divergence / total };
  });
}

/** The column as its shares are taken: direction applied, nothing below 0. */
function positive({ values, falling }: WeighedColumn, shares: EntropyShares, shift: number): Float64Array {
  if (shares === "raw" || isConstant(values)) return values;
  const { least, most } = extremes(values);
  const add = shares === "min-max-shift" ? shift : 0;
  return values.map((value) => (falling ? most - value : value - least) / (most - least) + add);
}

function constantWarnings(weights: readonly EntropyWeight[]): Warning[] {
  const titles = weights.flatMap(({ title, divergence }) => (divergence > 0 ? [] : [title]));
  if (titles.length === 0) return [];
  const text = {
    en: `${titles.map(({ en }) => en).join(", ")}: the same everywhere, weight 0`,
    zh: `指标${titles.map(({ zh }) => zh).join("、")}在各地取值相同，权重为 0`,
  };
  return [{ code: "indicator-constant", text }];
}

export default defineMethod({
  id: "composite/entropy-weights",
  version: 2,
  title: { en: "Entropy weights", zh: "熵值法权重" },
  question: {
    en: "Which indicators tell places apart, and so how much should each count?",
    zh: "哪些指标最能区分各地？各指标应占多大权重？",
  },
  formula: "eⱼ = −(1 / ln n) Σᵢ pᵢⱼ ln pᵢⱼ;  wⱼ = (1 − eⱼ) / Σⱼ (1 − eⱼ)",
  where: {
    en: "pᵢⱼ: row i's share of the column after the direction is applied; n: rows (places × years)",
    zh: "pᵢⱼ：正向化后第 i 行占该列合计的比重；n：样本数（地区 × 年份）",
  },
  cites: [
    {
      text: "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27, 379-423.",
      checked: "unverified",
    },
    {
      text: "Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995). Determining objective weights in multiple criteria problems: the CRITIC method. Computers and Operations Research 22, 763-770.",
      checked: "unverified",
    },
    {
      text: "Pomerol, J.-C. and Barba-Romero, S. (2012). Multicriterion Decision in Management: Principles and Practice. Springer.",
      checked: "secondary",
    },
  ],
  conventions: {
    shares: {
      title: { en: "Shares of", zh: "比重的计算对象" },
      choices: shareChoices,
    },
    scope: scopeConvention,
    k: {
      title: { en: "Constant k", zh: "常数 k" },
      choices: {
        "1 / ln places": { en: "1 / ln of the places", zh: "1 / ln(地区数)" },
        "1 / ln (places x years)": { en: "1 / ln of the places times the years", zh: "1 / ln(地区数×年数)" },
      },
    },
    shift: { title: { en: "Small number added", zh: "平移量" }, choices: {} },
  },
  means: {
    down: { en: "indicators of which less is better", zh: "取值越小越好的指标" },
  },
  pitfalls: [
    {
      en: "Three incompatible formulas are called the entropy weight; `variants` has them side by side.",
      zh: "文献中的“熵权”有三种互不相容的公式，`variants` 并列给出。",
    },
    {
      en: "Weights by year cannot be compared over time; a constant indicator has weight 0.",
      zh: "逐年计算的权重不可跨年比较；取值恒定的指标权重为 0。",
    },
  ],
  inputs: weighingInputs,
  options: z.strictObject({
    shares: z.enum(entropyShares).default("min-max"),
    shift: z.number().positive().default(1e-4),
    ...weighingOptions,
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "entropy-weights/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const column = (name: string, unit: string, most: number, title: Text) =>
      numbers(
        name,
        unit,
        place.map(() => most * draw.uniform()),
        { title },
      );
    const columns = [
      labels("place", place),
      column("income", "yuan", 9e4, { en: "income per head", zh: "人均收入" }),
      column("smoke", "ug/m3", 60, { en: "fine particles", zh: "细颗粒物" }),
      column("trains", "1", 200, { en: "trains a day", zh: "每日列车数" }),
    ];
    const roles = { indicators: ["income", "smoke", "trains"] };
    return { inputs: { data: makeTable("data", ["place"], columns, { roles }) }, options: { down: ["smoke"] } };
  },
  worked: {
    source: {
      en: "by hand: shares (0, 1/2, 1/2) have e = ln 2 / ln 3 and (0, 0, 1) has e = 0, so the second weighs 1 / (2 - e)",
      zh: "手算：份额 (0, 1/2, 1/2) 的 e = ln 2 / ln 3，(0, 0, 1) 的 e = 0，故后者权重为 1 / (2 − e)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [0, 1, 1]), numbers("y", "1", [0, 0, 1])],
        { roles: { indicators: ["x", "y"] } },
      ),
    },
    gives: {
      totalDivergence: 1.3690702464285425,
      "weights[0].entropy": 0.6309297535714575,
      "weights[0].weight": 0.26957728969081485,
      "weights[1].weight": 0.7304227103091852,
    },
  },
  run: ({ data }, options) =>
    entropyWeights({ place: data.place, year: data.year, indicators: data.indicators }, options),
  scalars: { totalDivergence: { title: { en: "Sum of divergences", zh: "差异系数合计" }, unit: "1" } },
  tables: entropyTables,
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "bars",
      table: "variants",
      category: "indicator",
      value: "weight",
      group: "shares",
      title: { en: "What counts as the entropy weight", zh: "三种熵权算法的差异" },
    },
  ],
  findings: entropyFindings,
});
