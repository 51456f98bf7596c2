import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const close = 1e-11; // n eps times the norm, which is some tens

function symmetric(n: number): Float64Array {
  const draw = random(n, "eigen");
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      matrix[i * n + j] = draw.normal();
      matrix[j * n + i] = matrix[i * n + j] as number;
    }
  }
  return matrix;
}

describe("symmetricEigen", () => {
  it("of (2, 1; 1, 2) is 3 along (1, 1) and 1 along (1, -1)", () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors[0]?.[0] as number)).toBeCloseTo(Math.SQRT1_2, 14);
    expect((vectors[1]?.[0] as number) * (vectors[1]?.[1] as number)).toBeCloseTo(-0.5, 14);
  });

  it.each([1, 2, 3, 7, 40, 120])("solves A v = l v with orthonormal v, and agrees with ml-matrix (n = %d)", (n) => {
    const matrix = symmetric(n);
    const { values, vectors } = symmetricEigen(matrix, n);
    const peer = new EigenvalueDecomposition(Matrix.from1DArray(n, n, matrix), { assumeSymmetric: true })
      .realEigenvalues;
    peer.sort((a, b) => b - a);
    for (let at = 0; at < n; at += 1) {
      expect(Math.abs((values[at] as number) - (peer[at] as number))).toBeLessThan(close);
      const v = vectors[at] as Float64Array;
      for (let row = 0; row < n; row += 1) {
        let product = 0;
        for (let k = 0; k < n; k += 1) product += (matrix[row * n + k] as number) * (v[k] as number);
        expect(Math.abs(product - (values[at] as number) * (v[row] as number))).toBeLessThan(close);
      }
      for (let other = 0; other <= at; other += 1) {
        const dot = v.reduce((sum, each, k) => sum + each * (vectors[other]?.[k] as number), 0);
        expect(Math.abs(dot - Number(other === at))).toBeLessThan(close);
      }
    }
  });

  it("keeps matrices that are diagonal, empty of values, or of equal values", () => {
    expect([...symmetricEigen(Float64Array.of(1, 0, 0, 0, 3, 0, 0, 0, 2), 3).values]).toEqual([3, 2, 1]);
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
    const ones = symmetricEigen(new Float64Array(25).fill(1), 5).values;
    expect(ones[0]).toBeCloseTo(5, 13);
    for (const each of ones.slice(1)) expect(Math.abs(each)).toBeLessThan(close);
  });
});
