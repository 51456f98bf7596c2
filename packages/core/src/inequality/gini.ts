/**
 * How unequal are places, in one number between 0 and 1?
 *
 *   G = (1 / 2m) sum_ij p_i p_j |y_i - y_j|
 *
 * y_i is the level of a place (value per unit of weight), p_i its share of the weight, m the weighted mean: twice the area
 * between the Lorenz curve and the diagonal. n places of equal weight can reach (n - 1)/n at most; `correction: small-sample`
 * divides by that, or by 1 - sum p_i^2 with weights, so that only pairs of different places are compared. One row for all
 * places and one for each group, in every year; Lorenz curves of the last year.
 *
 * Values must be >= 0. Rows with a gap are dropped and counted. One place gives 0, and nothing when corrected, with a
 * warning. Of the rivals, this is the one that counts places by their weight; the index of places each counted once is that
 * without weights, and they differ much where large places are rich.
 *
 * @example gini({ place: ["a", "b"], value: [1, 3] }).indices[0]?.gini // |1 - 3| / (2 x 2 x 2) = 1/4
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { binaryUnit, inUnit } from "../numeric/binary-unit.ts";
import { giniCoefficient } from "./gini-coefficient.ts";
import { type LorenzPoint, lorenzCurves } from "./lorenz.ts";
import { samplePanel } from "./sample-example.ts";
import { type SampleRow, sampleFindings, sampleTables, sampleViews, traceToSample } from "./sample-tables.ts";
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

export interface GiniRow extends SampleRow {
  readonly mean: number;
  /** Corrected where that was asked for. */
  readonly gini: number;
}

export interface GiniResult extends Outcome {
  /** Of all places, where there is one year. */
  readonly gini?: number;
  readonly indices: readonly GiniRow[];
  /** Of the last year. */
  readonly lorenz: readonly (LorenzPoint & { readonly year: number | undefined })[];
}

export interface GiniOptions {
  readonly correction?: "none" | "small-sample";
  readonly value?: ValueMeaning;
}

export function gini(
  input: PlacesInput,
  { correction = "none", value: meaning = "total" }: GiniOptions = {},
): GiniResult {
  const samples = samplesOf("gini", input, { meaning, least: "zero" });
  const indices = samples.map(({ group, year, level, share, mean }): GiniRow => {
    const most = correction === "none" ? 1 : 1 - share.reduce((total, each) => total + each * each, 0);
    const n = level.length;
    const plain = giniCoefficient(level, share, mean);
    return { group, year, places: n, mean, gini: n === 1 && correction !== "none" ? Number.NaN : plain / most };
  });
  const whole = indices.filter(({ group }) => group === all);
  const last = whole.at(-1)?.year;
  return {
    ...(whole.length === 1 ? { gini: (whole[0] as GiniRow).gini } : {}),
    indices,
    lorenz: samples.filter(({ year }) => year === last).flatMap(curveOf),
    n: input.place.length,
    warnings: [...panelWarnings(input), ...loneWarnings(samples)],
    convention: { correction, ...sampleConvention(input, meaning) },
  };
}

function curveOf({ group, year, place, level, weight }: Sample): GiniResult["lorenz"][number][] {
  const people = inUnit(weight, binaryUnit(weight));
  const heights = inUnit(level, binaryUnit(level));
  const income = heights.map((each, at) => each * (people[at] as number));
  const groupOf = place.map(() => group);
  return lorenzCurves(place, groupOf, income, people).map((point) => ({ ...point, year }));
}

function ofLastYear(indices: readonly GiniRow[]): GiniRow[] {
  const last = indices.at(-1)?.year;
  return indices.filter(({ year }) => year === last);
}

const headline = numberOf<GiniRow>("gini", "1", { en: "Gini coefficient", zh: "基尼系数" }, (row) => row.gini);

export default defineMethod({
  id: "inequality/gini",
  version: 2,
  title: { en: "Gini coefficient", zh: "基尼系数" },
  question: { en: "How unequal are places?", zh: "地区差距有多大？" },
  formula: "G = (1 / 2m) Σᵢⱼ pᵢ pⱼ |yᵢ − yⱼ|",
  where: {
    en: "yᵢ: level of a place; pᵢ: its share of the weight; m: weighted mean",
    zh: "yᵢ：地区水平值；pᵢ：占权重的份额；m：加权均值",
  },
  cites: [
    { text: "Gini, C. (1912). Variabilità e mutabilità. Bologna.", checked: "unverified" },
    {
      text: "Deltas, G. (2003). The small-sample bias of the Gini coefficient. Review of Economics and Statistics 85(1), 226-234.",
      checked: "unverified",
    },
  ],
  conventions: {
    correction: {
      title: { en: "Correction", zh: "修正" },
      choices: {
        none: { en: "none: places are all there are", zh: "不修正：各地即总体" },
        "small-sample": {
          en: "by n / (n - 1), with weights by 1 / (1 - sum of squared shares)",
          zh: "乘以 n / (n − 1)；有权重时除以 1 减份额平方和",
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
      en: "n places reach (n - 1)/n at most: small groups look equal unless corrected.",
      zh: "n 个地区的上限为 (n-1)/n，小组未经修正会显得更平均。",
    },
    { en: "Weighted by people and unweighted are different questions.", zh: "按人口加权与不加权回答的是不同问题。" },
  ],
  inputs: sampleInputs,
  options: z.strictObject({
    correction: z.enum(["none", "small-sample"]).default("none"),
    value: z.enum(["total", "per-head"]).default("total"),
  }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: totals 3 and 3 of 3 and 1 people: levels 1 and 3, mean 3/2, shares 3/4 and 1/4: 2 (3/4) (1/4) 2 / (2 x 3/2) = 1/4; the first place has 3/4 of the people and 1/2 of the total",
      zh: "手算：3 人与 1 人的总量各为 3：水平 1 与 3，均值 3/2，份额 3/4 与 1/4：2 (3/4) (1/4) 2 / (2 × 3/2) = 1/4；第一地占人口 3/4、总量 1/2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b"]), numbers("value", "yuan", [3, 3]), numbers("weight", "person", [3, 1])],
      ),
    },
    gives: { gini: 0.25, "lorenz[1].weight_share": 0.75, "lorenz[1].income_share": 0.5 },
  },
  run: ({ data }, options) => {
    const result = gini(data, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...unitWarnings(data.units, options.value)] };
  },
  scalars: { gini: { title: { en: "Gini coefficient", zh: "基尼系数" }, unit: "1" } },
  tables: ({ indices, lorenz }, { data }, options) => [
    ...sampleTables(
      indices,
      [
        headline,
        numberOf("mean", levelUnit(data.units, options.value), { en: "mean", zh: "均值" }, ({ mean }) => mean),
      ],
      headline,
    ).filter(({ name }) => name !== "by_group"),
    tableOf("curves", ["group"], ofLastYear(indices), [groupColumn, yearColumn, headline], {
      title: { en: "Gini coefficients of the curves", zh: "各曲线的基尼系数" },
    }),
    tableOf(
      "lorenz",
      ["group", "place"],
      lorenz,
      [
        groupColumn,
        placeColumn,
        yearColumn,
        numberOf(
          "weight_share",
          "1",
          { en: "cumulative share of weight", zh: "权重累计份额" },
          (row) => row.weightShare,
        ),
        numberOf(
          "income_share",
          "1",
          { en: "cumulative share of value", zh: "取值累计份额" },
          (row) => row.incomeShare,
        ),
      ],
      { title: { en: "Lorenz curves, last year", zh: "洛伦兹曲线（最后一年）" } },
    ),
  ],
  views: [
    {
      kind: "lorenz",
      table: "lorenz",
      x: "weight_share",
      y: "income_share",
      group: "group",
      gini: { table: "curves", group: "group", value: "gini" },
    },
    ...sampleViews("gini").filter(({ kind }) => kind === "trend"),
  ],
  trace: traceToSample,
  findings: ({ indices }) => sampleFindings(indices, (row) => row.gini, { en: "Gini coefficient", zh: "基尼系数" }),
});
