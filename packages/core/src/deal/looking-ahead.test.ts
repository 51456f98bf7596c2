import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { segmentsOf } from "./enterprise-stream.ts";
import { inYuan } from "./money.ts";
import { parseDeal } from "./parse-deal.ts";
import type { Rule } from "./rule.ts";
import { runDeal } from "./run-deal.ts";
import type { Deal } from "./schema.ts";
import { settle } from "./settle.ts";
import { simulate } from "./simulate.ts";
import { streamsOf } from "./streams.ts";

function opened(text: string) {
  const { deal, problems, locate } = parseDeal(text, "deal.yaml");
  expect(problems).toEqual([]);
  const checked = checkDeal(deal as Deal, locate);
  expect(checked.problems).toEqual([]);
  return { deal: deal as Deal, locate, ...checked };
}
/** What each party has of shared tax in each year of the deal, in million yuan; the same in every draw. */
function shared(text: string, draft = "v1"): Record<string, number[]> {
  const { deal, rules, order } = opened(text);
  const streams = streamsOf(deal, rules, drawQuantities(deal, order, new Map()));
  const own = deal.drafts[draft].rules.map((name) => rules.get(name) as Rule);
  const { parties, years, draws, shared: amounts } = simulate(deal, own, streams);
  return Object.fromEntries(
    parties.map((party, who) => [
      party,
      Array.from(amounts.subarray(who * draws * years, who * draws * years + years), (yuan) => yuan / 1e6),
    ]),
  );
}

/** Nothing is drawn: value-added tax of 120 a year, 60 of it local, 5 a month. */
const plain = (moved: string, more = "") => `conurb-deal: 1
title: months
draws: 100
years: 4
discount: 0%
parties: { a: { title: A, outside: 0 }, b: { title: B, outside: 0 } }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, ${moved} }]
    expected: { before: { vat: 100000000 }, full: { vat: 120000000 }, ramp: 0 }
${more}
rules: { r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 3, clock: CLOCK } }
drafts: { v1: { title: one, rules: [r] } }
`;

describe("a clock that does not wait for production", () => {
  const moved = "registered: 2020-07, produces: 2021-01";

  it("ends the years of sharing to the month", () => {
    // years of sharing end in June of 2021, 2022 and 2023: half of 30, 60 and 60; the rest of 240 stays with b
    const text = plain(moved).replace("CLOCK", "registration");
    expect(shared(text)).toEqual({ a: [15, 30, 30, 0], b: [45, 30, 30, 60] });
    // where it waits, three whole years
    expect(shared(text.replace("clock: registration", "clock: production"))).toEqual({
      a: [30, 30, 30, 0],
      b: [30, 30, 30, 60],
    });
  });

  it("gives what the settlement of the same payments gives", () => {
    const halves = [
      "2021-01..2021-06",
      ...[2021, 2022, 2023, 2024].flatMap((year) => [`${year}-07..${year}-12`, `${year + 1}-01..${year + 1}-06`]),
    ];
    const paid = halves.slice(0, -1).map((half) => `      - { in: ${half}, vat: 60000000 }`);
    const text = plain(moved, `    paid:\n${paid.join("\n")}`).replace("CLOCK", "registration");
    const { deal, rules } = opened(text);
    const [settled] = settle(rules.get("r") as never, "plant", deal.enterprises["plant"]);
    expect(settled.years.slice(0, 3).map(({ parts }) => inYuan(parts["a"]) / 1e6)).toEqual([15, 30, 30]);
    expect(inYuan(settled.cash["a"]) / 1e6).toBe(shared(text)["a"].reduce((sum, each) => sum + each, 0));
  });
});

it("begins a second enterprise in the month it produces, not at the turn of a year of the deal", () => {
  // the second pays from July of the first year on: 30 in it, 60 a year then; half to a in its years from July to June
  const text = plain("registered: 2021-01, produces: 2021-01")
    .replace("CLOCK", "production")
    .replace(
      "enterprises:",
      `enterprises:
  second:
    moves: [{ from: a, to: b, led: government, registered: 2021-07, produces: 2021-07 }]
    expected: { before: { vat: 100000000 }, full: { vat: 120000000 }, ramp: 0 }`,
    );
  // of the first 30 a year for three; of the second 30 when its years are over, in June of years 2, 3 and 4
  expect(shared(text)).toEqual({ a: [30, 60, 60, 30], b: [60, 60, 60, 90] });
});

it("shares what is left of the horizon where it ends within a year of sharing", () => {
  // two years of the deal; the second year of sharing of July to June has run six months: 30, half of it
  const text = plain("registered: 2020-07, produces: 2021-01")
    .replace("CLOCK", "registration")
    .replace("years: 4", "years: 2");
  expect(shared(text)).toEqual({ a: [15, 45], b: [45, 15] });
});

it("leaves to the host what is not shared, whoever collects it", () => {
  const text = plain("registered: 2021-01, produces: 2021-01").replace("CLOCK", "production, payer: a");
  expect(shared(text)).toEqual({ a: [30, 30, 30, 0], b: [30, 30, 30, 60] });
});

describe("a transfer that is planned late", () => {
  // the first 30 come in June 2022, three months after the grace: at 1 % a month .9 beside them, in the second year
  const planned = plain("registered: 2021-01, produces: 2021-01, transfers: [{ year: 1, on: 2022-06 }]");
  const text = planned.replace("CLOCK", "production, late: { grace: 3, rate: 1% }");

  it("is looked ahead in the year in which it comes, with its interest", async () => {
    expect(shared(text)).toEqual({ a: [0, 60.9, 30, 0], b: [60, -0.9, 30, 60] });
    // in time, or within the grace
    expect(shared(text.replace("on: 2022-06", "on: 2021-12"))).toEqual({ a: [30, 30, 30, 0], b: [30, 30, 30, 60] });
    expect(shared(text.replace("on: 2022-06", "on: 2022-03"))).toEqual({ a: [0, 60, 30, 0], b: [60, 0, 30, 60] });
    const delay = async (written: string) => {
      const { deal, rules, order } = opened(written);
      return (await runDeal(deal, rules, order, new Map())).drafts[0].applied.map((each) => each.delay);
    };
    expect(await delay(text)).toEqual([{ isPlanned: true, interest: 900_000 }]);
    expect(await delay(text.replace("on: 2022-06", "on: 2022-03"))).toEqual([{ isPlanned: false, interest: 0 }]);
    expect(await delay(planned.replace("CLOCK", "production"))).toEqual([undefined]);
  });

  it("is of a year that is shared: what comes after the cap is the host's and bears nothing", () => {
    // 30 reach the cap; c collects, and hands the host all of the second year when that is over
    const capped = text
      .replace("{ year: 1, on: 2022-06 }", "{ year: 2, on: 2024-06 }")
      .replace("b: { title: B, outside: 0 }", "b: { title: B, outside: 0 }, c: { title: C, outside: 0 }")
      .replace("years: 3,", "years: 3, payer: c, cap: { of: amount, amount: 30000000 },");
    expect(shared(capped)).toEqual({ a: [30, 0, 0, 0], b: [30, 60, 60, 60], c: [0, 0, 0, 0] });
  });
});

it("cuts years where a year of the deal or of a clock begins", () => {
  // from month 3, deal years at 0 and 12, a clock at 6: 3 to 5, 6 to 11, 12 to 14, 15 to 17, 18 to 23
  expect(segmentsOf({ first: 0, end: 24 }, 3, [6])).toEqual([
    { from: 3, to: 5, year: 0 },
    { from: 6, to: 11, year: 0 },
    { from: 12, to: 14, year: 1 },
    { from: 15, to: 17, year: 1 },
    { from: 18, to: 23, year: 1 },
  ]);
});

describe("what statistics and quotas count", () => {
  const text = plain("registered: 2021-01, produces: 2021-01")
    .replace("CLOCK", "production, counted: { output: { origin: 20%, host: 80% }, land: { origin: 1/4, host: 3/4 } }")
    .replace(
      "ramp: 0",
      "ramp: 2, counts: { output: { amount: 400, unit: million yuan }, energy: { amount: 8, unit: 10000 tce }, land: { amount: 40, unit: hectare } }",
    );

  it("is told by year, and summed only where it adds up", async () => {
    const { deal, rules, order } = opened(text);
    const { drafts } = await runDeal(deal, rules, order, new Map());
    const found = Object.fromEntries(drafts[0].counted.map(({ statistic, parties }) => [statistic, parties]));
    // a straight rise over two years: a quarter, three quarters, then all; in sum 3 of 4 years
    expect(found["output"]).toEqual([
      { party: "a", byYear: [20, 60, 80, 80], sum: 240 },
      { party: "b", byYear: [80, 240, 320, 320], sum: 960 },
    ]);
    // the rule says nothing of energy: it counts where the plant is
    expect(found["energy"]).toEqual([{ party: "b", byYear: [2, 6, 8, 8], sum: 24 }]);
    // land lies there whole from the first year on, and four years of it are no more land than one
    expect(found["land"]).toEqual([
      { party: "a", byYear: [10, 10, 10, 10], sum: undefined },
      { party: "b", byYear: [30, 30, 30, 30], sum: undefined },
    ]);
  });

  it("refuses two rules of a draft that both say where it counts", () => {
    const two = text
      .replace(
        "rules: {",
        "rules: { s: { taxes: income, split: { host: 100% }, years: 1, clock: production, counted: { output: { host: 100% } } },",
      )
      .replace("rules: [r]", "rules: [r, s]");
    const { deal, locate } = parseDeal(two, "deal.yaml");
    expect(checkDeal(deal as Deal, locate).problems.map(({ text: { en } }) => en)).toContain(
      "drafts.v1.rules: r and s both say where output of plant is counted, expected one of them",
    );
  });
});
