import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { parseDeal } from "./parse-deal.ts";

/** A sound deal, line by line: each test breaks one line of it. */
const sound = `conurb-deal: 1
title: by hand
parties:
  a: { title: A, place: 1, outside: 0 }
  b: { title: B, place: 2, outside: 0 }
assumed:
  before: { value: 100, unit: million yuan }
  twice: { expr: before * 2, unit: million yuan }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, registered: 2020-01, produces: 2020-07 }]
    paid: [{ in: 2019, vat: 100 }]
rules:
  r: { preset: jing-jin-ji-2015 }
  s: { like: r, years: 5 }
drafts:
  v1: { title: one, rules: [r] }
  v2: { title: two, rules: [s] }
`;

/** What is told of the deal with one thing written otherwise. */
function broken(from: string, to: string) {
  const text = sound.replace(from, to);
  expect(text).not.toBe(sound);
  const { deal, problems, locate } = parseDeal(text, "deal.yaml");
  const all = deal === undefined ? problems : checkDeal(deal, locate).problems;
  return all.map(({ code, place, text: { en, zh }, hint }) => ({ code, line: place?.line, en, zh, hint: hint?.en }));
}

it.each([
  ["a rule", "  s: { like: r", "  __proto__: { like: r", 15],
  ["a party", "  b: { title: B", "  __proto__: { title: B", 5],
  ["a key of a list's entry", "{ in: 2019, vat: 100 }", "{ in: 2019, __proto__: 100 }", 12],
])("%s called __proto__ is refused, not passed over", (_, from, to, line) => {
  expect(broken(from, to)).toEqual([
    expect.objectContaining({ line, en: expect.stringContaining("__proto__ is a word of the machine, expected") }),
  ]);
});

it.each([
  [
    "a party",
    "  b: { title: B",
    "  a: { title: B",
    {
      code: "party-twice",
      line: 5,
      en: "parties.a: a is there twice, first in line 4; expected each party once",
      zh: "parties.a：a 出现两次，首次在第 4 行；每个参与方只应出现一次",
      hint: "give one party another name, or take it out",
    },
  ],
  ["a draft", "  v2: { title: two", "  v1: { title: two", { code: "draft-twice", line: 18 }],
  [
    "a clause, on one line",
    "s: { like: r, years: 5",
    "s: { like: r, years: 5, years: 6",
    {
      code: "key-twice",
      line: 15,
      en: "rules.s.years: years is there twice, first in line 15; expected it once",
      hint: "take one of them out",
    },
  ],
  [
    "an entry of a list",
    "{ in: 2019, vat: 100 }",
    "{ in: 2019, vat: 100, vat: 100 }",
    { code: "key-twice", en: expect.stringContaining("enterprises.plant.paid.0.vat: vat is there twice") },
  ],
])("%s that stands twice is refused as it is read, with both its lines", (_, from, to, expected) => {
  expect(broken(from, to)).toEqual([expect.objectContaining(expected)]);
});

it.each([
  ["a: { title: A, place: 1, outside: 0 }", "0", "150000 yuan", 4, "write the number alone, in yuan: 150000"],
  ["a: { title: A, place: 1, outside: 0 }", "0", "-1.5亿元", 4, "write the number alone, in yuan: -150000000"],
  ["a: { title: A, place: 1, outside: 0 }", "0", '"1,500,000.5"', 4, "write the number alone, in yuan: 1500000.5"],
  ["a: { title: A, place: 1, outside: 0 }", "0", "3 USD", 4, "USD is no unit of yuan; under assumed an amount has"],
  ["twice: { expr: before * 2", "before * 2", "150 million yuan", 8, "write value: 150, unit: million yuan"],
  ["before: { value: 100", "100", "150 million yuan", 7, "write value: 150, unit: million yuan"],
  ["s: { like: r, years: 5", "5", "5, grant: { payer: centre, amount: 2万元 }", 15, "in yuan: 20000"],
])("an amount with its unit: %s with %s as %s", (line, was, amount, at, hint) => {
  const [found, ...more] = broken(line, line.replace(was === "0" ? /0(?= \}$)/ : was, amount));
  expect(more).toEqual([]);
  expect(found).toMatchObject({ line: at, hint: expect.stringContaining(hint) });
  expect(found.en).not.toContain("column");
});
