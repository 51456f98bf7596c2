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
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { spread } from "../numeric/spread.ts";
import { type BalancedPanel, balancedPanel, dealsOf } from "./adoption-deals.ts";
import { blockExample } from "./adoption-example.ts";
import { knownError } from "./known-error.ts";
import { placeboEstimators } from "./placebo-estimators.ts";
import { powerFindings, powerTables } from "./power-tables.ts";
import { errorWarnings, placeboWarnings, tooFewUntreated } from "./power-warnings.ts";
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

export default defineMethod({
  id: "causal/power",
  version: 2,
  title: { en: "Smallest detectable effect", zh: "最小可识别效应" },
  question: {
    en: "What is the smallest effect that this panel could have shown?",
    zh: "该面板能够识别的最小效应是多少？",
  },
  formula: "δ = min {d: #{|τᵣ + d| > c} ≥ π R};  δ = (z₁₋α⁄₂ + z_π) σ",
  where: {
    en: "τᵣ: effect found with adoption dealt out among untreated places, R times; c: the size that the test at α = 1 − level takes for found; π: power; σ: spread of τᵣ, or the error of an estimate",
    zh: "τᵣ：将采纳随机分配给未处理地区所得效应，共 R 次；c：α = 1 − level 水平检验视为显著的大小；π：功效；σ：τᵣ 的标准差或某估计的标准误",
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
    source: {
      en: "by hand: e is treated in year 2 of 2, a to d never; changes 0, 1, 2 and 5: taken for treated they get their change less the mean of the others, -8/3, -4/3, 0 and 4; at level 0.6 one of four may reach, so that more than 8/3 is found; at power 0.75 three of four are: up 8/3 + 4/3 = 4, down 8/3 + 0; spread sqrt(((8/3)^2 + (4/3)^2 + 16) / 4) = 2.4944",
      zh: "手算：e 在两年中的第 2 年受处理，a 至 d 从未；其变动为 0、1、2、5：依次视作受处理，得自身变动减其余均值，即 -8/3、-4/3、0、4；水平 0.6 时四者中可有一个达到，故大于 8/3 者判为有效应；功效 0.75 须四者中三个：向上 8/3 + 4/3 = 4，向下 8/3 + 0；标准差 sqrt(((8/3)^2 + (4/3)^2 + 16) / 4) = 2.4944",
    },
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
