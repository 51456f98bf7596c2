import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import method, { type CvWeightsOptions, cvWeights } from "./cv-weights.ts";

const exact = 1e-12; // doubles: some dozens of additions

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const weigh = (columns: ReturnType<typeof column>[], options?: CvWeightsOptions) =>
  cvWeights({ place: letters(columns[0].values.length), indicators: columns }, options);

describe("cv-weights", () => {
  it("by hand: sqrt 2 / 2 and sqrt 2 / 10", () => {
    const { weights } = weigh([column("x", 1, 3), column("y", 9, 11)]);
    expect(Math.abs(weights[0].weight - 5 / 6)).toBeLessThan(exact);
    expect(Math.abs(weights[1].variation - Math.SQRT2 / 10)).toBeLessThan(exact);
  });

  it("does not change with units, but does with where a scale starts, unless values are min-max", () => {
    const y = column("y", 3, 1, 2, 5);
    const first = (values: number[], options?: CvWeightsOptions) =>
      weigh([column("x", ...values), y], options).weights[0].weight;
    expect(Math.abs(first([1e6, 4e6, 9e6, 2e6]) - first([1, 4, 9, 2]))).toBeLessThan(exact);
    expect(Math.abs(first([101, 104, 109, 102]) - first([1, 4, 9, 2]))).toBeGreaterThan(0.1);
    const minMax = { values: "min-max" } as const;
    expect(Math.abs(first([101, 104, 109, 102], minMax) - first([1, 4, 9, 2], minMax))).toBeLessThan(exact);
  });

  it("turns falling indicators round for min-max values, and has both kinds side by side", () => {
    const [x, y] = [column("x", 1, 4, 9), column("y", 3, 1, 2)];
    const turned = weigh([x, y], { values: "min-max", down: ["x"] }).weights;
    expect(turned).toEqual(weigh([column("x", -1, -4, -9), y], { values: "min-max" }).weights);
    expect(weigh([x, y], { down: ["x"] }).weights).toEqual(weigh([x, y]).weights);
    expect(weigh([x, y]).variants.map(({ values }) => values)).toEqual(["raw", "raw", "min-max", "min-max"]);
  });

  it("refuses a mean of 0 or less, warns of values below 0, and leaves raw out of the variants where it cannot be", () => {
    expect(() => weigh([column("x", -3, 1), column("y", 1, 2)])).toThrow(
      "cv-weights: x has a mean of -1, a coefficient of variation needs more than 0",
    );
    const below = weigh([column("x", -1, 3), column("y", 1, 2)]);
    expect(below.warnings?.map(({ code }) => code)).toEqual(["values-below-zero"]);
    const other = weigh([column("x", -3, 1), column("y", 1, 2)], { values: "min-max" });
    expect(new Set(other.variants.map(({ values }) => values))).toEqual(new Set(["min-max"]));
  });

  it("gives a constant indicator weight 0 whatever its mean, and refuses all constant", () => {
    const { weights, warnings } = weigh([column("x", 1, 3), column("same", -0.1, -0.1)]);
    expect(weights.map(({ weight }) => weight)).toEqual([1, 0]);
    expect(warnings?.[0].code).toBe("indicator-constant");
    expect(() => weigh([column("x", 3, 3)])).toThrow("cv-weights: every indicator is the same everywhere");
  });

  it("pools a panel, and names a year in which nothing differs", () => {
    const indicators = [column("x", 1, 4, 2, 2), column("y", 3, 1, 5, 5)];
    const input = { place: ["a", "b", "a", "b"], year: [2010, 2010, 2020, 2020], indicators };
    const { weights, byYear, warnings } = cvWeights(input, { scope: "by-year" });
    expect(weights).toEqual(weigh(indicators).weights);
    expect(byYear.map(({ year }) => year)).toEqual([2010, 2010]);
    expect(warnings?.map(({ code }) => code)).toEqual(["by-year-not-comparable", "year-without-weights"]);
  });

  it("says what weighs most and least", () => {
    const result = weigh([column("x", 1, 3), column("y", 9, 11)]);
    const [finding] = method.findings?.(result, undefined as never, undefined as never) ?? [];
    expect(say(finding)).toContain("gives the largest weight to x (83.3%) and the smallest to y (16.7%)");
    expect(say(finding, "zh")).toContain("权重最大的是x（83.3%），最小的是y（16.7%）");
  });
});

describe.skipIf(!haveGoldens)("cv-weights against R on eight connectivity indicators of 43 countries", () => {
  const printed = 1e-14; // the file has 15 significant digits

  it("agrees", () => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const { weights } = cvWeights({ place: rows.map(({ uCode }) => uCode), indicators });
    const expected = goldenJson<{ cv_weights: number[] }>("mcdm_weights/expected.json").cv_weights;
    weights.forEach(({ weight }, at) => {
      expect(Math.abs(weight - expected[at])).toBeLessThan(printed);
    });
  });
});
