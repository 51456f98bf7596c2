import { checkDeal, type Deal, parseDeal, runDeal } from "@conurb/core/deal";
import { expect, it } from "vitest";
import { renderDeal } from "./deal-page.ts";

/** Nothing is drawn: 60 local a year, half to a for two years, beside a cap of 600; a grant of 5 million is due in the second. */
const text = `conurb-deal: 1
title: { en: Two cities, zh: 两座城市 }
draws: 100
years: 2
discount: 0%
parties: { a: { title: Aville, outside: 0 }, b: { title: Btown, outside: 0 } }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, registered: 2021-01, produces: 2021-01 }]
    expected: { before: {}, full: { vat: 120000000 }, ramp: 0 }
rules: { r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 2, cap: { of: amount, amount: 600000000 }, grant: { payer: centre, amount: 5000000 } } }
drafts: { v1: { title: one, rules: [r] } }
seek: { clause: years, confidence: 99.5% }
`;

async function page(written: string, language: "en" | "zh", notes = false): Promise<string> {
  const { deal, problems, locate } = parseDeal(written, "deal.yaml");
  expect(problems).toEqual([]);
  const { rules, order, problems: wrong, notes: told } = checkDeal(deal as Deal, locate);
  expect(wrong).toEqual([]);
  const result = await runDeal(deal as Deal, rules, order, new Map());
  const model = { deal: deal as Deal, result, figures: new Map(), pins: {} };
  return renderDeal(notes ? { ...model, notes: told } : model, language);
}

it("says that grants from outside are in what groups have and in what is split, and nothing of it where there are none", async () => {
  const said = "Grants from outside are in both, and in what the splits below divide: on the average 5 m yuan";
  expect(await page(text, "en")).toContain(said);
  expect(await page(text, "zh")).toContain("均含外部补助，平均 0.05 亿元");
  const none = text.replace(", grant: { payer: centre, amount: 5000000 }", "");
  expect(await page(none, "en")).not.toContain("Grants from outside");
});

it("states the share asked for as exactly as the deal does, in words and on the map", async () => {
  const html = await page(text, "en");
  expect(html).toContain("in at least 99.5% of the draws");
  expect(html).toContain("Framed: nobody above 0.5%");
  // a deal of two years has a map of two rows
  expect(html.match(/>\d yr</g)).toEqual([">1 yr<", ">2 yr<"]);
});

it("carries what the check notes, each with what can be done about it, and has no such section where there is nothing", async () => {
  const silent = text.replace("b: { title: Btown, outside: 0 }", "b: { title: Btown }");
  const html = await page(silent, "en", true);
  expect(html).toContain('<h2 class="section">What the check notes</h2>');
  expect(html).toMatch(/parties\.b: no outside option is stated[^<]*<br><span class="hint">say outside: AMOUNT/);
  expect(await page(silent, "zh", true)).toMatch(/<section id="notes">[\s\S]*parties\.b：未写明外部选项/);
  expect(await page(text, "en", true)).not.toContain('id="notes"');
  expect(await page(silent, "en")).not.toContain('id="notes"');
});

it("says beside the numbers whether interest for delay is in them", async () => {
  const charged = text.replace(
    "years: 2, cap",
    "title: { en: The rule, zh: 规则 }, years: 2, late: { grace: 0, rate: 1% }, cap",
  );
  const none = "plant: every share is taken to be transferred in time. The interest for delay of “The rule” is in none";
  expect(await page(charged, "en")).toContain(none);
  expect(await page(text, "en")).not.toContain("in time");
  // 30 of the first year come a month late: a hundredth
  const planned = charged.replace("produces: 2021-01", "produces: 2021-01, transfers: [{ year: 1, on: 2022-01 }]");
  expect(await page(planned, "en")).toContain("“The rule” is in these numbers: 300,000 yuan on the average");
  expect(await page(planned, "zh")).toContain("以上数字已计入“规则”的逾期利息，平均 300,000 元");
});

it("says beside what is settled that value-added tax of the pilot's years is taken as 25% local", async () => {
  const paid = (months: string) =>
    text
      .replace(/2021-01/g, "2015-01")
      .replace(/expected: .*/, `paid: [{ in: ${months}, vat: 100 }]`)
      .replace(/seek: .*/, "");
  const section = async (months: string, language: "en" | "zh") =>
    /<section id="settled">[\s\S]*?<\/section>/.exec(await page(paid(months), language))?.[0];
  expect(await section("2015", "en")).toMatch(/<p class="note">Value-added tax of 2012 to April 2016[^<]*unverified/);
  expect(await section("2015", "zh")).toContain("未核原文");
  expect(await section("2017", "en")).not.toContain("2012");
  // and the table of shares says that its source was not looked at
  expect(await page(text, "en")).toMatch(/2012-01<[\s\S]{0,120}25%[\s\S]{0,420}\(not verified\)/);
});

it("says why groups and splits are missing where the parties are too many for them", async () => {
  const names = Array.from("cdefghijklm");
  const more = names.map((name) => `${name}: { title: Town ${name}, outside: 0 }`).join(", ");
  const crowded = text.replace("b: { title: Btown, outside: 0 } }", `b: { title: Btown, outside: 0 }, ${more} }`);
  expect(await page(crowded, "en")).toContain("There are 13 parties.");
  expect(await page(crowded, "zh")).toContain("共有 13 方。");
  expect(await page(text, "en")).not.toContain("There are 2 parties.");
});

it("heads the page with who is worst placed under each draft, and how often, as the bars below do", async () => {
  // two years of 60: a has 30 a year, or 24; its 55 outside is beyond the second alone
  const two = text
    .replace("a: { title: Aville, outside: 0 }", "a: { title: Aville, outside: 55000000 }")
    .replace(", grant: { payer: centre, amount: 5000000 }", "")
    .replace("rules: { r:", "rules: { s: { like: r, split: { origin: 40%, host: 60% } }, r:")
    .replace("drafts: {", "drafts: { v0: { title: less, rules: [s] },");
  const head = /<h1>(.*?)<\/h1>/.exec(await page(two, "en"))?.[1];
  expect(head).toBe("Under “less” Aville is better off outside in 100 of 100 draws; under v1 at worst Aville, in 0");
});

it("cites where a rule comes from in the reader's language, whether it is known or the parties' own", async () => {
  const own = text.replace("rules: { r: {", "rules: { r: { source: { en: Protocol of 2020, zh: 2020 年协议 }, ");
  expect(await page(own, "en")).toContain("Protocol of 2020");
  expect(await page(own, "zh")).toContain("2020 年协议");
  const known = text.replace(/rules: \{ r: .*\}\n/, "rules: { r: { preset: jing-jin-ji-2015 } }\n");
  expect(await page(known, "zh")).toContain("财预〔2015〕92号");
  expect(await page(known, "en")).toContain("Cai Yu [2015] 92");
  expect(await page(known, "zh")).not.toContain("Cai Yu");
});
