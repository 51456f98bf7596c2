/**
 * Which choices that a paper need not mention would change this result: what flips, whom, and by how much?
 *
 *   lost-factor      the coupling coordination degree of the aspects with C = (prod u)^(1/k) / sum u, the factor k lost
 *   scope            goalposts of every year instead of pooled ones (or pooled, where the recipe has them by year)
 *   clipping         values beyond the 5th and 95th percentile count as at them; under goalposts and targets: clipping
 *                    turned round
 *   equal-weights    all weights alike among siblings
 *   entropy-weights  weights of entropy, of the normalised values
 *
 * Everything else stays as the recipe has it. By choice: the share of pairs of places whose order turns round (within group
 * and year, ties are no order), how far ranks move, whether another place leads, the share of places whose change from
 * first to last year turns round, and for the coupling degree the share of grades that change. Losing the factor k divides
 * every degree by the square root of k: no rank moves, and nearly every grade does.
 *
 * Without `only` a choice that does not apply is listed with the reason; one that was asked for and does not is refused.
 * Rows without a score under either choice are left out of the comparison.
 *
 * @example
 * choices({ place: ["a", "b"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1) }, { name: "y", unit: "1", values: Float64Array.of(1, 0) },
 * ] }).comparisons // lost-factor, clipping and entropy-weights are compared; the others say why not
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Flips } from "./choices-flips.ts";
import { choicesFindings, choicesTables } from "./choices-tables.ts";
import { choiceIds } from "./choices-variants.ts";
import { type Comparison, compareChoices, usualTail } from "./compare-choices.ts";
import type { Recipe } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  poolsYears,
  recipeConventions,
  recipeFor,
  recipeInputs,
  tiesConvention,
} from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { score } from "./score.ts";
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

export interface Choices extends Outcome {
  readonly comparisons: readonly Comparison[];
  /** The greatest share of pairs of places that one choice turns round, and of changes over time. */
  readonly mostPairs: number;
  readonly mostSigns: number;
}

const optionsSchema = z.strictObject({
  /** The choices to make the other way; all that apply unless named. */
  only: z.array(z.enum(choiceIds)).min(1).optional(),
  /** Share of the values at either end that clipping brings in. */
  tail: z.number().gt(0).lt(0.5).default(usualTail),
});

export interface ChoicesOptions extends z.input<typeof optionsSchema> {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
}

export function choices(data: CompositeData, { recipe, weights, ...given }: ChoicesOptions = {}): Choices {
  checkRows("choices", data);
  const { only, tail } = readOptions("composite/choices", optionsSchema, given);
  const used = weighedBy(recipeFor(data, recipe), weights);
  const stated = score(used, data);
  const comparisons = compareChoices({ recipe: used, data, stated, tail }, only);
  const most = (of: (flips: Flips) => number) =>
    comparisons.reduce((top, { flips }) => Math.max(top, flips === undefined ? 0 : of(flips) || 0), 0);
  return {
    comparisons,
    mostPairs: most(({ pairs }) => pairs),
    mostSigns: most(({ signs }) => signs),
    n: stated.total.filter((value) => !Number.isNaN(value)).length,
    warnings: [...stated.warnings, ...warningsOf(comparisons)],
    convention: {
      ...conventionOf(used, recipe !== undefined),
      ...(weights === undefined ? {} : { weigh: "table" }),
      clipping: used.normalise.method === "goalposts" || used.normalise.method === "target" ? "goalposts" : "quantiles",
      ties: "best",
    },
  };
}

function warningsOf(comparisons: readonly Comparison[]): Warning[] {
  const without = comparisons.filter(({ why }) => why !== undefined);
  const warnings: Warning[] = [];
  if (comparisons.every(({ flips }) => flips === undefined || flips.contests === 0)) {
    warnings.push({
      code: "nobody-to-compare",
      text: {
        en: "no group and year has two places with a score, so no order can turn round",
        zh: "各组各年均不足两个有得分的地区，不存在先后逆转",
      },
    });
  }
  if (without.length > 0) {
    warnings.push({
      code: "choices-not-compared",
      text: {
        en: `${without.length} of ${comparisons.length} choices do not apply to this recipe and these data; the table says why`,
        zh: `${comparisons.length} 项选择中有 ${without.length} 项不适用于本方案或数据，原因见表`,
      },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "composite/choices",
  version: 1,
  title: { en: "Choices that change results silently", zh: "悄然改变结果的方法选择" },
  question: {
    en: "Which choices that a paper need not mention would change this result: what flips, whom, and by how much?",
    zh: "哪些常被略而不提的方法选择会改变结果？改变什么、涉及谁、幅度多大？",
  },
  formula: "f = #{i < j : (rᵢ − rⱼ)(r′ᵢ − r′ⱼ) < 0} / #{i < j}",
  where: {
    en: "f: share of the pairs that turn round; r: ranks by the recipe; r′: ranks with the one choice made otherwise",
    zh: "f：先后逆转的地区对占比；r：按方案的位次；r′：仅改变一项选择后的位次",
  },
  cites: [
    {
      text: "Paruolo, P., Saisana, M., Saltelli, A. (2013). Ratings and rankings: voodoo or science? Journal of the Royal Statistical Society A 176(3), 609-634.",
      checked: "unverified",
    },
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    ...recipeConventions,
    clipping: {
      title: { en: "Clipping", zh: "截断" },
      choices: {
        goalposts: { en: "at goalposts and targets, turned round", zh: "在阈值或目标值处截断，与方案相反" },
        quantiles: { en: "at quantiles of all rows", zh: "按全部样本的分位数截断" },
      },
    },
    ties: tiesConvention,
  },
  means: {
    only: { en: "which choices to try; all that apply unless said", zh: "要比较的选择；缺省为全部适用者" },
    tail: { en: "share of values cut at either end by `clipping`", zh: "截断时两端各占的比例" },
  },
  pitfalls: [
    {
      en: "A lost factor moves nearly every grade of coupling and no rank at all: equal ranks are no proof of a right formula.",
      zh: "丢失系数会改变几乎所有协调等级，却不改变位次：位次相同不能证明公式正确。",
    },
    {
      en: "Goalposts by year can turn round the sign of a change over time, since every year then has a scale of its own.",
      zh: "逐年取阈值会使跨年变化的方向逆转，因为各年各用一套标尺。",
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
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 0, 0.4]), numbers("y", "1", [0, 1, 0.4])],
      ),
      recipe: { indicators: [{ id: "x", weight: 3 }, { id: "y" }] },
    },
    options: { only: ["lost-factor", "equal-weights"] },
    gives: {
      mostPairs: 1 / 3,
      "choices[0].pairs": 0,
      "choices[0].grades": 1 / 3,
      "choices[1].mean_shift": 1,
      "places[2].after": 0.2 ** 0.5,
    },
    source: {
      en: "by hand: scores .75, .25, .4 and with equal weights .5, .5, .4, so b and c change places; the coupling degree of c is 1 and its D sqrt .4, or sqrt .2 without the factor 2; a and b are at 0",
      zh: "手算：得分 .75、.25、.4，等权时为 .5、.5、.4，故 b 与 c 换位；c 的耦合度为 1，D 为 √.4，不含因子 2 时为 √.2；a 与 b 为 0",
    },
  },
  run: ({ data, recipe, weights }, options) => choices(data, { ...options, recipe, weights }),
  scalars: {
    mostPairs: {
      title: { en: "most pairs turned round by one choice", zh: "单项选择逆转的地区对占比（最大）" },
      unit: "1",
    },
    mostSigns: {
      title: { en: "most changes over time turned round by one choice", zh: "单项选择逆转的变化方向占比（最大）" },
      unit: "1",
    },
  },
  tables: (result, { data }) => choicesTables(result, data),
  views: [
    {
      kind: "bars",
      table: "choices",
      category: "choice",
      value: "pairs",
      title: { en: "Pairs of places whose order each choice turns round", zh: "各项选择逆转先后的地区对占比" },
    },
    {
      kind: "heatmap",
      table: "places",
      row: "place",
      column: "choice",
      value: "change",
      scale: "around-zero",
      title: { en: "Whom each choice moves, in ranks", zh: "各项选择使谁升降（位）" },
    },
  ],
  findings: (result, { data }) => choicesFindings(result, data),
});
