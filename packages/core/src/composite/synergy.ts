/**
 * Do the subsystems of a place move forward together?
 *
 *   d_j = u_j(t) - u_j(t0)        DS = theta (prod_j |d_j|)^(1/k)        or        DS = theta sum_j lambda_j |d_j|
 *
 * u in [0, 1] is the order degree of a subsystem: a column as it is, or, with a recipe, the score of an aspect under its root,
 * made of order parameters between their bounds (goalposts that do not bracket the figures are refused, not clipped). Synergy
 * is about change: t0 is one base year (`fixed`) or the year before (`adjacent`). Meng and Han's theta is the sign of the least
 * increment other than 0: one subsystem that falls back makes the whole negative.
 *
 * That sign makes the sum form jump: increments .3, .3, .001 give .200 and .3, .3, -.001 give -.200. Rows where the sign hangs
 * on an increment under 5 % of the greatest are marked, counted in a warning, and `theta: none` stands beside every value:
 * the sum of increments as they are, and the product as a size alone. The increments themselves are always shown.
 *
 * An increment of 0 makes the product 0, however the others move, and is passed over by theta; if nothing changes theta is
 * undefined and DS is 0, with a warning. Rows that lack a subsystem, and places with one year, are left out and named; the
 * year before is the last one that the place has. DS is in (-1, 1); there are no grades of it that would mean anything.
 *
 * @example
 * synergy({ place: ["a", "a"], year: [2010, 2020], subsystems: [
 *   { name: "economy", unit: "1", values: Float64Array.of(0.2, 0.6) },
 *   { name: "environment", unit: "1", values: Float64Array.of(0.3, 0.4) },
 * ] }).rows[0].synergy // sqrt(.4 x .1) = .2
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, type NamedNumbers, number, optional, record, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { extremes } from "../numeric/spread.ts";
import { type Recipe, recipeSchema } from "./recipe.ts";
import {
  formChoices,
  increment,
  isJumpy,
  type SynergyForm,
  type SynergyTheta,
  synergyDegree,
  synergyForms,
  synergyThetas,
  thetaChoices,
  thetaOf,
} from "./synergy-degree.ts";
import { synergyFindings } from "./synergy-findings.ts";
import { type Subsystem, subsystemsOf, synergyRows } from "./synergy-levels.ts";
import { baseChoices, synergyTables } from "./synergy-tables.ts";
import { lacksBase, noBase, synergyWarnings } from "./synergy-words.ts";

export const synergyBases = ["fixed", "adjacent"] as const;
export type SynergyBase = (typeof synergyBases)[number];

/** One place and year against an earlier one. */
export interface SynergyStep {
  readonly place: string;
  readonly year: number;
  readonly group?: string;
  readonly base: SynergyBase;
  /** The year from which the increments are counted. */
  readonly since: number;
  /** By subsystem. */
  readonly levels: readonly number[];
  readonly increments: readonly number[];
  /** Sign of the least increment other than 0. */
  readonly theta: number;
  /** Whether the sum form's sign hangs on an increment of next to nothing. */
  readonly jumpy: boolean;
}

export interface SynergyRow extends SynergyStep {
  readonly synergy: number;
  /** The same form under the other theta. */
  readonly beside: number;
}

export interface SynergyVariant {
  readonly base: SynergyBase;
  readonly form: SynergyForm;
  readonly theta: SynergyTheta;
  readonly place: string;
  readonly year: number;
  readonly synergy: number;
}

export interface SynergyResult extends Outcome {
  readonly subsystems: readonly Subsystem[];
  readonly rows: readonly SynergyRow[];
  /** Every base year and year before, whatever was chosen. */
  readonly steps: readonly SynergyStep[];
  readonly variants: readonly SynergyVariant[];
  readonly meanSynergy: number;
  readonly negative: number;
  /** Rows whose sign under the sum form hangs on next to nothing. */
  readonly jumps: number;
}

export interface SynergyInput {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  readonly group?: readonly string[] | undefined;
  readonly subsystems: readonly NamedNumbers[];
}

export interface SynergyOptions {
  readonly recipe?: Recipe | undefined;
  readonly base?: SynergyBase;
  /** The base year of `fixed`; the first of the data unless given. */
  readonly from?: number | undefined;
  readonly form?: SynergyForm;
  readonly theta?: SynergyTheta;
  /** Of each subsystem in the sum form: the recipe's, or alike, unless given. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

export function synergy(input: SynergyInput, options: SynergyOptions = {}): SynergyResult {
  aligned("synergy", { place: input.place, year: input.year, group: input.group }, input.subsystems);
  const { base = "fixed", form = "product", theta = "meng-han" } = options;
  const { subsystems, warnings } = subsystemsOf(input, options.recipe, options.weights);
  const { series, dropped } = synergyRows(input, subsystems);
  const from = options.from ?? extremes(series.flatMap((rows) => rows.map((row) => input.year[row]))).least;
  const weights = subsystems.map(({ weight }) => weight);
  const step = (kind: SynergyBase, row: number, earlier: number): SynergyStep => {
    const increments = subsystems.map(({ levels }) => increment(levels[earlier], levels[row]));
    return {
      place: input.place[row],
      year: input.year[row],
      ...(input.group === undefined ? {} : { group: input.group[row] }),
      base: kind,
      since: input.year[earlier],
      levels: subsystems.map(({ levels }) => levels[row]),
      increments,
      theta: thetaOf(increments),
      jumpy: isJumpy(increments),
    };
  };
  const without: Dropped[] = [];
  const steps = series.flatMap((rows) => {
    const first = rows.find((row) => input.year[row] === from);
    if (first === undefined && base === "fixed") without.push(lacksBase(input.place[rows[0]], from));
    return [
      ...(first === undefined
        ? []
        : rows.filter((row) => input.year[row] > from).map((row) => step("fixed", row, first))),
      ...rows.slice(1).map((row, at) => step("adjacent", row, rows[at])),
    ];
  });
  const degree = (each: SynergyStep, by: SynergyForm, factor: SynergyTheta) =>
    synergyDegree(each.increments, weights, by, factor);
  const other = theta === "none" ? "meng-han" : "none";
  const rows = steps
    .filter((each) => each.base === base)
    .map((each) => ({ ...each, synergy: degree(each, form, theta), beside: degree(each, form, other) }));
  if (rows.length === 0) throw noBase(from);
  const jumps = rows.filter(({ jumpy }) => jumpy).length;
  return {
    subsystems,
    rows,
    steps,
    variants: steps.flatMap((each) =>
      synergyForms.flatMap((by) =>
        synergyThetas.map((factor) => ({
          base: each.base,
          form: by,
          theta: factor,
          place: each.place,
          year: each.year,
          synergy: degree(each, by, factor),
        })),
      ),
    ),
    meanSynergy: rows.reduce((sum, each) => sum + each.synergy, 0) / rows.length,
    negative: rows.filter((each) => each.synergy < 0).length,
    jumps,
    n: rows.length,
    dropped: [...dropped, ...without],
    warnings: [...warnings, ...synergyWarnings(rows, form, theta)],
    convention: {
      base,
      ...(base === "fixed" ? { from: String(from) } : {}),
      form,
      theta,
      ...(form === "sum"
        ? { weights: options.weights !== undefined ? "given" : options.recipe === undefined ? "alike" : "recipe" }
        : {}),
    },
  };
}

export default defineMethod({
  id: "composite/synergy",
  version: 1,
  title: { en: "Synergy of a composite system", zh: "复合系统协同度" },
  question: {
    en: "Do the subsystems of a place move forward together?",
    zh: "各子系统是否同步向有序方向演进？",
  },
  formula: "DS = θ (∏ⱼ |dⱼ|)^(1/k);  DS = θ Σⱼ λⱼ |dⱼ|;  dⱼ = uⱼ(t) − uⱼ(t₀)",
  where: {
    en: "uⱼ: order degree of a subsystem in [0, 1]; θ: sign of the least dⱼ other than 0; λⱼ: weights, adding up to 1",
    zh: "uⱼ：子系统有序度，取值 [0, 1]；θ：非零增量最小值的符号；λⱼ：权重，合计为 1",
  },
  formulas: { product: "DS = θ (", sum: "DS = θ Σ" },
  cites: [
    {
      text: "孟庆松, 韩文秀 (1999). 复合系统整体协调度模型研究 [A model of the overall coordination of composite systems]. 河北师范大学学报（自然科学版） 23(2), 177-179.",
      checked: "unverified",
    },
  ],
  conventions: {
    base: { title: { en: "Increments since", zh: "增量的基期" }, choices: baseChoices },
    from: { title: { en: "Base year", zh: "基期年份" }, choices: {} },
    form: { title: { en: "Form", zh: "合成形式" }, choices: formChoices },
    theta: { title: { en: "Factor of sign", zh: "符号因子 θ" }, choices: thetaChoices },
    weights: {
      title: { en: "Weights in the sum", zh: "求和形式的权重" },
      choices: {
        alike: { en: "alike", zh: "等权" },
        given: { en: "as given", zh: "按给定权重" },
        recipe: { en: "of the recipe's aspects", zh: "按合成方案的维度权重" },
      },
    },
  },
  means: {
    from: { en: "base year under `fixed`; the first unless said", zh: "固定基期的年份；缺省为首年" },
    weights: {
      en: "weights of the subsystems by name, under the sum; alike unless said",
      zh: "加权和形式中各子系统权重；缺省为相等",
    },
  },
  pitfalls: [
    {
      en: "The sign hangs on the least increment, so the sum form jumps from .2 to -.2 over a change of .002; such rows are marked.",
      zh: "符号由最小增量决定，加权和形式会因 0.002 之差由 0.2 跳到 -0.2，此类行已标出。",
    },
    {
      en: "Goalposts must bracket the figures of all years; those that do not are refused, not clipped.",
      zh: "序参量上下限须覆盖各年取值，否则拒绝而不截断。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      group: label.optional,
      subsystems: number.many,
      // what a set of indicators calls its columns; order parameters of the recipe's aspects
      indicators: number.many,
    }),
    recipe: optional(record(recipeSchema)),
  },
  options: z.strictObject({
    base: z.enum(synergyBases).default("fixed"),
    from: z.number().optional(),
    form: z.enum(synergyForms).default("product"),
    theta: z.enum(synergyThetas).default("meng-han"),
    weights: z.record(z.string(), z.number().nonnegative()).optional(),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "synergy/example");
    const years = [2010, 2015, 2020];
    const rows = Array.from({ length: size * years.length }, (_, row) => row);
    const level = () => {
      let last = 0;
      return rows.map((row) => {
        last = row % years.length === 0 ? 0.1 + 0.2 * draw.uniform() : last + 0.25 * draw.uniform() - 0.05;
        return last;
      });
    };
    const columns = [
      labels(
        "place",
        rows.map((row) => `p${String(Math.floor(row / years.length)).padStart(3, "0")}`),
      ),
      numbers(
        "year",
        "year",
        rows.map((row) => years[row % years.length]),
      ),
      labels(
        "group",
        rows.map((row) => `g${Math.floor(row / years.length) % 2}`),
      ),
      numbers("economy", "1", level(), { title: { en: "economy", zh: "经济" } }),
      numbers("society", "1", level(), { title: { en: "society", zh: "社会" } }),
      numbers("environment", "1", level(), { title: { en: "environment", zh: "生态环境" } }),
    ];
    const roles = { subsystems: ["economy", "society", "environment"] };
    return { inputs: { data: makeTable("data", ["place", "year"], columns, { roles }) } };
  },
  worked: {
    source: {
      en: "by hand: increments .4 and .1, then .5 and -.1 since the base: sqrt(.04) and -sqrt(.05)",
      zh: "手算：相对基期的增量为 .4 与 .1，其后为 .5 与 −.1：√.04 与 −√.05",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a"]),
          numbers("year", "year", [2010, 2015, 2020]),
          numbers("economy", "1", [0.2, 0.6, 0.7]),
          numbers("environment", "1", [0.3, 0.4, 0.2]),
        ],
        { roles: { subsystems: ["economy", "environment"] } },
      ),
    },
    gives: {
      "synergy[0].synergy": 0.2,
      "synergy[1].synergy": -0.22360679774997896,
      "synergy[1].beside": 0.22360679774997896,
      negative: 1,
    },
  },
  run: ({ data, recipe }, options) =>
    synergy(
      { place: data.place, year: data.year, group: data.group, subsystems: [...data.subsystems, ...data.indicators] },
      { recipe, ...options },
    ),
  scalars: {
    meanSynergy: { title: { en: "mean synergy", zh: "平均协同度" }, unit: "1" },
    negative: { title: { en: "rows below 0", zh: "协同度为负的行数" }, unit: "1" },
    jumps: { title: { en: "rows whose sign hangs on next to nothing", zh: "正负取决于微小变动的行数" }, unit: "1" },
  },
  tables: synergyTables,
  views: [
    { kind: "trend", table: "synergy", time: "year", value: "synergy", series: "place" },
    { kind: "bars", table: "synergy", category: "place", value: "synergy" },
    {
      kind: "heatmap",
      table: "increments",
      row: "place",
      column: "subsystem",
      value: "increment",
      scale: "around-zero",
      title: { en: "Increments by subsystem", zh: "各子系统有序度增量" },
    },
  ],
  findings: synergyFindings,
  trace: ({ table, row }, tables, { recipe }) => {
    if (recipe !== undefined) return [{ input: "data" }, { input: "recipe" }];
    const place = tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === "place")?.values[row];
    return typeof place === "string" ? [{ input: "data", where: { place: [place] } }] : [{ input: "data" }];
  },
});
