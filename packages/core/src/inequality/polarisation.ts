/**
 * Do places fall apart into camps?
 *
 *   Wolfson       W = 4 (m / md) (1/2 - L(1/2) - G/2)
 *   Esteban-Ray   P = (1 / m) sum_jk q_j^(1 + a) q_k |m_j - m_k|
 *
 * W (0 to 1) asks whether the middle is empty: m is the weighted mean, md the weighted median, L(1/2) the share of the total
 * that the poorer half has, G the Gini coefficient. PySAL prints half of it (`scale: half`). P asks how much members of a
 * group feel with their own against the others: q_j is a group's share of the weight, m_j its mean, a (`alpha`) from 0, where P
 * is twice the Gini between groups, to 1.6, the largest for which it still measures polarisation. What groups hide inside
 * counts for nothing; without groups there is no P.
 *
 * The half is reached inside a place where it falls there: L is drawn straight between places. The median is the middle place,
 * or midway between the two that the half lies between. Values must be >= 0. Rows with a gap are dropped and counted. A median of
 * 0 leaves W without an answer, with a warning.
 *
 * @example polarisation({ place: ["a", "b"], value: [1, 3] }).indices[0]?.wolfson // 4 (1/2 - 1/4 - 1/8) = 1/2
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { alike } from "../numeric/spread.ts";
import { campsOf, contributions, type Pole } from "./camps.ts";
import { giniCoefficient } from "./gini-coefficient.ts";
import { middleOf } from "./middle.ts";
import { polarisationTables } from "./polarisation-tables.ts";
import { samplePanel } from "./sample-example.ts";
import { type SampleRow, sampleFindings, traceToSample } from "./sample-tables.ts";
import {
  levelUnit,
  loneWarnings,
  panelWarnings,
  sampleConvention,
  sampleConventions,
  sampleInputs,
  unitWarnings,
} from "./sample-words.ts";
import { type PlacesInput, type ValueMeaning, yearsOf } from "./samples.ts";

export interface PolarisationRow extends SampleRow {
  readonly wolfson: number;
  /** `undefined` without groups. */
  readonly estebanRay: number | undefined;
  readonly gini: number;
  readonly mean: number;
  readonly median: number;
  /** Share of the total that the poorer half of the weight has. */
  readonly poorerHalf: number;
}

export interface PolarisationResult extends Outcome {
  /** Where there is one year. */
  readonly wolfson?: number;
  readonly estebanRay?: number;
  readonly indices: readonly PolarisationRow[];
  readonly poles: readonly Pole[];
}

export interface PolarisationOptions {
  readonly alpha?: number;
  readonly scale?: "unit" | "half";
  readonly value?: ValueMeaning;
}

export function polarisation(
  input: PlacesInput,
  { alpha = 1.3, scale = "unit", value: meaning = "total" }: PolarisationOptions = {},
): PolarisationResult {
  const years = yearsOf("polarisation", input, { meaning, least: "zero" });
  const found = years.map((whole) => ({ whole, poles: campsOf(whole, alpha) }));
  const indices = found.map(({ whole, poles }): PolarisationRow => {
    const { level, share, mean, group, year } = whole;
    const gini = giniCoefficient(level, share, mean);
    const { median, poorerHalf } = middleOf(whole);
    const apart = alike(level) ? 0 : Math.max(0, 4 * (mean / median) * (0.5 - poorerHalf - gini / 2));
    const wolfson = median > 0 ? apart : Number.NaN;
    return {
      group,
      year,
      places: level.length,
      wolfson: scale === "unit" ? wolfson : wolfson / 2,
      estebanRay: poles.length === 0 ? undefined : poles.reduce((total, { index }) => total + index, 0),
      gini,
      mean,
      median,
      poorerHalf,
    };
  });
  const only = indices.length === 1 ? (indices[0] as PolarisationRow) : undefined;
  return {
    ...(only === undefined ? {} : { wolfson: only.wolfson }),
    ...(only?.estebanRay === undefined ? {} : { estebanRay: only.estebanRay }),
    indices,
    poles: found.flatMap(({ poles }) => contributions(poles)),
    n: input.place.length,
    warnings: [...panelWarnings(input), ...loneWarnings(years), ...medianWarnings(indices)],
    convention: { alpha: String(alpha), scale, ...sampleConvention(input, meaning) },
  };
}

function medianWarnings(indices: readonly PolarisationRow[]): Warning[] {
  const years = indices.filter(({ wolfson }) => Number.isNaN(wolfson)).map(({ year }) => year);
  if (years.length === 0) return [];
  const which = years.filter((year) => year !== undefined).join(", ");
  return [
    {
      code: "median-zero",
      text: {
        en: `no Wolfson index${which === "" ? "" : ` in ${which}`}: the median is 0`,
        zh: `${which === "" ? "" : `${which} 年`}中位数为 0，沃尔夫森指数无定义`,
      },
    },
  ];
}

export default defineMethod({
  id: "inequality/polarisation",
  version: 2,
  title: { en: "Polarisation: Wolfson and Esteban-Ray", zh: "极化指数（沃尔夫森、埃斯特班—雷）" },
  question: { en: "Do places fall apart into camps?", zh: "各地区是否分化为若干阵营？" },
  formula: "W = 4 (m / md) (½ − L(½) − G/2);  P = (1 / m) Σⱼₖ qⱼ^(1+α) qₖ |mⱼ − mₖ|",
  where: {
    en: "m, md: weighted mean and median; L(½): share of the total of the poorer half; G: Gini coefficient; qⱼ, mⱼ: share of weight and mean of a group; α: from 0 to 1.6",
    zh: "m、md：加权均值与中位数；L(½)：较低一半所占总量份额；G：基尼系数；qⱼ、mⱼ：分组的权重份额与均值；α：0 至 1.6",
  },
  formulas: { wolfson: "W", esteban_ray: "P" },
  cites: [
    {
      text: "Wolfson, M. C. (1994). When inequalities diverge. American Economic Review 84(2), 353-358.",
      checked: "secondary",
    },
    {
      text: "Esteban, J. and Ray, D. (1994). On the measurement of polarization. Econometrica 62(4), 819-851.",
      checked: "secondary",
    },
  ],
  conventions: {
    alpha: { title: { en: "Identification with the own group, α", zh: "认同敏感性系数 α" }, choices: {} },
    scale: {
      title: { en: "Scale of the Wolfson index", zh: "沃尔夫森指数的尺度" },
      choices: {
        unit: { en: "from 0 to 1", zh: "0 至 1" },
        half: { en: "half of that, as PySAL", zh: "其一半（同 PySAL）" },
      },
    },
    ...sampleConventions,
  },
  means: {
    value: { en: "total or level, as the option `value` says", zh: "总量或人均水平，见选项 `value`" },
  },
  pitfalls: [{ en: "Polarisation and inequality can move in opposite directions.", zh: "极化与差距可能反向变化。" }],
  inputs: sampleInputs,
  options: z.strictObject({
    alpha: z.number().min(0).max(1.6).default(1.3),
    scale: z.enum(["unit", "half"]).default("unit"),
    value: z.enum(["total", "per-head"]).default("total"),
  }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: 1, 1, 3, 3 in two camps: mean 2, median 2, L(1/2) 1/4, G 1/4: W = 4 (1/2 - 1/4 - 1/8) = 1/2; P with a = 1: 2 (1/2)^2 (1/2) 2 / 2 = 1/4",
      zh: "手算：1、1、3、3 分为两组：均值 2，中位数 2，L(1/2) 为 1/4，G 为 1/4：W = 4 (1/2 − 1/4 − 1/8) = 1/2；a = 1 时 P = 2 (1/2)² (1/2) 2 / 2 = 1/4",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c", "d"]),
          labels("group", ["x", "x", "y", "y"]),
          numbers("value", "1", [1, 1, 3, 3]),
        ],
      ),
    },
    options: { alpha: 1 },
    gives: { wolfson: 0.5, estebanRay: 0.25, "poles[0].contribution": 0.5, "indices[0].median": 2 },
  },
  run: ({ data }, options) => {
    const result = polarisation(data, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...unitWarnings(data.units, options.value)] };
  },
  scalars: {
    wolfson: { title: { en: "Wolfson index", zh: "沃尔夫森指数" }, unit: "1" },
    estebanRay: { title: { en: "Esteban-Ray index", zh: "埃斯特班—雷指数" }, unit: "1" },
  },
  tables: ({ indices, poles }, { data }, options) =>
    polarisationTables(indices, poles, levelUnit(data.units, options.value)),
  views: [{ kind: "trend", table: "by_year", time: "year", value: "wolfson", series: "group" }],
  trace: (cell, tables) =>
    // a group's share and contribution rest on all groups of its year
    traceToSample(cell, tables).map((origin) =>
      cell.table === "poles" && (cell.column === "share" || cell.column === "contribution")
        ? { input: "data", ...(origin.where?.year === undefined ? {} : { where: { year: origin.where.year } }) }
        : origin,
    ),
  findings: ({ indices }) => [
    ...sampleFindings(indices, (row) => row.wolfson, { en: "Wolfson index of polarisation", zh: "沃尔夫森极化指数" }),
    ...sampleFindings(indices, (row) => row.estebanRay ?? Number.NaN, {
      en: "Esteban-Ray index of polarisation",
      zh: "埃斯特班—雷极化指数",
    }),
  ],
});
