import { NumericalError } from "../contract/errors.ts";

/** Of the Gram matrix's mean diagonal, added to it: among mixtures that come as near the evenest is taken. */
const ridge = 1e-10;
const settled = 1e-12; // of the largest diagonal: what a column may still promise
const none = 1e-12; // a weight that counts as 0
const near = 1e-9; // of the largest diagonal: a promise that rounding may leave

/**
 * Weights, none negative and of sum 1, that bring the mixture of points nearest to the origin, by Wolfe's (1976) finite
 * active-set steps: a column enters while it points nearer, and those that the best mixture of the chosen would take negatively
 * leave. `gram`: inner products of the points, row-major. Should these steps end or stall while a point still lies nearer, pairs of
 * points exchange weight from there on, slowly but surely; a mixture that these do not settle either is refused.
 */
export function nearestMixture(
  gram: Float64Array,
  count: number,
  {
    mostSteps = 20 * count,
    mostPairs = 20_000 * count,
  }: { readonly mostSteps?: number; readonly mostPairs?: number } = {},
): Float64Array {
  const weights = new Float64Array(count);
  let [trace, most, first] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const own = gram[at * count + at];
    trace += own;
    most = Math.max(most, own);
    if (own < gram[first * count + first]) first = at;
  }
  if (!(most > 0)) return weights.fill(1 / count);
  const extra = (ridge * trace) / count;
  const tolerance = settled * most;
  let chosen = [first];
  weights[first] = 1;
  const product = new Float64Array(count);
  for (let step = 0; step < mostSteps; step += 1) {
    let [square, entering, least] = [0, -1, Number.POSITIVE_INFINITY];
    for (let at = 0; at < count; at += 1) {
      let sum = extra * weights[at];
      for (const other of chosen) sum += gram[at * count + other] * weights[other];
      product[at] = sum;
      square += weights[at] * sum;
    }
    for (let at = 0; at < count; at += 1) if (product[at] < least) [least, entering] = [product[at], at];
    if (least >= square - tolerance) return weights;
    if (chosen.includes(entering)) {
      if (least >= square - near * most) return weights;
      break;
    }
    chosen.push(entering);
    chosen = settle(gram, count, extra, chosen, weights);
  }
  return exchange(gram, count, weights, near * most, mostPairs);
}

/** The point that lies farthest along the mixture gives weight to the one that lies nearest, as much as serves. */
function exchange(
  gram: Float64Array,
  count: number,
  weights: Float64Array,
  tolerance: number,
  mostPairs: number,
): Float64Array {
  const product = weights.map((_, at) =>
    weights.reduce((sum, each, other) => sum + each * gram[at * count + other], 0),
  );
  let promise = Number.POSITIVE_INFINITY;
  for (let pair = 0; pair <= mostPairs; pair += 1) {
    let [to, from] = [0, -1];
    for (let at = 0; at < count; at += 1) {
      if (product[at] < product[to]) to = at;
      if (weights[at] > 0 && (from < 0 || product[at] > product[from])) from = at;
    }
    promise = product[from] - product[to];
    if (promise <= tolerance) return weights;
    const curvature = gram[to * count + to] - 2 * gram[to * count + from] + gram[from * count + from];
    const moved = Math.min(weights[from], promise / curvature);
    weights[to] += moved;
    weights[from] = moved === weights[from] ? 0 : weights[from] - moved;
    for (let at = 0; at < count; at += 1) product[at] += moved * (gram[at * count + to] - gram[at * count + from]);
  }
  throw unsettled(mostPairs, count, 2 * promise);
}

function unsettled(pairs: number, count: number, left: number): NumericalError {
  return new NumericalError("not-converged", {
    en: `nearest-mixture: not settled after ${pairs} exchanges of ${count} points: the square distance may fall by ${left.toPrecision(2)} yet`,
    zh: `nearest-mixture：${count} 个点经 ${pairs} 次交换权重仍未收敛：平方距离还可能下降 ${left.toPrecision(2)}`,
  });
}

/** Moves to the best mixture of the chosen points, letting go of those that would have a negative weight. */
function settle(gram: Float64Array, count: number, extra: number, from: number[], weights: Float64Array): number[] {
  let chosen = from;
  for (;;) {
    const best = affine(gram, count, extra, chosen);
    let reach = 1;
    for (const [at, each] of chosen.entries()) {
      if (best[at] <= none) reach = Math.min(reach, Math.max(0, weights[each] / (weights[each] - best[at])));
    }
    for (const [at, each] of chosen.entries()) weights[each] += reach * (best[at] - weights[each]);
    if (reach === 1 && best.every((each) => each > none)) return chosen;
    const kept = chosen.filter((each) => weights[each] > none);
    for (const each of chosen) if (weights[each] <= none) weights[each] = 0;
    if (kept.length === chosen.length || kept.length === 0) return chosen;
    chosen = kept;
  }
}

/** Weights of sum 1, of either sign, of the point nearest to the origin: (G + 1 1')u = 1, scaled; by Cholesky. */
function affine(gram: Float64Array, count: number, extra: number, chosen: readonly number[]): Float64Array {
  const k = chosen.length;
  const scale = gram[chosen[0] * count + chosen[0]] + extra;
  const factor = new Float64Array(k * k);
  const solution = new Float64Array(k).fill(1);
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let sum = gram[chosen[a] * count + chosen[b]] + scale + (a === b ? extra : 0);
      for (let c = 0; c < b; c += 1) sum -= factor[a * k + c] * factor[b * k + c];
      factor[a * k + b] = a === b ? Math.sqrt(Math.max(sum, extra)) : sum / factor[b * k + b];
    }
    for (let c = 0; c < a; c += 1) solution[a] -= factor[a * k + c] * solution[c];
    solution[a] /= factor[a * k + a];
  }
  for (let a = k - 1; a >= 0; a -= 1) {
    for (let c = a + 1; c < k; c += 1) solution[a] -= factor[c * k + a] * solution[c];
    solution[a] /= factor[a * k + a];
  }
  const total = solution.reduce((sum, each) => sum + each, 0);
  return solution.map((each) => each / total);
}
