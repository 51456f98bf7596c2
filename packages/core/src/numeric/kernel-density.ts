import { quantile } from "./quantile.ts";

/** Steps from one exponential to the next: rounding grows with their square, 32 of them to some 1e-13. */
const stride = 32;
/** Beyond as many bandwidths exp(-z z / 2) is 0. */
const reach = 38.7;
/** Of the grid's farthest point to the bandwidth: rounding of the points themselves then moves no density by 1e-13 of its peak. */
const mostBandwidths = 1000;

/**
 * Gaussian kernel density at each point of `grid`, exact: no binning, no transform.
 *
 *   f(g) = sum_i w_i phi((g - x_i) / h) / h        w adds up to 1
 *
 * On even steps of a bandwidths each term follows from the one before, outwards from x: with z the gap in bandwidths,
 * exp(-(z + a)^2 / 2) = exp(-z^2 / 2) r and the next r is r exp(-a^2), so that one point in 32 costs exponentials.
 */
export function gaussianDensity(x: Float64Array, weight: Float64Array, h: number, grid: Float64Array): Float64Array {
  const scale = 1 / (h * Math.sqrt(2 * Math.PI));
  const sum = isEven(grid, h) ? sumByStrides(x, weight, h, grid) : sumByPoints(x, weight, h, grid);
  return sum.map((each) => each * scale);
}

function isEven(grid: Float64Array, h: number): boolean {
  const last = grid.length - 1;
  const [from, to] = [grid[0], grid[last]];
  const farthest = Math.max(Math.abs(from), Math.abs(to));
  if (last < 1 || !(to > from) || !(farthest < mostBandwidths * h)) return false;
  const slack = 4 * Number.EPSILON * farthest;
  return grid.every((point, at) => Math.abs(point - (from + ((to - from) * at) / last)) <= slack);
}

function sumByPoints(x: Float64Array, weight: Float64Array, h: number, grid: Float64Array): Float64Array {
  return grid.map((point) => {
    let sum = 0;
    for (let i = 0; i < x.length; i += 1) {
      const z = (point - x[i]) / h;
      if (Math.abs(z) < reach) sum += weight[i] * Math.exp(-0.5 * z * z);
    }
    return sum;
  });
}

function sumByStrides(x: Float64Array, weight: Float64Array, h: number, grid: Float64Array): Float64Array {
  const points = grid.length;
  const from = grid[0];
  const step = (grid[points - 1] - from) / (points - 1);
  const a = step / h;
  const shrink = Math.exp(-a * a);
  const sum = new Float64Array(points);
  for (let i = 0; i < x.length; i += 1) {
    const [own, value] = [weight[i], x[i]];
    const middle = Math.min(points, Math.max(0, Math.ceil((value - from) / step)));
    const right = Math.min(points, Math.ceil((value + reach * h - from) / step));
    for (let at = middle; at < right; at += stride) {
      const z = (grid[at] - value) / h;
      let term = own * Math.exp(-0.5 * z * z);
      let ratio = Math.exp(-a * (z + 0.5 * a));
      const end = Math.min(right, at + stride);
      for (let point = at; point < end; point += 1) {
        sum[point] += term;
        term *= ratio;
        ratio *= shrink;
      }
    }
    const left = Math.max(0, Math.floor((value - reach * h - from) / step));
    for (let at = middle - 1; at >= left; at -= stride) {
      const z = (value - grid[at]) / h;
      let term = own * Math.exp(-0.5 * z * z);
      let ratio = Math.exp(-a * (z + 0.5 * a));
      const end = Math.max(left, at - stride + 1);
      for (let point = at; point >= end; point -= 1) {
        sum[point] += term;
        term *= ratio;
        ratio *= shrink;
      }
    }
  }
  return sum;
}

/** Silverman's rule of thumb as R's bw.nrd0: .9 min(sd, IQR / 1.34) n^(-1/5). `NaN` where there is no spread. */
export function ruleOfThumb(sorted: Float64Array): number {
  const { deviation, range } = spreads(sorted);
  const least = Math.min(deviation, range / 1.34);
  const spread = least > 0 ? least : deviation;
  return spread > 0 ? 0.9 * spread * sorted.length ** -0.2 : Number.NaN;
}

/**
 * Sheather and Jones' (1991) bandwidth, by solving their equation as R's bw.SJ does, over all pairs and not over bins, none of
 * which is kept. `NaN`
 * where there is no spread or no solution.
 */
export function sheatherJones(sorted: Float64Array): number {
  const n = sorted.length;
  const { deviation, range } = spreads(sorted);
  const least = Math.min(deviation, range / 1.349);
  const scale = least > 0 ? least : deviation;
  if (!(scale > 0)) return Number.NaN;
  const roughness = 1 / (2 * Math.sqrt(Math.PI) * n);
  const third = -phiSix(sorted, 1.23 * scale * n ** (-1 / 9));
  if (!(third > 0)) return Number.NaN;
  const pilot = 1.357 * (phiFour(sorted, 1.24 * scale * n ** (-1 / 7)) / third) ** (1 / 7);
  const excess = (h: number) => (roughness / phiFour(sorted, pilot * h ** (5 / 7))) ** 0.2 - h;
  const most = 1.144 * scale * n ** -0.2;
  let [low, high] = [0.1 * most, most];
  for (let step = 1; excess(low) * excess(high) > 0; step += 1) {
    if (step > 99) return Number.NaN;
    if (step % 2 === 1) high *= 1.2;
    else low /= 1.2;
  }
  return root(excess, low, high);
}

function spreads(sorted: Float64Array): { deviation: number; range: number } {
  const n = sorted.length;
  if (n < 2 || sorted[0] === sorted[n - 1]) return { deviation: Number.NaN, range: Number.NaN };
  const mean = sorted.reduce((a, b) => a + b, 0) / n;
  const deviation = Math.sqrt(sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1));
  return { deviation, range: quantile(sorted, 0.75) - quantile(sorted, 0.25) };
}

const far = 1000; // squared gaps in bandwidths beyond which R leaves pairs out: exp(-500) of the rest

/** Sum over all pairs of what `term` makes of their squared gap in bandwidths; pairs too far apart end the walk along sorted values. */
function overPairs(sorted: Float64Array, h: number, term: (square: number) => number): number {
  let sum = 0;
  for (let i = 1; i < sorted.length; i += 1) {
    const value = sorted[i] as number;
    for (let j = i - 1; j >= 0; j -= 1) {
      const z = (value - (sorted[j] as number)) / h;
      const square = z * z;
      if (square >= far) break;
      sum += term(square);
    }
  }
  return sum;
}

function phiFour(sorted: Float64Array, h: number): number {
  const n = sorted.length;
  const sum = overPairs(sorted, h, (square) => Math.exp(-square / 2) * (square * square - 6 * square + 3));
  return (2 * sum + n * 3) / (n * (n - 1) * h ** 5 * Math.sqrt(2 * Math.PI));
}

function phiSix(sorted: Float64Array, h: number): number {
  const n = sorted.length;
  const sum = overPairs(
    sorted,
    h,
    (square) => Math.exp(-square / 2) * (square * square * square - 15 * square * square + 45 * square - 15),
  );
  return (2 * sum - 15 * n) / (n * (n - 1) * h ** 7 * Math.sqrt(2 * Math.PI));
}

/** The root between two points of different sign: regula falsi that halves a side it has kept (Illinois). */
function root(f: (x: number) => number, from: number, to: number): number {
  let [low, high, below, above] = [from, to, f(from), f(to)];
  for (let step = 0; step < 200 && Math.abs(high - low) > 1e-13 * Math.abs(high); step += 1) {
    const middle = high - (above * (high - low)) / (above - below);
    const value = f(middle);
    if (value === 0) return middle;
    if (value * above < 0) [low, below] = [high, above];
    else below /= 2;
    [high, above] = [middle, value];
  }
  return high;
}
