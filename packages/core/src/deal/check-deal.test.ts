import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { parseDeal } from "./parse-deal.ts";

/** A sound deal, line by line: each test breaks one line of it. */
const sound = `conurb-deal: 1
title: by hand
parties:
  a: { title: A, place: 1, outside: 0 }
  b: { title: B, place: 2, outside: 0 }
figures:
  product: { from: "study/gdp[1,2019].gdp" }
assumed:
  before: { value: 100, unit: million yuan }
  twice: { expr: before * 2, unit: million yuan }
  spread: { triangular: [1, 2, 3] }
enterprises:
  plant:
    moves:
      - { from: a, to: b, led: government, registered: 2020-01, produces: 2020-07 }
    paid:
      - { in: 2019, vat: 100 }
      - { in: 2020-07..2021-06, vat: 100, income: 50 }
rules:
  r: { preset: jing-jin-ji-2015 }
  s: { like: r, years: 5 }
drafts:
  v1: { title: one, rules: [r] }
  v2: { title: two, rules: [s] }
`;

function told(
  text: string,
): { code: string; line: number | undefined; en: string; zh: string; hint: string | undefined }[] {
  const { deal, problems, locate } = parseDeal(text, "deal.yaml");
  const all =
    deal === undefined
      ? problems
      : checkDeal(deal, locate, new Map([["product", { value: 1, unit: "yuan" }]])).problems;
  return all.map((each) => ({
    code: each.code,
    line: each.place?.line,
    en: each.text.en,
    zh: each.text.zh,
    hint: each.hint?.en,
  }));
}
const broken = (from: string | RegExp, to: string) => {
  const text = sound.replace(from, to);
  expect(text).not.toBe(sound);
  return told(text);
};

it("tells a circle of rules once, and takes a percentage for a number", () => {
  const circle = broken("r: { preset: jing-jin-ji-2015 }", "r: { preset: jing-jin-ji-2015, like: s }");
  expect(circle.filter(({ code }) => code === "rules-circular")).toHaveLength(1);
  const { deal } = parseDeal(
    sound.replace("    paid:", "    expected: { before: {}, full: { vat: 1 }, ramp: 1, fails: 2% }\n    paid:"),
    "deal.yaml",
  );
  expect(deal?.enterprises["plant"].expected?.fails).toBe(0.02);
});

it("tells more amounts than memory holds, and more parties than groups are told of", () => {
  const parties = Array.from({ length: 41 }, (_, at) => `  p${at}: { title: P${at}, outside: 0 }`).join("\n");
  const many = sound.replace("parties:\n", `draws: 100000\nyears: 60\nparties:\n${parties}\n`);
  expect(told(many).map(({ code, en }) => [code, en])).toEqual([
    [
      "deal-too-large",
      "draws: 43 parties x 100000 draws x 60 years x 2 drafts, expected a product of at most 100000000",
    ],
  ]);
  const ahead = sound
    .replace("parties:\n", `parties:\n${parties}\n`)
    .replace("    paid:", "    expected: { before: { vat: 1 }, full: { vat: 1 }, ramp: 1 }\n    paid:");
  const { deal, locate } = parseDeal(ahead, "deal.yaml");
  const figures = new Map([["product", { value: 1, unit: "yuan" }]]);
  expect(checkDeal(deal as NonNullable<typeof deal>, locate, figures).notes.map(({ code }) => code)).toContain(
    "parties-many",
  );
});

it("finds nothing wrong with a sound deal", () => {
  expect(told(sound)).toEqual([]);
});

describe("what is wrong is named at its line, with how to mend it", () => {
  it.each([
    ["a negative rate of interest", "years: 5", "years: 5, late: { grace: 1, rate: -5% }", { code: "clause-negative" }],
    [
      "a negative part that is paid back",
      "years: 5",
      "years: 5, exit: { within: 2, repays: -1% }",
      { code: "clause-negative" },
    ],
    [
      "a transfer in no month, which would be taken as in time",
      "produces: 2020-07 }",
      "produces: 2020-07, transfers: [{ year: 1, on: June }] }",
      {
        code: "month-unreadable",
        line: 15,
        en: "enterprises.plant.moves.0.transfers.0.on: is June, expected a month such as 2016-05",
      },
    ],
    [
      "a transfer of a year that is not shared",
      "produces: 2020-07 }",
      "produces: 2020-07, transfers: [{ year: 9, on: 2030-01 }] }",
      {
        code: "year-outside",
        line: 15,
        en: "enterprises.plant.moves.0.transfers.0.year: is 9, expected a year of sharing, 1 to 7",
      },
    ],
    [
      "a share of a party that is misspelt",
      "years: 5",
      "years: 5, split: { orgin: 50%, host: 50% }",
      { code: "party-unknown", hint: "did you mean origin?" },
    ],
    [
      "income tax before it had one local share",
      "{ in: 2019, vat: 100 }",
      "{ in: 2001, income: 100 }",
      {
        code: "tax-not-there",
        en: "enterprises.plant.paid.0.income: there was no corporate income tax with one local share in all of 2001, expected months from 2002-01 on",
      },
    ],
    [
      "income tax over the year in which its local share changed",
      "{ in: 2019, vat: 100 }",
      "{ in: 2002-07..2003-06, income: 100 }",
      { code: "share-changes" },
    ],
    [
      "expected income tax of base years before it had one local share, which would count as nothing",
      /2020-01, produces: 2020-07 }\n {4}paid:/,
      "2004-01, produces: 2004-07 }\n    expected: { before: { income: 50 }, full: { vat: 1 }, ramp: 1 }\n    paid:",
      {
        code: "tax-not-there",
        line: 16,
        en: "enterprises.plant.expected.before.income: is counted from 2001-01 on, and there was no corporate income tax with one local share before 2002-01; expected months from then on",
        hint: "take fewer base years, or write what was paid under paid",
      },
    ],
    [
      "expected business tax when there is none any more",
      "    paid:",
      "    expected: { before: { vat: 1 }, full: { business: 10 }, ramp: 1 }\n    paid:",
      {
        code: "tax-not-there",
        line: 16,
        en: "enterprises.plant.expected.full.business: is counted from 2020-07 on, and business tax ended in 2016-04; expected nothing",
      },
    ],
    [
      "an assumption that is drawn together with itself",
      "enterprises:",
      "together: [{ of: [spread, spread], rho: 0.5 }]\nenterprises:",
      { code: "pair-twice", line: 12, en: "together.0.of: names spread twice, expected two assumptions" },
    ],
    [
      "a pair that stands twice, of which one correlation would be lost",
      "enterprises:",
      "  wide: { uniform: [1, 2] }\ntogether: [{ of: [spread, wide], rho: 0.5 }, { of: [wide, spread], rho: -0.5 }]\nenterprises:",
      { code: "pair-twice", en: "together.1.of: wide and spread are there already, expected each pair once" },
    ],
    [
      "what is sought in a draft that shares no tax by it",
      "drafts:",
      "seek: { clause: years, rule: r }\ndrafts:",
      {
        code: "seek-no-rule",
        line: 22,
        en: "seek: there is no rule r that shares tax in draft v2, expected one whose years can be changed",
      },
    ],
    [
      "what is expected of an enterprise that has left",
      "    paid:",
      "    left: 2022-01\n    expected: { before: { vat: 1 }, full: { vat: 1 }, ramp: 1 }\n    paid:",
      { code: "left-expected", line: 16 },
    ],
    [
      "a year of no calendar",
      "registered: 2020-01",
      "registered: 0020-01",
      {
        code: "month-outside",
        line: 15,
        en: "enterprises.plant.moves.0.registered: is 0020-01, expected a year from 1900 to 2200",
      },
    ],
    [
      "production that lies generations after the move",
      "produces: 2020-07",
      "produces: 2090-07",
      { code: "dates-apart", line: 15 },
    ],
    [
      "two parties of one name in Chinese",
      /a: { title: A, place: 1, outside: 0 }\n {2}b: { title: B/,
      "a: { title: { en: A, zh: 甲 }, place: 1, outside: 0 }\n  b: { title: { en: B, zh: 甲 }",
      { code: "party-twice", line: 5 },
    ],
    [
      "a pool with a negative rate",
      "drafts:",
      "  p: { preset: minnesota-fiscal-disparities, pool: { towns: { a: { first: 1, now: 2, people: 3, capacity: 4, rate: -5% } } } }\ndrafts:",
      { code: "town-negative", line: 22 },
    ],
    [
      "a discount without a present value",
      "title: by hand",
      "title: by hand\ndiscount: -100%",
      { code: "discount-too-low" },
    ],
    [
      "a chance beyond one",
      "drafts:",
      "seek: { clause: years, confidence: 150% }\ndrafts:",
      { code: "confidence-outside" },
    ],
    [
      "a party with the mediator's name",
      "parties:",
      "parties:\n  mediator: { title: M, outside: 0 }",
      { code: "party-reserved" },
    ],
    ["an enterprise that left before it came", "    paid:", "    left: 2019-12\n    paid:", { code: "moves-order" }],
    [
      "what is expected over two moves",
      "    paid:",
      `      - { from: b, to: a, led: government, registered: 2022-01, produces: 2022-01 }
    expected: { before: { vat: 1 }, full: { vat: 1 }, ramp: 1 }
    paid:`,
      { code: "expected-one-move", line: 17 },
    ],
    [
      "shares that do not add to one",
      "s: { like: r, years: 5 }",
      "s: { like: r, split: { origin: 40%, host: 57% } }",
      {
        code: "shares-not-one",
        line: 21,
        en: "rules.s.split: the shares add up to 97%, which leaves a part to nobody (origin 40%, host 57%); expected 100%",
        hint: "say who has the rest",
      },
    ],
    [
      "a rule that pays out more than comes in",
      "s: { like: r, years: 5 }",
      "s: { like: r, split: { origin: 2/3, host: 1/2 } }",
      {
        code: "pays-out-more",
        line: 21,
        en: "rules.s.split: the shares add up to 7/6: the rule pays out more than comes in (origin 2/3, host 50%); expected 100%",
        hint: "lower one of the shares",
      },
    ],
    [
      "percentages without their sign",
      "s: { like: r, years: 5 }",
      "s: { like: r, split: { origin: 60, host: 40 } }",
      { code: "pays-out-more", line: 21, hint: "write 60% or 0.6 for sixty in a hundred, not 60" },
    ],
    [
      "a cap of an amount that is not said",
      "s: { like: r, years: 5 }",
      "s: { taxes: vat, split: { host: 100% }, years: 5, cap: { of: amount } }",
      { code: "clause-missing", line: 21, en: "rules.s: a rule of kind sharing needs the clause cap.amount" },
    ],
    [
      "a cap of the base with an amount",
      "s: { like: r, years: 5 }",
      "s: { like: r, cap: { of: base, amount: 5000000 } }",
      { code: "cap-other", line: 21, en: "rules.s.cap.amount: does not belong to a cap of base, expected times" },
    ],
    [
      "circular clauses",
      "r: { preset: jing-jin-ji-2015 }",
      "r: { like: s }",
      {
        code: "rules-circular",
        line: 20,
        en: "rules.r.like: the rules are like each other in a circle: r -> s -> r; expected one that stands by itself",
        hint: "write out the clauses of one of them",
      },
    ],
    [
      "circular assumptions",
      "before: { value: 100, unit: million yuan }",
      "before: { expr: twice / 2, unit: million yuan }",
      {
        code: "assumed-circular",
        line: 9,
        en: "assumed.before.expr: the assumptions rest on each other in a circle: before -> twice -> before; expected one that stands by itself",
        hint: "give one of them a value",
      },
    ],
    [
      "an amount without a unit in an expression",
      "before: { value: 100, unit: million yuan }",
      "before: { expr: 100 * 2, unit: million yuan }",
      {
        code: "unit-mismatch",
        line: 9,
        hint: "a number in an expression has no unit: give an amount a name under assumed, with its unit",
      },
    ],
    [
      "a date before the tax existed",
      "- { in: 2019, vat: 100 }",
      "- { in: 1993, vat: 100 }",
      {
        code: "tax-not-there",
        line: 17,
        en: "enterprises.plant.paid.0.vat: there was no value-added tax in all of 1993, expected months from 1994-01 on",
        hint: "write the amount in the months in which the tax was paid",
      },
    ],
    [
      "a tax after it ended",
      "- { in: 2019, vat: 100 }",
      "- { in: 2019, business: 100 }",
      {
        code: "tax-not-there",
        line: 17,
        en: "enterprises.plant.paid.0.business: there was no business tax in all of 2019, expected months from 1994-01 to 2016-04",
        hint: "write the amount in the months in which the tax was paid",
      },
    ],
    [
      "a year in which the local share changes",
      "- { in: 2019, vat: 100 }",
      "- { in: 2016, vat: 100 }",
      {
        code: "share-changes",
        line: 17,
        en: "enterprises.plant.paid.0.vat: the local share of value-added tax changes in 2016-05, within 2016; expected two periods",
        hint: "write what was paid before 2016-05 and from then on",
      },
    ],
    [
      "a payment on both sides of a year of sharing",
      "- { in: 2020-07..2021-06, vat: 100, income: 50 }",
      "- { in: 2019, income: 500000000 }\n      - { in: 2020-07..2021-09, vat: 100, income: 50 }",
      {
        code: "period-astride",
        line: 19,
        en: "enterprises.plant.paid.2.in: 2020-07..2021-09 lies on both sides of 2021-07, where a base year, a move or a year of sharing begins or ends; expected months on one side of it",
        hint: undefined,
      },
    ],
    [
      "a payment on both sides of a base year",
      "- { in: 2019, vat: 100 }",
      "- { in: 2018-07..2019-06, vat: 100 }",
      {
        code: "period-astride",
        line: 17,
        en: "enterprises.plant.paid.0.in: 2018-07..2019-06 lies on both sides of 2019-01, where a base year, a move or a year of sharing begins or ends; expected months on one side of it",
        hint: undefined,
      },
    ],
    [
      "a party twice by its place",
      "b: { title: B, place: 2, outside: 0 }",
      "b: { title: B, place: 1, outside: 0 }",
      {
        code: "party-twice",
        line: 5,
        en: "parties.b: b and a are the same party (1), expected each party once",
        hint: "take one of them out",
      },
    ],
    [
      "a currency mixed",
      "before: { value: 100, unit: million yuan }",
      "before: { value: 100, unit: million USD }",
      {
        code: "currency-mixed",
        line: 9,
        en: "assumed.before.unit: is in USD, expected yuan, the currency of the deal",
        hint: "convert the amount by a rate of a stated day, and say so in its note",
      },
    ],
    [
      "an unknown key, with a suggestion",
      "s: { like: r, years: 5 }",
      "s: { like: r, yeers: 5 }",
      { code: "deal-unknown-key", line: 21, hint: "did you mean years?" },
    ],
    [
      "an extension without a cap",
      "s: { like: r, years: 5 }",
      "s: { like: r, drop: [cap] }",
      {
        code: "clause-never",
        line: 21,
        en: "rules.s.extension: extension waits for a cap that has not been reached, and the rule has no cap",
        hint: "add a cap, or take extension out",
      },
    ],
    [
      "two rules that share the same tax",
      "v1: { title: one, rules: [r] }",
      "v1: { title: one, rules: [r, s] }",
      {
        code: "rules-overlap",
        line: 23,
        en: "drafts.v1.rules: r and s both share the value-added tax and corporate income tax and business tax of plant, expected one rule for each tax",
        hint: "narrow who qualifies, or the taxes, of one of them",
      },
    ],
    [
      "a clock that cannot begin",
      ", produces: 2020-07 }",
      " }",
      {
        code: "clock-without-date",
        line: 15,
        en: "enterprises.plant.moves.0.produces: the clock of r waits for production, and the move does not say when; expected a month such as 2016-05",
        hint: undefined,
      },
    ],
    [
      "an assumption of two forms",
      "spread: { triangular: [1, 2, 3] }",
      "spread: { triangular: [1, 2, 3], value: 2 }",
      {
        code: "assumption-form",
        line: 11,
        en: "assumed.spread: has value and triangular, expected exactly one of value, expr, triangular, lognormal, uniform",
        hint: undefined,
      },
    ],
    [
      "a quantity that nothing gives",
      "twice: { expr: before * 2, unit: million yuan }",
      "twice: { expr: befor * 2, unit: million yuan }",
      { code: "quantity-unknown", line: 10, hint: "did you mean before?" },
    ],
    [
      "a misspelt rule in a draft",
      "v2: { title: two, rules: [s] }",
      "v2: { title: two, rules: [t] }",
      { code: "rule-unknown", line: 24, en: "drafts.v2.rules.0: there is no rule t, expected one of r, s" },
    ],
    [
      "an amount with tenths of a fen",
      "- { in: 2019, vat: 100 }",
      '- { in: 2019, vat: "100.001" }',
      {
        code: "deal-invalid",
        line: 17,
        en: 'enterprises.plant.paid.0.vat is "100.001", expected an amount in yuan with at most two decimals',
      },
    ],
  ])("%s", (_, from, to, expected) => {
    const found = broken(from, to);
    expect(found).toContainEqual(expect.objectContaining(expected));
    for (const { zh, en } of found) expect(zh === en).toBe(false);
  });
});

it("says in a note, not as a problem, that no outside option is stated", () => {
  const { deal, locate } = parseDeal(sound.replace("place: 2, outside: 0", "place: 2"), "deal.yaml");
  const { problems, notes } = checkDeal(
    deal as NonNullable<typeof deal>,
    locate,
    new Map([["product", { value: 1, unit: "yuan" }]]),
  );
  expect(problems).toEqual([]);
  expect(notes.find(({ code }) => code === "no-outside-option")).toMatchObject({ place: { line: 5 } });
});

it("throws at nothing: whatever is written in place of a word is read, or told with its place", () => {
  const words = [...sound.matchAll(/[^\s{}[\],:]+/g)];
  const instead = fc.constantFrom(
    "",
    "0",
    "-1",
    "1e9",
    "x",
    "2016-05",
    "2016-13",
    "150%",
    "1/0",
    "~",
    "[]",
    "{}",
    "a",
    "r",
    "s",
    "*x",
    "tax / 0",
    "9999",
    "vat",
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: words.length - 1 }), instead, (at, word) => {
      const [was] = words[at];
      const text = sound.slice(0, words[at].index) + word + sound.slice(words[at].index + was.length);
      for (const { en, zh } of told(text)) expect(Math.min(en.length, zh.length)).toBeGreaterThan(0);
    }),
  );
});
