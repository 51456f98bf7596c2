import fc from "fast-check";
import { expect, it } from "vitest";
import { type Entry, transfer } from "./entry.ts";
import { ledgerOf } from "./ledger.ts";
import { yuanText } from "./money.ts";
import { resolveRules } from "./resolve-rules.ts";
import type { SharingRule } from "./rule.ts";
import { dealSchema } from "./schema.ts";
import { settle } from "./settle.ts";
import { Tell } from "./tell.ts";

it("tells every payment of a settlement to both sides, with months and running balances", () => {
  // 2020 and 2021: 40 of value-added tax, 20 local, half 10. The first year's share comes in May 2021, two months late at .5 %: 100,000.
  // It leaves in January 2022: half of the 20 received is paid back. Tax of 2 (1 local) before production is not shared.
  const deal = dealSchema.parse({
    "conurb-deal": 1,
    title: "books",
    parties: { a: { title: "A" }, b: { title: "B" } },
    enterprises: {
      e: {
        moves: [
          {
            from: "a",
            to: "b",
            led: "government",
            registered: "2019-12",
            produces: "2020-01",
            transfers: [{ year: 1, on: "2021-05" }],
          },
        ],
        left: "2022-01",
        paid: [
          { in: "2019-12", vat: 2_000_000 },
          { in: 2020, vat: 40_000_000 },
          { in: 2021, vat: 40_000_000 },
        ],
      },
    },
    rules: {
      r: {
        taxes: "vat",
        split: { origin: "50%", host: "50%" },
        years: 3,
        late: { grace: 3, rate: "0.5%" },
        exit: { within: 5, repays: "50%" },
      },
    },
    drafts: { v1: { title: "v1", rules: ["r"] } },
  });
  const rule = resolveRules(deal, new Tell()).get("r") as SharingRule;
  const settlements = settle(rule, "e", deal.enterprises["e"]);
  const lines = ledgerOf(["a", "b"], settlements);
  const told = (party: string) =>
    lines
      .filter((line) => line.party === party)
      .map(({ on, clause, amount, balance }) => `${on} ${clause} ${yuanText(amount)} ${yuanText(balance)}`);
  expect(told("a")).toEqual([
    "2021-05 share 10000000.00 10000000.00",
    "2021-05 interest 100000.00 10100000.00",
    "2021-12 share 10000000.00 20100000.00",
    "2022-01 repayment -10000000.00 10100000.00",
  ]);
  expect(told("b")).toEqual([
    "2019-12 tax 1000000.00 1000000.00",
    "2020-12 tax 20000000.00 21000000.00",
    "2021-05 share -10000000.00 11000000.00",
    "2021-05 interest -100000.00 10900000.00",
    "2021-12 tax 20000000.00 30900000.00",
    "2021-12 share -10000000.00 20900000.00",
    "2022-01 repayment 10000000.00 30900000.00",
  ]);
  // the books end where the settlement does
  expect(settlements[0].cash).toEqual({ a: 1_010_000_000n, b: 3_090_000_000n });
});

it("ends every book with the sum of its entries, and transfers add up to nothing", () => {
  const entry = fc
    .record({
      on: fc.integer({ min: 24000, max: 24100 }),
      payer: fc.constantFrom("a", "b", "centre"),
      taker: fc.constantFrom("a", "b", "c"),
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    })
    .map(({ on, payer, taker, amount }) => transfer("share", on, payer, taker, amount));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
      const all: Entry[] = entries.flat();
      const lines = ledgerOf(["a", "b", "c"], [{ rule: "r", entries: all }]);
      expect(lines).toHaveLength(all.length);
      expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
      for (const party of ["a", "b", "c", "centre"]) {
        const own = lines.filter((line) => line.party === party);
        expect(own.at(-1)?.balance ?? 0n).toBe(own.reduce((sum, { amount }) => sum + amount, 0n));
        expect(own.map(({ on }) => on)).toEqual(own.map(({ on }) => on).sort());
        expect(own.map(({ line }) => line)).toEqual(own.map((_, at) => at + 1));
      }
    }),
  );
});
