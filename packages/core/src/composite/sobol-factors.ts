import { InputError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import type { WeightDraws } from "./rank-draws.ts";
import { planDraws, type RankPlan } from "./rank-plan.ts";
import { ranksWithin } from "./ranking.ts";
import type { Aggregate, Normalisation, Recipe, Weighing } from "./recipe.ts";
import { conventionOf } from "./recipe-input.ts";
import { recipeTree } from "./recipe-tree.ts";
import type { CompositeData } from "./scale.ts";
import { type Scored, score } from "./score.ts";
import type { FactorRule, SobolPlan } from "./sobol-runs.ts";

/** What may vary. `stated` stands for what the recipe says. */
export interface DeclaredChoices {
  readonly normalisations: readonly ("stated" | Normalisation)[];
  readonly aggregations: readonly ("stated" | Aggregate)[];
  readonly scopes: readonly ("stated" | "pooled" | "by-year")[];
  readonly weighings: readonly ("stated" | Weighing)[];
  readonly weights: WeightDraws;
  readonly weightsOf: "aspects" | "indicators";
  readonly leaveOneOut: boolean;
}

export interface Factor {
  readonly id: string;
  readonly title: Text;
  readonly kind: "discrete" | "continuous";
  /** What a discrete one is drawn from, alike likely. */
  readonly levels: readonly string[];
}

export interface SobolSetup {
  readonly sobol: SobolPlan;
  readonly factors: readonly Factor[];
  readonly stated: Scored;
  readonly statedRank: Float64Array;
  readonly ranked: RankPlan;
}

/** The recipe's choices as factors that vary independently of each other; choices with one answer are none. */
export function sobolSetup(recipe: Recipe, data: CompositeData, declared: DeclaredChoices): SobolSetup {
  const stated = score(recipe, data);
  const frozen = withWeights(recipe, stated);
  const draws = {
    weights: declared.weights,
    normalisations: declared.normalisations,
    aggregations: declared.aggregations,
    leaveOneOut: false,
  };
  const years = new Set(Array.from(data.year ?? []));
  const own = recipe.normalise.scope;
  const scopes = years.size < 2 ? [own] : distinct(declared.scopes.map((each) => (each === "stated" ? own : each)));
  const planOf = (scope: "pooled" | "by-year") =>
    planDraws({ ...frozen, normalise: { ...frozen.normalise, scope } }, data, draws);
  const plans = scopes.map(planOf);
  const ranked = plans[0];
  const pairs = ranked.plan.choices;
  const methods = distinct(pairs.map(({ normalisation }) => normalisation));
  const means = distinct(pairs.map(({ aggregate }) => aggregate));
  const grid = pairs.length === methods.length * means.length;
  const said = conventionOf(recipe, true).weigh as Weighing;
  const weighings = distinct(declared.weighings.map((each) => (each === "stated" ? said : each)));
  const found: { factor: Factor; rule: FactorRule }[] = [];
  const discrete = (sets: Exclude<FactorRule["sets"], "weight">, title: Text, levels: readonly string[]) => {
    if (levels.length < 2) return;
    found.push({ factor: { id: sets, title, kind: "discrete", levels }, rule: { sets, levels: levels.length } });
  };
  if (grid) {
    discrete("normalisation", { en: "normalisation", zh: "标准化方法" }, methods);
    discrete("aggregation", { en: "kind of mean", zh: "合成方法" }, means);
  } else {
    const both = pairs.map(({ normalisation, aggregate }) => `${normalisation} + ${aggregate}`);
    discrete("pair", { en: "normalisation and kind of mean", zh: "标准化与合成方法" }, both);
  }
  discrete("scope", { en: "goalposts pooled or by year", zh: "阈值范围（合并或逐年）" }, scopes);
  discrete("weighing", { en: "way of weighing", zh: "赋权方法" }, weighings);
  if (declared.leaveOneOut && recipe.indicators.length > 1) {
    const ids = Array.from(ranked.columns, (at) => recipe.indicators[at].id);
    discrete("leave-out", { en: "indicator left out", zh: "剔除的指标" }, [...ids, "none"]);
  }
  if (declared.weights !== "stated") found.push(...weightFactors(recipe, stated, ranked, declared.weightsOf));
  if (found.length === 0) throw nothingVaries();
  const weightsBy = (method: Weighing) =>
    localWeights(method === said ? stated : score({ ...recipe, weigh: { method } }, data), ranked.columns);
  const statedRank = ranksWithin(ranked.pools, stated.total);
  const last = new Uint16Array(data.place.length);
  for (const { rows } of ranked.pools) for (const row of rows) last[row] = rows.length;
  return {
    factors: found.map(({ factor }) => factor),
    stated,
    statedRank,
    ranked,
    sobol: {
      plan: { ...ranked.plan, choices: plans.flatMap(({ plan }) => plan.choices) },
      scopes: scopes.length,
      aggregations: grid ? means.length : 1,
      factors: found.map(({ rule }) => rule),
      weighings: weighings.map(weightsBy),
      stated: Uint16Array.from(ranked.order, (row) => statedRank[row] || 0),
      last: Uint16Array.from(ranked.order, (row) => last[row]),
    },
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The recipe with its weights written down, so that a change of goalposts does not change weights found from data. */
function withWeights(recipe: Recipe, { nodes, indicators }: Scored): Recipe {
  const ofNode = new Map(nodes.map(({ id, localWeight }) => [id, localWeight]));
  return {
    ...recipe,
    weigh: { method: "given" },
    nodes: recipe.nodes.map((node) => ({ ...node, weight: ofNode.get(node.id) as number })),
    indicators: recipe.indicators.map((each, at) => ({ ...each, weight: indicators[at].localWeight })),
  };
}

function localWeights({ nodes, indicators }: Scored, columns: Uint32Array) {
  return {
    nodeWeight: Float64Array.from(nodes, ({ localWeight }) => localWeight),
    indicatorWeight: Float64Array.from(columns, (at) => indicators[at].localWeight),
  };
}

/** Weights that can move: those with siblings, stated above 0. */
function weightFactors(
  recipe: Recipe,
  stated: Scored,
  { columns }: RankPlan,
  of: "aspects" | "indicators",
): { factor: Factor; rule: FactorRule }[] {
  const position = new Map(Array.from(columns, (indicator, at) => [indicator, at]));
  const { nodes } = recipeTree(recipe);
  return nodes.flatMap((node, at) => {
    if (at > 0 && of === "aspects") return [];
    const children = [
      ...node.nodes.map((child) => ({ ...stated.nodes[child], rule: { sets: "weight" as const, node: child } })),
      ...node.indicators.map((child) => ({
        ...stated.indicators[child],
        rule: { sets: "weight" as const, indicator: position.get(child) as number },
      })),
    ].filter(({ localWeight }) => localWeight > 0);
    if (children.length < 2) return [];
    return children.map(({ id, title, rule }) => ({
      factor: {
        id: `weight of ${id}`,
        title: { en: `weight of ${title.en}`, zh: `${title.zh}的权重` },
        kind: "continuous" as const,
        levels: [],
      },
      rule,
    }));
  });
}

function nothingVaries(): InputError {
  return new InputError({
    code: "nothing-varies",
    text: {
      en: "sobol: every choice has one answer only, expected at least one that varies",
      zh: "Sobol 敏感性：各项选择均只有一种取值，至少需要一项可变",
    },
  });
}
