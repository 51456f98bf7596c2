import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { type BargainingInput, type BargainingSolution, bargaining } from "./bargaining.ts";
import { fillUp } from "./fill-up.ts";

const rounding = 1e-9; // a dozen additions of numbers up to some hundreds

const solutions: readonly BargainingSolution[] = ["nash", "kalai-smorodinsky", "egalitarian"];
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const close = (found: readonly number[], wanted: readonly number[]) => {
  expect(found.length).toBe(wanted.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - wanted[at]), `${found} and ${wanted}`).toBeLessThan(rounding);
  });
};

describe("by hand", () => {
  it("two with 10 and 30 at disagreement split the other 60 of 100 in halves, by all three", () => {
    const { splits } = bargaining({ place: ["a", "b"], disagreement: [10, 30] }, { total: 100 });
    for (const solution of solutions) close(splits[solution], [40, 60]);
  });

  it("weights 2 and 1 share 60 as 40 and 20, by Nash alone", () => {
    const { splits } = bargaining({ place: ["a", "b"], disagreement: [10, 30], weight: [2, 1] }, { total: 100 });
    close(splits.nash, [50, 50]);
    close(splits.egalitarian, [40, 60]);
  });

  it("a cap of 20 lets the others have the rest; Kalai-Smorodinsky takes it as the most to hope for", () => {
    const { splits } = bargaining(
      { place: ["a", "b", "c"], disagreement: [0, 0, 0], cap: [20, 90, 90] },
      { total: 90 },
    );
    close(splits.nash, [20, 35, 35]);
    close(splits.egalitarian, [20, 35, 35]);
    // hopes 20, 90, 90 of 200 in all, 90 to share: .45 of each
    close(splits["kalai-smorodinsky"], [9, 40.5, 40.5]);
  });

  it("an outside option that does not bind changes nothing in Nash, one that binds is what is had", () => {
    const nash = (outside: number) =>
      bargaining({ place: ["a", "b"], disagreement: [0, 0], outside: [outside, 0] }, { total: 100 }).splits.nash;
    close(nash(49), [50, 50]);
    close(nash(70), [70, 30]);
  });

  it("caps that do not take the total leave some over, with a word", () => {
    const { splits, warnings } = bargaining({ place: ["a", "b"], disagreement: [0, 0], cap: [10, 20] }, { total: 40 });
    for (const solution of solutions) close(splits[solution], [10, 20]);
    expect(warnings?.map(({ code }) => code)).toEqual(["left-over"]);
  });
});

function drawn(seed: number): { input: BargainingInput & { outside: number[]; cap: number[] }; total: number } {
  const draw = random(seed, "bargaining");
  const disagreement = Array.from({ length: 2 + draw.integer(5) }, () => 10 * draw.uniform());
  const outside = disagreement.map((each) => each + 6 * (draw.uniform() - 0.5));
  const floors = disagreement.map((each, at) => Math.max(each, outside[at]));
  const cap = floors.map((floor) => floor + 12 * draw.uniform());
  const place = floors.map((_, at) => `p${at}`);
  const weight = floors.map(() => 0.5 + draw.uniform());
  return {
    input: { place, disagreement, outside, cap, weight },
    total: sum(floors) + draw.uniform() * (sum(cap) - sum(floors)),
  };
}

describe("laws", () => {
  const games = Array.from({ length: 60 }, (_, seed) => drawn(seed));

  it("share out the whole, between what each can have elsewhere and its cap", () => {
    for (const { input, total } of games) {
      const { splits, parties } = bargaining(input, { total });
      for (const solution of ["nash", "egalitarian"] as const) {
        expect(Math.abs(sum(splits[solution]) - total)).toBeLessThan(rounding);
      }
      const hopes = sum(parties.map(({ ideal }) => ideal));
      expect(Math.abs(sum(splits["kalai-smorodinsky"]) - Math.min(total, hopes))).toBeLessThan(rounding);
      for (const solution of solutions) {
        splits[solution].forEach((share, at) => {
          expect(share).toBeGreaterThan(parties[at].floor - rounding);
          expect(share).toBeLessThan(input.cap[at] + rounding);
        });
      }
    }
  });

  it("no transfer between two raises the Nash product", () => {
    const step = 1e-4;
    for (const { input, total } of games.slice(0, 20)) {
      const { splits, parties } = bargaining(input, { total });
      const product = (shares: readonly number[]) =>
        sum(shares.map((share, at) => parties[at].weight * Math.log(share - parties[at].disagreement)));
      const best = product(splits.nash);
      parties.forEach((giver, i) => {
        parties.forEach((_, j) => {
          const moved = splits.nash.map((share, at) => share + (at === j ? step : 0) - (at === i ? step : 0));
          if (i === j || moved[i] < giver.floor || moved[j] > input.cap[j]) return;
          expect(product(moved)).toBeLessThan(best + rounding);
        });
      });
    }
  });

  it("scale and origin of money are carried through, and names do not matter", () => {
    for (const { input, total } of games.slice(0, 20)) {
      const one = bargaining(input, { total }).splits;
      const change = (values: ArrayLike<number>) => Array.from(values, (each) => 3 * each + 7);
      const other = bargaining(
        {
          ...input,
          disagreement: change(input.disagreement),
          outside: change(input.outside),
          cap: change(input.cap),
        },
        { total: 3 * total + 7 * input.place.length },
      ).splits;
      for (const solution of solutions) close(other[solution], change(one[solution]));
    }
  });

  it("filling up finds what bisection finds", () => {
    for (const { input, total } of games) {
      const { parties } = bargaining(input, { total });
      const parts = parties.map(({ disagreement, floor, weight }, at) => {
        return { start: disagreement, floor, speed: weight, cap: input.cap[at] };
      });
      const at = (time: number) =>
        parts.map(({ start, speed, floor, cap }) => Math.min(cap, Math.max(floor, start + speed * time)));
      let [low, high] = [0, 1e3];
      for (let step = 0; step < 200; step += 1) {
        const middle = (low + high) / 2;
        if (sum(at(middle)) < total) low = middle;
        else high = middle;
      }
      close(fillUp(total, parts), at(high));
    }
  });
});

it("amounts of any size: at 10^300 as at 1", () => {
  // the other 1 of 2 in halves; a time of 1 beside a start of 10^300 is nothing, and once gave out half as much again
  const { splits } = bargaining({ place: ["a", "b"], disagreement: [0, 1e300] }, { total: 2e300 });
  for (const shares of Object.values(splits)) expect(shares).toEqual([5e299, 1.5e300]);
});

describe("refusals", () => {
  const place = ["a", "b"];
  it("a total that does not cover what all have without it", () => {
    expect(() => bargaining({ place, disagreement: [10, 30], outside: [50, 0] }, { total: 70 })).toThrow(
      "bargaining: total is 70, expected at least 80, what all have without an agreement; 10 is lacking",
    );
  });

  it("numbers that stand for nothing, a cap below the floor, a party twice", () => {
    const refused = (input: BargainingInput, words: string) =>
      expect(() => bargaining(input, { total: 100 })).toThrow(words);
    refused({ place, disagreement: [1, Number.NaN] }, "disagreement of b is NaN, expected a number");
    refused({ place, disagreement: [1, 2], weight: [0, 1] }, "weight of a is 0, expected a number above 0");
    refused({ place, disagreement: [1, 2], cap: [0, 9] }, "cap of a is 0, expected at least the 1");
    refused({ place: ["a", "a"], disagreement: [1, 2] }, "party a is there twice");
  });
});
