import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { monthText, periodText } from "./month.ts";
import { parseDeal } from "./parse-deal.ts";
import { resolveRules } from "./resolve-rules.ts";
import type { SharingRule } from "./rule.ts";
import { runDeal } from "./run-deal.ts";
import { type Deal, dealSchema } from "./schema.ts";
import { settle } from "./settle.ts";
import { simulate } from "./simulate.ts";
import { streamsOf } from "./streams.ts";
import { Tell } from "./tell.ts";

/** Settled by one rule on value-added tax, half of which is local; amounts of yuan. */
function settled(enterprise: unknown, rule: Record<string, unknown> = {}) {
  const half = { taxes: "vat", split: { origin: "50%", host: "50%" }, years: 1, ...rule };
  const deal = dealSchema.parse({
    "conurb-deal": 1,
    title: "by hand",
    parties: { a: { title: "A" }, b: { title: "B" }, c: { title: "C" } },
    enterprises: { e: enterprise },
    rules: { r: half },
    drafts: { v: { title: "v", rules: ["r"] } },
  });
  const tell = new Tell();
  const all = settle(resolveRules(deal, tell).get("r") as SharingRule, "e", deal.enterprises["e"], tell);
  return { all, problems: tell.problems.map(({ code }) => code) };
}
const sums = (cash: Readonly<Record<string, bigint>>) =>
  Object.fromEntries(Object.entries(cash).map(([party, fen]) => [party, Number(fen) / 100]));
const moved = { from: "a", to: "b", led: "government", registered: "2020-07", produces: "2020-07" };

describe("what is paid when sharing is over", () => {
  // shared: 2020-07 to 2021-06, half of 200 is local, 50 each; then 100 + 200 + 100 local stay with b
  const paid = [
    { in: "2020-07..2021-06", vat: 200 },
    { in: "2021-07..2021-12", vat: 200 },
    { in: 2022, vat: 400 },
    { in: "2023-01..2023-06", vat: 200 },
  ];

  it("is counted whole, though a calendar year lies across years of the clock", () => {
    const [found] = settled({ moves: [moved], paid }).all;
    expect(sums(found.cash)).toEqual({ a: 50, b: 450 });
    expect(Number(found.total) / 100).toBe(500);
    expect(found.years.map(({ from, to, tax }) => [monthText(from), monthText(to), Number(tax) / 100])).toEqual([
      ["2020-07", "2021-06", 100],
      ["2021-07", "2023-06", 400],
    ]);
  });

  it("bears no interest where the last stretch is longer than a year", () => {
    const late = { grace: 0, rate: "1%" };
    const [found] = settled({ moves: [moved], paid }, { payer: "c", late }).all;
    expect(found.years.map(({ interest }) => interest)).toEqual([0n, 0n]);
    expect(sums(found.cash)).toEqual({ a: 50, b: 450, c: 0 });
  });

  it("may lie across years of the clock once the cap is reached, and is the host's", () => {
    // half of 100 is 50: the cap; 2022 lies across the end of the second year, and nothing of it could be shared
    const rule = { years: 5, cap: { of: "amount", amount: 50 } };
    const { all, problems } = settled({ moves: [moved], paid }, rule);
    expect(problems).toEqual([]);
    expect(all[0]).toMatchObject({ ending: "cap" });
    expect(sums(all[0].cash)).toEqual({ a: 50, b: 450 });
    // one fen more to come, and it could be
    const open = settled({ moves: [moved], paid }, { ...rule, cap: { of: "amount", amount: 50.01 } });
    expect(open.problems).toEqual(["period-astride"]);
  });

  it("is refused while it can still be shared", () => {
    expect(settled({ moves: [moved], paid }, { years: 2 }).problems).toEqual(["period-astride"]);
  });
});

it("adds up to the tax and what comes from outside, whatever the periods and clauses", () => {
  // halves of years while tax may be shared, mostly, then periods of any length; moves and their clocks begin with a half
  const paid = fc.array(
    fc.record({ length: fc.integer({ min: 1, max: 18 }), vat: fc.integer({ min: -500, max: 2000 }) }),
    {
      minLength: 8,
      maxLength: 30,
    },
  );
  const half = (min: number, max: number) => fc.integer({ min, max }).map((each) => 6 * each);
  const rule = fc.record({
    years: fc.integer({ min: 1, max: 4 }),
    payer: fc.constantFrom("host", "origin", "c"),
    clock: fc.constantFrom(["registration"], ["production"], ["registration", "production"]),
    split: fc.constantFrom({ origin: "50%", host: "50%" }, { origin: "30%", c: "1/6", host: "8/15" }),
    refunds: fc.constantFrom("net", "carry"),
    late: fc.constantFrom(undefined, { grace: 1, rate: "1%" }),
    exit: fc.constantFrom(undefined, { within: 3, repays: "50%" }),
    cap: fc.constantFrom(undefined, { of: "amount", amount: 900 }),
    isExtended: fc.boolean(),
  });
  let shared = 0;
  fc.assert(
    fc.property(
      paid,
      rule,
      half(2019 * 2, 2021 * 2),
      half(-2, 2),
      fc.option(half(1, 8)),
      fc.integer({ min: 0, max: 6 }),
      (own, clauses, registered, lag, stay, regular) => {
        let at = 2018 * 12;
        const rows = own.map(({ length: any, vat }) => {
          const length = at < registered + 12 * regular ? 6 : any;
          at += length;
          return { in: periodText({ from: at - length, to: at - 1 }), vat };
        });
        const { isExtended, late, exit, cap, ...always } = clauses;
        const capped = { cap, grant: { payer: "centre", amount: 77 } };
        const extended = { extension: { years: 1, when: "below-cap" } };
        const { all } = settled(
          {
            moves: [{ ...moved, registered: monthText(registered), produces: monthText(registered + lag) }],
            ...(stay === null ? {} : { left: monthText(registered + stay) }),
            paid: rows,
          },
          {
            ...always,
            ...(late === undefined ? {} : { late }),
            ...(exit === undefined ? {} : { exit }),
            ...(cap === undefined ? {} : { ...capped, ...(isExtended ? extended : {}) }),
          },
        );
        // a period across a cut is refused, then nothing is settled
        for (const { cash, total, grant, years } of all) {
          shared += years.length > 0 ? 1 : 0;
          const { centre = 0n, ...parties } = cash;
          expect(Object.values(parties).reduce((sum, each) => sum + each, 0n)).toBe(total + grant);
          expect(centre).toBe(-grant);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(shared).toBeGreaterThan(100);
});

describe("value-added tax of the years of the pilot", () => {
  const at = (months: string, more: Record<string, unknown> = {}) =>
    settled(
      {
        moves: [{ ...moved, registered: "2015-01", produces: "2015-01" }],
        paid: [{ in: months, vat: 100 }],
      },
      more,
    ).all[0].assumed.map(({ zh }) => zh);
  it("is said to be counted as 25% local wherever a settlement rests on it, and nowhere else", () => {
    const said = [expect.stringContaining("未核原文")];
    expect(at("2015")).toEqual(said);
    expect(at("2012")).toEqual(said); // a base year
    expect(at("2012", { base: { years: 2 } })).toEqual([]);
    expect(at("2015", { qualifies: { least: 1000 } })).toEqual(said); // too little, by this count
    expect(at("2016-05..2016-12")).toEqual([]);
    expect(at("2015", { taxes: "income" })).toEqual([]);
  });
});

describe("production before registration", () => {
  it("leaves the tax of the old place alone: the clock begins with the registration", () => {
    const early = { ...moved, registered: "2020-01", produces: "2019-07" };
    const [found] = settled(
      {
        moves: [early],
        paid: [
          { in: "2019-07..2019-12", vat: 100 },
          { in: "2020-01..2020-06", vat: 100 },
        ],
      },
      { clock: "production" },
    ).all;
    expect(monthText(found.clock as number)).toBe("2020-01");
    expect(sums(found.cash)).toEqual({ a: 25, b: 25 });
  });

  it("does not share the same tax under two moves", () => {
    // 500 local each half year: two with b, then two with c; each move shares its own
    const moves = [
      { ...moved, registered: "2020-01", produces: "2020-01" },
      { ...moved, from: "b", to: "c", registered: "2021-01", produces: "2020-07" },
    ];
    const paid = ["2020-01..2020-06", "2020-07..2020-12", "2021-01..2021-06", "2021-07..2021-12"];
    const { all } = settled(
      { moves, paid: paid.map((each) => ({ in: each, vat: 1000 })) },
      { years: 3, clock: "production" },
    );
    expect(all.map(({ cash }) => sums(cash))).toEqual([
      { a: 500, b: 500 },
      { b: 500, c: 500 },
    ]);
  });
});

describe("the exit clause", () => {
  it.each(["host", "origin", "c"])("pays back to the host where the %s collects", (payer) => {
    // 1000 local, half of it with a, which pays all of it back
    const paid = [{ in: "2020-07..2021-06", vat: 2000 }];
    const exit = { within: 5, repays: "100%" };
    const [found] = settled({ moves: [moved], left: "2021-07", paid }, { payer, exit, years: 3 }).all;
    expect(sums(found.cash)).toEqual({ a: 0, b: 1000, ...(payer === "c" ? { c: 0 } : {}) });
  });

  it("gives each the same in every draw, whoever collects", () => {
    const totals = (payer: string) => {
      const { deal, rules, order } = opened(`draws: 200
years: 6
parties: { a: { title: A, outside: 0 }, b: { title: B, outside: 0 }, c: { title: C, outside: 0 } }
enterprises:
  e:
    moves: [{ from: a, to: b, led: government, registered: 2020-01, produces: 2020-01 }]
    expected: { before: { vat: 2000 }, full: { vat: 2000 }, ramp: 0, fails: 0.3 }
rules: { r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 4, exit: { within: 4, repays: 100% }, payer: ${payer} } }
drafts: { v: { title: v, rules: [r] } }
`);
      const streams = streamsOf(deal, rules, drawQuantities(deal, order, new Map()));
      const { parties, draws, years, shared } = simulate(deal, [...rules.values()], streams);
      return parties.map((_, who) =>
        Array.from({ length: draws }, (_each, draw) => {
          const row = (who * draws + draw) * years;
          return Math.round(shared.subarray(row, row + years).reduce((sum, each) => sum + each, 0) * 100);
        }),
      );
    };
    const byHost = totals("host");
    expect(byHost[0].some((each) => each === 0)).toBe(true);
    expect(byHost[2].every((each) => each === 0)).toBe(true);
    expect(totals("origin")).toEqual(byHost);
    expect(totals("c")).toEqual(byHost);
  });
});

describe("a plant whose clock never began", () => {
  const paid = [{ in: "2020-07..2020-11", vat: 100 }];
  it("has left where it went before, and is open where it is still awaited", () => {
    const late = { ...moved, produces: "2021-07" };
    expect(settled({ moves: [late], left: "2020-12", paid }).all[0].ending).toBe("left");
    expect(settled({ moves: [late], left: "2021-07", paid }).all[0].ending).toBe("left");
    expect(settled({ moves: [late], left: "2022-01", paid }).all[0].ending).toBe("open");
    expect(settled({ moves: [late], paid }).all[0].ending).toBe("open");
  });
});

describe("rules of a draft that complete one another", () => {
  const books = async (led: string, rules: string) => {
    const {
      deal,
      rules: read,
      order,
    } = opened(`draws: 100
parties: { a: { title: A, outside: 0 }, b: { title: B, outside: 0 } }
enterprises:
  e:
    moves: [{ from: a, to: b, led: ${led}, registered: 2020-01, produces: 2020-01 }]
    paid: [{ in: 2020, vat: 200, income: 100 }]
rules:
  g: { qualifies: { led: government }, taxes: vat, split: { origin: 50%, host: 50% }, years: 2 }
  m: { qualifies: { led: market }, taxes: [vat, income], split: { origin: 20%, host: 80% }, years: 2 }
  n: { qualifies: { led: market }, taxes: vat, split: { origin: 10%, host: 90% }, years: 2 }
drafts: { v: { title: v, rules: [${rules}] } }
`);
    const { ledger } = await runDeal(deal, read, order, new Map());
    return ledger.map(({ party, rule, clause, amount }) => [party, rule, clause, Number(amount) / 100]);
  };

  it("book each tax once: under the rule that covers the move, the rest with the host", async () => {
    // local: 100 of value-added tax, 40 of income tax
    expect(await books("government", "g, m")).toEqual([
      ["a", "g", "share", 50],
      ["b", "g", "tax", 100],
      ["b", "g", "share", -50],
      ["b", "m", "tax", 40],
    ]);
    expect(await books("market", "g, m")).toEqual([
      ["a", "m", "share", 28],
      ["b", "m", "tax", 140],
      ["b", "m", "share", -28],
    ]);
  });

  it("book it once too where none covers the move: with the first", async () => {
    expect(await books("government", "m, n")).toEqual([["b", "m", "tax", 140]]);
  });
});

function opened(text: string) {
  const { deal, problems, locate } = parseDeal(`conurb-deal: 1\ntitle: t\ndiscount: 0%\n${text}`, "deal.yaml");
  expect(problems).toEqual([]);
  const checked = checkDeal(deal as Deal, locate);
  expect(checked.problems).toEqual([]);
  return { deal: deal as Deal, ...checked };
}
