import { worseOff } from "./assess.ts";
import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { simulate } from "./simulate.ts";
import { withClause } from "./smallest-change.ts";
import type { Streams } from "./streams.ts";

/** Chance that the worst placed party ends worse off, by the origin's share and the years: the map of rules all would accept. */
export interface RuleMap {
  readonly shares: readonly number[];
  readonly years: readonly number[];
  /** Row by years, column by share; NaN where a share leaves too little for the others. */
  readonly worst: readonly (readonly number[])[];
  readonly draws: number;
}

/** The origin's shares that are tried, in percent. */
export const triedShares: readonly number[] = Array.from({ length: 10 }, (_, at) => 20 + 5 * at);

/** A map has so many rows at most, the last of these years. */
const [mostRows, lastYear] = [8, 10];

/** The years of sharing that a map shows: never more than are looked ahead, and always some. */
export function mapYears(ahead: number): number[] {
  const last = Math.min(ahead, lastYear);
  const first = Math.max(1, last + 1 - mostRows);
  return Array.from({ length: last + 1 - first }, (_, at) => first + at);
}

/** The rules of a draft with another share for the origin and other years in one of them; nothing where the share leaves too little. */
export function withShare(draft: readonly Rule[], rule: SharingRule, share: number, years: number): Rule[] | undefined {
  const changed = withClause({ ...rule, years }, "split.origin", share);
  return changed === undefined ? undefined : draft.map((each) => (each === rule ? changed : each));
}

export function ruleMap(
  deal: Deal,
  draft: readonly Rule[],
  streams: Streams,
  outside: readonly Float64Array[],
  draws: number,
): RuleMap | undefined {
  const rule = draft.find(isSharing);
  if (rule === undefined || rule.split["origin"] === undefined) return undefined;
  const years = mapYears(deal.years);
  const worst = years.map((last) =>
    triedShares.map((share) => {
      const rules = withShare(draft, rule, share, last);
      if (rules === undefined) return Number.NaN;
      return Math.max(...worseOff(simulate(deal, rules, streams, draws), outside));
    }),
  );
  return { shares: triedShares, years, worst, draws: Math.min(draws, streams.draws) };
}
