/**
 * What is the smallest effect that this panel could have shown?
 *
 *   placebo     critical size of placebo effects + what the power-th of them falls short of 0: the smallest constant effect
 *               that the test at `level` finds in a share `power` of placebo assignments
 *   analytic    (z(1 - (1 - level) / 2) + z(power)) x standard error: 2.8016 of them at 5 and 80 percent
 *
 * The pattern of adoption that the data have (how many places in which years) is dealt out among untreated places again and
 * again, and the estimator that is asked about is taken to each: it finds what chance gives. The test is that of rank,
 * (1 + placebos that reach it) / (1 + placebos) of at most 1 - level, so that few treated places have their price: with J
 * assignments no p is below 1 / (1 + J), and where that is above 1 - level no effect however large is found.
 *
 * `cells` says what is untreated: places never treated, which leaves out as many of them as there are treated ones; or all
 * places, from the treated of which the effect that is found has been taken. `detectable` is the larger of up and down. The
 * analytic answer takes the spread of placebos for the error, or the error of an estimate that is given. Places that lack a
 * year, or are treated from the first on, are dropped by name.
 *
 * @example power({ place, year, outcome, treated }, { seed: 1 }).detectable
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { spread } from "../numeric/spread.ts";
import { type BalancedPanel, balancedPanel, type Deals, dealsOf } from "./adoption-deals.ts";
import { blockExample } from "./adoption-example.ts";
import { knownError } from "./known-error.ts";
import { placeboEstimators } from "./placebo-estimators.ts";
import { powerFindings, powerTables } from "./power-tables.ts";
import { powerConventions, powerMeans, powerPitfalls } from "./power-words.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";

export type PowerEstimator = keyof typeof placeboEstimators;

export interface PowerResult extends Outcome {
  /** By the way that is asked for; `NaN` where so few placebos allow no test. */
  readonly detectable: number;
  readonly placebo: number;
  readonly up: number;
  readonly down: number;
  readonly analytic: number;
  /** What the analytic answer multiplies: of the estimate given, else the root mean square of placebo effects about their mean. */
  readonly standardError: number;
  readonly multiplier: number;
  /** A placebo effect of more than this counts as found. */
  readonly critical: number;
  readonly smallestP: number;
  readonly treatedPlaces: number;
  readonly pool: number;
  /** Placebo effects, rising. */
  readonly placebos: Float64Array;
}

export interface PowerOptions {
  readonly estimator?: PowerEstimator;
  readonly cells?: "never-treated" | "all";
  readonly by?: "placebo" | "analytic";
  readonly draws?: number;
  readonly level?: number;
  readonly power?: number;
  readonly seed?: number;
}

export function power(
  input: TreatedPanelInput,
  options: PowerOptions = {},
  estimate?: { readonly standard_error: ArrayLike<number> },
): PowerResult {
  return found(input, options, estimate, random(options.seed ?? 1, "causal/power"));
}

function found(
  input: TreatedPanelInput,
  options: PowerOptions,
  estimate: { readonly standard_error: ArrayLike<number> } | undefined,
  draw: Random,
  progress: (done: number, total: number) => void = () => {},
): PowerResult {
  const { estimator = "two-way", cells = "never-treated", by = "placebo" } = options;
  const { draws = 499, level = 0.95, power: wanted = 0.8 } = options;
  const panel = balancedPanel(name, input);
  const effectOf = placeboEstimators[estimator];
  const treated = panel.starts.filter((start) => start < panel.years.length);
  const pool = cells === "all" ? withoutEffect(panel, effectOf(panel, panel.starts)) : untreated(panel, treated.length);
  const places = pool.outcome.length / panel.years.length;
  const never = Array.from({ length: places - treated.length }, () => panel.years.length);
  const dealt = dealsOf([...treated, ...never], draws, draw);
  const { kind, deals } = dealt;
  const placebos = Float64Array.from(deals, (starts, at) => {
    progress(at, deals.length);
    return effectOf(pool, starts);
  }).sort();
  const chance = knownError(spread(placebos, "n").deviation ** 2, panel.outcome);
  const sizes = placebos.map(Math.abs).sort();
  // so many placebos may reach an effect that is found
  const may = Math.floor((1 - level) * (1 + sizes.length) + rounding) - 1;
  // where placebos find nothing at all any effect is beyond them: no size can be told
  const critical = may < 0 || Number.isNaN(chance) ? Number.NaN : (sizes[sizes.length - 1 - may] as number);
  const reach = Math.ceil(wanted * placebos.length - rounding) - 1;
  const up = critical - (placebos[placebos.length - 1 - reach] as number);
  const down = critical + (placebos[reach] as number);
  const multiplier = normalQuantile((1 - level) / 2) + normalQuantile(1 - wanted);
  const given = estimate?.standard_error[0];
  const standardError = given ?? chance;
  const placebo = Math.max(up, down);
  const analytic = standardError > 0 ? multiplier * standardError : Number.NaN;
  const smallestP = 1 / (1 + sizes.length);
  return {
    detectable: by === "placebo" ? placebo : analytic,
    placebo,
    up,
    down,
    analytic,
    standardError,
    multiplier,
    critical,
    smallestP,
    treatedPlaces: treated.length,
    pool: places,
    placebos,
    n: pool.outcome.length,
    dropped: panel.dropped,
    warnings: [...placeboWarnings(treated.length, places, dealt, level, may >= 0), ...errorWarnings(chance, given)],
    convention: { estimator, cells, by, placebos: kind, error: given === undefined ? "placebos" : "given" },
  };
}

const name = "power";
const rounding = 1e-9; // of a count

/** The places that are never treated, in their order. */
function untreated(
  { outcome, starts, years }: BalancedPanel,
  treated: number,
): Pick<BalancedPanel, "outcome" | "years"> {
  const never = starts.flatMap((start, at) => (start < years.length ? [] : [at]));
  if (never.length < treated + 1 || never.length < 3) throw tooFewUntreated(never.length, treated);
  const rows = never.flatMap((at) => [...outcome.subarray(at * years.length, (at + 1) * years.length)]);
  return { outcome: Float64Array.from(rows), years };
}

/** All places, less what is taken for the effect from the treated on. */
function withoutEffect(
  { outcome, starts, years }: BalancedPanel,
  effect: number,
): Pick<BalancedPanel, "outcome" | "years"> {
  const isUnder = (cell: number) => cell % years.length >= (starts[Math.floor(cell / years.length)] as number);
  return { outcome: outcome.map((each, cell) => (isUnder(cell) ? each - effect : each)), years };
}

/** That no test can be made where there are no more placebos, or where no more were drawn. */
function placeboWarnings(
  treated: number,
  places: number,
  { kind, deals }: Deals,
  level: number,
  canFind: boolean,
): Warning[] {
  const count = deals.length;
  if (canFind) return kind === "drawn" ? fewDraws(count, { en: "detectable sizes", zh: "可识别的大小" }) : [];
  const needed = Math.ceil(1 / (1 - level) - rounding) - 1;
  if (kind === "drawn") {
    return [
      {
        code: "few-draws",
        text: {
          en: `${count} placebos are drawn: a test at ${level} needs draws of ${needed} or more`,
          zh: `仅抽取 ${count} 个安慰剂：${level} 水平的检验要求 draws 至少为 ${needed}`,
        },
      },
    ];
  }
  return [
    {
      code: "few-assignments",
      text: {
        en: `${treated} treated among ${places} places allow ${count} placebos: a test at ${level} needs ${needed}, so no effect however large would be found`,
        zh: `${places} 个地区中 ${treated} 个受处理，只有 ${count} 个安慰剂：${level} 水平的检验至少需 ${needed} 个，故任何大小的效应都无法识别`,
      },
    },
  ];
}

function errorWarnings(chance: number, given: number | undefined): Warning[] {
  const warnings: Warning[] = [];
  if (Number.isNaN(chance)) {
    warnings.push({
      code: "no-error",
      text: {
        en: "beside places and years nothing varies: placebos find nothing, and what they would miss cannot be told",
        zh: "扣除地区与年份效应后没有变异：安慰剂效应为零，可识别的大小无从确定",
      },
    });
  }
  if (given !== undefined && !(given > 0)) {
    warnings.push({
      code: "estimate-without-error",
      text: { en: "the estimate has no error: no analytic answer", zh: "所给估计没有标准误：无解析结果" },
    });
  }
  return warnings;
}

function tooFewUntreated(never: number, treated: number): InputError {
  return new InputError({
    code: "too-few-untreated",
    text: {
      en: `${name}: ${counted(never, "place is", "places are")} never treated and observed in every year, expected more than the ${treated} treated and at least 3`,
      zh: `${name}：从未处理且各年均有数据的地区仅 ${never} 个，应多于受处理的 ${treated} 个且不少于 3 个`,
    },
    hint: {
      en: "cells: all takes every place, less the effect found",
      zh: "可设 cells: all，取全部地区并扣除所得效应",
    },
  });
}

export default defineMethod({
  id: "causal/power",
  version: 2,
  title: { en: "Smallest detectable effect", zh: "最小可识别效应" },
  question: {
    en: "What is the smallest effect that this panel could have shown?",
    zh: "该面板能够识别的最小效应是多少？",
  },
  formula: "least δ: #{|τ_r + δ| > c} ≥ power × R;  or (z₁₋α⁄₂ + z_power) × se",
  where: {
    en: "τ_r: effect found with adoption dealt out among untreated places; c: the size that the test at α = 1 − level takes for found; se: spread of τ_r, or the error of an estimate",
    zh: "τ_r：将采纳随机分配给未处理地区所得效应；c：α = 1 − level 水平检验视为显著的大小；se：τ_r 的标准差或某估计的标准误",
  },
  cites: [
    {
      text: "Bloom, H. S. (1995). Minimum detectable effects: a simple way to report the statistical power of experimental designs. Evaluation Review 19(5), 547-556. (2.8 standard errors)",
      checked: "unverified",
    },
    {
      text: "Black, B., Hollingsworth, A., Nunes, L. and Simon, K. (2022). Simulated power analyses for observational studies: an application to the Affordable Care Act Medicaid expansion. Journal of Public Economics 213, 104713. (placebo treatments laid on untreated cells)",
      checked: "unverified",
    },
  ],
  conventions: powerConventions,
  means: powerMeans,
  pitfalls: powerPitfalls,
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
    }),
    estimate: optional(table({ standard_error: number.one }, "estimate")),
  },
  options: z.strictObject({
    estimator: z
      .enum(["two-way", "imputation", "group-time-att", "interaction-weighted", "synthetic-did"])
      .default("two-way"),
    cells: z.enum(["never-treated", "all"]).default("never-treated"),
    by: z.enum(["placebo", "analytic"]).default("placebo"),
    draws: z.int().min(19).max(100_000).default(499),
    level: z.number().gt(0.5).lt(1).default(0.95),
    power: z.number().gt(0.5).lt(1).default(0.8),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "permutes",
  example: blockExample,
  worked: {
    source:
      "by hand: e is treated in year 2 of 2, a to d never; changes 0, 1, 2 and 5: taken for treated they get their change less the mean of the others, -8/3, -4/3, 0 and 4; at level 0.6 one of four may reach, so that more than 8/3 is found; at power 0.75 three of four are: up 8/3 + 4/3 = 4, down 8/3 + 0; spread sqrt(((8/3)^2 + (4/3)^2 + 16) / 4) = 2.4944",
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels(
            "place",
            ["a", "b", "c", "d", "e"].flatMap((place) => [place, place]),
          ),
          numbers("year", "year", [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]),
          numbers("outcome", "1", [1, 1, 2, 3, 3, 5, 4, 9, 5, 5]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ],
      ),
    },
    options: { level: 0.6, power: 0.75 },
    gives: { up: 4, down: 8 / 3, detectable: 4, standardError: Math.sqrt((64 / 9 + 16 / 9 + 16) / 4), pool: 4 },
  },
  run: ({ data, estimate }, options, ctx) => found(data, options, estimate, ctx.random("placebo"), ctx.progress),
  scalars: {
    detectable: { title: { en: "Smallest detectable effect", zh: "最小可识别效应" }, unit: "1" },
    placebo: { title: { en: "By placebos", zh: "按安慰剂" }, unit: "1" },
    up: { title: { en: "Up, by placebos", zh: "上升（安慰剂）" }, unit: "1" },
    down: { title: { en: "Down, by placebos", zh: "下降（安慰剂）" }, unit: "1" },
    analytic: { title: { en: "By a standard error", zh: "按标准误" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    multiplier: { title: { en: "Standard errors that make it", zh: "标准误倍数" }, unit: "1" },
    smallestP: { title: { en: "Smallest p possible", zh: "可能的最小 p 值" }, unit: "1" },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    pool: { title: { en: "Places that placebos fall on", zh: "安慰剂所涉地区数" }, unit: "1" },
  },
  tables: powerTables,
  views: [
    {
      kind: "density",
      table: "curve",
      x: "effect",
      y: "found",
      series: "series",
      low: "low",
      high: "high",
      middle: "wanted",
    },
  ],
  findings: powerFindings,
});
