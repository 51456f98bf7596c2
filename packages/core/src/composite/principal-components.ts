import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface PrincipalComponents {
  /** From the largest down, none below 0. */
  readonly eigenvalues: readonly number[];
  /** One unit vector a component, by indicator, turned so that its entries add up to more than 0. */
  readonly vectors: readonly (readonly number[])[];
}

/** Components of a symmetric matrix of correlations or covariances. */
export function principalComponents(symmetric: readonly ArrayLike<number>[]): PrincipalComponents {
  const rows = symmetric.map((row) => Array.from(row));
  const found = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  const order = found.realEigenvalues.map((_, at) => at).reverse(); // they come in rising order
  order.sort((a, b) => found.realEigenvalues[b] - found.realEigenvalues[a]);
  return {
    eigenvalues: order.map((at) => Math.max(0, found.realEigenvalues[at])),
    vectors: order.map((at) => turned(found.eigenvectorMatrix.getColumn(at))),
  };
}

const nothing = 1e-12; // a sum of entries that cancel leaves this much

/** The sign of a component says nothing: most of it is made positive, or its largest entry where it cancels out. */
function turned(vector: readonly number[]): number[] {
  const sum = vector.reduce((total, each) => total + each, 0);
  const largest = Math.max(...vector.map(Math.abs));
  const sense = Math.abs(sum) > nothing ? sum : (vector.find((each) => Math.abs(each) > largest - nothing) as number);
  return vector.map((each) => (sense < 0 ? -each : each));
}
