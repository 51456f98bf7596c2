/**
 * A deal under doubt: three parties, one enterprise, six things drawn, ten years, 10,000 draws, money in whole fen.
 * Goal: the draws and one draft's cash by party and year, with every party's outlook, under 1 s.
 *
 * Run: npm run bench -- deal
 */
import { readFileSync } from "node:fs";
import { assess, outsideOf } from "../packages/core/src/deal/assess.ts";
import { checkDeal } from "../packages/core/src/deal/check-deal.ts";
import { drawQuantities } from "../packages/core/src/deal/draw-quantities.ts";
import { parseDeal } from "../packages/core/src/deal/parse-deal.ts";
import type { FigureValue } from "../packages/core/src/deal/quantities.ts";
import type { Rule } from "../packages/core/src/deal/rule.ts";
import { runDeal } from "../packages/core/src/deal/run-deal.ts";
import { simulate } from "../packages/core/src/deal/simulate.ts";
import { streamsOf } from "../packages/core/src/deal/streams.ts";

const file = new URL("../studies/jing-jin-ji-deal/deal.yaml", import.meta.url);
const { deal, locate } = parseDeal(readFileSync(file, "utf8"), "deal.yaml");
if (deal === undefined) throw new Error("the shipped deal cannot be read");
// of the size of the figures that the study gives
const figures = new Map(
  Object.entries(deal.figures).map(([name, { from }]): [string, FigureValue] => {
    if (from.includes("emp_")) return [name, { value: 30, unit: "10000 person" }];
    if (from.includes("quotient")) return [name, { value: 1, unit: "1" }];
    return [name, { value: name === "product" ? 35_000 : 5800, unit: "100 million yuan" }];
  }),
);
const { rules, order } = checkDeal(deal, locate, figures);
const draft = ["longer"].flatMap((name) => (rules.get(name) as Rule | undefined) ?? []);

async function row(what: string, run: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await run();
    const { user } = process.cpuUsage(before);
    times.push(Math.min(performance.now() - start, user / 1000));
  }
  console.log(`${what.padEnd(60)} ${(times.sort((a, b) => a - b)[3] as number).toFixed(0).padStart(6)} ms`);
}

await row("draws, one draft, outlooks of three parties", () => {
  const frame = drawQuantities(deal, order, figures);
  return assess(deal, simulate(deal, draft, streamsOf(deal, rules, frame)), outsideOf(deal, frame));
});
await row("the whole deal: three drafts, search, map of 80 rules, splits", () => runDeal(deal, rules, order, figures));
