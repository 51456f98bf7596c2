import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { structuralChange } from "./structural-change.ts";

const exact = 1e-13; // a few shares and logarithms, angles in degrees

const gap = Number.NaN;
const slice = (year: number | undefined, values: number[][]): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);
const degrees = (radians: number) => (radians * 180) / Math.PI;

describe("structuralChange over time", () => {
  it("from shares 1/4, 3/4 to 1/3, 2/3", () => {
    const slices = [slice(2015, [[10, 30]]), slice(2020, [[15, 30]])];
    const [a] = structuralChange({ slices }).changes;
    near(a?.moved, 1 / 12);
    near(a?.angle, degrees(Math.atan(1 / 7))); // tan of the angle between (1, 3) and (1, 2)
    near(a?.cosine, 7 / Math.sqrt(50));
    near(a?.lilien, Math.sqrt((7 / 24) * Math.log(4 / 3) ** 2 + (17 / 24) * Math.log(8 / 9) ** 2));
    const end = structuralChange({ slices }, { weight: "end" }).changes[0];
    near(end?.lilien, Math.sqrt((1 / 3) * Math.log(4 / 3) ** 2 + (2 / 3) * Math.log(8 / 9) ** 2));
    expect(a).toMatchObject({ since: 2015, year: 2020, appearing: 0 });
  });

  it("is 0 where all grow alike, also for angles that are rounding", () => {
    const { changes } = structuralChange({ slices: [slice(1, [[0.1, 0.2, 0.7]]), slice(2, [[0.3, 0.6, 2.1]])] });
    expect(changes[0]?.moved).toBeLessThan(1e-15);
    expect(changes[0]?.angle).toBeLessThan(1e-13);
    expect(changes[0]?.lilien).toBeLessThan(1e-15);
  });

  it("keeps the digits of a small angle, which an arccosine loses", () => {
    const step = 1e-9;
    const { changes } = structuralChange({ slices: [slice(1, [[1, 1]]), slice(2, [[1 + step, 1 - step]])] });
    expect(Math.abs((changes[0]?.angle as number) / degrees(step) - 1)).toBeLessThan(1e-6);
  });

  it("is 90 degrees and all moved where nothing stays", () => {
    const { changes, warnings } = structuralChange({ slices: [slice(1, [[5, 0]]), slice(2, [[0, 8]])] });
    near(changes[0]?.angle, 90);
    near(changes[0]?.moved, 1);
    expect(changes[0]).toMatchObject({ lilien: 0, appearing: 2 });
    expect(say(warnings?.[0])).toBe(
      "an industry comes from nothing or goes to it, and has no part in the Lilien index: a 2",
    );
  });

  it("gives the same both ways in time, with mean weights", () => {
    const both = [
      [slice(1, [[3, 5, 2]]), slice(2, [[7, 1, 9]])],
      [slice(1, [[7, 1, 9]]), slice(2, [[3, 5, 2]])],
    ].map((slices) => structuralChange({ slices }).changes[0]);
    near(both[0]?.lilien, both[1]?.lilien as number);
    near(both[0]?.angle, both[1]?.angle as number);
  });

  it("compares the ends or each year with the next", () => {
    const slices = [slice(1, [[1, 1]]), slice(2, [[3, 1]]), slice(3, [[1, 1]])];
    expect(structuralChange({ slices }).changes.map(({ moved }) => moved)).toEqual([0]);
    expect(structuralChange({ slices }, { steps: "yearly" }).changes.map(({ moved, year }) => [year, moved])).toEqual([
      [2, 0.25],
      [3, 0.25],
    ]);
  });

  it("leaves a cell without a figure in one year out of both", () => {
    const { industries, warnings } = structuralChange({
      slices: [slice(1, [[1, gap, 3]]), slice(2, [[1, 5, 1]])],
    });
    expect(industries.map(({ industry, before, after }) => [industry, before, after])).toEqual([
      ["x", 0.25, 0.5],
      ["z", 0.75, 0.5],
    ]);
    expect(warnings?.map(({ code }) => code)).toEqual(["unbalanced-cells"]);
  });

  it("refuses one year without labour, in words", () => {
    expect(() => structuralChange({ slices: [slice(2019, [[1, 2]])] })).toThrow(
      "structural-change: the data have 2019 alone, expected at least two years",
    );
  });
});

describe("structuralChange of output beside labour", () => {
  it("of output 1/4, 3/4 and labour 1/2, 1/2", () => {
    const { rational, changes, warnings } = structuralChange({
      slices: [slice(2020, [[10, 30]])],
      labour: [slice(2020, [[7, 7]])],
    });
    near(rational[0]?.theil, 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5));
    near(rational[0]?.deviation, 1); // |.5 - 1| + |1.5 - 1|
    expect(changes).toEqual([]);
    expect(warnings?.map(({ code }) => code)).toEqual(["one-year"]);
  });

  it("is 0 where productivity is the same everywhere", () => {
    const { rational } = structuralChange({
      slices: [slice(undefined, [[20, 60, 0]])],
      labour: [slice(undefined, [[1, 3, 0]])],
    });
    near(rational[0]?.theil, 0);
    near(rational[0]?.deviation, 0);
  });

  it("compares the industries that both have, names a place with none, and output without labour", () => {
    const { rational, dropped, warnings } = structuralChange({
      slices: [
        slice(2020, [
          [10, 30, 5],
          [1, 1, 1],
          [2, 2, 2],
        ]),
      ],
      labour: [
        slice(2020, [
          [7, 7, gap],
          [0, 4, 4],
        ]),
      ],
    });
    expect(rational.map(({ place, industries }) => [place, industries])).toEqual([
      ["a", 2],
      ["b", 3],
    ]);
    near(rational[0]?.theil, 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5));
    expect(rational[1]?.theil).toBeNaN();
    expect(dropped?.map(({ row }) => row)).toEqual(["c 2020"]);
    expect(say(warnings?.at(-1))).toBe("an industry has output and no labour, so no rationalisation index: b 2020");
  });
});
