import fc from "fast-check";
import { expect, it } from "vitest";
import { shareYears } from "./share-years.ts";
import type { Terms } from "./terms.ts";

const terms: fc.Arbitrary<Terms> = fc
  .record({
    split: fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 4 })
      .filter((parts) => parts.some((part) => part > 0)),
    lasts: fc.integer({ min: 1, max: 9 }),
    cap: fc.option(fc.bigInt({ min: 0n, max: 10n ** 10n }), { nil: undefined }),
    refunds: fc.constantFrom("net" as const, "carry" as const),
  })
  .map(({ split, ...rest }) => ({
    ...rest,
    parties: split.length,
    takers: split.map((_, at) => at),
    weights: split.map(BigInt),
    origin: 0,
    host: split.length - 1,
  }));
const pools = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }), { maxLength: 12 });

it("gives the odd fen to whom the rule names first, wherever it sits", () => {
  const halves = {
    parties: 2,
    weights: [1n, 1n],
    lasts: 1,
    cap: undefined,
    refunds: "net" as const,
    origin: 0,
    host: 1,
  };
  const odd = (takers: readonly number[]) => shareYears({ ...halves, takers }, [1n]).parts[0];
  expect([odd([0, 1]), odd([1, 0])]).toEqual([
    [1n, 0n],
    [0n, 1n],
  ]);
});

it("conserves money in every year, never pays the origin beyond the cap, and stops when sharing is over", () => {
  fc.assert(
    fc.property(terms, pools, (rule, years) => {
      const { parts, received, shared, isOpen } = shareYears(rule, years);
      expect(parts.map((own) => own.reduce((sum, part) => sum + part, 0n))).toEqual(years);
      expect(parts.reduce((sum, own) => sum + own[0], 0n)).toBe(received);
      if (rule.cap !== undefined) expect(received <= rule.cap).toBe(true);
      expect(shared <= rule.lasts).toBe(true);
      expect(parts.slice(shared).every((own) => own.slice(0, -1).every((part) => part === 0n))).toBe(true);
      // it is open as long as a further year has parts, or would be carried
      const next = shareYears({ ...rule, refunds: "net" }, [...years, 10n ** 10n]);
      if (rule.refunds === "net") expect(isOpen).toBe(next.shared > years.length);
    }),
  );
});
