import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { quantile } from "../numeric/quantile.ts";
import { couplingDegree, gradeOf } from "./coupling-coordination-degree.ts";
import type { Recipe } from "./recipe.ts";
import { conventionOf } from "./recipe-conventions.ts";
import { rootId } from "./recipe-names.ts";
import type { CompositeData } from "./scale.ts";
import { type Scored, score } from "./score.ts";

export const choiceIds = ["lost-factor", "scope", "clipping", "equal-weights", "entropy-weights"] as const;
export type ChoiceId = (typeof choiceIds)[number];

export const choiceTitles: Readonly<Record<ChoiceId, Text>> = {
  "lost-factor": { en: "factor k lost from the coupling degree", zh: "耦合度丢失系数 k" },
  scope: { en: "goalposts the other way (pooled or by year)", zh: "阈值合并与逐年互换" },
  clipping: { en: "clipping of extremes the other way", zh: "极端值截断与否互换" },
  "equal-weights": { en: "equal weights", zh: "改用等权" },
  "entropy-weights": { en: "entropy weights", zh: "改用熵权" },
};

/** The same quantity as the recipe has it and as the other choice has it, by row; `NaN` where there is none. */
export interface Variant {
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Grades of both, where the quantity is graded. */
  readonly grades?: { readonly before: Float64Array; readonly after: Float64Array };
}

/** Why a choice says nothing here. */
export interface Inapplicable {
  readonly why: Text;
}

/** A recipe and its data, and what they come to. */
export interface Case {
  readonly recipe: Recipe;
  readonly data: CompositeData;
  readonly stated: Scored;
  /** The share clipped off at either end where the recipe has no goalposts to clip at. */
  readonly tail: number;
}

type Rule = (given: Case) => Variant | Inapplicable;

export function variantOf(id: ChoiceId, given: Case): Variant | Inapplicable {
  try {
    return rules[id](given);
  } catch (error) {
    if (!(error instanceof InputError) || error.problems.length === 0) throw error;
    return { why: error.problems[0].text };
  }
}

const rules: Readonly<Record<ChoiceId, Rule>> = {
  "lost-factor": ({ stated }) => {
    const parts = [
      ...stated.nodes
        .filter(({ parent }) => parent === rootId)
        .map(({ scores, weight }) => ({ values: scores, weight })),
      ...stated.indicators
        .filter(({ node }) => node === rootId)
        .map(({ normalised, weight }) => ({ values: normalised, weight })),
    ];
    if (parts.length < 2) {
      return { why: { en: "fewer than two aspects, so no coupling between them", zh: "不足两个维度，无耦合可言" } };
    }
    if (parts.some(({ values }) => values.some((value) => value < -rounding || value > 1 + rounding))) {
      return {
        why: { en: "aspects beyond 0 and 1 have no coupling degree", zh: "维度得分超出 [0, 1]，无法计算耦合度" },
      };
    }
    const degree = (variant: "standard" | "uncapped") =>
      stated.total.map((total, row) => {
        const u = parts.map(({ values }) => Math.min(1, Math.max(0, values[row])));
        if (Number.isNaN(total) || u.some(Number.isNaN)) return Number.NaN;
        const level = parts.reduce((sum, { weight }, at) => sum + weight * u[at], 0);
        const coupling = couplingDegree(u, variant);
        return level === 0 ? 0 : Math.sqrt(coupling * level);
      });
    const [before, after] = [degree("standard"), degree("uncapped")];
    const graded = (values: Float64Array) =>
      values.map((value) => (Number.isNaN(value) ? value : gradeOf(value, "above")));
    return { before, after, grades: { before: graded(before), after: graded(after) } };
  },
  scope: ({ recipe, data, stated }) => {
    if (new Set(Array.from(data.year ?? [])).size < 2) {
      return { why: { en: "one year only", zh: "仅有一个年份" } };
    }
    const scope = recipe.normalise.scope === "pooled" ? "by-year" : "pooled";
    return scored(stated, { ...recipe, normalise: { ...recipe.normalise, scope } }, data);
  },
  clipping: ({ recipe, data, stated, tail }) => {
    const { method, clip } = recipe.normalise;
    if (method === "goalposts" || method === "target") {
      return scored(stated, { ...recipe, normalise: { ...recipe.normalise, clip: !clip } }, data);
    }
    const indicators = data.indicators.map((each) => ({ ...each, values: clipped(each.values, tail) }));
    return scored(stated, recipe, { ...data, indicators });
  },
  "equal-weights": ({ recipe, data, stated }) => {
    if (conventionOf(recipe, true).weigh === "equal") {
      return { why: { en: "the weights are equal already", zh: "权重本已相等" } };
    }
    return scored(stated, { ...recipe, weigh: { method: "equal" } }, data);
  },
  "entropy-weights": ({ recipe, data, stated }) => {
    if (recipe.weigh.method === "entropy") {
      return { why: { en: "the weights are entropy weights already", zh: "权重本已为熵权" } };
    }
    return scored(stated, { ...recipe, weigh: { method: "entropy" } }, data);
  },
};

const rounding = 1e-12; // a score that adds up to 1 may exceed it by a few roundings

function scored(stated: Scored, recipe: Recipe, data: CompositeData): Variant {
  return { before: stated.total, after: score(recipe, data).total };
}

/** Values beyond the quantiles `tail` and `1 - tail` (between the two nearest, R's type 7) count as at them. */
function clipped(values: Float64Array, tail: number): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return values;
  const [low, high] = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  return values.map((value) => (Number.isNaN(value) ? value : Math.min(high, Math.max(low, value))));
}
