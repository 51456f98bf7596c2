import { EigenvalueDecomposition, LuDecomposition, Matrix } from "ml-matrix";
import type { Chain } from "./markov-chain.ts";

export interface MobilityIndices {
  readonly shorrocks: number;
  readonly determinant: number;
  readonly eigenvalue: number;
  readonly leaving: number;
  readonly distance: number;
}

/** From a matrix of probabilities (row-major) and the shares of the classes at the start. */
export function mobilityIndices(
  { k, probability }: Pick<Chain, "k" | "probability">,
  start: ArrayLike<number>,
): MobilityIndices {
  const p = (from: number, to: number) => probability[from * k + to] as number;
  const all = Array.from({ length: k }, (_, at) => at);
  const sum = (pick: (at: number) => number) => all.reduce((total, at) => total + pick(at), 0);
  const matrix = new Matrix(all.map((from) => all.map((to) => p(from, to))));
  const eigen = new EigenvalueDecomposition(matrix);
  const sizes = eigen.realEigenvalues.map((real, at) => Math.hypot(real, eigen.imaginaryEigenvalues[at] as number));
  sizes.sort((a, b) => b - a);
  return {
    shorrocks: (k - sum((at) => p(at, at))) / (k - 1),
    determinant: 1 - Math.abs(new LuDecomposition(matrix).determinant),
    eigenvalue: 1 - (sizes[1] as number),
    leaving: (k - k * sum((at) => (start[at] as number) * p(at, at))) / (k - 1),
    distance:
      sum((from) => (start[from] as number) * all.reduce((d, to) => d + p(from, to) * Math.abs(from - to), 0)) /
      (k - 1),
  };
}
