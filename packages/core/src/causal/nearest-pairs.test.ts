import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { matchedEffect } from "./matching-effects.ts";
import { nearestPairs, type PairingRules } from "./nearest-pairs.ts";

const once = { ratio: 1, replacement: false, order: "largest", search: "nearest", caliper: Infinity } as const;
const again = { ...once, replacement: true } as const;
const treated = [1, 1, 0, 0, 0, 0];

describe("controls that are equally near", () => {
  // the first treated stands between 2 and 3 at .4 and 4 and 5 at .6; the second has 4 and 5 at its own score
  const score = Float64Array.of(0.5, 0.6, 0.4, 0.4, 0.6, 0.6);
  const of = (rules: PairingRules) => nearestPairs(treated, score, score, rules).partners.slice(0, 2);

  it("are all taken with replacement, and all that lie as near as the last of a ratio", () => {
    expect(of(again)).toEqual([
      [2, 3, 4, 5],
      [4, 5],
    ]);
    expect(of({ ...again, search: "below" })).toEqual([
      [2, 3],
      [4, 5],
    ]);
    expect(of({ ...again, ratio: 3 })[1]).toEqual([4, 5, 2, 3]);
  });

  it("are taken once by the lower score, and of one score by the order of the data", () => {
    expect(of(once)).toEqual([[2], [4]]);
    expect(of({ ...once, search: "below" })).toEqual([[2], [4]]);
    expect(of({ ...once, ratio: 2 })).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  it("stand for the treated by their mean, each with the error of a control beside its like", () => {
    const level = new Float64Array(4).fill(0.5);
    const scored = { treated: Float64Array.of(1, 1, 0, 0), score: level, outcome: Float64Array.of(4, 6, 1, 3) };
    const pairing = nearestPairs(scored.treated, level, level, again);
    // 4 and 6 beside (1 + 3) / 2: 2 and 4, mean 3; (1 + 1) about it, and of each control (1 - 1/2) (1 - 3)² / 2: 4 / 2²
    expect(matchedEffect(scored, pairing)).toEqual([3, 1]);
  });
});

it("with replacement are those of a search through all controls, on drawn scores with ties", () => {
  const draw = random(9, "pairs");
  for (let round = 0; round < 50; round += 1) {
    const is = Array.from({ length: 40 }, () => (draw.uniform() < 0.4 ? 1 : 0));
    const scores = Float64Array.from(is, () => draw.integer(12) / 16);
    const found = nearestPairs(is, scores, scores, again).partners;
    const controls = [...is.keys()].filter((at) => is[at] === 0);
    for (const own of [...is.keys()].filter((at) => is[at] === 1)) {
      const gap = (at: number) => Math.abs((scores[at] as number) - (scores[own] as number));
      const least = Math.min(...controls.map(gap));
      expect([...(found[own] as number[])].sort((a, b) => a - b)).toEqual(controls.filter((at) => gap(at) === least));
    }
  }
});

it("of scores that round to 1 goes by what they round from", () => {
  // logits of 200 and 40, and a control of 38: both scores are 1 in sixteen digits, one logit is within the caliper
  const logit = Float64Array.of(200, 40, 38, -1, 0, 1);
  const score = logit.map((each) => 1 / (1 + Math.exp(-each)));
  expect(nearestPairs(treated, score, logit, { ...again, caliper: 5 }).partners.slice(0, 2)).toEqual([[], [2]]);
});
