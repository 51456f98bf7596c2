import { linearRegression } from "../numeric/linear-regression.ts";
import { nearestMixture } from "./nearest-mixture.ts";

/** A place as the search for its twin sees it. */
export interface Unit {
  /** Each predictor's mean before treatment, in one order for all places. */
  readonly predictors: Float64Array;
  /** The outcome, year by year. */
  readonly outcome: Float64Array;
}

/** The years, as positions, over which a twin is fitted: `from` up to but without `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Match {
  /** Of each donor. */
  readonly weights: Float64Array;
  /** Of each predictor, of sum 1; none where the outcome alone is matched. */
  readonly importance: Float64Array;
}

/** The twin whose outcome comes nearest over the span. */
export function outcomeMatch(unit: Unit, donors: readonly Unit[], { from, to }: Span): Match {
  const lines = Array.from({ length: to - from }, (_, at) =>
    differences(unit, donors, (each) => each.outcome[from + at]),
  );
  return {
    weights: mixture(lines, new Float64Array(to - from).fill(1), donors.length),
    importance: new Float64Array(0),
  };
}

/** The twin whose predictors come nearest under this importance of each; they are measured in deviations among all places. */
export function predictorMatch(unit: Unit, donors: readonly Unit[], importance: ArrayLike<number>): Float64Array {
  return mixture(scaled(unit, donors), importance, donors.length);
}

const [firstStride, lastStride, gain] = [2, 1 / 32, 1e-4]; // of logarithms; of the loss, relatively, to be worth a stride
const farthest = 15; // logarithms go no farther: a predictor of a millionth's importance has none

/**
 * The twin by predictors, of such importance that its outcome comes nearest over the span. Importance is sought by the steepest
 * stride of one predictor's logarithm at a time, so that their order decides nothing; strides halve. The loss has several hollows:
 * the search begins with all alike, and by regression of the outcome on them, and the better end is kept.
 */
export function nestedMatch(unit: Unit, donors: readonly Unit[], span: Span): Match {
  const lines = scaled(unit, donors);
  const loss = (logs: readonly number[]) =>
    squareGap(unit, donors, mixture(lines, logs.map(Math.exp), donors.length), span);
  const found = beginnings([unit, ...donors], span).map((start) => descend(start, loss));
  const best = found.reduce((least, each) => (each.loss < least.loss ? each : least));
  const most = best.logs.reduce((a, b) => Math.max(a, b));
  const raw = Float64Array.from(best.logs, (each) => Math.exp(each - most));
  const total = raw.reduce((sum, each) => sum + each, 0);
  return { weights: mixture(lines, raw, donors.length), importance: raw.map((each) => each / total) };
}

function descend(start: readonly number[], lossOf: (logs: readonly number[]) => number) {
  let logs = start;
  let loss = lossOf(logs);
  for (let stride = firstStride; stride > lastStride; ) {
    let best = { logs, loss: loss * (1 - gain) };
    for (const at of start.keys()) {
      for (const move of [stride, -stride]) {
        if (Math.abs(logs[at] + move) > farthest) continue;
        const other = logs.with(at, logs[at] + move);
        const value = lossOf(other);
        if (value < best.loss) best = { logs: other, loss: value };
      }
    }
    if (best.logs === logs) stride /= 2;
    else ({ logs, loss } = best);
  }
  return { logs, loss };
}

const least = 1e-6; // importance below which no search begins

/** Logarithms of importance: 0, and those of squared coefficients of the outcome on the predictors, where these can be told apart. */
function beginnings(units: readonly Unit[], { from, to }: Span): number[][] {
  const count = units[0].predictors.length;
  const alike = new Array<number>(count).fill(0);
  if (units.length <= count + 1) return [alike];
  const columns = Array.from({ length: count }, (_, k) =>
    standard(Float64Array.from(units, (each) => each.predictors[k])),
  );
  const squares = new Float64Array(count);
  for (let step = from; step < to; step += 1) {
    const outcome = Float64Array.from(units, (each) => each.outcome[step]);
    const fit = linearRegression(outcome, [new Float64Array(units.length).fill(1), ...columns]);
    if ("collinear" in fit) return [alike];
    for (let k = 0; k < count; k += 1) squares[k] += fit.coefficients[k + 1] ** 2;
  }
  const total = squares.reduce((sum, each) => sum + each, 0);
  return total > 0 ? [alike, Array.from(squares, (each) => Math.log(Math.max(each / total, least)))] : [alike];
}

/** Mean square of the gap between a place and its twin over a span. */
export function squareGap(unit: Unit, donors: readonly Unit[], weights: Float64Array, { from, to }: Span): number {
  let sum = 0;
  for (let step = from; step < to; step += 1) sum += gapAt(unit, donors, weights, step) ** 2;
  return sum / (to - from);
}

export function gapAt({ outcome }: Unit, donors: readonly Unit[], weights: Float64Array, step: number): number {
  return donors.reduce((rest, donor, at) => rest - weights[at] * donor.outcome[step], outcome[step]);
}

function scaled(unit: Unit, donors: readonly Unit[]): Float64Array[] {
  return Array.from(unit.predictors, (_, k) => {
    const deviation = deviationOf([unit, ...donors].map((each) => each.predictors[k]));
    return differences(unit, donors, (each) => (deviation > 0 ? each.predictors[k] / deviation : 0));
  });
}

const differences = (unit: Unit, donors: readonly Unit[], of: (each: Unit) => number) =>
  Float64Array.from(donors, (donor) => of(donor) - of(unit));

function mixture(lines: readonly Float64Array[], importance: ArrayLike<number>, count: number): Float64Array {
  const gram = new Float64Array(count * count);
  for (const [k, line] of lines.entries()) {
    for (let a = 0; a < count; a += 1) {
      const pull = importance[k] * line[a];
      for (let b = 0; b <= a; b += 1) gram[a * count + b] += pull * line[b];
    }
  }
  for (let a = 0; a < count; a += 1) for (let b = 0; b < a; b += 1) gram[b * count + a] = gram[a * count + b];
  return nearestMixture(gram, count);
}

function standard(values: Float64Array): Float64Array {
  const deviation = deviationOf(values);
  return values.map((each) => (deviation > 0 ? each / deviation : each));
}

export function deviationOf(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  return Math.sqrt(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (all.length - 1));
}
