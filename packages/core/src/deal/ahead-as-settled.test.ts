import fc from "fast-check";
import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { drawQuantities } from "./draw-quantities.ts";
import type { EnterpriseStream } from "./enterprise-stream.ts";
import { inYuan, yuanText } from "./money.ts";
import { monthText, periodText, yearOf } from "./month.ts";
import type { Rule } from "./rule.ts";
import { type Deal, dealSchema, type Enterprise } from "./schema.ts";
import { settleDraft } from "./settle-draft.ts";
import { simulate } from "./simulate.ts";
import { streamsOf } from "./streams.ts";

/**
 * What is looked ahead in one draw is what the same payments settle to, party by party and to the fen. Business tax before 2016 is all
 * local, so that what a draw has of it is what would be collected.
 */
const shares = fc.constantFrom(
  { origin: "50%", host: "50%" },
  { origin: "100%" },
  { host: "100%" },
  { origin: "1/3", c: "1/6", host: "1/2" },
  { a: "0%", c: "70%", host: "30%" },
);
const clauses = fc.record(
  {
    split: shares,
    years: fc.integer({ min: 1, max: 5 }),
    clock: fc.constantFrom(["registration"], ["production"], ["registration", "production"]),
    payer: fc.constantFrom("host", "origin", "c"),
    refunds: fc.constantFrom("net", "carry"),
    base: fc.constantFrom({ years: 1 }, { years: 3 }),
    late: fc.constantFrom({ grace: 0, rate: "1%" }, { grace: 3, rate: "1/7" }),
    exit: fc.record({ within: fc.integer({ min: 1, max: 6 }), repays: fc.constantFrom("0%", "1/3", "100%") }),
    qualifies: fc.constantFrom({ least: 900 }, { least: 0 }, { led: "government" }, { fits: true }, { led: "market" }),
  },
  { requiredKeys: ["split", "years", "exit"] },
);
const capped = fc.record(
  {
    cap: fc.constantFrom({ of: "base" }, { of: "base", times: "1/3" }, { of: "amount", amount: "12345.67" }),
    grant: fc.constantFrom({ payer: "centre", amount: 77.7 }, { payer: "c", amount: 1 }),
    extension: fc.constantFrom({ years: 1 }, { years: 3 }),
  },
  { requiredKeys: ["cap", "grant"] },
);
const deals = fc.record({
  rule: fc.tuple(clauses, fc.option(capped, { nil: {} })).map((both) => Object.assign({}, ...both) as object),
  years: fc.integer({ min: 1, max: 9 }),
  registered: fc.integer({ min: 2000 * 12, max: 2002 * 12 }),
  lag: fc.integer({ min: -6, max: 50 }),
  full: fc.constantFrom(0.01, 3000.33, 9_000.07, 1_000_000, -500),
  before: fc.constantFrom(0, 1000, 5000),
  ramp: fc.constantFrom(0, 1.5, 20),
  fails: fc.constantFrom(0, 0.1, 0.4, 1),
  /** Months after the end of each year of sharing; before it, below 0. */
  transferred: fc.option(fc.array(fc.integer({ min: -11, max: 40 }), { minLength: 1, maxLength: 4 }), { nil: [] }),
});

type Drawn = typeof deals extends fc.Arbitrary<infer Each> ? Each : never;

function opened({ rule, years, registered, lag, full, before, ramp, fails, transferred }: Drawn) {
  const {
    years: sharing,
    extension,
    clock,
  } = rule as {
    years: number;
    extension?: { years: number };
    clock?: string[];
  };
  const begins = registered + Math.max(0, clock?.[0] === "registration" && clock.length === 1 ? 0 : lag);
  const transfers = transferred
    .slice(0, sharing + (extension?.years ?? 0))
    .map((months, at) => ({ year: at + 1, on: monthText(begins + 12 * at + 11 + months) }));
  const deal = dealSchema.parse({
    "conurb-deal": 1,
    title: "drawn at random",
    draws: 100,
    years,
    parties: { a: { title: "A" }, b: { title: "B" }, c: { title: "C" } },
    enterprises: {
      e: {
        moves: [
          {
            from: "a",
            to: "b",
            led: "government",
            registered: monthText(registered),
            produces: monthText(registered + lag),
            transfers,
          },
        ],
        expected: { before: { business: before }, full: { business: full }, ramp, fails },
      },
    },
    rules: { r: { taxes: "business", ...rule } },
    drafts: { v: { title: "v", rules: ["r"] } },
  });
  const checked = checkDeal(deal, () => ({ file: "deal.yaml" }));
  expect(checked.problems).toEqual([]);
  const streams = streamsOf(deal, checked.rules, drawQuantities(deal, checked.order, new Map()));
  return { deal, rules: [checked.rules.get("r") as Rule], streams };
}

/** The enterprise as it turns out in one draw. */
function inDraw(deal: Deal, stream: EnterpriseStream, end: number, draw: number): Enterprise {
  const { segments, local, before, closes, clock } = stream;
  const [move] = deal.enterprises["e"].moves;
  const paid = segments.map(({ from, to }, at) => ({
    in: periodText({ from, to }),
    business: yuanText(local.business[draw * segments.length + at]),
  }));
  const year = yearOf(Number(move.registered.slice(0, 4)) * 12);
  const earlier = before.business.map((own, back) => ({ in: String(year - 1 - back), business: yuanText(own[draw]) }));
  const left = closes[draw] < end && closes[draw] > clock ? { left: monthText(closes[draw]) } : {};
  return { moves: [move], paid: [...earlier, ...paid], ...left };
}

it("gives every party in every draw what the same payments settle to", () => {
  let [settled, granted, repaid, reached, late] = [0, 0, 0, 0, 0];
  fc.assert(
    fc.property(deals, (drawn) => {
      const { deal, rules, streams } = opened(drawn);
      const { parties, years, draws, shared, collected, total, outside } = simulate(deal, rules, streams);
      expect(total + outside).toBe(collected);
      const [stream] = streams.enterprises;
      for (let draw = 0; draw < 8; draw += 1) {
        // what closes as it begins has paid nothing and has not left
        if (stream.closes[draw] <= stream.clock) continue;
        const [found] = settleDraft(rules, "e", inDraw(deal, stream, streams.end, draw));
        const ahead = Object.fromEntries(
          parties.map((party, who) => {
            const own = shared.subarray((who * draws + draw) * years, (who * draws + draw + 1) * years);
            return [
              party,
              own
                .reduce((sum, each) => sum + each, 0)
                .toFixed(2)
                .replace(/^-0\.00$/, "0.00"),
            ];
          }),
        );
        expect(ahead).toEqual(Object.fromEntries(parties.map((party) => [party, yuanText(found.cash[party] ?? 0n)])));
        settled += found.years.length > 0 ? 1 : 0;
        granted += found.grant > 0n ? 1 : 0;
        repaid += found.repaid > 0n ? 1 : 0;
        reached += found.ending === "cap" ? 1 : 0;
        late += found.years.some(({ interest }) => interest > 0n) ? 1 : 0;
      }
      expect(inYuan(collected)).not.toBeNaN();
    }),
    { numRuns: 150 },
  );
  // the cases that matter are among them
  expect(Math.min(settled, granted, repaid, reached, late)).toBeGreaterThan(0);
});
