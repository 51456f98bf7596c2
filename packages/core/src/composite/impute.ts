/**
 * Which figures are missing, and what would stand there if they were filled?
 *
 *   mean, median   of the figures of the same group and year
 *   interpolate    on the line between the place's nearest years before and after, never beyond them
 *   em             E(missing | the rest of the row) under the normal distribution of greatest likelihood
 *
 * Nothing is filled unless `method` asks for it: without it the result is the list of gaps. Every gap has its line in the
 * log, with what it was filled with, on how many figures that rests, or why it is still a gap. Figures that are there stay
 * to the last bit.
 *
 * Filled figures are guesses: they make places more alike (mean, median) or history smoother (interpolate) than they are.
 * Where a value rests on other years (`years: all`, interpolation) a warning says so, for a score of an early year then
 * knows of later ones. Expectations may lie beyond all figures seen, below 0 say; a warning names such cells. Fill before
 * treating outliers and forming ratios only if the ratios are what is missing.
 *
 * @example
 * impute({ place: ["a", "b", "c"], indicators: [{ name: "x", unit: "1", values: Float64Array.of(1, 3, NaN) }] },
 *   { method: "mean" }).indicators[0].values // 1, 3, 2
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { rowsBy } from "../contract/rows-by.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import {
  type Filling,
  fillByExpectation,
  fillByLine,
  fillByPool,
  fillings,
  type Gap,
  gapsOf,
  left,
} from "./impute-rules.ts";
import { imputeFindings, imputeTables } from "./impute-tables.ts";
import { compositeExample } from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";

export interface Imputed extends Outcome {
  /** As given, with what was filled. */
  readonly indicators: readonly NamedNumbers[];
  readonly gaps: readonly Gap[];
  readonly missing: number;
  readonly filled: number;
  readonly left: number;
  /** Steps of the longest search for a distribution; 0 where none was needed. */
  readonly iterations: number;
}

const optionsSchema = z.strictObject({
  method: z.enum(fillings).default("none"),
  /** Who lends figures: those of the group (mean and median, where places are grouped) or all places. */
  among: z.enum(["group", "all"]).optional(),
  years: z.enum(["same", "all"]).default("same"),
  /** The greatest span between the two years of an interpolation. */
  longest: z.number().positive().default(10),
});

export type ImputeOptions = z.input<typeof optionsSchema>;

export function impute(data: CompositeData, given: ImputeOptions = {}): Imputed {
  checkRows("impute", data);
  const { method, years, longest, ...asked } = readOptions("composite/impute", optionsSchema, given);
  const groups = data.group !== undefined;
  if (asked.among === "group" && !groups) throw noGroups();
  const among = asked.among ?? (groups && (method === "mean" || method === "median") ? "group" : "all");
  const { gaps, iterations } = fill(data, method, among, years, longest);
  gaps.sort((a, b) => a.row - b.row || a.column - b.column);
  const indicators = data.indicators.map((each) => ({ ...each, values: each.values.slice() }));
  for (const { row, column, value } of gaps) indicators[column].values[row] = value;
  const filled = gaps.filter(({ value }) => !Number.isNaN(value)).length;
  return {
    indicators,
    gaps,
    missing: gaps.length,
    filled,
    left: gaps.length - filled,
    iterations,
    n: data.place.length,
    warnings: warningsOf(data, gaps, method, years),
    convention: { method, ...(method === "none" || method === "interpolate" ? {} : { among, years }) },
  };
}

function fill(
  data: CompositeData,
  method: Filling,
  among: "group" | "all",
  years: "same" | "all",
  longest: number,
): { gaps: Gap[]; iterations: number } {
  const { place, year, indicators } = data;
  if (method === "none") {
    return { gaps: gapsOf(indicators).map(({ row, column }) => left(row, column, "not-asked")), iterations: 0 };
  }
  if (method === "interpolate") {
    if (year === undefined) throw noYears();
    return { gaps: fillByLine(indicators, place, year, longest), iterations: 0 };
  }
  const pools = rowsBy(
    place.map(
      (_, row) => `${among === "group" ? data.group?.[row] : ""}\u0000${years === "same" ? (year?.[row] ?? "") : ""}`,
    ),
  );
  if (method !== "em") return { gaps: fillByPool(indicators, [...pools.values()], method), iterations: 0 };
  const { gaps, steps } = fillByExpectation(indicators, [...pools.values()]);
  return { gaps, iterations: steps };
}

function noGroups(): InputError {
  return new InputError({
    code: "no-groups",
    text: {
      en: "impute: among is group, but the data have no column of groups",
      zh: "插补：among 为 group，但数据中没有分组列",
    },
    place: { path: "among" },
  });
}

function noYears(): InputError {
  return new InputError({
    code: "no-years",
    text: {
      en: "impute: interpolation needs a column of years, and the data have none",
      zh: "插补：线性内插需要年份列，数据中没有",
    },
    hint: { en: "take method: mean, median or em", zh: "请改用 method: mean、median 或 em" },
  });
}

function warningsOf(data: CompositeData, gaps: readonly Gap[], method: Filling, years: "same" | "all"): Warning[] {
  const filled = gaps.filter(({ value }) => !Number.isNaN(value));
  const named = (those: readonly Gap[]) => {
    const rows = [...new Set(those.map(({ row }) => row))];
    return { rows: rows.map((row) => ({ place: data.place[row], year: data.year?.[row] })) };
  };
  const warnings: Warning[] = [];
  const panel = data.year !== undefined && new Set(Array.from(data.year)).size > 1;
  if (filled.length > 0 && panel && (method === "interpolate" || years === "all")) {
    warnings.push({
      code: "leak-across-years",
      text: {
        en: "filled figures rest on other years, later ones too: an early year then knows what came after, and changes over time are made smoother",
        zh: "插补值用到其他年份（含以后年份）的数据：早期年份由此包含了后来的信息，时间变化也被平滑",
      },
    });
  }
  const beyond = method === "em" ? filled.filter((gap) => isBeyond(gap, data)) : [];
  if (beyond.length > 0) {
    warnings.push({
      code: "beyond-figures",
      text: {
        en: "{count} filled figures lie beyond all that were seen, of {rows}",
        zh: "{count} 个插补值超出已有数据的范围，涉及{rows}",
      },
      values: { count: beyond.length, rows: named(beyond) },
    });
  }
  const still = gaps.filter(({ value }) => Number.isNaN(value));
  if (still.length > 0 && method !== "none") {
    warnings.push({
      code: "gaps-left",
      text: {
        en: "{count} of {all} gaps are left, of {rows}; the log says why",
        zh: "{all} 个缺失中有 {count} 个未能插补，涉及{rows}；原因见清单",
      },
      values: { count: still.length, all: gaps.length, rows: named(still) },
    });
  }
  if (gaps.length > 0 && method === "none") {
    warnings.push({
      code: "not-filled",
      text: {
        en: "nothing was filled, for no method was asked for; methods are mean, median, interpolate and em",
        zh: "未指定插补方法，未填补任何数据；可选 mean、median、interpolate、em",
      },
    });
  }
  const empty = data.indicators.filter(({ values }) => values.every(Number.isNaN));
  if (empty.length > 0) {
    const titles = empty.map(({ name, title = same(name) }) => title);
    warnings.push({
      code: "indicator-missing",
      text: {
        en: `${titles.map(({ en }) => en).join(", ")}: no figure at all in the data`,
        zh: `指标${titles.map(({ zh }) => zh).join("、")}在数据中全部缺失`,
      },
    });
  }
  return warnings;
}

function isBeyond({ column, value }: Gap, { indicators }: CompositeData): boolean {
  const there = indicators[column].values.filter((each) => !Number.isNaN(each));
  return there.every((each) => value < each) || there.every((each) => value > each);
}

export default defineMethod({
  id: "composite/impute",
  version: 1,
  title: { en: "Gaps, and how they may be filled", zh: "缺失值与插补" },
  question: {
    en: "Which figures are missing, and what would stand there if they were filled?",
    zh: "哪些数据缺失？若加以插补，应为多少？依据是什么？",
  },
  formula: "x̂ = m;  (1 − t) x₀ + t x₁;  μ_M + Σ_MO Σ_OO⁻¹ (x_O − μ_O)",
  where: {
    en: "m: mean or median of the pool; t: way from the year before (x₀) to the year after (x₁); O, M: what is there and what is missing of a row",
    zh: "m：参照组的均值或中位数；t：在前一有值年（x₀）与后一有值年（x₁）之间的位置；O、M：同一行中已有与缺失的指标",
  },
  cites: [
    {
      text: "Little, R. J. A. and Rubin, D. B. (2002). Statistical Analysis with Missing Data. 2nd edition, Wiley.",
      checked: "unverified",
    },
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    method: {
      title: { en: "Filled by", zh: "插补方法" },
      choices: {
        none: { en: "nothing, the gaps are listed", zh: "不插补，仅列出缺失" },
        mean: { en: "the mean of the pool", zh: "组内均值" },
        median: { en: "the median of the pool", zh: "组内中位数" },
        interpolate: { en: "the line between years, never beyond", zh: "年份间线性内插，不外推" },
        em: { en: "expectation under a normal distribution of greatest likelihood", zh: "EM 算法（多元正态条件期望）" },
      },
    },
    among: {
      title: { en: "Who lends figures", zh: "借用数据的范围" },
      choices: { group: { en: "places of the same group", zh: "同组地区" }, all: { en: "all places", zh: "全部地区" } },
    },
    years: {
      title: { en: "Years that lend figures", zh: "借用数据的年份" },
      choices: { same: { en: "the same year", zh: "同年" }, all: { en: "all years", zh: "所有年份" } },
    },
  },
  means: {
    longest: { en: "longest gap, in years, that interpolation crosses", zh: "插值可跨越的最长缺口（年）" },
  },
  pitfalls: [
    {
      en: "Filled figures are guesses: means make places alike, interpolation smooths history.",
      zh: "填补值是推测：均值法使各地趋同，插值法使历史变平滑。",
    },
    {
      en: "A figure filled from later years knows of the future; a warning says where.",
      zh: "用后续年份填补的数值含有未来信息，警告中注明。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.optional, group: label.optional, indicators: number.many }),
  },
  options: optionsSchema,
  gaps: "pass",
  cost: "seconds",
  example: (seed, size) => {
    const { data } = compositeExample(seed, size, {}).inputs as { readonly data: ReturnType<typeof makeTable> };
    const columns = data.columns.map((column) =>
      column.kind === "number" && column.name === "patents"
        ? { ...column, values: column.values.map((value, row) => (row % 5 === 3 ? Number.NaN : value)) }
        : column,
    );
    return { inputs: { data: { ...data, columns } }, options: { method: "mean" } };
  },
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b"]),
          numbers("year", "1", [2010, 2015, 2020, 2015]),
          numbers("x", "1", [10, Number.NaN, 40, Number.NaN]),
        ],
        { roles: { indicators: ["x"] } },
      ),
    },
    options: { method: "interpolate" },
    gives: { filled: 1, left: 1, "imputed[1].x": 25, "log[0].from_year": 2010 },
    source: {
      en: "by hand: half way from 10 in 2010 to 40 in 2020; b has no other year",
      zh: "手算：2010 年的 10 与 2020 年的 40 的中点；b 没有其他年份",
    },
  },
  run: ({ data }, options) => impute(data, options),
  scalars: {
    missing: { title: { en: "figures missing", zh: "缺失数" }, unit: "1" },
    filled: { title: { en: "of them filled", zh: "其中已插补" }, unit: "1" },
    left: { title: { en: "of them left", zh: "其中未插补" }, unit: "1" },
    iterations: { title: { en: "steps of the search", zh: "迭代次数" }, unit: "1" },
  },
  tables: (result, { data }) => imputeTables(result, data),
  views: [
    {
      kind: "bars",
      table: "counts",
      category: "indicator",
      value: "gaps",
      group: "state",
      title: { en: "Gaps by indicator", zh: "各指标缺失情况" },
    },
  ],
  findings: (result, { data }) => imputeFindings(result, data),
});
