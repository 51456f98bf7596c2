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

async function page(written: string, language: "en" | "zh"): Promise<string> {
  const { deal, problems, locate } = parseDeal(written, "deal.yaml");
  expect(problems).toEqual([]);
  const { rules, order, problems: wrong } = checkDeal(deal as Deal, locate);
  expect(wrong).toEqual([]);
  const result = await runDeal(deal as Deal, rules, order, new Map());
  return renderDeal({ deal: deal as Deal, result, figures: new Map(), pins: {} }, language);
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
