import { NumericalError } from "../contract/errors.ts";

/** A factor: the level of each row, 0 to `levels` - 1. */
export interface Factor {
  readonly of: Uint32Array;
  readonly levels: number;
}

const settledAt = 1e-11; // of the length of what is left, relative to the first step
const mostSteps = 5000;

/**
 * What is left of columns when the means of every level of every factor are taken out: residuals of a regression on all
 * their dummies. One factor takes one pass; several are solved by conjugate gradients on the normal equations of the
 * dummies, scaled by how many rows each level has, in two passes over the rows a step. Throws `not-converged` otherwise.
 */
export function absorb(columns: readonly Float64Array[], factors: readonly Factor[]): Float64Array[] {
  if (factors.length === 0) return columns.map((column) => column.slice());
  const counts = factors.map(countsOf);
  return columns.map((column) =>
    factors.length === 1 ? demeaned(column, factors[0], counts[0]) : solved(column, factors, counts),
  );
}

/** Levels that hold the same rows as other levels do, less one a connected part: what the dummies lose to each other. */
export function redundantLevels(factors: readonly Factor[]): number {
  if (factors.length < 2) return 0;
  // exact for two factors: one dummy is lost a connected part; beyond them one a further factor, as is usual
  const [a, b] = factors;
  return new Set(connectedParts(a, b)).size + factors.length - 2;
}

/** Which connected part each level is in, those of the first factor before those of the second: a row ties its two levels. */
export function connectedParts(a: Factor, b: Factor): Uint32Array {
  const parent = Uint32Array.from({ length: a.levels + b.levels }, (_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top];
    for (let step = at; parent[step] !== top; ) [step, parent[step]] = [parent[step], top];
    return top;
  };
  for (const [row, level] of a.of.entries()) parent[root(level)] = root(a.levels + b.of[row]);
  return parent.map((_, at) => root(at));
}

function countsOf({ of, levels }: Factor): Float64Array {
  const counts = new Float64Array(levels);
  for (const level of of) counts[level] += 1;
  return counts;
}

function demeaned(column: Float64Array, { of, levels }: Factor, counts: Float64Array): Float64Array {
  const sums = new Float64Array(levels);
  for (let row = 0; row < column.length; row += 1) sums[of[row]] += column[row];
  for (let level = 0; level < levels; level += 1) sums[level] /= counts[level];
  const left = new Float64Array(column.length);
  for (let row = 0; row < column.length; row += 1) left[row] = column[row] - sums[of[row]];
  return left;
}

function solved(column: Float64Array, factors: readonly Factor[], counts: readonly Float64Array[]): Float64Array {
  // means of the largest factor are taken out first: most of the work where there are many places and few years
  const largest = factors.reduce((most, factor, at) => (factor.levels > factors[most].levels ? at : most), 0);
  const left = demeaned(column, factors[largest], counts[largest]);
  const sums = factors.map(({ levels }) => new Float64Array(levels));
  gather(left, factors, sums);
  const line = new Float64Array(left.length);
  scatter(levelEffects(sums, factors), factors, line);
  for (let row = 0; row < left.length; row += 1) left[row] -= line[row];
  return left;
}

/**
 * Effects of the levels whose sums over the rows are these: of the normal equations of all dummies, D'D a = sums. Where levels
 * repeat each other one of many answers, whose fitted rows are the same. The sums must come from rows (total alike by factor).
 */
export function levelEffects(sums: readonly Float64Array[], factors: readonly Factor[]): Float64Array[] {
  const counts = factors.map(countsOf);
  const zero = () => factors.map(({ levels }) => new Float64Array(levels));
  const [solution, direction, image] = [zero(), zero(), zero()];
  const residual = sums.map((own) => own.slice());
  let energy = 0;
  for (const [q, own] of residual.entries()) {
    for (let level = 0; level < own.length; level += 1) {
      if (counts[q][level] === 0) continue;
      direction[q][level] = own[level] / counts[q][level];
      energy += own[level] * direction[q][level];
    }
  }
  const first = energy;
  const line = new Float64Array(factors[0].of.length);
  for (let step = 0; energy > settledAt ** 2 * first; step += 1) {
    if (step === mostSteps) throw stuck();
    scatter(direction, factors, line);
    gather(line, factors, image);
    let curvature = 0;
    for (const [q, own] of direction.entries()) {
      for (let level = 0; level < own.length; level += 1) curvature += own[level] * image[q][level];
    }
    if (!(curvature > 0)) break;
    const length = energy / curvature;
    const before = energy;
    energy = 0;
    for (const [q, own] of residual.entries()) {
      for (let level = 0; level < own.length; level += 1) {
        if (counts[q][level] === 0) continue;
        solution[q][level] += length * direction[q][level];
        own[level] -= length * image[q][level];
        energy += own[level] ** 2 / counts[q][level];
      }
    }
    const turn = energy / before;
    for (const [q, own] of direction.entries()) {
      for (let level = 0; level < own.length; level += 1) {
        if (counts[q][level] > 0) own[level] = residual[q][level] / counts[q][level] + turn * own[level];
      }
    }
  }
  return solution;
}

/** Sums of a column by the levels of each factor. */
function gather(line: Float64Array, factors: readonly Factor[], into: readonly Float64Array[]): void {
  for (const [q, { of }] of factors.entries()) {
    const own = into[q].fill(0);
    for (let row = 0; row < line.length; row += 1) own[of[row]] += line[row];
  }
}

/** What the levels of each row add up to. */
function scatter(by: readonly Float64Array[], factors: readonly Factor[], line: Float64Array): void {
  line.fill(0);
  for (const [q, { of }] of factors.entries()) {
    const own = by[q];
    for (let row = 0; row < line.length; row += 1) line[row] += own[of[row]];
  }
}

function stuck(): NumericalError {
  return new NumericalError("not-converged", {
    en: `fixed effects: no answer after ${mostSteps} steps; the factors are hardly connected`,
    zh: `固定效应：迭代 ${mostSteps} 步仍未收敛；各固定效应之间几乎不连通`,
  });
}
