/** Of the Gram matrix's mean diagonal, added to it: among mixtures that come as near the evenest is taken. */
const ridge = 1e-10;
const settled = 1e-12; // of the largest diagonal: what a column may still promise
const none = 1e-12; // a weight that counts as 0

/**
 * Weights, none negative and of sum 1, that bring the mixture of points nearest to the origin, by Wolfe's (1976) finite
 * active-set steps: a column enters while it points nearer, and those that the best mixture of the chosen would take negatively
 * leave. `gram`: inner products of the points, row-major.
 */
export function nearestMixture(gram: Float64Array, count: number): Float64Array {
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
  for (let step = 0; step < 20 * count; step += 1) {
    let [square, entering, least] = [0, -1, Number.POSITIVE_INFINITY];
    for (let at = 0; at < count; at += 1) {
      let sum = extra * weights[at];
      for (const other of chosen) sum += gram[at * count + other] * weights[other];
      product[at] = sum;
      square += weights[at] * sum;
    }
    for (let at = 0; at < count; at += 1) if (product[at] < least) [least, entering] = [product[at], at];
    if (least >= square - tolerance || chosen.includes(entering)) break;
    chosen.push(entering);
    chosen = settle(gram, count, extra, chosen, weights);
  }
  return weights;
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
