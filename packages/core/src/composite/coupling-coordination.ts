/**
 * How well developed are a place's subsystems together, and how much in balance?
 *
 *   C = k (prod u)^(1/k) / sum u        T = sum alpha u        D = sqrt(C T)
 *
 * u in [0, 1] are the levels of k >= 2 subsystems (economy and environment, say), alpha their weights, adding up to 1,
 * alike unless given. C is balance: 1 where all levels are alike, be they high or low. T is development. D is high only
 * where both are. The three are reported apart, because a poor place in balance and a rich one out of it share a D.
 *
 * About half of the 379 papers that Liu (2017) read compute C wrongly; a lost factor k alone caps it at 1/k and moves
 * almost every grade. `variants` therefore gives each formula side by side (coupling-coordination-degree.ts has them), with whether
 * the grade would be another one: `standard` (default); `adjusted`, a power K of it that papers use to spread C out;
 * `wang-2021`, which also sees absolute gaps; and `uncapped`, the faulty one, offered only to reproduce a paper.
 *
 * Grades are ten levels of .1 in D: a convention of the literature, no test of anything. Papers close their intervals
 * below or above; `boundary` says which.
 *
 * All levels 0: C is undefined, T = 0, and D = 0 by convention, with a warning. One level 0: C = D = 0 whatever the
 * others, which is what min-max scaling does to the last place of each subsystem; counted in a warning. A place that
 * lacks a subsystem is left out and named: the coupling of the others would be another quantity. Levels outside [0, 1]
 * are refused, not rescaled. Rows are coupled one by one, so a panel is as many answers as rows.
 *
 * @example
 * couplingCoordination({ place: ["a"], subsystems: [
 *   { name: "economy", unit: "1", values: Float64Array.of(0.4) },
 *   { name: "environment", unit: "1", values: Float64Array.of(0.6) },
 * ] }).places[0] // C = 2 sqrt(.24) / 1 = .979796, T = .5, D = .699927, level 7
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import {
  type CouplingVariant,
  couplingChoices,
  couplingDegree,
  couplingVariants,
  gradeOf,
} from "./coupling-coordination-degree.ts";
import { couplingFindings, gradesThatDepend } from "./coupling-coordination-findings.ts";
import { meansOf } from "./coupling-coordination-means.ts";
import { couplingRows, couplingWeights } from "./coupling-coordination-rows.ts";
import { couplingTables } from "./coupling-coordination-tables.ts";
import { couplingWarnings } from "./coupling-coordination-warnings.ts";

export interface CoupledPlace {
  readonly place: string;
  readonly year?: number;
  readonly group?: string;
  /** C; `NaN` where every subsystem is at 0. */
  readonly coupling: number;
  /** T */
  readonly development: number;
  /** D */
  readonly coordination: number;
  /** 1 to 10. */
  readonly level: number;
  /** The subsystem with the lowest level; none where two share it. */
  readonly lagging: string | null;
}

/** One place under one formula. */
export interface CouplingVariantRow {
  readonly place: string;
  readonly year?: number;
  readonly variant: CouplingVariant;
  readonly coupling: number;
  readonly coordination: number;
  readonly level: number;
  /** Whether the level is another one than under the chosen variant. */
  readonly flips: boolean;
}

export interface CouplingResult extends Outcome {
  readonly places: readonly CoupledPlace[];
  readonly variants: readonly CouplingVariantRow[];
  /** Means over rows; of C over those that have one. */
  readonly meanCoupling: number;
  readonly meanDevelopment: number;
  readonly meanCoordination: number;
  /** Rows whose level is not the same under the three formulas that are in honest use. */
  readonly gradeDepends: number;
}

export interface CouplingInput {
  readonly place: readonly string[];
  readonly year?: ArrayLike<number> | undefined;
  readonly group?: readonly string[] | undefined;
  readonly subsystems: readonly NamedNumbers[];
}

export interface CouplingOptions {
  readonly variant?: CouplingVariant;
  /** Of each subsystem in T; alike unless given. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** K of `adjusted`; the number of subsystems unless given. */
  readonly power?: number | undefined;
  readonly boundary?: "above" | "below";
}

export function couplingCoordination(input: CouplingInput, options: CouplingOptions = {}): CouplingResult {
  aligned("coupling-coordination", { place: input.place, year: input.year, group: input.group }, input.subsystems);
  const { variant: chosen = "standard", power = input.subsystems.length, boundary = "above" } = options;
  const weights = couplingWeights(input.subsystems, options.weights);
  const { rows, dropped } = couplingRows(input);
  const places: CoupledPlace[] = [];
  const variants: CouplingVariantRow[] = [];
  for (const { u, ...key } of rows) {
    const development = u.reduce((sum, level, at) => sum + weights[at] * level, 0);
    const under = couplingVariants.map((variant) => {
      const coupling = couplingDegree(u, variant, power);
      const coordination = Number.isNaN(coupling) ? 0 : Math.sqrt(coupling * development);
      return { variant, coupling, coordination, level: gradeOf(coordination, boundary) };
    });
    const { variant: _, ...own } = under[couplingVariants.indexOf(chosen)];
    places.push({ ...key, development, ...own, lagging: laggingOf(u, input.subsystems) });
    const { group: __, ...rowKey } = key;
    for (const each of under) variants.push({ ...rowKey, ...each, flips: each.level !== own.level });
  }
  const means = meansOf(places);
  return {
    places,
    variants,
    meanCoupling: means.coupling,
    meanDevelopment: means.development,
    meanCoordination: means.coordination,
    gradeDepends: gradesThatDepend(variants),
    n: places.length,
    dropped,
    warnings: couplingWarnings(chosen, rows, input.subsystems.length),
    convention: {
      variant: chosen,
      weights: options.weights === undefined ? "alike" : "given",
      boundary,
      grades: "ten levels of 0.1",
      ...(chosen === "adjusted" ? { power: String(power) } : {}),
    },
  };
}

function laggingOf(u: readonly number[], subsystems: readonly NamedNumbers[]): string | null {
  const least = Math.min(...u);
  const lowest = subsystems.filter((_, at) => u[at] === least);
  return lowest.length === 1 ? lowest[0].name : null;
}

export default defineMethod({
  id: "composite/coupling-coordination",
  version: 1,
  title: { en: "Coupling coordination degree", zh: "耦合协调度" },
  question: {
    en: "How well developed are a place's subsystems together, and how much in balance?",
    zh: "各子系统的发展水平如何？彼此是否协调？",
  },
  formula: "C = k (∏ u)^(1/k) / Σ u;  T = Σ α u;  D = √(C T)",
  where: {
    en: "u: level of a subsystem in [0, 1]; k: number of subsystems; α: weights, adding up to 1",
    zh: "u：子系统综合水平，取值 [0, 1]；k：子系统个数；α：权重，合计为 1",
  },
  formulas: { coupling: "C", development: "T", coordination: "D" },
  cites: [
    {
      text: "Liu, C. (2017). 耦合度计算的常见错误分析 [Common errors in computing the degree of coupling].",
      checked: "secondary",
    },
    {
      text: "Wang, S., Kong, W., Ren, L., Zhi, D. and Dai, B. (2021). 国内耦合协调度模型的误区及修正 [Research on misuses and modification of coupling coordination degree model in China]. Journal of Natural Resources 36(3), 793-810.",
      doi: "10.31497/zrzyxb.20210319",
      checked: "secondary",
    },
    {
      text: "Tian, S., Li, X., Yang, J., Zhang, W. and Guo, J. (2021). 东北三省城市拟态与现实人居环境时空耦合协调特征与机制 [Pseudo and reality human settlements in Northeast China]. Acta Geographica Sinica 76(4), 781, table 1: the ten grades, closed above.",
      checked: "secondary",
    },
  ],
  conventions: {
    variant: {
      title: { en: "Formula of C", zh: "耦合度公式" },
      choices: couplingChoices,
    },
    boundary: {
      title: { en: "A D on a boundary between grades", zh: "等级边界值的归属" },
      choices: {
        above: { en: "counts to the grade above, as [.6, .7)", zh: "归入上一等级，即 [0.6, 0.7)" },
        below: { en: "counts to the grade below, as (.6, .7]", zh: "归入下一等级，即 (0.6, 0.7]" },
      },
    },
    weights: {
      title: { en: "Weights in T", zh: "综合发展水平的权重" },
      choices: { alike: { en: "alike", zh: "等权" }, given: { en: "as given", zh: "按给定权重" } },
    },
    grades: {
      title: { en: "Grades", zh: "等级划分" },
      choices: { "ten levels of 0.1": { en: "ten levels of 0.1 in D", zh: "按 D 值每 0.1 一级，共十级" } },
    },
    power: { title: { en: "Power K", zh: "调节系数 K" }, choices: {} },
  },
  means: {
    weights: {
      en: "weights of the subsystems by name, adding up to 1; alike unless said",
      zh: "各子系统权重，按名称给出且合计为 1；缺省为相等",
    },
    power: { en: "power of C under `adjusted`", zh: "`adjusted` 公式中 C 的指数" },
  },
  pitfalls: [
    {
      en: "About half of the published papers compute C wrongly (Liu 2017); C must reach 1, or it was capped at 1/k.",
      zh: "已发表论文约半数耦合度公式有误（刘春林 2017）；C 应能取到 1，否则系数 k 已丢失。",
    },
    {
      en: "A level of 0 in one subsystem makes D 0 whatever the others: normalise to [.01, 1] first.",
      zh: "任一子系统水平为 0 时 D 恒为 0，应先将指标标准化到 [0.01, 1]。",
    },
    {
      en: "Grades are a convention, not a test; a poor place in balance and a rich one out of it can share a D.",
      zh: "等级只是惯例，并非检验；低水平均衡与高水平失衡的 D 可能相同。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.optional, group: label.optional, subsystems: number.many }),
  },
  options: z.strictObject({
    variant: z.enum(couplingVariants).default("standard"),
    weights: z.record(z.string(), z.number().nonnegative()).optional(),
    power: z.number().positive().optional(),
    boundary: z.enum(["above", "below"]).default("above"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "coupling-coordination/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const level = () => place.map(() => 0.05 + 0.9 * draw.uniform());
    const columns = [
      labels("place", place),
      labels(
        "group",
        place.map((_, at) => `g${at % 3}`),
      ),
      numbers("economy", "1", level(), { title: { en: "economy", zh: "经济" } }),
      numbers("society", "1", level(), { title: { en: "society", zh: "社会" } }),
      numbers("environment", "1", level(), { title: { en: "environment", zh: "生态环境" } }),
    ];
    const roles = { subsystems: ["economy", "society", "environment"] };
    return { inputs: { data: makeTable("data", ["place"], columns, { roles }) } };
  },
  worked: {
    source: {
      en: "by hand: u = (.4, .6) gives C = 2 sqrt(.24), T = .5, D = sqrt(sqrt(.24))",
      zh: "手算：u = (.4, .6)，得 C = 2√.24，T = .5，D = √(√.24)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a"]), numbers("economy", "1", [0.4]), numbers("environment", "1", [0.6])],
      ),
    },
    gives: {
      meanCoupling: 0.9797958971132712,
      meanDevelopment: 0.5,
      meanCoordination: 0.6999271023161167,
      "coordination[0].level": 7,
      "variants[2].coupling": 0.7302967433402215,
      "variants[2].coordination": 0.6042750794713536,
    },
  },
  run: ({ data }, options) =>
    couplingCoordination(
      { place: data.place, year: data.year, group: data.group, subsystems: data.subsystems },
      options,
    ),
  scalars: {
    meanCoupling: { title: { en: "mean coupling degree C", zh: "平均耦合度 C" }, unit: "1" },
    meanDevelopment: { title: { en: "mean development T", zh: "平均综合发展水平 T" }, unit: "1" },
    meanCoordination: { title: { en: "mean coordination degree D", zh: "平均耦合协调度 D" }, unit: "1" },
    gradeDepends: {
      title: { en: "rows whose grade depends on the formula", zh: "等级因公式而异的行数" },
      unit: "1",
    },
  },
  tables: (result, { data }) => couplingTables(result, data.subsystems),
  views: [
    { kind: "trend", table: "coordination", time: "year", value: "coordination", series: "place" },
    { kind: "map", table: "coordination", place: "place", value: "coordination" },
    {
      kind: "scatter",
      table: "coordination",
      place: "place",
      x: "development",
      y: "coupling",
      title: { en: "Level and balance, apart", zh: "发展水平与协调程度" },
    },
    { kind: "bars", table: "coordination", category: "place", value: "coordination" },
    {
      kind: "heatmap",
      table: "variants",
      row: "place",
      column: "variant",
      value: "coordination",
      scale: "sequential",
      title: { en: "D under each formula", zh: "不同公式下的 D" },
    },
  ],
  findings: couplingFindings,
  trace: ({ table, row }, tables) => {
    const found = tables.find(({ name }) => name === table);
    const keyOf = (name: string) => found?.columns.find((column) => column.name === name)?.values[row] ?? undefined;
    const [place, year] = [keyOf("place"), keyOf("year")];
    if (place === undefined) return [{ input: "data" }];
    return [{ input: "data", where: { place: [place], ...(year === undefined ? {} : { year: [year] }) } }];
  },
});
