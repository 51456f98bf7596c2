/**
 * The score of a recipe: normalised indicators, weights, and the mean of each node over the children that are there.
 *
 *   arithmetic  sum w v     geometric  exp(sum w ln v)     harmonic  1 / sum(w / v)     power p  (sum w v^p)^(1/p)
 *
 * w are a node's weights among its children, renormalised over those present; where less than `missing.minimumShare`
 * of the weight is present the node is a gap. Coverage is the effective weight of the indicators that a row has.
 *
 * All of them are homogeneous of degree one, so by Euler's theorem the contributions v dS/dv of a row's indicators
 * add up to its score whatever the tree (arithmetic: weight times value).
 *
 * Geometric and harmonic means, and power means below 1, need values above 0: a range from 0 would let the last place of one indicator be the
 * last of all (COINr takes [1, 100], SPSSAU [.01, .99]), so 0 is refused and the range named.
 */
import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { same, type Text } from "../language/text.ts";
import { judgementWarnings } from "./judged-weights.ts";
import { type Aggregate, type Recipe, rootId } from "./recipe.ts";
import { type RecipeTree, recipeTree } from "./recipe-tree.ts";
import { type CompositeData, type Goalposts, rawColumn, scale, titleOf } from "./scale.ts";
import { gapWarnings, lackingNodes } from "./score-gaps.ts";
import { type TreeWeights, treeWeights } from "./tree-weights.ts";

export interface ScoredIndicator {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  /** Id of the node it hangs under. */
  readonly node: string;
  readonly direction: "up" | "down";
  /** Among its siblings. */
  readonly localWeight: number;
  /** In the whole: the product along its path. All effective weights add up to 1. */
  readonly weight: number;
  readonly raw: Float64Array;
  readonly normalised: Float64Array;
  /** Part of the total score; a row's contributions add up to its score. */
  readonly contribution: Float64Array;
}

export interface ScoredNode {
  readonly id: string;
  readonly title: Text;
  /** Id of the node above; the root has none. */
  readonly parent?: string;
  readonly depth: number;
  readonly aggregate: Aggregate;
  readonly localWeight: number;
  readonly weight: number;
  readonly scores: Float64Array;
}

export interface Scored {
  readonly n: number;
  /** Rows are those of the data. `NaN` where too little is there for a score. */
  readonly total: Float64Array;
  /** Effective weight of the indicators that the row has, 0 to 1. */
  readonly coverage: Float64Array;
  /** Whether any indicator of the row is missing. */
  readonly partial: readonly boolean[];
  readonly indicators: readonly ScoredIndicator[];
  /** Parents before children; the root, `total`, first. */
  readonly nodes: readonly ScoredNode[];
  readonly goalposts: readonly Goalposts[];
  readonly warnings: readonly Warning[];
}

export interface ScoreOptions {
  /** Exponent of a power mean, not 0, in place of the recipe's mean wherever a node has none of its own. */
  readonly power?: number | undefined;
}

export function score(recipe: Recipe, data: CompositeData, { power }: ScoreOptions = {}): Scored {
  const tree = recipeTree(recipe);
  const { columns, goalposts, warnings } = scale(recipe, data);
  const weights = treeWeights(recipe, tree, columns);
  const exponents = exponentsOf(recipe, tree, power);
  const { nodes, present } = aggregate(recipe, tree, exponents, weights, columns, data);
  const contributions = contribute(tree, exponents, weights, columns, nodes, present);

  const n = data.place.length;
  const partial = data.place.map((_, row) => columns.some((column) => Number.isNaN(column[row])));
  // ten tenths add up to less than 1, and whoever asks for less than 1 would take a whole row for a partial one
  const coverage = Float64Array.from(partial, (partly, row) => (partly ? presentWeight(weights, columns, row) : 1));
  return {
    n,
    total: nodes[0],
    coverage,
    partial,
    indicators: recipe.indicators.map((indicator, at) => {
      const { id, direction, node = rootId } = indicator;
      const column = data.indicators.find(({ name }) => name === id);
      return {
        id,
        title: titleOf(indicator, data),
        unit: indicator.unit ?? column?.unit ?? "1",
        node,
        direction,
        localWeight: weights.localOfIndicator[at],
        weight: weights.ofIndicator[at],
        raw: rawColumn(indicator, data),
        normalised: columns[at],
        contribution: contributions[at],
      };
    }),
    nodes: tree.nodes.map(({ id, title, parent, depth, aggregate }, at) => ({
      id,
      title,
      ...(parent < 0 ? {} : { parent: tree.nodes[parent].id }),
      depth,
      aggregate,
      localWeight: weights.localOfNode[at],
      weight: weights.ofNode[at],
      scores: nodes[at],
    })),
    goalposts,
    warnings: [
      ...warnings,
      ...judgementWarnings(recipe, (node) => tree.nodes.find(({ id }) => id === node)?.title ?? same(node)),
      ...gapWarnings(nodes[0], partial, lackingNodes(recipe, tree, nodes, present, data), data),
    ],
  };
}

function presentWeight({ ofIndicator }: TreeWeights, columns: readonly Float64Array[], row: number): number {
  return columns.reduce((sum, column, at) => (Number.isNaN(column[row]) ? sum : sum + ofIndicator[at]), 0);
}

interface Child {
  readonly id: string;
  readonly values: Float64Array;
  readonly weight: number;
}

const shareTolerance = 1e-9; // three fifths of equal weights may add up to .6 less a rounding

/** Scores per node, and the share of its weight that was present, per row. */
function aggregate(
  recipe: Recipe,
  tree: RecipeTree,
  exponents: readonly number[],
  weights: TreeWeights,
  columns: readonly Float64Array[],
  data: CompositeData,
): { nodes: Float64Array[]; present: Float64Array[] } {
  const n = data.place.length;
  const scores = tree.nodes.map(() => new Float64Array(n).fill(Number.NaN));
  const present = tree.nodes.map(() => new Float64Array(n));
  for (let at = tree.nodes.length - 1; at >= 0; at -= 1) {
    const node = tree.nodes[at];
    const children: Child[] = [
      ...node.nodes.map((child) => ({
        id: tree.nodes[child].id,
        values: scores[child],
        weight: weights.localOfNode[child],
      })),
      ...node.indicators.map((child) => ({
        id: recipe.indicators[child].id,
        values: columns[child],
        weight: weights.localOfIndicator[child],
      })),
    ];
    const exponent = exponents[at];
    const unitless = isNamed(exponent) ? stepsOf(exponent, 1) : undefined;
    for (let row = 0; row < n; row += 1) {
      const { inner, outer } = unitless ?? stepsOf(exponent, unitOf(exponent, children, row));
      let share = 0;
      let sum = 0;
      for (const { id, values, weight } of children) {
        const value = values[row];
        if (Number.isNaN(value) || weight === 0) continue;
        if (exponent !== 1 && !(value > 0 || (value === 0 && exponent > 1))) {
          refuseNotPositive(node.id, exponent, id, value, data, row);
        }
        share += weight;
        sum += weight * inner(value);
      }
      present[at][row] = share;
      if (share > 0 && share >= recipe.missing.minimumShare - shareTolerance) {
        scores[at][row] = outer(sum / share);
      }
    }
  }
  return { nodes: scores, present };
}

/** Every mean is a power mean; the geometric one is that of exponent 0. */
const exponentOf: Record<Aggregate, number> = { arithmetic: 1, geometric: 0, harmonic: -1 };

function exponentsOf(recipe: Recipe, { nodes }: RecipeTree, power: number | undefined): number[] {
  const own = new Set(recipe.nodes.flatMap(({ id, aggregate }) => (aggregate === undefined ? [] : [id])));
  return nodes.map(({ id, aggregate }) => (power === undefined || own.has(id) ? exponentOf[aggregate] : power));
}

/** The means that have a name step in and out without a unit. */
const isNamed = (exponent: number): boolean => exponent === 1 || exponent === 0 || exponent === -1;

/** The value that weighs most in a power mean: over it no power can overflow, and not all of them vanish. */
function unitOf(exponent: number, children: readonly Child[], row: number): number {
  const there = children.flatMap(({ values, weight }) =>
    Number.isNaN(values[row]) || weight === 0 ? [] : [values[row]],
  );
  return there.reduce((most, value) => (exponent > 0 ? Math.max(most, value) : Math.min(most, value)), there[0]) || 1;
}

/** Each mean is an arithmetic one between a step in and a step out; a power less 1 keeps its digits next to the geometric mean. */
function stepsOf(exponent: number, unit: number) {
  return { inner: inwards(exponent, unit), outer: outwards(exponent, unit) };
}

function inwards(exponent: number, unit: number): (value: number) => number {
  if (exponent === 1) return (value) => value;
  if (exponent === 0) return Math.log;
  return exponent === -1 ? (value) => 1 / value : (value) => Math.expm1(exponent * Math.log(value / unit));
}

function outwards(exponent: number, unit: number): (value: number) => number {
  if (exponent === 0) return Math.exp;
  return isNamed(exponent) ? inwards(exponent, unit) : (value) => unit * Math.exp(Math.log1p(value) / exponent);
}

/** Slope of a mean along one child, of weight 1: score over value to the power of what the exponent lacks of 1. */
function slope(exponent: number, score: number, value: number): number {
  if (exponent === 1) return 1;
  if (value === 0) return 0; // only for exponents above 1
  if (exponent === 0) return score / value;
  return exponent === -1 ? (score / value) ** 2 : (score / value) ** (1 - exponent);
}

function contribute(
  tree: RecipeTree,
  exponents: readonly number[],
  weights: TreeWeights,
  columns: readonly Float64Array[],
  scores: readonly Float64Array[],
  present: readonly Float64Array[],
): Float64Array[] {
  const gradients: Float64Array[] = [];
  const along = (node: number, values: Float64Array, weight: number): Float64Array => {
    const [exponent, above, there, outer] = [exponents[node], scores[node], present[node], gradients[node]];
    const gradient = new Float64Array(values.length);
    for (let row = 0; row < values.length; row += 1) {
      const score = above[row];
      // a node that is a gap passes nothing on, though some of its indicators may be there
      if (Number.isNaN(score)) gradient[row] = outer[row] * 0;
      else gradient[row] = ((outer[row] * weight) / there[row]) * slope(exponent, score, values[row]);
    }
    return gradient;
  };
  tree.nodes.forEach(({ parent }, at) => {
    gradients.push(
      parent < 0
        ? scores[at].map((value) => (Number.isNaN(value) ? value : 1))
        : along(parent, scores[at], weights.localOfNode[at]),
    );
  });
  return columns.map((values, indicator) => {
    const gradient = along(tree.nodeOf[indicator], values, weights.localOfIndicator[indicator]);
    for (let row = 0; row < values.length; row += 1) gradient[row] *= values[row];
    return gradient;
  });
}

function refuseNotPositive(
  node: string,
  exponent: number,
  child: string,
  value: number,
  { place, year }: CompositeData,
  row: number,
): never {
  const where = year === undefined ? place[row] : `${place[row]} ${year[row]}`;
  const kind = exponent === 0 ? "geometric" : exponent === -1 ? "harmonic" : "power";
  const mean = { geometric: "几何平均", harmonic: "调和平均", power: "幂平均" }[kind];
  const bound = exponent > 1 ? { en: "at least 0", zh: "不小于 0" } : { en: "more than 0", zh: "大于 0" };
  throw new InputError({
    code: "mean-not-positive",
    text: {
      en: `score: ${child} of ${where} is ${value} after normalising, the ${kind} mean of ${node} needs ${bound.en}`,
      zh: `综合得分：${where} 的 ${child} 标准化后为 ${value}，${node} 的${mean}要求${bound.zh}`,
    },
    hint: {
      en: "normalise into a range above 0, as in normalise: { range: [0.01, 1] }; z-scores cannot be",
      zh: "请标准化到大于 0 的区间，如 normalise: { range: [0.01, 1] }；z-score 不适用",
    },
  });
}
