/**
 * Does each indicator move the index as much as its weight says?
 *
 *   nominal     product of the weights along the path of the tree
 *   effective   eta_j / sum eta,  eta_j = Var(E(S | x_j)) / Var(S)       (correlation ratio, `measure: correlation-ratio`)
 *               r_j^2 / sum r^2                                         (`measure: linear`)
 *   carried     Cov(c_j, S) / Var(S),  c_j the indicator's contribution to the score
 *
 * A weight says how one unit of an indicator is traded for one of another. How much of the ranking an indicator decides
 * depends on its variance and on what goes along with it too: one that hardly varies decides nothing whatever its weight.
 * Correlation ratios take bent relations as they are, over classes of equal size (see correlation-ratio.ts); they count
 * what correlated indicators share for each of them, so they are compared as shares within their level. What is carried
 * adds up to 1 exactly and may be below 0, for an indicator that runs against the index.
 *
 * Over all rows with a score, places and years together; an indicator over those of them that have it. A constant
 * indicator has no relation to anything: a gap for ratios, 0 of what is carried. Fewer than six rows are refused for
 * correlation ratios, fewer than three for lines.
 *
 * @example
 * effectiveWeights({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1, 2) },
 *   { name: "y", unit: "1", values: Float64Array.of(0, 2, 1) },
 * ] }, { measure: "linear" }).items // half each in weight, r^2 = 3 / 4 both
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { foremost, listed, mostNamed, percent } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import { correlationRatio } from "./correlation-ratio.ts";
import { correlations } from "./correlations.ts";
import { effectiveTables } from "./effective-weights-tables.ts";
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
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

export interface EffectiveWeight {
  readonly id: string;
  readonly title: Text;
  readonly kind: "indicator" | "node";
  /** Id of the node above. */
  readonly under: string;
  /** 0 for indicators; nodes are compared with those of their depth. */
  readonly depth: number;
  readonly nominal: number;
  /** With the score. */
  readonly correlation: number;
  readonly ratio: number;
  /** Share of the measure within its level. */
  readonly effective: number;
  readonly carried: number;
}

export interface EffectiveWeights extends Outcome {
  readonly items: readonly EffectiveWeight[];
  /** Half the sum of differences between nominal and effective weights of indicators: the weight that is elsewhere than it seems. */
  readonly misplaced: number;
}

const optionsSchema = z.strictObject({
  measure: z.enum(["correlation-ratio", "linear"]).default("correlation-ratio"),
  /** Classes of correlation ratios, as far as there are three rows for each. */
  classes: z.int().min(2).max(100).default(10),
});

export interface EffectiveWeightsOptions extends Partial<z.output<typeof optionsSchema>> {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
}

export function effectiveWeights(
  data: CompositeData,
  { recipe, weights, ...given }: EffectiveWeightsOptions = {},
): EffectiveWeights {
  checkRows("effective-weights", data);
  const { measure, classes } = readOptions("composite/effective-weights", optionsSchema, given);
  const used = weighedBy(recipeFor(data, recipe), weights);
  const scored = score(used, data);
  const rows = [...scored.total.keys()].filter((row) => !Number.isNaN(scored.total[row]));
  refuseTooFew(rows.length, measure);
  const total = Float64Array.from(rows, (row) => scored.total[row]);
  const { least, most } = extremes(total);
  if (!(least < most)) throw allAlike();
  const items = withShares(
    itemsOf(scored).map(({ values, contribution, ...item }) => {
      const there = rows.filter((row) => !Number.isNaN(values[row]));
      const pick = (from: Float64Array, which: readonly number[]) => Float64Array.from(which, (row) => from[row]);
      const [x, y] = [pick(values, there), pick(scored.total, there)];
      const ratio = measure === "linear" ? Number.NaN : correlationRatio(x, y, classes);
      return {
        ...item,
        correlation: there.length < 3 ? Number.NaN : correlations([x, y])[0][1],
        ratio,
        carried: covariance(pick(contribution, rows), total) / covariance(total, total),
      };
    }),
    measure,
  );
  const indicators = items.filter(({ kind }) => kind === "indicator");
  const { normalise: _, ...convention } = conventionOf(used, recipe !== undefined);
  return {
    items,
    misplaced: indicators.reduce((sum, each) => sum + Math.abs((each.effective || 0) - each.nominal), 0) / 2,
    n: rows.length,
    warnings: [...scored.warnings, ...warningsOf(items)],
    convention: { ...convention, ...(weights === undefined ? {} : { weigh: "table" }), measure },
  };
}

/** Indicators, then aspects below the root, each with its values and its part of the score; a gap contributes nothing. */
function itemsOf({ indicators, nodes, n }: Scored) {
  const above = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const isUnder = (node: string, top: string) => {
    let at: string | undefined = node;
    while (at !== undefined && at !== top) at = above.get(at);
    return at === top;
  };
  const known = (values: Float64Array) => values.map((value) => (Number.isNaN(value) ? 0 : value));
  const leaves = indicators.map(({ id, title, node, weight, normalised, contribution }) => ({
    id,
    title,
    kind: "indicator" as const,
    under: node,
    depth: 0,
    nominal: weight,
    values: normalised,
    contribution: known(contribution),
  }));
  const aspects = nodes.flatMap(({ id, title, parent, depth, weight, scores }) => {
    if (parent === undefined) return [];
    const contribution = new Float64Array(n);
    for (const leaf of leaves) {
      if (!isUnder(leaf.under, id)) continue;
      for (let row = 0; row < n; row += 1) contribution[row] += leaf.contribution[row];
    }
    return [{ id, title, kind: "node" as const, under: parent, depth, nominal: weight, values: scores, contribution }];
  });
  return [...leaves, ...aspects];
}

function withShares(
  items: readonly Omit<EffectiveWeight, "effective">[],
  measure: "correlation-ratio" | "linear",
): EffectiveWeight[] {
  const strength = (item: Omit<EffectiveWeight, "effective">) =>
    measure === "linear" ? item.correlation ** 2 : item.ratio;
  return items.map((item) => {
    const level = items.filter(({ kind, depth }) => kind === item.kind && depth === item.depth);
    const sum = level.reduce((total, each) => total + (strength(each) || 0), 0);
    return { ...item, effective: sum > 0 ? strength(item) / sum : Number.NaN };
  });
}

function covariance(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(x), mean(y)];
  return x.reduce((sum, value, at) => sum + (value - a) * (y[at] - b), 0);
}

function refuseTooFew(rows: number, measure: "correlation-ratio" | "linear"): void {
  const least = measure === "linear" ? 3 : 6;
  if (rows >= least) return;
  throw new InputError({
    code: "too-few-rows",
    text: {
      en: `effective-weights: ${counted(rows, "row has", "rows have")} a score, expected at least ${least} for ${measure}`,
      zh: `有效权重：有得分的仅 ${rows} 行，${measure} 至少需要 ${least} 行`,
    },
    ...(measure === "linear" ? {} : { hint: { en: "take measure: linear", zh: "可改用 measure: linear" } }),
  });
}

function allAlike(): InputError {
  return new InputError({
    code: "scores-alike",
    text: {
      en: "effective-weights: all scores are the same, expected at least two that differ",
      zh: "有效权重：各地得分相同，至少需要两个不同的得分",
    },
  });
}

function warningsOf(items: readonly EffectiveWeight[]): Warning[] {
  const say = (code: string, those: readonly EffectiveWeight[], en: string, zh: string): Warning[] =>
    those.length === 0 ? [] : [{ code, text: { en, zh }, values: { items: listed(those.map(({ title }) => title)) } }];
  return [
    ...say(
      "no-relation",
      items.filter(({ effective }) => Number.isNaN(effective)),
      "{items}: too few values that differ to say how much they move the index",
      "{items}取值过少或无差异，无法判断其对指数的影响",
    ),
    ...say(
      "against-the-index",
      items.filter(({ correlation, nominal }) => correlation < 0 && nominal > 0),
      "{items}: higher values go along with a lower index, though they count for it",
      "{items}与综合得分负相关，尽管按正向计入",
    ),
  ];
}

const { recipe, scope, weigh, aggregate } = recipeConventions;

export default defineMethod({
  id: "composite/effective-weights",
  version: 1,
  title: { en: "Effective weights", zh: "有效权重（实际影响力）" },
  question: {
    en: "Does each indicator move the index as much as its weight says?",
    zh: "各指标对综合指数的实际影响，与其名义权重是否一致？",
  },
  formula: "ηⱼ = Var(E(S | xⱼ)) / Var(S);  eⱼ = ηⱼ / Σ η;  aⱼ = Cov(cⱼ, S) / Var(S)",
  where: {
    en: "S: score; xⱼ: normalised indicator; cⱼ: its contribution to the score; e: effective weight; a: what the indicator carries of the variance",
    zh: "S：综合得分；xⱼ：标准化指标；cⱼ：指标对得分的贡献；e：有效权重；a：指标所承担的方差份额",
  },
  cites: [
    {
      text: "Paruolo, P., Saisana, M., Saltelli, A. (2013). Ratings and rankings: voodoo or science? Journal of the Royal Statistical Society A 176(3), 609-634.",
      checked: "unverified",
    },
    {
      text: "Becker, W., Saisana, M., Paruolo, P., Vandecasteele, I. (2017). Weights and importance in composite indicators: closing the gap. Ecological Indicators 80, 12-22.",
      checked: "unverified",
    },
  ],
  conventions: {
    recipe,
    scope,
    weigh,
    aggregate,
    measure: {
      title: { en: "What moves the index", zh: "影响力的度量" },
      choices: {
        "correlation-ratio": {
          en: "correlation ratio over classes of equal size, corrected for their number",
          zh: "相关比（等频分组，经组数校正）",
        },
        linear: { en: "squared correlation", zh: "相关系数平方" },
      },
    },
  },
  means: {
    classes: { en: "classes of equal size behind a correlation ratio", zh: "计算相关比时的等量分组数" },
  },
  pitfalls: [
    {
      en: "A weight says how indicators are traded, not how much of the ranking they decide: one that hardly varies decides nothing.",
      zh: "权重表示指标间的替代关系，而非对排名的影响：几乎不变的指标无论权重多大都不起作用。",
    },
  ],
  inputs: { ...recipeInputs, weights: weightsInput },
  options: optionsSchema,
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [0, 1, 2]), numbers("y", "1", [0, 2, 1])],
      ),
    },
    options: { measure: "linear" },
    gives: {
      misplaced: 0,
      "weights[0].effective": 0.5,
      "weights[0].carried": 0.5,
      "weights[1].correlation": 0.75 ** 0.5,
    },
    source: {
      en: "by hand: scores 0, .75, .75; covariance with x is .25 and of each with itself .25 and .5 / 3, r^2 = .75",
      zh: "手算：得分 0、.75、.75；与 x 的协方差为 .25，各指标与自身为 .25 与 .5/3，r² = .75",
    },
  },
  run: ({ data, recipe, weights }, options) => effectiveWeights(data, { ...options, recipe, weights }),
  scalars: {
    misplaced: { title: { en: "weight that is elsewhere than it seems", zh: "名义与有效权重错位合计" }, unit: "1" },
  },
  tables: effectiveTables,
  views: [
    {
      kind: "bars",
      table: "compared",
      category: "item",
      value: "share",
      group: "measure",
      where: { kind: "indicator" },
      title: { en: "Weights as stated and as they work", zh: "名义权重与有效权重" },
    },
  ],
  findings: ({ items, misplaced }) => effectiveFindings(items, misplaced),
});

const negligible = 0.005; // half a percent of the weight: what a reader would not act on

/** Which indicator moves the index most beyond its weight, and which least. */
function effectiveFindings(items: readonly EffectiveWeight[], misplaced: number): Finding[] {
  const indicators = items.filter(({ kind, effective }) => kind === "indicator" && !Number.isNaN(effective));
  if (indicators.length < 2) return [];
  if (misplaced < negligible) {
    return [
      {
        text: {
          en: "All {n} indicators move the index as much as their weights say, to within {misplaced} of the weight.",
          zh: "{n} 项指标的实际影响与名义权重基本一致，错位合计 {misplaced}。",
        },
        values: { n: indicators.length, misplaced: percent(misplaced, 1) },
      },
    ];
  }
  const gain = ({ effective, nominal }: EffectiveWeight) => effective - nominal;
  const [most, least] = [foremost(indicators, gain), foremost(indicators, (each) => -gain(each))];
  if (most.length > mostNamed || least.length > mostNamed || most.length === indicators.length) return [];
  const said = (those: readonly EffectiveWeight[]) => listed(those.map(({ title }) => title));
  return [
    {
      text: {
        en: "{most} moves the index more than its weight says ({mostEffective} against {mostNominal}), {least} less ({leastEffective} against {leastNominal}); {misplaced} of the weight is elsewhere than it seems.",
        zh: "{most}的实际影响高于名义权重（{mostEffective} 对 {mostNominal}），{least}则偏低（{leastEffective} 对 {leastNominal}）；名义与有效权重错位合计 {misplaced}。",
      },
      values: {
        most: said(most),
        mostEffective: percent(most[0].effective),
        mostNominal: percent(most[0].nominal),
        least: said(least),
        leastEffective: percent(least[0].effective),
        leastNominal: percent(least[0].nominal),
        misplaced: percent(misplaced),
      },
    },
  ];
}
