import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { makeSorted, sortInto } from "./sorting.ts";

const draw = random(1, "sorting");
const some = (n: number, value: (at: number) => number) => Float64Array.from({ length: n }, (_, at) => value(at));

describe("sorting by bucket agrees with sorting by comparison", () => {
  it.each([
    ["even values", some(500, () => draw.uniform())],
    ["a far value that crowds the others into one bucket", some(500, (at) => (at === 250 ? 1e12 : draw.normal()))],
    ["values over many orders of magnitude", some(500, () => Math.exp(20 * draw.normal()))],
    ["ties", some(500, () => draw.integer(7))],
    ["all alike", some(300, () => 4)],
    ["already in order", some(300, (at) => -at)],
    ["rising", some(300, (at) => at)],
    ["gaps", some(300, () => (draw.uniform() < 0.3 ? Number.NaN : draw.normal()))],
    ["gaps only", some(3, () => Number.NaN)],
    ["values without a bound", Float64Array.of(1, Number.POSITIVE_INFINITY, 2, Number.NEGATIVE_INFINITY, 3)],
    ["a spread beyond the largest number", Float64Array.of(-1e308, 1e308, 0)],
    ["one", Float64Array.of(2)],
    ["none", Float64Array.of()],
  ])("%s", (_, values) => {
    const sorted = makeSorted(values.length);
    const n = sortInto(sorted, values, 0, values.length);
    expect([...sorted.scores.subarray(0, n)]).toEqual(
      [...values.filter((each) => !Number.isNaN(each))].sort((a, b) => b - a),
    );
    expect([...sorted.order.subarray(0, n)].map((row) => values[row])).toEqual([...sorted.scores.subarray(0, n)]);
    expect(new Set(sorted.order.subarray(0, n)).size).toBe(n);
  });

  it("of a part of the rows, in space that was used before", () => {
    const sorted = makeSorted(10);
    sortInto(sorted, Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), 0, 10);
    expect(sortInto(sorted, Float64Array.of(100, 1, 3, 2, 100), 1, 4)).toBe(3);
    expect([...sorted.order.subarray(0, 3)]).toEqual([2, 3, 1]);
  });
});
