import { describe, expect, it } from "vitest";
import { compressedRows, multiply, rowStandardised, rowSums, transposed } from "./compressed-rows.ts";

// 0 2 1
// 0 0 0
// 3 0 0
const matrix = compressedRows(3, [2, 0, 0], [0, 2, 1], [3, 1, 2]);

describe("compressedRows", () => {
  it("holds rows in order, and an empty row as nothing", () => {
    expect([...matrix.starts]).toEqual([0, 2, 2, 3]);
    expect([...matrix.indices]).toEqual([1, 2, 0]);
    expect([...matrix.values]).toEqual([2, 1, 3]);
  });

  it("multiplies, sums, transposes and standardises", () => {
    expect([...multiply(matrix, Float64Array.of(1, 10, 100))]).toEqual([120, 0, 3]);
    expect([...rowSums(matrix)]).toEqual([3, 0, 3]);
    expect([...multiply(transposed(matrix), Float64Array.of(1, 10, 100))]).toEqual([300, 2, 1]);
    expect([...rowStandardised(matrix).values]).toEqual([2 / 3, 1 / 3, 1]);
    expect([...matrix.values]).toEqual([2, 1, 3]);
  });
});
