import { assess, outsideOf } from "./assess.ts";
import { rulesOf } from "./rule.ts";
import { simulate } from "./simulate.ts";
import type { Trials } from "./verdict.ts";

/** What two drafts mean in money, by party and year: means over the same draws, so that the differences are of clauses alone. */
export interface DraftDifference {
  readonly party: string;
  /** By year: before, after. */
  readonly years: readonly { readonly year: number; readonly before: number; readonly after: number }[];
  /** Present value, mean. */
  readonly before: number;
  readonly after: number;
  /** Share of draws in which it is better off outside. */
  readonly worseBefore: number;
  readonly worseAfter: number;
}

export function compareDrafts(trials: Trials, before: string, after: string): DraftDifference[] {
  const { deal, rules, streams, frame } = trials;
  const outside = outsideOf(deal, frame);
  const outlooks = (draft: string) => {
    return assess(deal, simulate(deal, rulesOf(deal.drafts, rules, draft), streams), outside);
  };
  const [a, b] = [outlooks(before), outlooks(after)];
  return a.map((own, at) => ({
    party: own.party,
    years: own.byYear.map((amount, year) => ({ year: year + 1, before: amount, after: b[at].byYear[year] })),
    before: own.mean,
    after: b[at].mean,
    worseBefore: own.worse,
    worseAfter: b[at].worse,
  }));
}
