/**
 * Do a few places dominate an indicator, and what is the least that must be changed so that they do not?
 *
 *   outlying:    |G1| >= 2 and G2 >= 3.5                 (skewness and excess kurtosis, corrected for the sample's size)
 *   winsorise:   the furthest value of the longer tail becomes the next one, until the indicator is no longer outlying or
 *                five values would be exceeded
 *   log:         otherwise, of the values as given:  ln(x - min + .01 (max - min));  for a long lower tail its mirror
 *                -ln(max - x + .01 (max - min)), so that more stays more
 *
 * All places and years of an indicator are taken together. Gaps stay gaps, values that are not outlying stay to the last
 * bit, and every change stands in a table: which place, which indicator, from what to what. Values that tie at the end are
 * pulled in together, and a step beyond the limit is not taken (COINr takes it). Fewer than four figures and constant
 * indicators are left alone, with a word. An indicator that the logarithm does not cure keeps it, with a warning.
 *
 * @example
 * const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100);
 * treatOutliers({ place: [..."abcdefghijkl"], indicators: [{ name: "x", unit: "1", values: x }] }).changes // 100 -> 30
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { listed } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { traceToColumn } from "./column-trace.ts";
import { compositeExample } from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { type TreatedColumn, type TreatmentRule, treatColumn } from "./treat-outliers-column.ts";
import { treatFindings, treatTables } from "./treat-outliers-tables.ts";

export interface TreatedIndicator extends Omit<TreatedColumn, "values"> {
  readonly indicator: string;
  readonly title: Text;
  readonly unit: string;
  /** By row of the data, gaps where they were. */
  readonly values: Float64Array;
}

/** A value that is not what it was. */
export interface TreatedCell {
  readonly row: number;
  readonly of: TreatedIndicator;
  readonly before: number;
  readonly after: number;
}

export interface TreatOutliers extends Outcome {
  readonly indicators: readonly TreatedIndicator[];
  readonly changes: readonly TreatedCell[];
  /** Indicators that were winsorised, that were taken in logarithms, and that are outlying still. */
  readonly winsorised: number;
  readonly logged: number;
  readonly left: number;
}

export interface TreatOutliersOptions extends Partial<TreatmentRule> {
  /** Indicators to leave as they are. */
  readonly except?: readonly string[];
}

const optionsSchema = z.strictObject({
  skewness: z.number().positive().default(2),
  kurtosis: z.number().default(3.5),
  outlying: z.enum(["both", "either"]).default("both"),
  most: z.int().min(0).default(5),
  fallback: z.enum(["log", "none"]).default("log"),
  except: z.array(z.string()).default([]),
});

export function treatOutliers(data: CompositeData, given: TreatOutliersOptions = {}): TreatOutliers {
  checkRows("treat-outliers", data);
  const { except, ...rule } = readOptions("composite/treat-outliers", optionsSchema, given);
  refuseUnknown(data, except);
  const indicators = data.indicators.map((each) => treatIndicator(each, rule, except.includes(each.name)));
  const changes = indicators.flatMap((of, at) =>
    data.place.flatMap((_, row) => {
      const [before, after] = [data.indicators[at].values[row], of.values[row]];
      return Object.is(before, after) ? [] : [{ row, of, before, after }];
    }),
  );
  const count = (test: (each: TreatedIndicator) => boolean) => indicators.filter(test).length;
  return {
    indicators,
    changes,
    winsorised: count(({ treatment }) => treatment === "winsorised"),
    logged: count(({ treatment }) => treatment === "log" || treatment === "mirrored-log"),
    left: count(({ outlying, treatment }) => outlying && treatment !== "excepted"),
    n: data.place.length,
    warnings: warningsOf(indicators),
    convention: { outlying: rule.outlying, moments: "sample", fallback: rule.fallback, scope: "pooled" },
  };
}

function treatIndicator({ name, title, unit, values }: NamedNumbers, rule: TreatmentRule, except: boolean) {
  const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]));
  const there = Float64Array.from(rows, (row) => values[row]);
  const done = except
    ? { ...treatColumn(there, { ...rule, most: 0, fallback: "none" }), treatment: "excepted" as const }
    : treatColumn(there, rule);
  const after = values.slice();
  rows.forEach((row, at) => {
    after[row] = done.values[at];
  });
  return { ...done, indicator: name, title: title ?? same(name), unit, values: after };
}

function refuseUnknown({ indicators }: CompositeData, except: readonly string[]): void {
  const names = indicators.map(({ name }) => name);
  const unknown = except.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new InputError({
    code: "indicator-unknown",
    text: {
      en: `treat-outliers: except names ${unknown}, which is not an indicator; the indicators are ${names.join(", ")}`,
      zh: `异常值处理：except 中的 ${unknown} 不是指标；现有指标：${names.join(", ")}`,
    },
    place: { path: "except" },
  });
}

function warningsOf(indicators: readonly TreatedIndicator[]): Warning[] {
  const say = (code: string, those: readonly TreatedIndicator[], en: string, zh: string): Warning[] =>
    those.length === 0
      ? []
      : [{ code, text: { en, zh }, values: { indicators: listed(those.map(({ title }) => title)) } }];
  const by = (test: (each: TreatedIndicator) => boolean) => indicators.filter(test);
  return [
    ...say(
      "outlying-still",
      by(({ outlying, treatment }) => outlying && treatment !== "excepted"),
      "{indicators}: outlying still after the treatment",
      "指标{indicators}处理后仍偏离阈值",
    ),
    ...say(
      "log-taken",
      by(({ treatment }) => treatment === "log" || treatment === "mirrored-log"),
      "{indicators}: taken in logarithms, so every value has changed and has no unit any more",
      "指标{indicators}已取对数：全部取值均已改变，不再有量纲",
    ),
    ...say(
      "too-few-figures",
      by(({ treatment }) => treatment === "too-few"),
      "{indicators}: fewer than four figures, so nothing is known of outliers and nothing was changed",
      "指标{indicators}不足四个数值，无法判断异常值，未作处理",
    ),
    ...say(
      "indicator-constant",
      by(({ treatment }) => treatment === "constant"),
      "{indicators}: the same everywhere, left as it is",
      "指标{indicators}各地取值相同，未作处理",
    ),
  ];
}

export default defineMethod({
  id: "composite/treat-outliers",
  version: 1,
  title: { en: "Treatment of outliers", zh: "异常值处理" },
  question: {
    en: "Do a few places dominate an indicator, and what is the least that must be changed so that they do not?",
    zh: "指标是否被少数地区的极端值左右？至少需改动哪些数值？",
  },
  formula: "|G₁| ≥ 2 ∧ G₂ ≥ 3.5:  x → x₍ₖ₎, k ≤ 5;  x → ln(x − min + .01 (max − min))",
  where: {
    en: "G₁, G₂: skewness and excess kurtosis, corrected for the sample's size; first up to 5 values become the nearest that is none (winsorised), and where that is not enough all are taken by their logarithm",
    zh: "G₁、G₂：经样本量校正的偏度与超额峰度；先将至多 5 个极端值缩尾为最近的非极端值，仍不足时全部取对数",
  },
  cites: [
    {
      text: "Becker, W., Caperna, G., Del Sorbo, M., Norlén, H., Papadimitriou, E., Saisana, M. (2022). COINr: An R package for developing composite indicators. Journal of Open Source Software 7(78), 4567.",
      checked: "secondary",
    },
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    outlying: {
      title: { en: "Outlying", zh: "异常判定" },
      choices: {
        both: { en: "skewness and kurtosis both beyond their limits", zh: "偏度与峰度同时超限" },
        either: { en: "skewness or kurtosis beyond its limit", zh: "偏度或峰度任一超限" },
      },
    },
    moments: {
      title: { en: "Skewness and kurtosis", zh: "偏度与峰度" },
      choices: { sample: { en: "G1 and excess G2, corrected for sample size", zh: "经样本量校正的 G1 与超额 G2" } },
    },
    fallback: {
      title: { en: "Where winsorising is not enough", zh: "缩尾不足时" },
      choices: {
        log: { en: "logarithm of the values as given", zh: "对原值取对数" },
        none: { en: "what was winsorised is kept", zh: "保留缩尾结果" },
      },
    },
    scope: {
      title: { en: "Rows taken together", zh: "计算范围" },
      choices: { pooled: { en: "all places and years", zh: "全部地区与年份合并" } },
    },
  },
  means: {
    skewness: { en: "skewness from which an indicator is outlying", zh: "判为异常的偏度" },
    kurtosis: {
      en: "excess kurtosis from which it is outlying, both at once",
      zh: "判为异常的超额峰度（两者同时满足）",
    },
    most: { en: "values that may be pulled in before a logarithm is taken", zh: "取对数之前最多缩尾的个数" },
    except: { en: "indicators that are left as they are", zh: "不作处理的指标" },
  },
  pitfalls: [
    {
      en: "Kurtosis is the excess, corrected for the sample's size; plain kurtosis of 3.5 is another bound.",
      zh: "峰度为经样本量修正的超额峰度，与普通峰度 3.5 不是同一界限。",
    },
    {
      en: "A large city is not an outlier to be mended: read the table of changes before using the treated figures.",
      zh: "大城市不等于需要修正的异常值，使用前请看改动表。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.optional, group: label.optional, indicators: number.many }),
  },
  options: optionsSchema,
  gaps: "pass",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: compositeExample(seed, size, {}).inputs.data } }),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", [..."abcdefghijkl"]), numbers("x", "1", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100])],
      ),
    },
    gives: { winsorised: 1, logged: 0, "checks[0].points": 1, "treated[11].x": 30, "changes[0].before": 100 },
    source: {
      en: "COINr's example of winsorise: 1 to 10, 30 and 100; after 100 has become 30 skewness is below 2",
      zh: "COINr 的缩尾示例：1 至 10、30 与 100；100 改为 30 后偏度低于 2",
    },
  },
  run: ({ data }, options) => treatOutliers(data, options),
  scalars: {
    winsorised: { title: { en: "indicators winsorised", zh: "缩尾处理的指标数" }, unit: "1" },
    logged: { title: { en: "indicators in logarithms", zh: "取对数的指标数" }, unit: "1" },
    left: { title: { en: "indicators outlying still", zh: "仍偏离阈值的指标数" }, unit: "1" },
  },
  tables: (result, { data }) => treatTables(result, data),
  views: [
    {
      kind: "bars",
      table: "moments",
      category: "indicator",
      value: "skewness",
      group: "stage",
      title: { en: "Skewness before and after", zh: "处理前后的偏度" },
    },
  ],
  trace: traceToColumn,
  findings: (result, { data }) => treatFindings(result, data),
});
