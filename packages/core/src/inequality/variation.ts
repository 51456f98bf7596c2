/**
 * How far do places lie from their mean, each alike or each by its people (Williamson)?
 *
 *   V = sd / mean        V_w = sqrt(sum_i p_i (y_i - m)^2) / m,  m = sum_i p_i y_i
 *
 * y_i is the level of a place (value per unit of weight), p_i its share of the weight. The plain coefficient divides the
 * squares by n or by n - 1 (`divisor`); n is the default, because the places are all there are and no sample. The weighted
 * one needs no such choice. `centre` says where its deviations start: at the weighted mean, as here, or at the mean of
 * places each counted once and divided by the weighted mean, as R's REAT does. One row for all places and one for each
 * group, in every year; `places` says what each place adds to the weighted square.
 *
 * Values must be >= 0. Rows with a gap are dropped and counted. One place gives 0, and nothing with n - 1, with a warning.
 *
 * @example variation({ place: ["a", "b"], value: [1, 3] }).indices[0]?.variation // 1 / 2
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { binaryUnit, inUnit } from "../numeric/binary-unit.ts";
import { alike, spread } from "../numeric/spread.ts";
import { samplePanel } from "./sample-example.ts";
import { type SampleRow, sampleFindings, sampleViews, traceToPlace, traceToSample } from "./sample-tables.ts";
import {
  levelUnit,
  loneWarnings,
  panelWarnings,
  sampleConvention,
  sampleConventions,
  sampleInputs,
  unitWarnings,
} from "./sample-words.ts";
import { all, type PlacesInput, type Sample, samplesOf, type ValueMeaning } from "./samples.ts";
import { variationTables } from "./variation-tables.ts";

export interface VariationRow extends SampleRow {
  /** Of places each counted once. */
  readonly mean: number;
  readonly deviation: number;
  readonly plain: number;
  /** By weight; `undefined` where none is given. */
  readonly weightedMean: number | undefined;
  readonly weighted: number | undefined;
  /** The weighted one where there are weights, else the plain one. */
  readonly variation: number;
}

export interface VariationPlace {
  readonly place: string;
  readonly group: string;
  readonly year: number | undefined;
  readonly level: number;
  /** Level over the mean, less 1. */
  readonly deviation: number;
  /** Of the squared coefficient of all places. */
  readonly contribution: number;
}

export interface VariationResult extends Outcome {
  /** Of all places, where there is one year. */
  readonly variation?: number;
  readonly indices: readonly VariationRow[];
  readonly places: readonly VariationPlace[];
}

export interface VariationOptions {
  readonly divisor?: "n" | "n-1";
  readonly centre?: "weighted" | "simple";
  readonly value?: ValueMeaning;
}

export function variation(
  input: PlacesInput,
  { divisor = "n", centre = "weighted", value: meaning = "total" }: VariationOptions = {},
): VariationResult {
  const samples = samplesOf("variation", input, { meaning, least: "zero" });
  const isWeighted = input.weight !== undefined;
  const indices = samples.map((sample) => rowOf(sample, divisor, isWeighted ? centre : undefined));
  const whole = indices.filter(({ group }) => group === all);
  return {
    ...(whole.length === 1 ? { variation: (whole[0] as VariationRow).variation } : {}),
    indices,
    places: samples.filter(({ group }) => group === all).flatMap(placesOf),
    n: input.place.length,
    warnings: [...panelWarnings(input), ...loneWarnings(samples)],
    convention: { divisor, ...(isWeighted ? { centre } : {}), ...sampleConvention(input, meaning) },
  };
}

function rowOf(
  { group, year, level, share, mean: weightedMean }: Sample,
  divisor: "n" | "n-1",
  centre: "weighted" | "simple" | undefined,
): VariationRow {
  const n = level.length;
  const same = alike(level);
  const unit = binaryUnit(level);
  const scaled = inUnit(level, unit);
  const { mean, deviation: apart } = spread(scaled, divisor);
  const deviation = n === 1 && divisor === "n-1" ? Number.NaN : same ? 0 : apart;
  const plain = deviation / mean;
  const from = centre === "simple" ? mean : weightedMean / unit;
  const square = scaled.reduce((total, each, at) => total + (share[at] as number) * (each - from) ** 2, 0);
  const weighted = centre === undefined ? undefined : same ? 0 : Math.sqrt(square) / (weightedMean / unit);
  return {
    group,
    year,
    places: n,
    mean: mean * unit,
    deviation: deviation * unit,
    plain,
    weightedMean: centre === undefined ? undefined : weightedMean,
    weighted,
    variation: weighted ?? plain,
  };
}

function placesOf({ year, place, groupOf, level, share, mean }: Sample): VariationPlace[] {
  const same = alike(level);
  const unit = binaryUnit(level);
  const square = (at: number) => (same ? 0 : (share[at] as number) * (((level[at] as number) - mean) / unit) ** 2);
  const total = level.reduce((sum, _, at) => sum + square(at), 0);
  return place.map((name, at) => ({
    place: name,
    group: groupOf[at] as string,
    year,
    level: level[at] as number,
    deviation: same ? 0 : (level[at] as number) / mean - 1,
    contribution: total > 0 ? square(at) / total : 0,
  }));
}

export default defineMethod({
  id: "inequality/variation",
  version: 2,
  title: { en: "Coefficient of variation, plain and weighted", zh: "变异系数与加权变异系数（威廉姆森系数）" },
  question: {
    en: "How far do places lie from their mean, each counted once or by its people?",
    zh: "各地区偏离均值多远？等权与按人口加权各是多少？",
  },
  formula: "V = s / ȳ;  V_w = √(Σᵢ pᵢ (yᵢ − m)²) / m,  m = Σᵢ pᵢ yᵢ",
  where: {
    en: "yᵢ: level of a place; s: standard deviation; pᵢ: share of the weight",
    zh: "yᵢ：地区水平值；s：标准差；pᵢ：占权重（人口）的份额",
  },
  formulas: { simple: "V =", weighted: "V_w" },
  cites: [
    {
      text: "Williamson, J. G. (1965). Regional inequality and the process of national development: a description of the patterns. Economic Development and Cultural Change 13(4, part 2), 1-84.",
      checked: "secondary",
    },
  ],
  conventions: {
    divisor: {
      title: { en: "Squares are divided by", zh: "平方和除以" },
      choices: {
        n: { en: "n: the places are all there are", zh: "n：各地即总体" },
        "n-1": { en: "n - 1: the places are a sample", zh: "n − 1：各地为样本" },
      },
    },
    centre: {
      title: { en: "Weighted deviations start at", zh: "加权离差的中心" },
      choices: {
        weighted: { en: "the weighted mean", zh: "加权均值" },
        simple: {
          en: "the mean of places each counted once, over the weighted mean (as REAT)",
          zh: "简单均值，除以加权均值（同 REAT）",
        },
      },
    },
    ...sampleConventions,
  },
  means: {
    value: { en: "total or level, as the option `value` says", zh: "总量或人均水平，见选项 `value`" },
  },
  pitfalls: [
    {
      en: "n or n - 1 changes the plain coefficient; packages differ in their default.",
      zh: "除以 n 或 n-1 结果不同，各软件默认不一。",
    },
  ],
  inputs: sampleInputs,
  options: z.strictObject({
    divisor: z.enum(["n", "n-1"]).default("n"),
    centre: z.enum(["weighted", "simple"]).default("weighted"),
    value: z.enum(["total", "per-head"]).default("total"),
  }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: levels 1 and 3 of 3 and 1 people: mean 2, sd 1, V 1/2; weighted mean 3/2, squares 3/4 1/4 + 1/4 9/4 = 3/4, V_w sqrt(3/4) / (3/2) = 1/sqrt(3)",
      zh: "手算：3 人与 1 人，水平 1 与 3：均值 2，标准差 1，V 为 1/2；加权均值 3/2，平方 3/4 × 1/4 + 1/4 × 9/4 = 3/4，V_w = √(3/4) / (3/2) = 1/√3",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b"]), numbers("value", "yuan", [3, 3]), numbers("weight", "person", [3, 1])],
      ),
    },
    gives: {
      variation: 1 / Math.sqrt(3),
      "indices[0].plain": 0.5,
      "indices[0].weighted_mean": 1.5,
      "places[1].contribution": 0.75,
    },
  },
  run: ({ data }, options) => {
    const result = variation(data, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...unitWarnings(data.units, options.value)] };
  },
  scalars: { variation: { title: { en: "Coefficient of variation", zh: "变异系数" }, unit: "1" } },
  tables: ({ indices, places }, { data }, options) =>
    variationTables(indices, places, levelUnit(data.units, options.value)),
  views: sampleViews("variation"),
  trace: (cell, tables) => {
    if (cell.table !== "places") return traceToSample(cell, tables);
    return traceToPlace(cell, tables, cell.column === "level");
  },
  findings: ({ indices }) =>
    sampleFindings(indices, (row) => row.variation, { en: "coefficient of variation", zh: "变异系数" }),
});
