import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { yuanText } from "./money.ts";
import { parseDeal } from "./parse-deal.ts";
import { runDeal } from "./run-deal.ts";
import type { Deal } from "./schema.ts";

it.each(["guide.md", "guide.zh-CN.md"])("the deal in docs/%s is sound and runs", async (file) => {
  const text = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), "utf8");
  const [, block] = /^```yml\n(conurb-deal[\s\S]*?)^```$/m.exec(text) ?? [];
  // the pin is cut short to be read
  const { deal, problems, locate } = parseDeal((block as string).replace(/[0-9a-f]+…/, "ab".repeat(32)), file);
  expect(problems).toEqual([]);
  const figures = new Map([["output", { value: 35_000, unit: "100 million yuan" }]]);
  const checked = checkDeal(deal as Deal, locate, figures);
  expect(checked.problems).toEqual([]);
  const few = { ...(deal as Deal), draws: 200 };
  const { drafts } = await runDeal(few, checked.rules, checked.order, figures);
  expect(drafts.map(({ draft, outlooks }) => [draft, outlooks.length])).toEqual([
    ["v1", 2],
    ["v2", 2],
  ]);
});

it.each(["guide.md", "guide.zh-CN.md"])(
  "the rule written out in docs/%s settles as the text beside it says",
  async (file) => {
    const text = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), "utf8");
    const [, block] = [...text.matchAll(/^```yml\n(conurb-deal[\s\S]*?)^```$/gm)].map(([, own]) => own);
    const { deal, problems, locate } = parseDeal(block as string, file);
    expect(problems).toEqual([]);
    const checked = checkDeal(deal as Deal, locate);
    expect(checked.problems).toEqual([]);
    const { settlements } = await runDeal(deal as Deal, checked.rules, checked.order, new Map());
    // local tax of a base year: 20 / 2 + 10 x 0.4 = 14 million; cap 0.8 x 42 = 33.6; a year shared: 30 + 8 = 38, of which 40 %
    const [{ cap, before, years, ending }] = settlements;
    expect([cap, before].map((fen) => yuanText(fen as bigint))).toEqual(["33600000.00", "1000000.00"]);
    expect(years.map(({ parts }) => yuanText(parts["north"]))).toEqual(["15200000.00", "15200000.00", "3200000.00"]);
    expect(ending).toBe("cap");
  },
);
