import { Matrix, pseudoInverse } from "ml-matrix";

export interface WeightGame {
  /** As solved, before they are made to add up to 1; may be negative. */
  readonly solved: readonly number[];
  /** By set of weights, adding up to 1; 0 of one that was left out. */
  readonly coefficients: readonly number[];
  /** Sets left out for a negative coefficient, in the order in which they went. */
  readonly leftOut: readonly number[];
}

const rounding = 1e-9;

/**
 * The combination that is closest to every set of weights at once: for each l, min over alpha of
 * || sum_k alpha_k w_k - w_l ||, which asks that sum_k alpha_k (w_l . w_k) = w_l . w_l. A negative alpha would subtract one
 * set from the others: that set is left out and the game is played again among the rest. Nothing where the equations
 * contradict each other, which sets of weights that depend on each other linearly can make them do.
 */
export function weightGame(sets: readonly (readonly number[])[]): WeightGame | undefined {
  let playing = sets.map((_, at) => at);
  const leftOut: number[] = [];
  let first: readonly number[] | undefined;
  for (;;) {
    const alpha = solve(playing.map((at) => sets[at]));
    if (alpha === undefined) return undefined;
    first ??= alpha;
    const least = alpha.reduce((worst, each, at) => (each < alpha[worst] ? at : worst), 0);
    if (alpha[least] >= -rounding) {
      const total = alpha.reduce((sum, each) => sum + Math.max(0, each), 0);
      const coefficients = sets.map((_, at) => {
        const place = playing.indexOf(at);
        return place < 0 ? 0 : Math.max(0, alpha[place]) / total;
      });
      return { solved: first, coefficients, leftOut };
    }
    leftOut.push(playing[least]);
    playing = playing.filter((_, at) => at !== least);
  }
}

function solve(sets: readonly (readonly number[])[]): number[] | undefined {
  const gram = sets.map((a) => sets.map((b) => dot(a, b)));
  const right = gram.map((row, at) => row[at]);
  // sets that are the same share their coefficient alike: of all solutions, the shortest
  const alpha = pseudoInverse(new Matrix(gram), rounding).mmul(Matrix.columnVector(right)).to1DArray();
  const holds = gram.every((row, at) => Math.abs(dot(row, alpha) - right[at]) <= contradiction * right[at]);
  return holds ? alpha : undefined;
}

const contradiction = 1e-6; // the shortest solution of equations that agree leaves some 1e-9

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, at) => sum + each * b[at], 0);
}
