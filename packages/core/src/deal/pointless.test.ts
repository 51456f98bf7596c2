import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { parseDeal } from "./parse-deal.ts";
import { pointlessClauses } from "./pointless.ts";
import { runDeal } from "./run-deal.ts";
import type { Deal } from "./schema.ts";

/** Nothing is drawn: 60 of local tax a year, half of it to a for two of three years, 60 in all; the year before brought 30. */
const text = `conurb-deal: 1
title: clauses
draws: 100
years: 3
parties: { a: { title: A, outside: 0 }, b: { title: B, outside: 0 } }
enterprises:
  e:
    moves: [{ from: a, to: b, led: government, registered: 2020-01, produces: 2020-01 }]
    expected: { before: { vat: 60 }, full: { vat: 120 }, ramp: 0 }
rules:
  r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 2, base: { years: 1 }, CLAUSE }
  s: { like: r, years: 1 }
drafts: { v1: { title: one, rules: [r] } }
`;
async function noted(clause: string, drafts = "drafts: { v1: { title: one, rules: [r] } }") {
  const { deal, problems, locate } = parseDeal(
    text.replace("CLAUSE", clause).replace(/drafts: .*/, drafts),
    "deal.yaml",
  );
  expect(problems).toEqual([]);
  const { rules, order, problems: wrong } = checkDeal(deal as Deal, locate);
  expect(wrong).toEqual([]);
  const result = await runDeal(deal as Deal, rules, order, new Map());
  return pointlessClauses(deal as Deal, rules, result, locate);
}

it("notes a cap that no draw reaches, at its line, and nothing of one that is", async () => {
  const [note, ...more] = await noted("cap: { of: amount, amount: 60.01 }");
  expect(more).toEqual([]);
  expect(note).toMatchObject({
    code: "cap-never",
    place: { file: "deal.yaml", line: 11 },
    text: {
      en: "rules.r.cap: is reached in none of 100 draws over the 3 years looked ahead; it changes nothing",
      zh: "rules.r.cap：考察期 3 年内，100 次模拟均未达到；该上限不起作用",
    },
  });
  expect(await noted("cap: { of: amount, amount: 60 }")).toEqual([]);
});

it("says of such a cap what waits for it all the same", async () => {
  // with a year more it has 90
  const waits = "cap: { of: amount, amount: 90.01 }, extension: { years: 1 }, grant: { payer: b, amount: 1 }";
  expect((await noted(waits))[0].text.en).toContain(
    "nothing ends there, and what waits for it always comes: the extension and the grant",
  );
  expect(await noted(waits.replace("90.01", "90"))).toEqual([]);
});

it("notes a floor that every enterprise is above, once for all rules that have it of another, and no other", async () => {
  const both = "drafts: { v1: { title: one, rules: [r] }, v2: { title: two, rules: [s] } }";
  expect((await noted("qualifies: { least: 30 }", both)).map(({ code, place }) => [code, place?.path])).toEqual([
    ["least-never", "rules.r.qualifies.least"],
  ]);
  // nobody is under the rule: its cap is not said to be out of reach
  expect(await noted("qualifies: { least: 30.01 }, cap: { of: amount, amount: 1000 }", both)).toEqual([]);
});
