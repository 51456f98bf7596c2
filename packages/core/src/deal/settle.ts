import type { Text } from "../language/text.ts";
import { clockOf } from "./clock.ts";
import { collected, type Entry, transfer } from "./entry.ts";
import { type Fen, portion, type Ratio, sumOf } from "./money.ts";
import { type Month, monthOf, monthText, periodText, yearOf } from "./month.ts";
import { astride, localSum, type Payment, paymentsOf } from "./payments.ts";
import { type Qualified, qualify } from "./qualify.ts";
import type { SharingRule } from "./rule.ts";
import type { Enterprise, Move } from "./schema.ts";
import { shareYears, type Terms } from "./share-years.ts";
import type { TaxName } from "./taxes.ts";
import { Tell } from "./tell.ts";

/** One year of sharing, to the fen; the last may be all that was paid when no year could be shared any more. */
export interface SettledYear {
  /** From 1. */
  readonly year: number;
  readonly from: Month;
  readonly to: Month;
  /** Local part of the shared taxes. */
  readonly tax: Fen;
  /** What each party has of it. */
  readonly parts: Readonly<Record<string, Fen>>;
  /** What the origin has received since the beginning. */
  readonly received: Fen;
  readonly isExtension: boolean;
  /** What the payer owes for transferring late, to all whose part was late. */
  readonly interest: Fen;
}

export type Ending = "not-qualified" | "cap" | "years" | "left" | "open";

export interface Settlement {
  readonly rule: string;
  readonly title: Text;
  readonly enterprise: string;
  readonly move: number;
  readonly qualified: Qualified;
  /** Local tax of each base year. */
  readonly base: readonly { readonly year: number; readonly tax: Fen }[];
  readonly cap: Fen | undefined;
  readonly clock: Month | undefined;
  readonly years: readonly SettledYear[];
  /** Local tax at the new place before the clock began: not shared. */
  readonly before: Fen;
  readonly grant: Fen;
  readonly repaid: Fen;
  readonly ending: Ending;
  /** Every payment, in the books of both sides. */
  readonly entries: readonly Entry[];
  /** In all, by party: what the entries add up to; over all parties and the centre it is the tax. */
  readonly cash: Readonly<Record<string, Fen>>;
  readonly total: Fen;
}

/**
 * Settles every move of an enterprise under a rule. Nothing is settled of what is at fault. Of a move that the rule does not cover
 * the host keeps the taxes that stay with it, by move: all of the rule's unless told otherwise.
 */
export function settle(
  rule: SharingRule,
  name: string,
  enterprise: Enterprise,
  tell = new Tell(),
  stays: (move: number) => readonly TaxName[] = () => rule.taxes,
): Settlement[] {
  const told = tell.problems.length;
  const payments = paymentsOf(name, enterprise, tell);
  if (tell.problems.length > told) return [];
  return enterprise.moves.flatMap((_, at) => settleMove(rule, name, enterprise, payments, at, tell, stays(at)) ?? []);
}

/** By party instead of by role: who is named and is an end of the move too has both shares. */
export function byParty(
  shares: Readonly<Record<string, Ratio>>,
  { from, to }: Pick<Move, "from" | "to">,
): Map<string, Ratio> {
  const own = new Map<string, Ratio>();
  for (const [who, share] of Object.entries(shares)) {
    const party = partyOf(who, { from, to });
    const before = own.get(party);
    own.set(party, before === undefined ? share : sumOf([before, share]));
  }
  return own;
}

export const partyOf = (who: string, { from, to }: Pick<Move, "from" | "to">): string =>
  who === "origin" ? from : who === "host" ? to : who;

function settleMove(
  rule: SharingRule,
  name: string,
  enterprise: Enterprise,
  payments: readonly Payment[],
  at: number,
  tell: Tell,
  stays: readonly TaxName[],
): Settlement | undefined {
  const move = enterprise.moves[at];
  const registered = monthOf(move.registered);
  if (registered === undefined) return undefined;
  const base = Array.from({ length: rule.base }, (_, back) => {
    const year = yearOf(registered) - rule.base + back;
    return { year, tax: localSum(payments, rule.taxes, { from: year * 12, to: year * 12 + 11 }) };
  });
  const sum = base.reduce((total, { tax }) => total + tax, 0n);
  const qualified = qualify(rule, move, sum);
  const { cap: limit } = rule;
  const cap = limit === undefined ? undefined : limit.of === "amount" ? limit.amount : portion(sum, limit.times);
  const clock = clockOf(rule, move);
  // what the enterprise pays after it has gone on is no longer collected here
  const next = enterprise.moves[at + 1];
  const left = next === undefined ? monthOf(enterprise.left ?? "") : monthOf(next.registered);
  const last = Math.max(...payments.map(({ to }) => to), registered);
  const until = left === undefined ? last : Math.min(last, left - 1);
  const cut = cutsOf(rule, { registered, left, until, clock: qualified.holds ? clock : undefined }).find(
    (each) => astride(payments, rule.taxes, each).length > 0,
  );
  if (cut !== undefined) {
    const [of] = astride(payments, rule.taxes, cut);
    const row = enterprise.paid.findIndex(({ in: written }) => written === periodText(of));
    tell.add(
      ["enterprises", name, "paid", ...(row < 0 ? [] : [row, "in"])],
      "period-astride",
      `${periodText(of)} lies on both sides of ${monthText(cut)}, where a base year, a move or a year of sharing begins or ends; expected months on one side of it`,
      `${periodText(of)} 跨越 ${monthText(cut)}（基期年度、迁移或分享年度的起止），应在此分段填写`,
    );
    return undefined;
  }
  const here = { rule: rule.name, title: rule.title, enterprise: name, move: at, qualified, base, cap, clock };
  const begun = clock ?? until + 1;
  const before = localSum(payments, rule.taxes, { from: registered, to: Math.min(begun - 1, until) });
  const takers = byParty(rule.split, move);
  const parties = [...takers.keys()];
  for (const end of [move.from, move.to, partyOf(rule.payer, move)]) if (!parties.includes(end)) parties.push(end);
  const all = localSum(payments, rule.taxes, { from: registered, to: until });
  const nobody = (ending: Ending, own: Fen): Settlement => {
    const entries = collected(until, move.to, own);
    return {
      ...here,
      years: [],
      before: own,
      grant: 0n,
      repaid: 0n,
      ending,
      ...booked([move.to], entries),
      total: own,
    };
  };
  if (!qualified.holds) return nobody("not-qualified", localSum(payments, stays, { from: registered, to: until }));
  if (clock === undefined || begun > until)
    return nobody(left !== undefined && (clock === undefined || left <= clock) ? "left" : "open", all);

  const terms = termsOf(rule, move, parties, cap);
  const payer = partyOf(rule.payer, move);
  // what is paid when no year can be shared any more is one last stretch: payments may lie across its years
  const most = rule.years + rule.extension + 1;
  const count = Math.min(most, Math.ceil((until - clock + 1) / 12));
  const endOf = (year: number) => (year + 1 === most ? until : Math.min(clock + 12 * year + 11, until));
  const pools = Array.from({ length: count }, (_, year) =>
    localSum(payments, rule.taxes, { from: clock + 12 * year, to: endOf(year) }),
  );
  const { parts, received, reached, shared } = shareYears(terms, pools);
  const entries = collected(begun - 1, move.to, before);
  let so = 0n;
  const years = parts.map((own, year): SettledYear => {
    so += own[terms.origin];
    const [from, to] = [clock + 12 * year, endOf(year)];
    const on = monthOf(move.transfers?.find((each) => each.year === year + 1)?.on ?? "") ?? to;
    const late = lateOf(rule, on, Math.max(to, clock + 12 * year + 11));
    entries.push(...collected(to, payer, pools[year]));
    let interest = 0n;
    own.forEach((part, who) => {
      if (parties[who] === payer) return;
      entries.push(...transfer("share", on, payer, parties[who], part));
      const owed = late === undefined || part <= 0n ? 0n : portion(part, late);
      entries.push(...transfer("interest", on, payer, parties[who], owed));
      interest += owed;
    });
    return {
      year: year + 1,
      from,
      to,
      tax: pools[year],
      parts: Object.fromEntries(parties.map((party, who) => [party, own[who]])),
      received: so,
      isExtension: year >= rule.years && year < shared,
      interest,
    };
  });
  const ends = clock + 12 * (rule.years + (cap === undefined ? 0 : rule.extension)) - 1;
  const isOver = ends <= until;
  const isShort = cap !== undefined && received < cap && isOver;
  const grant = isShort && rule.grant !== undefined ? rule.grant.amount : 0n;
  if (rule.grant !== undefined) entries.push(...transfer("grant", ends, rule.grant.payer, move.from, grant));
  const gone = left !== undefined && left < clock + 12 * (rule.exit?.within ?? 0) ? left : undefined;
  const repaid =
    gone !== undefined && rule.exit !== undefined && received > 0n ? portion(received, rule.exit.repays) : 0n;
  if (gone !== undefined) entries.push(...transfer("repayment", gone, move.from, move.to, repaid));
  const ending: Ending =
    reached !== undefined ? "cap" : isOver ? "years" : left !== undefined && left - 1 <= last ? "left" : "open";
  return { ...here, years, before, grant, repaid, ending, ...booked(parties, entries), total: all };
}

/** The entries, and what they add up to for each party. */
function booked(parties: readonly string[], entries: readonly Entry[]): Pick<Settlement, "entries" | "cash"> {
  const cash: Record<string, Fen> = Object.fromEntries(parties.map((party) => [party, 0n]));
  for (const { party, amount } of entries) cash[party] = (cash[party] ?? 0n) + amount;
  return { entries, cash };
}

/** Months that no payment may lie on both sides of: what it paid would count on neither. */
function cutsOf(
  rule: SharingRule,
  {
    registered,
    left,
    until,
    clock,
  }: { registered: Month; left: Month | undefined; until: Month; clock: Month | undefined },
): Month[] {
  const cuts = [registered, ...(left === undefined ? [] : [left])];
  for (let back = 0; back <= rule.base; back += 1) cuts.push((yearOf(registered) - back) * 12);
  if (clock === undefined) return cuts;
  const years = Array.from({ length: rule.years + rule.extension + 1 }, (_, year) => clock + 12 * year);
  return [...cuts, ...years.filter((cut) => cut <= until)];
}

export function termsOf(
  rule: SharingRule,
  move: Pick<Move, "from" | "to">,
  parties: readonly string[],
  cap: Fen | undefined,
): Terms {
  const takers = byParty(rule.split, move);
  return {
    split: parties.map((party): Ratio => takers.get(party) ?? { n: 0n, d: 1n }),
    origin: parties.indexOf(move.from),
    host: parties.indexOf(move.to),
    years: rule.years,
    extension: rule.extension,
    cap,
    refunds: rule.refunds,
  };
}

/** Simple interest by the month on what should have been transferred when the grace was over: the part of it that is owed. */
function lateOf({ late }: SharingRule, on: Month, end: Month): Ratio | undefined {
  if (late === undefined) return undefined;
  const months = on - (end + late.grace);
  return months <= 0 || late.rate.n === 0n ? undefined : { n: late.rate.n * BigInt(months), d: late.rate.d };
}
