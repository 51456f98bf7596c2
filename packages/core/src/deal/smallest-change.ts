import { isContent } from "./accepting.ts";
import { worseOff } from "./assess.ts";
import { approximate, type Ratio, ratioText } from "./money.ts";
import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { Deal } from "./schema.ts";
import { type Simulated, simulate } from "./simulate.ts";
import type { Streams } from "./streams.ts";

export type ClauseName = "split.origin" | "years" | "cap.times" | "extension.years";

/** One value of a clause, and with it each party's share of draws in which it is better off outside. */
export interface Trial {
  /** As it would be written: `45%`, `5`. */
  readonly value: string;
  readonly at: number;
  readonly worse: readonly number[];
  readonly accepted: boolean;
}
export interface SmallestChange {
  readonly rule: string;
  readonly clause: ClauseName;
  readonly confidence: number;
  readonly now: Trial;
  /** Absent where no value makes all accept. */
  readonly found?: Trial;
  /** Of all values tried, in order: with nothing found, the one whose worst party is least badly off stands out here. */
  readonly trials: readonly Trial[];
}

const mostPercent = 100n;

/** The values that a clause may take, in order. */
function valuesOf(clause: ClauseName, { years }: Deal): number[] {
  if (clause === "split.origin") return Array.from({ length: 20 }, (_, at) => at * 5);
  if (clause === "years") return Array.from({ length: years }, (_, at) => at + 1);
  if (clause === "cap.times") return Array.from({ length: 12 }, (_, at) => (at + 1) * 25);
  return Array.from({ length: years }, (_, at) => at);
}

export function clauseValue(rule: SharingRule, clause: ClauseName): number | undefined {
  if (clause === "split.origin")
    return rule.split["origin"] === undefined ? undefined : 100 * approximate(rule.split["origin"]);
  if (clause === "years") return rule.years;
  if (clause === "extension.years") return rule.cap === undefined ? undefined : rule.extension;
  return rule.cap?.of === "base" ? 100 * approximate(rule.cap.times) : undefined;
}

/** The rule with one clause changed. What the origin gains or gives up, the host bears or has. */
export function withClause(rule: SharingRule, clause: ClauseName, value: number): SharingRule | undefined {
  if (clause === "years") return { ...rule, years: value };
  if (clause === "extension.years") return rule.cap === undefined ? undefined : { ...rule, extension: value };
  const share: Ratio = { n: BigInt(value), d: mostPercent };
  if (clause === "cap.times")
    return rule.cap?.of === "base" ? { ...rule, cap: { of: "base", times: share } } : undefined;
  const others = Object.entries(rule.split).filter(([who]) => who !== "origin" && who !== "host");
  let rest: Ratio = { n: mostPercent - share.n, d: mostPercent };
  for (const [, { n, d }] of others) rest = { n: rest.n * d - n * rest.d, d: rest.d * d };
  return rest.n < 0n ? undefined : { ...rule, split: { ...rule.split, origin: share, host: rest } };
}

const written = (clause: ClauseName, value: number): string =>
  clause === "split.origin" || clause === "cap.times" ? ratioText({ n: BigInt(value), d: mostPercent }) : String(value);

/**
 * The value nearest to the present one at which every party is better off inside in at least `confidence` of the draws. Values are
 * tried from the nearest outwards on the same draws, so that the answer is the smallest change of those that are tried: shares and
 * caps in steps of 5 and 25 points, years one by one. With ties the lower value comes first.
 */
export function smallestChange(
  deal: Deal,
  draft: readonly Rule[],
  streams: Streams,
  outside: readonly Float64Array[],
  asked: { readonly clause: ClauseName; readonly rule?: string | undefined; readonly confidence: number },
): SmallestChange | undefined {
  const rule = draft.find((each): each is SharingRule => isSharing(each) && (asked.rule ?? each.name) === each.name);
  const present = rule === undefined ? undefined : clauseValue(rule, asked.clause);
  if (rule === undefined || present === undefined) return undefined;
  const trial = (simulated: Simulated, value: number, shown: string): Trial => {
    const worse = worseOff(simulated, outside);
    return {
      value: shown,
      at: value,
      worse,
      accepted: worse.every((each) => isContent(each, asked.confidence)),
    };
  };
  const now = trial(simulate(deal, draft, streams), present, shownNow(asked.clause, rule, present));
  const trials: Trial[] = [now];
  const about = { rule: rule.name, clause: asked.clause, confidence: asked.confidence, now };
  if (now.accepted) return { ...about, found: now, trials };
  const values = valuesOf(asked.clause, deal).filter((value) => value !== present);
  values.sort((a, b) => Math.abs(a - present) - Math.abs(b - present) || a - b);
  for (const value of values) {
    const changed = withClause(rule, asked.clause, value);
    if (changed === undefined) continue;
    const tried = trial(
      simulate(
        deal,
        draft.map((each) => (each === rule ? changed : each)),
        streams,
      ),
      value,
      written(asked.clause, value),
    );
    trials.push(tried);
    if (tried.accepted) return { ...about, found: tried, trials: trials.sort((a, b) => a.at - b.at) };
  }
  return { ...about, trials: trials.sort((a, b) => a.at - b.at) };
}

function shownNow(clause: ClauseName, rule: SharingRule, value: number): string {
  if (clause === "split.origin") return ratioText(rule.split["origin"]);
  return clause === "cap.times" && rule.cap?.of === "base" ? ratioText(rule.cap.times) : String(value);
}
