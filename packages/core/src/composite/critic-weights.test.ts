import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import method, { type CriticWeightsOptions, criticWeights } from "./critic-weights.ts";

const exact = 1e-12; // doubles: some dozens of additions of numbers below 1

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const weigh = (columns: ReturnType<typeof column>[], options?: CriticWeightsOptions) =>
  criticWeights({ place: letters(columns[0].values.length), indicators: columns }, options);
const weightsOf = (...given: Parameters<typeof weigh>) => weigh(...given).weights.map(({ weight }) => weight);

describe("critic-weights", () => {
  it("by hand: contrast 1/2 and 1/sqrt 3, no correlation", () => {
    // x: 0, 1/2, 1, mean 1/2, squares 1/4 + 1/4 over 2; y: 0, 1, 0, mean 1/3, squares 6/9 over 2; sum of products 0
    const [x, y] = weightsOf([column("x", 0, 1, 2), column("y", 0, 3, 0)]);
    expect(Math.abs(x - 0.5 / (0.5 + 1 / Math.sqrt(3)))).toBeLessThan(exact);
    expect(Math.abs(x + y - 1)).toBeLessThan(exact);
  });

  it("gives two indicators that say the same less than one that says something else", () => {
    const columns = [column("x", 1, 2, 3, 4), column("twin", 10, 20, 30, 40), column("other", 1, 3, 3, 1)];
    // r of x and twin is 1, of both with other 0: conflicts 1, 1 and 2
    const { weights } = weigh(columns);
    expect(weights.map(({ conflict }) => Math.round(conflict / exact) * exact)).toEqual([1, 1, 2]);
    expect(weights[2].weight).toBeGreaterThan(weights[0].weight + weights[1].weight);
  });

  it("counts an opposed indicator twice, unless told to look at the size of r alone", () => {
    const columns = [column("x", 1, 2, 3, 4), column("y", 4, 3, 2, 1), column("z", 1, 3, 3, 1)];
    expect(weigh(columns).weights.map(({ conflict }) => conflict)).toEqual([3, 3, 2]);
    expect(weigh(columns, { correlation: "absolute" }).weights.map(({ conflict }) => conflict)).toEqual([1, 1, 2]);
    expect(weigh(columns, { down: ["y"] }).weights.map(({ conflict }) => conflict)).toEqual([1, 1, 2]);
    expect(weigh(columns).variants.map(({ correlation }) => correlation)).toEqual([
      ...["signed", "signed", "signed"],
      ...["absolute", "absolute", "absolute"],
    ]);
  });

  it("does not change with the unit of an indicator nor with where its scale starts", () => {
    const y = column("y", 3, 1, 2, 5);
    const base = weightsOf([column("x", 1, 4, 9, 2), y]);
    for (const values of [
      [1e6, 4e6, 9e6, 2e6],
      [101, 104, 109, 102],
    ]) {
      expect(Math.abs(weightsOf([column("x", ...values), y])[0] - base[0])).toBeLessThan(exact);
    }
  });

  it("gives a constant indicator weight 0, says so, and keeps it out of the conflict of the others", () => {
    const [x, y] = [column("x", 1, 4, 9, 2), column("y", 3, 1, 2, 5)];
    const { weights, warnings } = weigh([x, column("same", 0.1, 0.1, 0.1, 0.1), y]);
    expect(weights[1].weight).toBe(0);
    expect([weights[0].weight, weights[2].weight]).toEqual(weightsOf([x, y]));
    expect(warnings?.map(({ code }) => code)).toEqual(["indicator-constant"]);
  });

  it("pools a panel, and adds single years when asked, with a warning", () => {
    const indicators = [column("x", 1, 4, 9, 2, 3, 8), column("y", 3, 1, 2, 5, 2, 2)];
    const input = { place: ["a", "b", "c", "a", "b", "c"], year: [2010, 2010, 2010, 2020, 2020, 2020], indicators };
    const pooled = criticWeights(input);
    expect(pooled.weights).toEqual(weigh(indicators).weights);
    const { byYear, weights, warnings } = criticWeights(input, { scope: "by-year" });
    expect(weights).toEqual(pooled.weights);
    expect(byYear.map(({ year }) => year)).toEqual([2010, 2010, 2020, 2020]);
    expect(warnings?.map(({ code }) => code)).toEqual(["by-year-not-comparable"]);
  });

  it("leaves out rows with a gap, by name, for all indicators alike", () => {
    const { n, dropped } = weigh([column("x", 1, 4, Number.NaN, 2), column("y", 3, 1, 2, 5)]);
    expect([n, dropped?.map(({ row }) => row)]).toEqual([3, ["c"]]);
  });

  it("refuses what has no weights, with the reason", () => {
    expect(() => weigh([column("x", 1), column("y", 2)])).toThrow(
      "critic-weights: data has 1 complete row, expected at least 2",
    );
    expect(() => weigh([column("x", 3, 3)])).toThrow("critic-weights: every indicator is the same everywhere");
    expect(() => weigh([column("x", 3, 3), column("y", 7, 7)])).toThrow(
      "critic-weights: every indicator is the same everywhere",
    );
    expect(() => weigh([column("x", 1, 2, 3), column("y", 0.1, 0.2, 0.3)])).toThrow(
      "critic-weights: no indicator differs from the others in more than scale",
    );
    expect(() => weigh([column("x", 1, 2)], { down: ["z"] })).toThrow(
      "down names z, which is not an indicator; the indicators are x",
    );
  });

  it("says what weighs most and least", () => {
    const result = weigh([column("x", 0, 1, 2), column("y", 0, 3, 0)]);
    const [finding] = method.findings?.(result, undefined as never, undefined as never) ?? [];
    expect(say(finding)).toBe(
      "CRITIC gives the largest weight to y (53.6%) and the smallest to x (46.4%): it rewards spread and being unlike the others, not importance.",
    );
    expect(say(finding, "zh")).toContain("CRITIC 法下权重最大的是y（53.6%）");
  });
});

describe.skipIf(!haveGoldens)("critic-weights against R on eight connectivity indicators of 43 countries", () => {
  const printed = 1e-14; // the file has 15 significant digits

  it("agrees, whatever the deviation is taken over", () => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const { weights } = criticWeights({ place: rows.map(({ uCode }) => uCode), indicators });
    const expected = goldenJson<Record<"critic_sd_n" | "critic_sd_n1", number[]>>("mcdm_weights/expected.json");
    weights.forEach(({ weight }, at) => {
      expect(Math.abs(weight - expected.critic_sd_n1[at])).toBeLessThan(printed);
      expect(Math.abs(weight - expected.critic_sd_n[at])).toBeLessThan(printed);
    });
  });
});
