import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export const randomIndices = ["saaty-1977", "saaty-1994"] as const;
export type RandomIndex = (typeof randomIndices)[number];

/** Mean consistency index of random reciprocal matrices of 1, 2, ..., 15 criteria. */
export const randomIndexOf: Readonly<Record<RandomIndex, readonly number[]>> = {
  "saaty-1977": [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  "saaty-1994": [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
};

export interface Consistency {
  readonly lambda: number;
  /** CI = (lambda - n) / (n - 1); 0 of one or two criteria. */
  readonly index: number;
  /** CR = CI / RI; 0 of one or two criteria, `NaN` where no random index is known. */
  readonly ratio: number;
}

export type PriorityRule = "eigenvector" | "geometric-mean";

/** Priorities of a reciprocal matrix, adding up to 1: its principal eigenvector, or the geometric means of its rows. */
export function priorities(judgements: readonly (readonly number[])[], rule: PriorityRule): number[] {
  const found =
    rule === "eigenvector"
      ? principal(judgements).vector
      : judgements.map((row) => Math.exp(row.reduce((sum, each) => sum + Math.log(each), 0) / row.length));
  return shares(found);
}

/** The principal eigenvalue measures consistency whatever the priorities are taken by. */
export function consistency(judgements: readonly (readonly number[])[], source: RandomIndex): Consistency {
  const n = judgements.length;
  if (n <= 2) return { lambda: n, index: 0, ratio: 0 };
  // never below n but for rounding (Saaty)
  const lambda = Math.max(n, principal(judgements).value);
  const index = (lambda - n) / (n - 1);
  return { lambda, index, ratio: index / (randomIndexOf[source][n - 1] ?? Number.NaN) };
}

/** Saaty's bound on CR. */
export const acceptable = 0.1;

export const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** The geometric mean of several experts' judgements, which alone keeps a matrix reciprocal. */
export function meanJudgements(matrices: readonly (readonly (readonly number[])[])[]): number[][] {
  const [first = []] = matrices;
  if (matrices.length === 1) return first.map((row) => [...row]);
  return first.map((row, i) =>
    row.map((_, j) => Math.exp(mean(matrices.map((judgements) => Math.log(judgements[i][j]))))),
  );
}

export function shares(values: readonly number[]): number[] {
  const sum = values.reduce((total, each) => total + each, 0);
  return values.map((each) => each / sum);
}

/** Perron's pair of a positive matrix: its largest eigenvalue is real, and the vector has one sign. */
function principal(judgements: readonly (readonly number[])[]): { value: number; vector: number[] } {
  const found = new EigenvalueDecomposition(new Matrix(judgements.map((row) => [...row])));
  const at = found.realEigenvalues.reduce((best, each, k) => (each > found.realEigenvalues[best] ? k : best), 0);
  return { value: found.realEigenvalues[at], vector: found.eigenvectorMatrix.getColumn(at).map(Math.abs) };
}
