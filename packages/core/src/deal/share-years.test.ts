import fc from "fast-check";
import { expect, it } from "vitest";
import { shareYears, type Terms } from "./share-years.ts";

const terms: fc.Arbitrary<Terms> = fc
  .record({
    split: fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 4 })
      .filter((parts) => parts.some((part) => part > 0)),
    years: fc.integer({ min: 1, max: 6 }),
    extension: fc.integer({ min: 0, max: 3 }),
    cap: fc.option(fc.bigInt({ min: 0n, max: 10n ** 10n }), { nil: undefined }),
    refunds: fc.constantFrom("net" as const, "carry" as const),
  })
  .map(({ split, ...rest }) => {
    const d = BigInt(split.reduce((sum, part) => sum + part, 0));
    return { ...rest, split: split.map((part) => ({ n: BigInt(part), d })), origin: 0, host: split.length - 1 };
  });
const pools = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }), { maxLength: 12 });

it("conserves money in every year, never pays the origin beyond the cap, and stops when sharing is over", () => {
  fc.assert(
    fc.property(terms, pools, (rule, years) => {
      const { parts, received, shared } = shareYears(rule, years);
      expect(parts.map((own) => own.reduce((sum, part) => sum + part, 0n))).toEqual(years);
      expect(parts.reduce((sum, own) => sum + own[0], 0n)).toBe(received);
      if (rule.cap !== undefined) expect(received <= rule.cap).toBe(true);
      expect(shared <= rule.years + (rule.cap === undefined ? 0 : rule.extension)).toBe(true);
      expect(parts.slice(shared).every((own) => own.slice(0, -1).every((part) => part === 0n))).toBe(true);
    }),
  );
});
