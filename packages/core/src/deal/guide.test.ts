import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
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
