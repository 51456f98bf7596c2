import type { Problem } from "../contract/errors.ts";
import type { Locate } from "../study/locate.ts";
import { checkAssumptions, checkRates, checkSize } from "./check-assumptions.ts";
import { checkDrafts } from "./check-drafts.ts";
import { checkEnterprises, checkFlows } from "./check-enterprises.ts";
import { checkExpected } from "./check-expected.ts";
import { checkGames } from "./check-games.ts";
import { checkParties } from "./check-parties.ts";
import { checkRule } from "./check-rules.ts";
import { paymentsOf } from "./payments.ts";
import { checkQuantities, type FigureValue } from "./quantities.ts";
import { resolveRules } from "./resolve-rules.ts";
import { isSharing, type Rule } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { settle } from "./settle.ts";
import { located, Tell } from "./tell.ts";

export interface CheckedDeal {
  readonly problems: readonly Problem[];
  /** What a reader should know, but can live with. */
  readonly notes: readonly Problem[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** Assumptions in an order in which each can be computed. */
  readonly order: readonly string[];
}

/** Checks a deal as a whole, from names to gaps, overlaps and contradictions of its rules. Every problem is collected. */
export function checkDeal(
  deal: Deal,
  locate: Locate,
  figures: ReadonlyMap<string, FigureValue> = new Map(),
): CheckedDeal {
  const [tell, notes] = [new Tell(), new Tell()];
  checkParties(deal, tell, notes);
  checkRates(deal, tell);
  checkSize(deal, tell);
  checkAssumptions(deal, tell);
  const order = checkQuantities(deal, figures, tell);
  const rules = resolveRules(deal, tell);
  checkEnterprises(deal, rules, tell);
  checkExpected(deal, rules, tell, notes);
  checkFlows(deal, rules, tell);
  for (const rule of rules.values()) checkRule(rule, deal, tell);
  checkDrafts(deal, rules, tell, notes);
  checkGames(deal, tell);
  for (const [name, enterprise] of Object.entries(deal.enterprises)) {
    paymentsOf(name, enterprise, tell);
    checkSpans(deal, name, rules, tell);
  }
  const once = new Map(tell.problems.map((problem) => [`${problem.code}/${problem.text.en}`, problem]));
  const told = new Map(notes.problems.map((problem) => [`${problem.code}/${problem.text.en}`, problem]));
  return {
    problems: [...once.values()].map((problem) => located(problem, locate)),
    notes: [...told.values()].map((problem) => located(problem, locate)),
    rules,
    order,
  };
}

/** Payments that lie on both sides of a year of sharing. */
function checkSpans({ enterprises }: Deal, name: string, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  for (const rule of rules.values()) {
    if (!isSharing(rule)) continue;
    const own = new Tell();
    settle(rule, name, enterprises[name], own);
    tell.problems.push(...own.problems.filter(({ code }) => code === "period-astride"));
  }
}
