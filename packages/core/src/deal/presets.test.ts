import { describe, expect, it } from "vitest";
import { settleBet, waterIndex } from "./bet.ts";
import { describeRule } from "./describe-rule.ts";
import { yuanText } from "./money.ts";
import { poolBase } from "./pool.ts";
import { presets } from "./presets.ts";
import { resolveRules } from "./resolve-rules.ts";
import type { BetRule, PoolRule, Rule, SharingRule } from "./rule.ts";
import { dealSchema } from "./schema.ts";
import { settle } from "./settle.ts";
import { Tell } from "./tell.ts";

const parties = { a: { title: "A" }, b: { title: "B" }, c: { title: "C" } };
const deal = {
  currency: "yuan",
  parties: Object.fromEntries(
    Object.entries(parties).map(([name, { title }]) => [name, { title: { en: title, zh: title } }]),
  ),
} as const;

function ruleOf(written: unknown): Rule {
  const tell = new Tell();
  const read = dealSchema.parse({
    "conurb-deal": 1,
    title: "t",
    parties,
    rules: { r: written },
    drafts: { v1: { title: "v1", rules: ["r"] } },
  });
  const rule = resolveRules(read, tell).get("r");
  expect(tell.problems).toEqual([]);
  return rule as Rule;
}

describe("Minnesota fiscal disparities", () => {
  // by hand: growth 100, 50 and -20 million; 40 % of it: 40, 20, 0: a pool of 60
  // people 10,000, 10,000, 20,000; capacity a head 2,000, 4,000, 1,000: people / capacity 5, 2.5, 20 of 27.5
  // paid out: 60 x 5 / 27.5 = 10.909090909..., 5.454545454..., 43.636363636...
  // to the fen: 10,909,090.91, 5,454,545.45, 43,636,363.64 (remainders .909, .454, .636: none left over: sum 60,000,000.00)
  const towns = {
    a: { first: 100_000_000, now: 200_000_000, people: 10_000, capacity: 2000, rate: "30%" },
    b: { first: 100_000_000, now: 150_000_000, people: 10_000, capacity: 4000, rate: "20%" },
    c: { first: 50_000_000, now: 30_000_000, people: 20_000, capacity: 1000, rate: "50%" },
  };
  const pooled = poolBase(ruleOf({ preset: "minnesota-fiscal-disparities", pool: { towns } }) as PoolRule);

  it("takes 40 % of growth and nothing from a town that has lost", () => {
    expect(pooled.towns.map(({ contribution }) => yuanText(contribution))).toEqual([
      "40000000.00",
      "20000000.00",
      "0.00",
    ]);
    expect(yuanText(pooled.pool)).toBe("60000000.00");
  });

  it("pays out by people and inverse capacity, to the fen", () => {
    expect(pooled.towns.map(({ distribution }) => yuanText(distribution))).toEqual([
      "10909090.91",
      "5454545.45",
      "43636363.64",
    ]);
    expect(pooled.towns.reduce((sum, { net }) => sum + net, 0n)).toBe(0n);
  });

  it("pays a town what its own rate raises on its part, and levies one area-wide rate on the pool", () => {
    // raised on the pool at own rates: 30 % of 10,909,090.91 = 3,272,727.27; 20 % of 5,454,545.45 = 1,090,909.09; 50 % of
    // 43,636,363.64 = 21,818,181.82: 26,181,818.18 of 60 million: 43.636 %
    const perTenThousand = 1e-4; // of the rate as printed
    expect(Math.abs(pooled.areaRate - 0.43636)).toBeLessThan(perTenThousand);
    // own base left at the own rate, and what was raised: 30 % of 160 million + 3,272,727.27; 20 % of 130 + 1,090,909.09; 50 % of 30
    // + 21,818,181.82
    expect(pooled.towns.map(({ levy }) => yuanText(levy))).toEqual(["51272727.27", "27090909.09", "36818181.82"]);
    // what the area-wide rate takes of the pool is what the towns are paid for it, to the fen
    const own = [48_000_000, 26_000_000, 15_000_000].reduce((sum, each) => sum + each, 0);
    const paid = pooled.towns.reduce((sum, { levy }) => sum + levy, 0n) - BigInt(own) * 100n;
    expect(BigInt(Math.round(pooled.areaRate * Number(pooled.pool)))).toBe(paid);
  });
});

describe("Xin'an river", () => {
  const bet = ruleOf({
    preset: "xinan-river",
    bet: { upstream: "a", downstream: "b" },
  }) as BetRule;

  it("has the downstream side pay up to the threshold and the upstream side above it", () => {
    expect(settleBet(bet, 0.9)).toEqual({ a: 10_000_000_000n, b: -10_000_000_000n });
    expect(settleBet(bet, 1)).toEqual({ a: 10_000_000_000n, b: -10_000_000_000n });
    expect(settleBet(bet, 1.01)).toEqual({ a: -10_000_000_000n, b: 10_000_000_000n });
  });

  it("reckons the index from four substances of equal weight and a coefficient of steadiness", () => {
    // .85 x .25 x (1.8/2 + .12/.2 + 1.0/1.25 + .02/.025) = .2125 x (.9 + .6 + .8 + .8) = .2125 x 3.1 = .65875
    const rounding = 1e-12;
    const index = waterIndex(
      [
        { measured: 1.8, limit: 2, weight: 0.25 },
        { measured: 0.12, limit: 0.2, weight: 0.25 },
        { measured: 1, limit: 1.25, weight: 0.25 },
        { measured: 0.02, limit: 0.025, weight: 0.25 },
      ],
      0.85,
    );
    expect(Math.abs(index - 0.65875)).toBeLessThan(rounding);
  });
});

describe("enclave park", () => {
  it("shares what the park pays by the agreed shares from production on", () => {
    // VAT 20 and income tax 10 million in 2021: local 10 + 4 = 14; 40 to 60: 5.6 and 8.4
    const rule = ruleOf({ preset: "enclave-park", split: { origin: "40%", host: "60%" } }) as SharingRule;
    const enterprise = dealSchema.shape.enterprises.parse({
      park: {
        moves: [{ from: "a", to: "b", led: "government", registered: "2020-01", produces: "2021-01" }],
        paid: [{ in: 2021, vat: 20_000_000, income: 10_000_000 }],
      },
    })["park"];
    const [settled] = settle(rule, "park", enterprise as NonNullable<typeof enterprise>);
    expect(Object.fromEntries(Object.entries(settled.cash).map(([party, fen]) => [party, yuanText(fen)]))).toEqual({
      a: "5600000.00",
      b: "8400000.00",
    });
  });
});

describe("every preset", () => {
  const filled = {
    "jing-jin-ji-2015": {},
    "minnesota-fiscal-disparities": {},
    "enclave-park": {},
    "xinan-river": { bet: { upstream: "a", downstream: "b" } },
  } as const;

  it.each(Object.keys(presets) as (keyof typeof presets)[])(
    "%s: has a source and is read back in both languages",
    (preset) => {
      const { source, open } = presets[preset];
      expect(source.text.en.length * source.text.zh.length).toBeGreaterThan(0);
      expect(open.length).toBeGreaterThan(0);
      const clauses = describeRule(ruleOf({ preset, ...filled[preset] }), deal);
      expect(clauses.length).toBeGreaterThan(0);
      for (const { text } of clauses) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff].*。$/u);
        expect(text.en).toMatch(/^[A-Z].*\.$/);
      }
    },
  );

  it("reads a party back by its title, whatever it is called", () => {
    const parties = { constructor: { title: { en: "Ctown", zh: "丙市" } } };
    const rule = ruleOf({ taxes: "vat", split: { constructor: "50%", host: "50%" }, years: 3 });
    const text = describeRule(rule, { parties, currency: "yuan" })
      .map(({ text: each }) => each.en + each.zh)
      .join("");
    expect(text).toContain("50% to Ctown");
    expect(text).toContain("丙市 50%");
    expect(
      describeRule(rule, { parties: {}, currency: "yuan" })
        .map(({ text: each }) => each.en)
        .join(""),
    ).toContain("50% to constructor");
  });

  it("reads money back in the deal's own currency", () => {
    const bet = (stake: number) =>
      describeRule(ruleOf({ preset: "xinan-river", bet: { upstream: "a", downstream: "b", stake } }), {
        ...deal,
        currency: "USD",
      })[0].text;
    expect(bet(2_000_000).en).toContain("B pays A 2 million USD;");
    expect(bet(2_000_000).zh).toContain("支付200万美元");
    expect(bet(25_500_000).en).toContain("25.5 million USD");
    expect(bet(25_500_000).zh).toContain("2550万美元");
    expect(bet(50_000).en).toContain("50000.00 USD");
    expect(bet(12.5).en).toContain("12.50 USD");
    expect(bet(12.5).zh).toContain("12.50 美元");
  });

  it("reads the circular back as it stands", () => {
    const words = describeRule(ruleOf({ preset: "jing-jin-ji-2015" }), deal)
      .map(({ text }) => text.zh)
      .join("");
    for (const term of ["政府主导", "2000万元", "增值税、企业所得税、营业税", "50%", "3 年", "再延长 2 年", "上限"])
      expect(words).toContain(term);
  });
});
