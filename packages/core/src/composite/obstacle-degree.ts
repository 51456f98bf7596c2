/**
 * What holds each place back?
 *
 *   O_j = F_j I_j / sum_j F_j I_j        I_j = 1 - x_j
 *
 * x is the indicator's normalised value in [0, 1], direction applied, so I is its distance from the best; F is its weight
 * in the whole system, the product along its path in the recipe's tree (an indicator of weight .5 under an aspect of
 * weight .2 has F = .1). Degrees of one place add up to 1; an aspect's degree is the sum over its indicators. They say how
 * a place's shortfall is made up, not how large it is: that is the distance sum F I, which stands beside them.
 *
 * Values outside [0, 1] are refused (z-scores, unclipped goalposts). A place at the best everywhere has no obstacles: it
 * has no rows in the tables and is named in a warning. A missing indicator is left out and the others make up the whole,
 * which a warning counts; a row without any figure is dropped. Ties in the ranking go by the order of the recipe.
 *
 * @example
 * obstacleDegree({ place: ["a", "b"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 4) }, // of a: x = 0, I = 1
 *   { name: "y", unit: "1", values: Float64Array.of(3, 1) }, //       y = 1, I = 0
 * ] }).places[0].degrees // [1, 0]: all that holds a back is x
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type NamedRow, type Outcome, type Warning } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { obstacleFindings } from "./obstacle-degree-findings.ts";
import { obstacleTables } from "./obstacle-degree-tables.ts";
import type { Recipe } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  poolsYears,
  recipeConventions,
  recipeFor,
  recipeInputs,
} from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { type Scored, score } from "./score.ts";
import { traceToIndicators, traceToRow } from "./score-trace.ts";

/** One row of the data; arrays are by indicator, `NaN` where it is missing. */
export interface PlaceObstacles {
  /** Position of the row in the data. */
  readonly row: number;
  /** Sum of weight times distance from the best, over the weight present: 0 best, 1 worst. */
  readonly distance: number;
  readonly degrees: readonly number[];
  readonly deviations: readonly number[];
  /** Positions of the indicators that hold the place back, the greatest first. */
  readonly order: readonly number[];
  readonly missing: number;
}

export interface ObstacleResult extends Outcome {
  readonly scored: Scored;
  /** Rows with at least one figure. */
  readonly places: readonly PlaceObstacles[];
  readonly meanDistance: number;
  /** Rows at the best in everything. */
  readonly without: number;
}

export interface ObstacleOptions {
  readonly recipe?: Recipe | undefined;
}

const rounding = 1e-12; // a normalised value may pass the end of its range by a few roundings

export function obstacleDegree(data: CompositeData, { recipe }: ObstacleOptions = {}): ObstacleResult {
  checkRows("obstacle-degree", data);
  const used = recipeFor(data, recipe);
  const scored = score(used, data);
  const nameOf = (row: number) => (data.year === undefined ? data.place[row] : `${data.place[row]} ${data.year[row]}`);
  const places: PlaceObstacles[] = [];
  const dropped: Dropped[] = [];
  for (let row = 0; row < scored.n; row += 1) {
    const found = obstaclesOf(scored, row, nameOf(row));
    if (found === undefined) {
      const reason = { en: "no figure for any indicator", zh: "各指标均缺失" };
      dropped.push({ input: "data", row: nameOf(row), reason });
    } else places.push(found);
  }
  if (places.length === 0) {
    throw new InputError({
      code: "no-rows",
      text: {
        en: "obstacle-degree: no row has a figure for any indicator, expected at least one",
        zh: "obstacle-degree：没有一行具备任何指标数值，至少需要一行",
      },
    });
  }
  const best = places.filter(({ order }) => order.length === 0);
  return {
    scored,
    places,
    meanDistance: places.reduce((sum, { distance }) => sum + distance, 0) / places.length,
    without: best.length,
    n: places.length,
    dropped,
    warnings: [
      ...scored.warnings,
      ...warningsOf(
        places,
        best.map(({ row }) => ({ place: data.place[row], year: data.year?.[row] })),
      ),
    ],
    convention: conventionOf(used, recipe !== undefined),
  };
}

function obstaclesOf({ indicators }: Scored, row: number, where: string): PlaceObstacles | undefined {
  const deviations = indicators.map(({ id, normalised }) => deviation(normalised[row], id, where));
  const parts = deviations.map((each, at) => indicators[at].weight * each);
  const present = indicators.filter((_, at) => !Number.isNaN(deviations[at]));
  if (present.length === 0) return undefined;
  const held = parts.flatMap((part, at) => (part > 0 ? [at] : []));
  const total = held.reduce((sum, at) => sum + parts[at], 0);
  const weight = present.reduce((sum, each) => sum + each.weight, 0);
  return {
    row,
    distance: weight > 0 ? total / weight : 0,
    degrees: parts.map((part) => (total > 0 ? part / total : part)),
    deviations,
    order: held.sort((a, b) => parts[b] - parts[a] || a - b),
    missing: indicators.length - present.length,
  };
}

function deviation(x: number, id: string, where: string): number {
  if (Number.isNaN(x)) return x;
  if (x >= -rounding && x <= 1 + rounding) return x > 1 - rounding ? 0 : Math.min(1, 1 - x);
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `obstacle-degree: ${id} of ${where} is ${x} after normalising, expected 0 to 1`,
      zh: `obstacle-degree：${where} 的 ${id} 标准化后为 ${x}，应在 0 至 1 之间`,
    },
    hint: {
      en: "normalise by min-max, or by goalposts with clip: true, into a range within [0, 1]",
      zh: "请采用极差标准化，或 clip: true 的阈值标准化，区间须在 [0, 1] 之内",
    },
  });
}

function warningsOf(places: readonly PlaceObstacles[], best: readonly NamedRow[]): Warning[] {
  const warnings: Warning[] = [];
  if (best.length > 0) {
    warnings.push({
      code: "no-obstacles",
      text: {
        en: "{rows}: at the best in every indicator, so without obstacles",
        zh: "{rows} 各指标均处最优，无障碍因子",
      },
      values: { rows: { rows: best } },
    });
  }
  const partly = places.filter(({ missing }) => missing > 0).length;
  if (partly > 0) {
    warnings.push({
      code: "over-present",
      text: {
        en: `${partly} of ${places.length} rows lack indicators: their degrees are shares among those present`,
        zh: `${places.length} 行中有 ${partly} 行指标不全：其障碍度按现有指标计算`,
      },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "composite/obstacle-degree",
  version: 1,
  title: { en: "Obstacle degree", zh: "障碍度模型" },
  question: { en: "What holds each place back, and by how much?", zh: "各地的主要障碍因子是什么？影响多大？" },
  formula: "Oⱼ = Fⱼ Iⱼ / Σⱼ Fⱼ Iⱼ;  Iⱼ = 1 − xⱼ",
  where: {
    en: "xⱼ: normalised value in [0, 1]; Fⱼ: weight in the whole system, the product along the tree",
    zh: "xⱼ：标准化值，取值 [0, 1]；Fⱼ：因子贡献度，即指标对总目标的权重（各层权重之积）",
  },
  cites: [
    {
      text: "Huang, Q. and Yang, Q. (2019). 基于PSR模型的重庆市土地可持续利用评价及障碍因子诊断 [Sustainable land use and its obstacles in Chongqing]. 湖北农业科学 [Hubei Agricultural Sciences] 2019(24): an application.",
      doi: "10.14088/j.cnki.issn0439-8114.2019.24.061",
      checked: "secondary",
    },
    {
      text: "Zhang, J. (2025). mathmodels: Comprehensive Mathematical Modeling Algorithms in R, obstacle_degree.",
      checked: "secondary",
    },
  ],
  conventions: recipeConventions,
  means: {
    top: { en: "how many obstacles a place are ranked", zh: "每地列出的障碍因子个数" },
  },
  pitfalls: [
    {
      en: "Degrees add up to 1 in every place: they say how a shortfall is made up, not how large it is.",
      zh: "各地障碍度合计为 1：只说明差距的构成，不说明差距大小。",
    },
    {
      en: "The weight is that in the whole system (aspect times indicator); the weight within the aspect alone gives other degrees.",
      zh: "因子贡献度取全系统权重（方面权重×指标权重），只取方面内权重结果不同。",
    },
  ],
  inputs: recipeInputs,
  options: z.strictObject({
    /** How many obstacles a place the ranking shows. */
    top: z.number().int().positive().default(5),
  }),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    source: {
      en: "by hand: of two equal aspects one has x and y, one z; b has x = 0, y = .5, z = .6: .25 and .125 and .2 of .575",
      zh: "手算：两个维度等权，其一含 x、y，另一含 z；b 的 x = 0，y = .5，z = .6：在 .575 中占 .25、.125 与 .2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c"]),
          numbers("x", "1", [10, 0, 5]),
          numbers("y", "1", [2, 1, 0]),
          numbers("z", "1", [5, 3, 0]),
        ],
      ),
      recipe: {
        nodes: [{ id: "first" }, { id: "second" }],
        indicators: [
          { id: "x", node: "first" },
          { id: "y", node: "first" },
          { id: "z", node: "second" },
        ],
      },
    },
    gives: {
      without: 1,
      "obstacles[0].degree": 0.25 / 0.575,
      "obstacles[1].degree": 0.125 / 0.575,
      "aspects[0].degree": 0.375 / 0.575,
      "places[1].distance": 0.575,
    },
  },
  run: ({ data, recipe }) => obstacleDegree(data, { recipe }),
  scalars: {
    meanDistance: { title: { en: "mean distance from the best", zh: "与最优水平的平均差距" }, unit: "1" },
    without: { title: { en: "rows without obstacles", zh: "无障碍因子的行数" }, unit: "1" },
  },
  tables: (result, { data }, { top }) => obstacleTables(result, data, top),
  views: [
    { kind: "heatmap", table: "obstacles", row: "place", column: "indicator", value: "degree", scale: "sequential" },
    { kind: "bars", table: "indicators", category: "indicator", value: "mean_degree" },
    {
      kind: "heatmap",
      table: "aspects",
      row: "place",
      column: "node",
      value: "degree",
      scale: "sequential",
      title: { en: "Obstacles by aspect", zh: "分维度障碍度" },
    },
  ],
  findings: (result, { data }) => obstacleFindings(result, data),
  trace: (cell, tables, inputs) =>
    cell.column === "deviation" ? traceToIndicators(cell, tables, inputs) : traceToRow(cell, tables, inputs),
});
