/**
 * Would an effect as large be found had others adopted, or had the same adopted earlier?
 *
 *   effect = coefficient of treatment beside a constant for each place and each year (two-way fixed effects)
 *   p = (1 + draws whose |effect| reaches it) / (1 + draws)
 *
 * In space the years of adoption are dealt out among the places anew (in every way, where there are no more of them than draws), in time the adopters are
 * taken to adopt in each earlier year, over the years before the first adoption. The test is exact for the hypothesis that treatment
 * changes nothing in any place, if adoption could as well have fallen otherwise; no number of clusters is needed. The interval holds
 * every constant effect c that the test does not refuse: draw r refuses none between (τ - a_r) / (1 - b_r) and (τ + a_r) / (1 + b_r),
 * where a_r and b_r are the coefficients that it gives for the outcome and for treatment itself.
 *
 * `pretestP` ranks how far adopters moved apart from the others before the first adoption among the same draws: a test of the years
 * before that needs no number of clusters either.
 *
 * The smallest detectable effect is what the test, at this level, finds in four of five panels like this, a rise or a fall, by the
 * draws from which the effect found has been taken. Places that lack a year, or are treated from the first on, are dropped by name.
 *
 * @example randomisation({ place, year, outcome, treated }, { seed: 1 }).p
 */
import { z } from "zod";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { extremes, spread } from "../numeric/spread.ts";
import { balancedPanel, everyWay, shuffled, waysOf } from "./adoption-deals.ts";
import { adoptionExample } from "./adoption-example.ts";
import { leastDetectable } from "./dealt-power.ts";
import { gapBefore } from "./dealt-pretrend.ts";
import { randomisationFindings, randomisationTables, randomisationTitle } from "./randomisation-tables.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";
import { dot, treatmentOf, withinBoth } from "./two-way-slope.ts";

export interface RandomisationResult extends Outcome {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  /** By the placebos in time; `NaN` where no earlier year can be tried. */
  readonly timeP: number;
  /** Rank of the gap between adopters and others before the first adoption, among the same draws; `NaN` with fewer than two such years. */
  readonly pretestP: number;
  readonly detectable: number;
  readonly smallestP: number;
  readonly treatedPlaces: number;
  readonly places: number;
  /** The effects of the draws, in the order in which they came. */
  readonly draws: Float64Array;
  readonly inTime: readonly { readonly year: number; readonly effect: number }[];
}

export interface RandomisationOptions {
  readonly draws?: number;
  readonly level?: number;
  readonly power?: number;
  readonly seed?: number;
}

export function randomisation(input: TreatedPanelInput, options: RandomisationOptions = {}): RandomisationResult {
  return tested(input, options, random(options.seed ?? 1, "causal/randomisation"));
}

function tested(
  input: TreatedPanelInput,
  { draws = 999, level = 0.95, power = 0.8 }: RandomisationOptions,
  draw: Random,
): RandomisationResult {
  const { outcome, starts, years, dropped } = balancedPanel(name, input);
  const [places, steps] = [starts.length, years.length];
  const treatment = treatmentOf(starts, steps);
  const left = withinBoth(treatment, places, steps);
  const length = dot(left, left);
  const effect = dot(left, outcome) / length;
  const treatedPlaces = starts.filter((start) => start < steps).length;
  const every = waysOf(starts) <= draws + 1;
  const dealt = every ? otherWays(starts) : Array.from({ length: draws }, () => shuffled(starts, draw));
  const found = dealt.map((each) => {
    const own = withinBoth(treatmentOf(each, steps), places, steps);
    return { effect: dot(own, outcome) / length, own: dot(own, treatment) / length };
  });
  const inTime = earlier(outcome, starts, years);
  const { least, most } = extremes(outcome);
  const floor = rounding * Math.max(Math.abs(least), Math.abs(most));
  const isStill =
    spread(withinBoth(outcome, places, steps).map((each, cell) => each - effect * left[cell])).deviation <= floor;
  const effectsOf = (list: readonly { readonly effect: number }[]) => list.map((each) => each.effect);
  return {
    effect,
    ...(isStill ? { low: Number.NaN, high: Number.NaN } : interval(effect, found, level)),
    p: rank(effect, effectsOf(found), floor),
    timeP: rank(effect, effectsOf(inTime), floor),
    pretestP: pretestOf(outcome, starts, steps, dealt, floor),
    detectable: isStill ? Number.NaN : leastDetectable(idle(effect, found), level, power),
    smallestP: 1 / (1 + found.length),
    treatedPlaces,
    places,
    draws: Float64Array.from(effectsOf(found)),
    inTime,
    n: outcome.length,
    dropped,
    warnings: [
      ...(isStill ? [noError] : []),
      ...dealWarnings(treatedPlaces, places, found.length, every, level),
      ...(inTime.length === 0 ? [noEarlierYear] : []),
    ],
    convention: { statistic: "two-way", reference: every ? "every" : "drawn" },
  };
}

function pretestOf(
  outcome: Float64Array,
  starts: readonly number[],
  steps: number,
  dealt: readonly number[][],
  floor: number,
): number {
  const own = gapBefore(outcome, starts, steps);
  if (Number.isNaN(own)) return Number.NaN;
  const others = dealt.map((each) => gapBefore(outcome, each, steps));
  return rank(own, others, steps * floor ** 2); // sums of squares, one a year
}

/** Every way but the one that happened. */
const otherWays = (starts: readonly number[]): number[][] =>
  everyWay(starts).filter((each) => each.some((start, at) => start !== starts[at]));

/** The adopters as if they had adopted in each earlier year but the first, over the years before any did. */
function earlier(outcome: Float64Array, starts: readonly number[], years: readonly number[]) {
  const before = Math.min(...starts);
  const steps = years.length;
  const cells = Float64Array.from({ length: starts.length * before }, (_, cell) => {
    return outcome[Math.floor(cell / before) * steps + (cell % before)];
  });
  return Array.from({ length: Math.max(0, before - 1) }, (_, at) => {
    const own = withinBoth(
      treatmentOf(
        starts.map((start) => (start < steps ? at + 1 : before)),
        before,
      ),
      starts.length,
      before,
    );
    return { year: years[at + 1], effect: dot(own, cells) / dot(own, own) };
  });
}

const alike = 1e-12; // relatively: two effects that differ by rounding
const rounding = 1e-14; // of the largest outcome: means of some thousand leave a tenth of this

/** `floor`: a size that rounding alone may have. */
function rank(effect: number, others: readonly number[], floor: number): number {
  if (others.length === 0) return Number.NaN;
  const reaching = others.filter((each) => Math.abs(each) >= Math.abs(effect) * (1 - alike) - floor).length;
  return (1 + reaching) / (1 + others.length);
}

interface Drawn {
  readonly effect: number;
  readonly own: number;
}

/** Constant effects that the test at this level does not refuse; `NaN` where so few draws cannot refuse any. */
function interval(effect: number, found: readonly Drawn[], level: number): { low: number; high: number } {
  const ends = found.map(({ effect: a, own: b }) => {
    const [one, other] = [(effect - a) / (1 - b), (effect + a) / (1 + b)];
    const known = [one, other].filter((each) => Number.isFinite(each));
    return known.length < 2 ? [-Infinity, Infinity] : [Math.min(...known), Math.max(...known)];
  });
  // c is held while (1 + draws that reach to it) / (1 + draws) is above 1 - level
  const needed = Math.floor((1 - level) * (1 + found.length) + 1e-9);
  if (needed < 1) return { low: Number.NaN, high: Number.NaN };
  const low = ends.map(([each]) => each).sort((a, b) => a - b)[needed - 1];
  const high = ends.map(([, each]) => each).sort((a, b) => b - a)[needed - 1];
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : { low: Number.NaN, high: Number.NaN };
}

/** What the draws give where the effect found has been taken out. */
const idle = (effect: number, found: readonly Drawn[]) =>
  found.map(({ effect: a, own }) => ({ effect: a - effect * own, own }));

const name = "randomisation";

/** That no test can be made where adoption could not have fallen otherwise often enough, or was not dealt out often enough. */
function dealWarnings(treated: number, places: number, draws: number, every: boolean, level: number): Warning[] {
  const needed = Math.ceil(1 / (1 - level) - 1e-9);
  if (every) {
    if (draws + 1 >= needed) return [];
    return [
      {
        code: "few-assignments",
        text: {
          en: `${treated} of ${places} places treated allow ${draws + 1} assignments: a test at ${level} needs ${needed}`,
          zh: `${places} 个地区中 ${treated} 个受处理，只有 ${draws + 1} 种分配：${level} 水平的检验至少需 ${needed} 种`,
        },
      },
    ];
  }
  if (draws + 1 >= needed) return fewDraws(draws, { en: "p-values and intervals", zh: "p 值与区间" });
  return [
    {
      code: "few-draws",
      text: {
        en: `adoption is dealt out ${draws} times: a test at ${level} needs draws of ${needed - 1} or more`,
        zh: `仅随机分配 ${draws} 次：${level} 水平的检验要求 draws 至少为 ${needed - 1}`,
      },
    },
  ];
}

const noError: Warning = {
  code: "no-error",
  text: {
    en: "beside places, years and the effect nothing varies: neither an interval nor a detectable size can be told",
    zh: "扣除地区、年份与处理效应后没有变异：区间与可识别的大小均无从确定",
  },
};

const noEarlierYear: Warning = {
  code: "no-earlier-year",
  text: {
    en: "no placebo in time: fewer than two years before the first adoption",
    zh: "无时间安慰剂：首次处理前不足两年",
  },
};

export default defineMethod({
  id: "causal/randomisation",
  version: 4,
  title: randomisationTitle,
  question: {
    en: "Would an effect as large be found had others adopted, or had the same adopted earlier?",
    zh: "若由其他地区采纳，或提前采纳，会否得到同样大的效应？",
  },
  formula: "p = (1 + #{|τ_r| ≥ |τ|}) / (1 + R)",
  where: {
    en: "τ: coefficient of treatment beside constants of places and years; τ_r: the same with years of adoption dealt out anew",
    zh: "τ：双向固定效应下的处理系数；τ_r：重新随机分配采纳年份后的同一系数",
  },
  cites: [
    {
      text: "Fisher, R. A. (1935). The design of experiments. Oliver and Boyd.",
      checked: "unverified",
    },
    {
      text: "Bertrand, M., Duflo, E. and Mullainathan, S. (2004). How much should we trust differences-in-differences estimates? Quarterly Journal of Economics 119(1), 249-275.",
      checked: "unverified",
    },
  ],
  conventions: {
    statistic: {
      title: { en: "Statistic", zh: "统计量" },
      choices: { "two-way": { en: "coefficient under two-way fixed effects", zh: "双向固定效应系数" } },
    },
    reference: {
      title: { en: "Placebos", zh: "安慰剂" },
      choices: {
        every: { en: "every other way to deal out adoption", zh: "穷举其他分配方式" },
        drawn: { en: "drawn", zh: "随机抽取" },
      },
    },
  },
  means: {
    outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
    treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
    first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
    draws: {
      en: "times that adoption is dealt out; in every way where there are no more",
      zh: "随机分配次数；可能的分配不多于此数时穷举",
    },
    level: { en: "of the test and its interval", zh: "检验与区间的水平" },
    power: { en: "chance of being found at which an effect counts as detectable", zh: "视为可识别所要求的检验功效" },
  },
  pitfalls: [
    {
      en: "The test supposes that adoption could as well have fallen on any of the places: of those that were chosen for their growth it tells little.",
      zh: "检验假定采纳本可落在任一地区：若采纳地区因其增长而被选中，则说明不了问题。",
    },
    {
      en: "It refuses that nothing changed anywhere; where effects differ among cohorts the coefficient mixes them (causal/bacon-decomposition).",
      zh: "所拒绝的是“处处无变化”；各批次效应不同时系数会将其混杂（见 causal/bacon-decomposition）。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
    }),
  },
  options: z.strictObject({
    draws: z.int().min(19).max(100_000).default(999),
    level: z.number().gt(0.5).lt(1).default(0.95),
    power: z.number().gt(0.5).lt(1).default(0.8),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "permutes",
  example: (seed, size) => adoptionExample(seed, size),
  worked: {
    source: {
      en: "by hand: d rises by 5 after year 2 and a, b, c by 0, 1 and 2: 5 - 1 = 4; taken for treated a, b, c get -8/3, -4/3, 0, less than 4, so p = 1/4",
      zh: "手算：第 2 年后 d 升 5，a、b、c 升 0、1、2：5 - 1 = 4；依次将 a、b、c 视作受处理，得 -8/3、-4/3、0，均小于 4，故 p = 1/4",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels(
            "place",
            ["a", "b", "c", "d"].flatMap((place) => [place, place, place]),
          ),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]),
          numbers("outcome", "1", [1, 1, 1, 2, 2, 3, 3, 3, 5, 4, 4, 9]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ],
      ),
    },
    gives: { effect: 4, p: 0.25, smallestP: 0.25 },
  },
  run: ({ data }, options, ctx) => tested(data, options, ctx.random("adoption")),
  scalars: {
    effect: { title: { en: "Effect", zh: "处理效应" }, unit: "1" },
    low: { title: { en: "Low, by inversion of the test", zh: "下限（检验反演）" }, unit: "1" },
    high: { title: { en: "High, by inversion of the test", zh: "上限（检验反演）" }, unit: "1" },
    p: { title: { en: "p in space", zh: "p 值（空间）" }, unit: "1" },
    timeP: { title: { en: "p in time", zh: "p 值（时间）" }, unit: "1" },
    pretestP: { title: { en: "p of the gap before adoption", zh: "采纳前差距的 p 值" }, unit: "1" },
    detectable: { title: { en: "Smallest detectable effect", zh: "最小可识别效应" }, unit: "1" },
    smallestP: { title: { en: "Smallest p possible", zh: "可能的最小 p 值" }, unit: "1" },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    places: { title: { en: "Places", zh: "地区数" }, unit: "1" },
  },
  tables: randomisationTables,
  views: [
    {
      kind: "density",
      table: "distribution",
      x: "effect",
      y: "share",
      series: "series",
      mark: { table: "estimate", value: "effect" },
    },
    { kind: "bars", table: "in_time", category: "year", value: "effect", order: "as-listed" },
  ],
  findings: randomisationFindings,
});
