import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import {
  areTooFew,
  clusterWarnings,
  errorBy,
  simulated,
  simulatedPlaces,
  supportOf,
  wildWarnings,
} from "./cluster-rule.ts";
import { factorOf } from "./factors.ts";

const rounding = 1e-12; // of a few dozen squares

/** Weights of a difference of two means: k of n treated. */
const weights = (k: number, n: number) => Array.from({ length: n }, (_, at) => (at < k ? 1 / k : -1 / (n - k)));
const own = (n: number) => factorOf(Array.from({ length: n }, (_, at) => at));
const support = (k: number, n: number) => supportOf(weights(k, n), own(n));

describe("how many clusters carry an effect", () => {
  it("is that of the thinner side, and all of them where half are treated", () => {
    // 3 of 40: shares (37/40) / 3 three times and (3/40) / 37 each of 37 times
    const three = 1 / ((37 / 40) ** 2 / 3 + (3 / 40) ** 2 / 37);
    expect(Math.abs(support(3, 40).effective - three)).toBeLessThan(rounding);
    expect(Math.abs(support(37, 40).effective - three)).toBeLessThan(rounding);
    expect(Math.abs(support(20, 40).effective - 40)).toBeLessThan(1e-10);
  });

  it("parts one treated from two, of any number from five on", () => {
    for (let n = 5; n <= 120; n += 1) {
      for (const k of [1, n - 1]) expect(support(k, n).effective).toBeLessThan(2);
      for (const k of [2, n - 2]) expect(support(k, n).effective).toBeGreaterThan(2);
    }
  });

  it("adds up what lies in one cluster, does not know the scale, and takes the way that carries least", () => {
    const provinces = factorOf(Array.from({ length: 40 }, (_, at) => Math.floor(at / 4)));
    // one province holds all four treated: as one of ten
    const four = supportOf(weights(4, 40), provinces);
    expect(four.clusters).toBe(10);
    expect(Math.abs(four.effective - support(1, 10).effective)).toBeLessThan(rounding);
    const scaled = supportOf(
      weights(4, 40).map((each) => 1e6 * each),
      own(40),
      provinces,
    );
    expect(scaled.clusters).toBe(10);
    expect(Math.abs(scaled.effective - four.effective)).toBeLessThan(rounding);
  });
});

describe("the rule", () => {
  const codes = (k: number, n: number) => clusterWarnings(support(k, n)).map(({ code }) => code);

  it("withholds below two that carry the effect and below five, and nothing else", () => {
    expect([1, 2, 38, 39].map((k) => errorBy(support(k, 40), 3))).toEqual([Number.NaN, 3, 3, Number.NaN]);
    expect(areTooFew(support(2, 4))).toBe(true);
    expect(areTooFew(support(2, 5))).toBe(false);
  });

  it("warns of few on a side, of few in all, and of neither where there are enough", () => {
    expect(codes(1, 400)).toEqual(["too-few-clusters"]);
    expect(codes(3, 400)).toEqual(["few-clusters"]);
    expect(codes(397, 400)).toEqual(["few-clusters"]);
    expect(codes(10, 20)).toEqual(["few-clusters"]);
    expect(codes(20, 40)).toEqual([]);
  });

  it("says which way it errs, by how much, and what to look at instead, in both languages", () => {
    const [few] = clusterWarnings(support(3, 40));
    expect(say(few)).toBe(
      "of 40 clusters 3.5 carry the effect (few are treated, few are not, or few vary): errors are too small, in tests of the years before too. With 3 treated of 40 tests at 5 % find an effect in 19 to 23 of 100 simulated panels that have none; set causal/randomisation beside it",
    );
    expect(say(few, "zh")).toContain("40 个聚类中实际承载效应的相当于 3.5 个");
    const [one] = clusterWarnings(support(1, 40));
    expect(say(one)).toContain("a test at 5 % would find an effect in 77 of 100 simulated panels that have none");
    expect(say(one)).toContain("causal/synthetic-control with its placebos");
    expect(say(one, "zh")).toContain("不给出标准误、区间与 p 值");
    const [wild] = wildWarnings(support(3, 40));
    expect(say(wild)).toContain("it finds one in 2 of 100 simulated panels where 5 are promised");
    expect(wildWarnings(support(20, 40))).toEqual([]);
  });

  it("tells how many further effects have no error", () => {
    const [said] = clusterWarnings(support(20, 40), { parts: [support(1, 40), support(20, 40), support(1, 40)] });
    expect(said?.code).toBe("parts-withheld");
    expect(say(said)).toContain("2 of the further effects have no error");
  });
});

it("the figures that warnings say are those that npm run verify records", () => {
  const file = new URL("../../../../verify/results.json", import.meta.url);
  const { checks } = JSON.parse(readFileSync(file, "utf8")) as {
    checks: { method: string; what: string; found: number }[];
  };
  const found = (treated: number, of: RegExp) =>
    checks.flatMap((each) => {
      const isOfIt =
        each.method === "few-clusters" && each.what.startsWith(`${treated} of ${simulatedPlaces} treated, no effect`);
      return isOfIt && of.test(each.what) ? [Math.round(100 * each.found)] : [];
    });
  for (const { treated, least, most, wild } of simulated) {
    const effects = found(treated, /regression|event study|imputation|group-time, p/);
    expect(effects).toHaveLength(treated === 1 ? 1 : 4);
    expect([Math.min(...effects), Math.max(...effects)]).toEqual([least, most]);
    expect(found(treated, /wild/)).toEqual(Number.isNaN(wild) ? [] : [wild]);
  }
});
