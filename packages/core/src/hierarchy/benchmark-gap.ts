/**
 * How far is each place from a benchmark, indicator by indicator, and how many years of its own growth is that?
 *
 *   gap = value - benchmark        ratio = value / benchmark
 *   years = (benchmark - value) / pace                       linear: pace in units a year
 *   years = ln(benchmark / value) / ln(1 + pace)             compound: pace as a yearly rate
 *
 * The benchmark is exactly one of: a place of the data (`against`); a group of them (`againstGroup`), by its `statistic` over its places (the mean,
 * weighted by `weight` where there is one, the median, or the best); or the table `benchmark` of values by indicator. A place
 * is held against the benchmark of the same year; pace is the mean growth from the place's first to its last figure. With
 * `target: moving` the benchmark's own pace is taken off (values of a table stand still). Years are no forecast: they say
 * how large a gap is for that place. Of indicators named in `lowerIsBetter` less is better.
 *
 * A gap in a figure stays one: that place and indicator has no row. Where the place is level or ahead, years is 0; where it
 * does not come nearer, or nothing is known of its growth (one year, or a rate from nothing), there are none, and `status`
 * says which. Money should be in constant prices, and across countries at purchasing power. A mean of shares is weighted
 * rightly only by what they are shares of.
 *
 * @example benchmarkGap({ place: ["a", "a", "b", "b"], year: [2010, 2020, 2010, 2020],
 *   indicators: [{ name: "x", unit: "1", values: Float64Array.of(10, 20, 30, 40) }] }, { against: "b" }).latest[0]?.years // 20
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Origin, type Outcome } from "../contract/method.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { benchmarkGapFindings } from "./benchmark-gap-findings.ts";
import { benchmarkGapTables } from "./benchmark-gap-tables.ts";
import { benchmarkGapWarnings } from "./benchmark-gap-warnings.ts";
import { type GapStatus, type Growth, paceOf, reaching, type Target } from "./benchmark-pace.ts";
import { type BenchmarkChoice, benchmarks, type GivenValues, type Statistic, statisticOf } from "./benchmark-values.ts";
import { exampleIndicators } from "./example-indicators.ts";
import { type IndicatorPlaces, titleOf } from "./places-by-indicator.ts";
import { compare, type Sampled } from "./samples.ts";

export interface IndicatorGap extends Sampled {
  readonly indicator: string;
  readonly title: Text;
  readonly unit: string;
  readonly value: number;
  readonly benchmark: number;
  readonly gap: number;
  /** `NaN` where the benchmark is 0. */
  readonly ratio: number;
}

/** The gap of the last year with figures on both sides. */
export interface LatestGap extends IndicatorGap {
  /** Units a year, or a yearly rate. */
  readonly pace: number;
  readonly status: GapStatus;
  readonly years: number;
}

export interface GroupGap extends Omit<IndicatorGap, "place"> {
  readonly places: number;
}

export interface BenchmarkGapResult extends Outcome {
  readonly gaps: readonly IndicatorGap[];
  readonly latest: readonly LatestGap[];
  /** None where places have no groups. */
  readonly groups: readonly GroupGap[];
}

export interface BenchmarkGapInput extends IndicatorPlaces {
  readonly weight?: ArrayLike<number> | undefined;
  readonly benchmark?: GivenValues | undefined;
}

export interface BenchmarkGapOptions extends BenchmarkChoice {
  readonly statistic?: Statistic;
  readonly growth?: Growth;
  readonly target?: Target;
  readonly lowerIsBetter?: readonly string[];
}

export function benchmarkGap(
  input: BenchmarkGapInput,
  {
    against: benchmarkPlace,
    againstGroup: benchmarkGroup,
    statistic = "mean",
    growth = "linear",
    target = "still",
    lowerIsBetter = [],
  }: BenchmarkGapOptions,
): BenchmarkGapResult {
  const { place: named, year, group, weight, benchmark } = input;
  aligned("benchmark-gap", { place: named, year, group, weight }, input.indicators);
  if (benchmark !== undefined) aligned("benchmark-gap", { indicator: benchmark.indicator, value: benchmark.value });
  const choice = { against: benchmarkPlace, againstGroup: benchmarkGroup };
  const held = benchmarks(input, choice, statistic, lowerIsBetter);
  const rows = input.place.map((place, at) => ({
    at,
    place,
    year: input.year?.[at],
    group: input.group?.[at] ?? "",
  }));
  const gaps: IndicatorGap[] = [];
  const latest: LatestGap[] = [];
  const groups: GroupGap[] = [];
  const isGrouped = rows.some(({ group }) => group !== "");
  for (const indicator of held.indicators) {
    const { name, unit, values } = indicator;
    const sign = lowerIsBetter.includes(name) ? -1 : 1;
    const about = { indicator: name, title: titleOf(indicator), unit };
    const beside = (value: number, benchmark: number) => {
      return { value, benchmark, gap: value - benchmark, ratio: benchmark === 0 ? Number.NaN : value / benchmark };
    };
    const years = [...new Set(rows.map(({ year }) => year))];
    const benchmarkPace =
      target === "still" || input.benchmark !== undefined
        ? 0
        : paceOf(
            years.map((year) => ({ year, value: held.valueOf(name, year) })),
            growth,
          );
    for (const place of new Set(rows.map((row) => row.place))) {
      const own = rows.filter((row) => row.place === place);
      const found = own.flatMap((row): IndicatorGap[] => {
        const [value, benchmark] = [values[row.at] as number, held.valueOf(name, row.year)];
        if (Number.isNaN(value) || Number.isNaN(benchmark)) return [];
        return [{ place, year: row.year, group: row.group, ...about, ...beside(value, benchmark) }];
      });
      for (const each of found) gaps.push(each);
      const last = found.reduce<IndicatorGap | undefined>(
        (later, row) => (later === undefined || (row.year ?? 0) > (later.year ?? 0) ? row : later),
        undefined,
      );
      if (last === undefined) continue;
      const pace = paceOf(
        own.map((row) => ({ year: row.year, value: values[row.at] as number })),
        growth,
      );
      const there = reaching(last.value, last.benchmark, sign, pace, benchmarkPace, growth);
      latest.push({ ...last, pace, ...there });
    }
    if (!isGrouped) continue;
    for (const year of years) {
      const benchmark = held.valueOf(name, year);
      for (const group of [...new Set(rows.map((row) => row.group))].sort(compare)) {
        const members = rows.filter((row) => row.group === group && row.year === year && !Number.isNaN(values[row.at]));
        if (members.length === 0 || Number.isNaN(benchmark)) continue;
        const value = statisticOf(
          members.map(({ at }) => ({ value: values[at] as number, weight: input.weight?.[at] ?? 1 })),
          statistic,
          sign,
        );
        groups.push({ group, year, ...about, places: members.length, ...beside(value, benchmark) });
      }
    }
  }
  return {
    gaps,
    latest,
    groups,
    n: latest.length,
    dropped: held.dropped,
    warnings: benchmarkGapWarnings(latest, gaps, benchmarkPlace, growth),
    convention: {
      benchmark: held.kind,
      ...(held.kind === "values" ? {} : { which: (benchmarkPlace ?? benchmarkGroup) as string }),
      ...(held.kind === "group" || isGrouped
        ? { statistic: statistic === "mean" && input.weight !== undefined ? "weighted-mean" : statistic }
        : {}),
      growth,
      target: input.benchmark === undefined ? target : "still",
      ...(lowerIsBetter.length === 0 ? {} : { lowerIsBetter: lowerIsBetter.join(", ") }),
    },
  };
}

export default defineMethod({
  id: "hierarchy/benchmark-gap",
  version: 1,
  title: { en: "Gap to a benchmark", zh: "与标杆的差距" },
  question: {
    en: "How far is each place from a benchmark, and how many years of its own growth is that?",
    zh: "各地与标杆相差多少？按自身增速还需多少年？",
  },
  formula: "g = x − b;  q = x / b;  T = (b − x) / v,  T = ln(b / x) / ln(1 + v)",
  where: {
    en: "g: gap; q: ratio; T: years until the benchmark is reached, in amounts or in rates; x: value of the place; b: benchmark of the same year; v: its mean growth between first and last year",
    zh: "g：差距；q：与标杆之比；T：按增量或增速达到标杆所需年数；x：本地取值；b：同年标杆值；v：本地首末年份之间的平均增速",
  },
  formulas: { gap: "g", ratio: "q", years: "T" },
  cites: [
    {
      text: "Zhou, Y., Lin, V. and Yu, D. (2017). Synergistic Development in the Beijing-Tianjin-Hebei Region: An International Comparative Perspective. Boston Consulting Group and China Development Research Foundation. Sections 3 and 4.",
      checked: "opened",
    },
  ],
  conventions: {
    benchmark: {
      title: { en: "Benchmark", zh: "标杆" },
      choices: {
        place: { en: "a place", zh: "某一地区" },
        group: { en: "a group of places", zh: "某一组地区" },
        values: { en: "values given", zh: "给定数值" },
      },
    },
    which: { title: { en: "Which", zh: "标杆名称" }, choices: {} },
    statistic: {
      title: { en: "Value of a group", zh: "组的取值" },
      choices: {
        mean: { en: "plain mean", zh: "简单平均" },
        "weighted-mean": { en: "weighted mean", zh: "加权平均" },
        median: { en: "median", zh: "中位数" },
        best: { en: "best place", zh: "最优地区" },
      },
    },
    growth: {
      title: { en: "Own growth", zh: "自身增长" },
      choices: { linear: { en: "so much a year", zh: "每年等量" }, compound: { en: "a rate a year", zh: "每年等率" } },
    },
    target: {
      title: { en: "The benchmark meanwhile", zh: "标杆在此期间" },
      choices: {
        still: { en: "stands still", zh: "保持不变" },
        moving: { en: "goes on at its own pace", zh: "按自身增速变化" },
      },
    },
    lowerIsBetter: { title: { en: "Less is better", zh: "越小越好的指标" }, choices: {} },
  },
  means: {
    against: { en: "the place to be compared with", zh: "标杆地区" },
    againstGroup: { en: "the group to be compared with, by its `statistic`", zh: "标杆组，取其 `statistic`" },
  },
  pitfalls: [
    {
      en: "Years to catch up carry the growth of the past on: they are arithmetic, not a forecast.",
      zh: "追赶年数是按过去增速外推的算术结果，不是预测。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.optional,
      group: label.optional,
      weight: number.optional,
      indicators: number.many,
    }),
    benchmark: optional(table({ indicator: label.one, value: number.one })),
  },
  options: z.strictObject({
    against: z.string().optional(),
    againstGroup: z.string().optional(),
    statistic: z.enum(["mean", "median", "best"]).default("mean"),
    growth: z.enum(["linear", "compound"]).default("linear"),
    target: z.enum(["still", "moving"]).default("still"),
    lowerIsBetter: z.array(z.string()).default([]),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: {
      data: exampleIndicators(seed, size, [2010, 2020]),
      benchmark: makeTable(
        "benchmark",
        ["indicator"],
        [labels("indicator", ["income", "beds", "dust"]), numbers("value", "1", [70, 7, 30])],
      ),
    },
    options: { lowerIsBetter: ["dust"] },
  }),
  worked: {
    source: {
      en: "by hand: a grew from 10 to 20 in 10 years, b is at 40: 20 short, 1 a year",
      zh: "手算：a 十年间由 10 增至 20，b 为 40：差 20，每年 1",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "b", "b"]),
          numbers("year", "year", [2010, 2020, 2010, 2020]),
          numbers("x", "km", [10, 20, 30, 40]),
        ],
      ),
    },
    options: { against: "b" },
    gives: { "latest[0].gap": -20, "latest[0].ratio": 0.5, "latest[0].years": 20, "latest[1].years": 0 },
  },
  run: ({ data, benchmark }, options) => benchmarkGap({ ...data, benchmark }, options),
  scalars: {},
  tables: benchmarkGapTables,
  views: [
    {
      kind: "heatmap",
      table: "latest",
      row: "place",
      column: "indicator",
      value: "ratio",
      scale: "around-one",
      title: { en: "Ratio to the benchmark", zh: "与标杆之比" },
    },
    {
      kind: "heatmap",
      table: "latest",
      row: "place",
      column: "indicator",
      value: "years",
      scale: "sequential",
      title: { en: "Years of own growth to the benchmark", zh: "按自身增速追上标杆所需年数" },
    },
  ],
  findings: benchmarkGapFindings,
  trace: (cell, tables, { benchmark }) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const [place, indicator, year] = [value("place"), String(value("indicator")), value("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    if (cell.column === "value" && typeof place === "string") {
      return [{ input: "data", where: { place: [place], ...when }, columns: [indicator] }];
    }
    const own: Origin = { input: "data", columns: [indicator, "weight"] };
    return benchmark === undefined ? [own] : [own, { input: "benchmark", where: { indicator: [indicator] } }];
  },
});
