import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, exactOf, scaled, toNumber } from "./exact-number.ts";
import { type Factor, factors } from "./factors.ts";
import { partsInOrder, shapleyParts } from "./shares.ts";
import { addsUp, shownSplit } from "./shown-split.ts";

const keyOf = (swapped: ReadonlySet<Factor>) => factors.filter((factor) => swapped.has(factor)).join();
const game = (values: Readonly<Record<string, number>>) => (swapped: ReadonlySet<Factor>) => values[keyOf(swapped)];
const values = (parts: ReturnType<typeof shapleyParts>) => parts.map(({ exact }) => toNumber(exact));

describe("exact numbers", () => {
  it("are the doubles themselves, and round once", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-290);
        expect(toNumber(exactOf(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    // the double nearest to .1 lies above it, so that its 20 decimals end in 5551
    expect(decimalText(scaled(exactOf(0.1), 20), 20)).toBe("0.10000000000000000555");
    expect(decimalText(scaled(exactOf(-2.5), 0), 0)).toBe("-3");
    expect(toNumber({ units: exactOf(1).units, over: 3n })).toBe(1 / 3);
  });
});

describe("shapleyParts", () => {
  it("by hand: value 2 from the data, 3 from the weights, 4 more only when both are there", () => {
    // v(0) = 1, v(d) = 3, v(w) = 4, v(dw) = 10; data: ((3 - 1) + (10 - 4)) / 2 = 4, weights: ((4 - 1) + (10 - 3)) / 2 = 5
    const value = game({ "": 1, data: 3, weights: 4, "data,weights": 10 });
    const parts = shapleyParts(["data", "weights"], value);
    expect(parts.map((part) => part.factors)).toEqual([["data"], ["weights"]]);
    expect(values(parts)).toEqual([4, 5]);
    // in the declared order the data go first: 3 - 1, then 10 - 3
    expect(
      values(
        partsInOrder(
          parts.map((part) => part.factors),
          value,
        ),
      ),
    ).toEqual([2, 7]);
  });

  it("joins a factor that cannot be swapped alone with another, and no more than need be", () => {
    const value = game({
      "": 1,
      weights: 2,
      "data,cluster": 5,
      "data,weights,cluster": 9,
      "data,weights": 7, // there, but of no use without the data alone
    });
    const parts = shapleyParts(["data", "weights", "cluster"], value);
    expect(parts.map((part) => part.factors)).toEqual([["data", "cluster"], ["weights"]]);
    // data and cluster: ((5 - 1) + (9 - 2)) / 2, weights: ((2 - 1) + (9 - 5)) / 2
    expect(values(parts)).toEqual([5.5, 2.5]);
  });

  it("adds up exactly, and so do the printed parts, for any values at all", () => {
    const double = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
      fc.integer({ min: -50, max: 50 }),
      fc.double({ noNaN: true, min: 1e-12, max: 1e-9 }),
    );
    const games = fc
      .subarray([...factors], { minLength: 1 })
      .chain((changed) => fc.tuple(fc.constant(changed), fc.array(double, { minLength: 32, maxLength: 32 })));
    const plain = (text: string) => BigInt(text.replace(".", ""));
    fc.assert(
      fc.property(games, fc.constantFrom(undefined, 0, 2), ([changed, drawn], decimals) => {
        const value = (swapped: ReadonlySet<Factor>) =>
          drawn[factors.reduce((mask, factor, at) => mask | (swapped.has(factor) ? 1 << at : 0), 0)] as number;
        const [before, after] = [value(new Set()), value(new Set(changed))];
        const parts = shapleyParts(changed, value);
        const exacts = parts.map(({ exact }) => exact);
        expect(addsUp(before, after, exacts)).toBe(true);
        const shown = shownSplit(before, after, exacts, decimals);
        expect(plain(shown.before) + plain(shown.change)).toBe(plain(shown.after));
        expect(shown.parts.reduce((sum, part) => sum + plain(part), 0n)).toBe(plain(shown.change));
      }),
      { numRuns: 400 },
    );
  });

  it("prints thirds that add up: 1 is .33 + .33 + .34 in some order, never .99", () => {
    const third = { units: exactOf(1).units, over: 3n };
    expect(shownSplit(0, 1, [third, third, third], 2)).toEqual({
      before: "0.00",
      after: "1.00",
      change: "1.00",
      parts: ["0.34", "0.33", "0.33"],
    });
  });
});
