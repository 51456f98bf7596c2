import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apportioned,
  fenOf,
  isWhole,
  nearestFen,
  portion,
  type Ratio,
  ratioOf,
  ratioText,
  sumOf,
  weightsOf,
  yuanText,
} from "./money.ts";

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
/** Shares with a common denominator that add up to one. */
const wholeShares = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts): Ratio[] => {
    const d = BigInt(parts.reduce((sum, part) => sum + part, 0));
    return parts.map((part) => ({ n: BigInt(part), d }));
  });

describe("money", () => {
  it("reads and writes every fen", () => {
    expect(fenOf("20000000.01")).toBe(2_000_000_001n);
    expect(fenOf(-0.5)).toBe(-50n);
    expect(fenOf("1,234.50")).toBe(123_450n);
    expect(fenOf("1.001")).toBeUndefined();
    // neither fifteen nor one and a half: commas set thousands apart or stand nowhere
    expect(["1,5", "1,50", "12,34", "1234,500", ",500", "1,2345", "1,234,56"].map(fenOf)).toEqual(
      new Array(7).fill(undefined),
    );
    expect(["1,234,567.80", "-1,000", "999"].map(fenOf)).toEqual([123_456_780n, -100_000n, 99_900n]);
    expect(yuanText(-123_450n)).toBe("-1234.50");
  });

  it("keeps shares exact", () => {
    expect(ratioOf("50%")).toEqual({ n: 1n, d: 2n });
    expect(ratioOf("1/3")).toEqual({ n: 1n, d: 3n });
    expect(ratioOf(0.45)).toEqual({ n: 9n, d: 20n });
    expect(ratioOf("a half")).toBeUndefined();
    expect(ratioOf("1/0")).toBeUndefined();
    expect(isWhole(sumOf([ratioOf("1/3"), ratioOf("1/6"), ratioOf("50%")] as Ratio[]))).toBe(true);
    expect([ratioText({ n: 1n, d: 3n }), ratioText({ n: 1n, d: 200n })]).toEqual(["1/3", "0.5%"]);
  });

  it("rounds halves away from zero, on either side", () => {
    expect([portion(1n, { n: 1n, d: 2n }), portion(-1n, { n: 1n, d: 2n }), portion(3n, { n: 1n, d: 4n })]).toEqual([
      1n,
      -1n,
      1n,
    ]);
  });

  it("rounds what is drawn alike on either side of zero", () => {
    const of = (yuan: number) => nearestFen(yuan, []);
    expect([of(0.005), of(-0.005), of(0.004), of(-0.004), of(1.5), of(-1.5)]).toEqual([1n, -1n, 0n, 0n, 150n, -150n]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (yuan) => {
        expect(of(-yuan)).toBe(-of(yuan));
      }),
    );
  });

  it("gives two parties what largest remainder gives, and adds nobody to none", () => {
    const byRemainder = (amount: bigint, weights: readonly bigint[]) =>
      apportioned(amount, [...weights, 0n]).slice(0, 2);
    fc.assert(
      fc.property(amount, fc.bigInt(0n, 999n), fc.bigInt(1n, 999n), (whole, a, b) => {
        expect(apportioned(whole, [a, b])).toEqual(byRemainder(whole, [a, b]));
      }),
    );
    expect(apportioned(100n, [0n, 0n, 0n])).toEqual([0n, 0n, 0n]);
  });

  it("divides an amount into parts that add up to it, each within a fen of its share", () => {
    fc.assert(
      fc.property(amount, wholeShares, (whole, shares) => {
        const parts = apportioned(whole, weightsOf(shares));
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(whole);
        parts.forEach((part, at) => {
          const { n, d } = shares[at];
          const off = part * d - whole * n;
          expect(off < d && off > -d).toBe(true);
        });
      }),
    );
  });
});
