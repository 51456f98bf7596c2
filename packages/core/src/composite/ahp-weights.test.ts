import { describe, expect, it } from "vitest";
import { goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import type { AhpInput } from "./ahp-judgements.ts";
import method, { type AhpWeightsOptions, ahpWeights } from "./ahp-weights.ts";

const exact = 1e-12; // an eigenvector of a 3 x 3 matrix

/** Matrices of one criterion a row, stacked by expert. */
function judged(...matrices: number[][][]): AhpInput {
  const names = matrices[0].map((_, at) => "xyzuvw"[at]);
  return {
    indicator: matrices.flatMap(() => names),
    expert: matrices.flatMap((matrix, at) => matrix.map(() => `e${at + 1}`)),
    judgements: names.map((name, at) => ({
      name,
      unit: "1",
      values: Float64Array.from(matrices.flatMap((matrix) => matrix.map((row) => row[at]))),
    })),
  };
}
const weightsOf = (matrices: number[][][], options?: AhpWeightsOptions) =>
  ahpWeights(judged(...matrices), options).weights.map(({ weight }) => weight);

const saaty = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
];
const gap = Number.NaN;

describe("ahp-weights", () => {
  it("of a consistent matrix are the weights that it was made of, with lambda = n", () => {
    const weights = [0.5, 0.3, 0.2];
    const { lambda, ratio, weights: found } = ahpWeights(judged(weights.map((a) => weights.map((b) => a / b))));
    found.forEach(({ weight }, at) => {
      expect(Math.abs(weight - weights[at])).toBeLessThan(exact);
    });
    expect(lambda).toBeCloseTo(3, 12);
    expect(ratio).toBeLessThan(exact);
  });

  it("by hand for three criteria, where the eigenvector is the geometric means of the rows", () => {
    // lambda = 1 + t + 1/t with t = (5 / (3 x 3))^(1/3) = .822071: 3.038511
    const means = [15 ** (1 / 3), 1, 15 ** (-1 / 3)];
    const sum = means.reduce((total, each) => total + each, 0);
    expect(Math.abs(ahpWeights(judged(saaty)).lambda - 1 - (5 / 9) ** (1 / 3) - (9 / 5) ** (1 / 3))).toBeLessThan(
      exact,
    );
    for (const priorities of ["eigenvector", "geometric-mean"] as const) {
      weightsOf([saaty], { priorities }).forEach((weight, at) => {
        expect(Math.abs(weight - means[at] / sum)).toBeLessThan(exact);
      });
    }
  });

  it("has the consistency ratio by either table of random indices, and names which", () => {
    const of = (randomIndex: "saaty-1977" | "saaty-1994") => ahpWeights(judged(saaty), { randomIndex });
    expect(of("saaty-1977").ratio).toBeCloseTo(0.0332, 4);
    expect(of("saaty-1994").ratio).toBeCloseTo(0.037, 4);
    expect(of("saaty-1994").convention.randomIndex).toBe("saaty-1994");
  });

  it("fills half a matrix with reciprocals", () => {
    const upper = [
      [1, 3, 5],
      [gap, gap, 3],
      [gap, gap, 1],
    ];
    expect(weightsOf([upper])).toEqual(weightsOf([saaty]));
  });

  it("takes fractions of two decimals by the entry above 1, and says so", () => {
    const rounded = [
      [1, 3, 5],
      [0.33, 1, 3],
      [0.2, 0.33, 1],
    ];
    const { weights, warnings } = ahpWeights(judged(rounded));
    expect(weights.map(({ weight }) => weight)).toEqual(weightsOf([saaty]));
    expect(warnings?.map(({ code }) => code)).toEqual(["judgements-rounded"]);
    expect(warnings?.[0].text.en).toContain("2 pairs of judgements are");
    expect(warnings?.[0].text.en).toContain("within 5 %");
  });

  it("brings several experts together in three ways, which differ, and keeps each one's consistency", () => {
    const other = [
      [1, 1 / 9, 3],
      [9, 1, 1 / 7],
      [1 / 3, 7, 1],
    ];
    const result = ahpWeights(judged(saaty, other));
    expect(result.experts.map(({ expert }) => expert)).toEqual(["e1", "e2"]);
    expect(result.experts[1].ratio).toBeGreaterThan(1);
    expect(result.inconsistent).toBe(1);
    expect(result.ratio).toBeLessThan(result.experts[1].ratio); // the mean hides it
    expect(result.warnings?.map(({ code }) => code)).toEqual(["judgements-inconsistent"]);
    const first = (aggregate: string) => result.variants.find((each) => each.aggregate === aggregate)?.weight;
    expect(new Set(["judgements", "weights-geometric", "weights-arithmetic"].map(first)).size).toBe(3);
    expect(result.convention.aggregate).toBe("judgements");
  });

  it("of the geometric means of rows, judgements and weights aggregate to the same", () => {
    const other = [
      [1, 2, 2],
      [1 / 2, 1, 4],
      [1 / 2, 1 / 4, 1],
    ];
    const by = (aggregate: "judgements" | "weights-geometric") =>
      weightsOf([saaty, other], { aggregate, priorities: "geometric-mean" });
    by("judgements").forEach((weight, at) => {
      expect(Math.abs(weight - by("weights-geometric")[at])).toBeLessThan(exact);
    });
  });

  it("has ratio 0 for one and two criteria, and none beyond the tables, with a word", () => {
    expect(ahpWeights(judged([[1]]))).toMatchObject({ ratio: 0, lambda: 1 });
    expect(
      ahpWeights(
        judged([
          [1, 4],
          [0.25, 1],
        ]),
      ).weights[0].weight,
    ).toBeCloseTo(0.8, 14);
    const names = Array.from({ length: 16 }, (_, at) => `c${at}`);
    const judgements = names.map((name) => ({ name, unit: "1", values: new Float64Array(16).fill(1) }));
    const { ratio, warnings } = ahpWeights({ indicator: names, judgements });
    expect(ratio).toBeNaN();
    expect(warnings?.[0].code).toBe("no-random-index");
  });

  it("refuses a matrix that is none, in words that say where", () => {
    const change = (row: number, at: number, value: number) => {
      const copy = saaty.map((each) => [...each]);
      copy[row][at] = value;
      return () => ahpWeights(judged(copy));
    };
    expect(change(1, 0, 3)).toThrow("ahp-weights: x against y of e1 is 3 and back is 3, expected 0.3333");
    expect(change(1, 1, 2)).toThrow("y against itself of e1 is 2, expected 1");
    expect(change(0, 2, -5)).toThrow("x against z of e1 is -5, expected more than 0");
    const { judgements } = judged(saaty);
    expect(() => ahpWeights({ indicator: ["x", "y", "q"], judgements })).toThrow(
      "row q has no column of its name; the columns are x, y, z",
    );
    expect(() => ahpWeights({ indicator: ["x", "y", "y"], judgements })).toThrow(
      "the matrix has 2 rows for y, expected 1",
    );
    const missing = saaty.map((each) => [...each]);
    missing[0][1] = gap;
    missing[1][0] = gap;
    expect(() => ahpWeights(judged(missing))).toThrow("x against y of e1 is not judged");
  });

  it("says what weighs most, and whether the judgements hold together", () => {
    const said = (input: AhpInput, language: "en" | "zh" = "en") =>
      (method.findings?.(ahpWeights(input), undefined as never, undefined as never) ?? []).map((each) =>
        say(each, language),
      );
    expect(said(judged(saaty))).toEqual([
      "The expert gives the largest weight to x (63.7%) and the smallest to z (10.5%).",
      "The consistency ratio is 0.033, within the bound of 0.1 (random index of Saaty 1977).",
    ]);
    expect(said(judged(saaty, saaty), "zh")[1]).toBe(
      "2 位专家中有 0 位的一致性比例超过 0.1；集结后判断矩阵的一致性比例为 0.033（RI 取自 Saaty 1977）。",
    );
  });
});

describe.skipIf(!haveGoldens)("ahp-weights against eigen() of R", () => {
  const printed = 1e-13; // lambda printed with 15 digits, less 3, over .58

  it("agrees on Saaty's scale", () => {
    const { ahp } = goldenJson<{
      ahp: { matrix: number[][]; w_eigen: number[]; lambda_max: number; CI: number; CR: number; CR_52: number };
    }>("mcdm_weights/expected.json");
    const found = ahpWeights(judged(ahp.matrix));
    found.weights.forEach(({ weight }, at) => {
      expect(Math.abs(weight - ahp.w_eigen[at])).toBeLessThan(printed);
    });
    expect(Math.abs(found.lambda - ahp.lambda_max)).toBeLessThan(printed);
    expect(Math.abs(found.index - ahp.CI)).toBeLessThan(printed);
    expect(Math.abs(found.ratio - ahp.CR)).toBeLessThan(printed);
    expect(Math.abs(ahpWeights(judged(ahp.matrix), { randomIndex: "saaty-1994" }).ratio - ahp.CR_52)).toBeLessThan(
      printed,
    );
  });
});
