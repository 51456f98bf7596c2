/**
 * The mean of each node of a recipe's tree over the children that are there, row by row. The one kernel of every score: a hand on
 * a slider asks it again and again, so it knows nothing of schemas.
 */
import { InputError } from "../contract/errors.ts";
import type { Aggregate, Recipe } from "./recipe.ts";
import type { RecipeTree } from "./recipe-tree.ts";
import type { CompositeData } from "./scale.ts";
import type { TreeWeights } from "./sibling-shares.ts";

interface Child {
  readonly id: string;
  readonly values: Float64Array;
  readonly weight: number;
}

const shareTolerance = 1e-9; // three fifths of equal weights may add up to .6 less a rounding

/** Scores per node, and the share of its weight that was present, per row. */
export function nodeScores(
  recipe: Pick<Recipe, "indicators" | "missing">,
  tree: RecipeTree,
  exponents: readonly number[],
  weights: TreeWeights,
  columns: readonly Float64Array[],
  data: Pick<CompositeData, "place" | "year">,
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

export function exponentsOf(
  recipe: Pick<Recipe, "nodes">,
  { nodes }: RecipeTree,
  power?: number | undefined,
): number[] {
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

function refuseNotPositive(
  node: string,
  exponent: number,
  child: string,
  value: number,
  { place, year }: Pick<CompositeData, "place" | "year">,
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
