import { approximate, type Fen, portion, type Ratio, sumOf } from "./money.ts";
import { type Month, monthOf, monthText, periodText, yearOf } from "./month.ts";
import { astride, localSum, type Payment, paymentsOf } from "./payments.ts";
import { type Qualified, qualify } from "./qualify.ts";
import type { SharingRule } from "./rule.ts";
import type { Enterprise, Move } from "./schema.ts";
import { shareYears, type Terms } from "./share-years.ts";
import { Tell } from "./tell.ts";

/** One year of sharing, to the fen. */
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
  /** In all, by party; the parts add up to the tax, the centre's grant apart. */
  readonly cash: Readonly<Record<string, Fen>>;
  readonly total: Fen;
}

/** Settles every move of an enterprise under a rule. Nothing is settled of what is at fault. */
export function settle(rule: SharingRule, name: string, enterprise: Enterprise, tell = new Tell()): Settlement[] {
  const told = tell.problems.length;
  const payments = paymentsOf(name, enterprise, tell);
  if (tell.problems.length > told) return [];
  return enterprise.moves.flatMap((_, at) => settleMove(rule, name, enterprise, payments, at, tell) ?? []);
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

/** The month in which the years of sharing begin. */
export function clockOf({ clock }: SharingRule, { registered, produces }: Move): Month | undefined {
  const months = clock.map((event) => (event === "registration" ? monthOf(registered) : monthOf(produces ?? "")));
  return months.includes(undefined) ? undefined : Math.max(...(months as Month[]));
}

function settleMove(
  rule: SharingRule,
  name: string,
  enterprise: Enterprise,
  payments: readonly Payment[],
  at: number,
  tell: Tell,
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
  const here = { rule: rule.name, enterprise: name, move: at, qualified, base, cap, clock };
  const begun = clock ?? until + 1;
  const before = localSum(payments, rule.taxes, { from: registered, to: Math.min(begun - 1, until) });
  const takers = byParty(rule.split, move);
  const parties = [...takers.keys()];
  for (const end of [move.from, move.to, partyOf(rule.payer, move)]) if (!parties.includes(end)) parties.push(end);
  const all = localSum(payments, rule.taxes, { from: registered, to: until });
  const nobody = (ending: Ending): Settlement => ({
    ...here,
    years: [],
    before: all,
    grant: 0n,
    repaid: 0n,
    ending,
    cash: { [move.to]: all },
    total: all,
  });
  if (!qualified.holds) return nobody("not-qualified");
  if (clock === undefined || begun > until) return nobody("open");

  const terms = termsOf(rule, move, parties, cap);
  const count = Math.ceil((until - clock + 1) / 12);
  const pools = Array.from({ length: count }, (_, year) =>
    localSum(payments, rule.taxes, { from: clock + 12 * year, to: Math.min(clock + 12 * year + 11, until) }),
  );
  const { parts, received, reached, shared } = shareYears(terms, pools);
  let so = 0n;
  const owedTo = parties.map(() => 0n);
  const years = parts.map((own, year): SettledYear => {
    so += own[terms.origin];
    const late = lateOf(rule, move, year, clock + 12 * year + 11);
    const interests = own.map((part, who) =>
      late === undefined || who === terms.payer || part <= 0n ? 0n : portion(part, late),
    );
    interests.forEach((each, who) => {
      owedTo[who] += each;
    });
    const [from, to] = [clock + 12 * year, clock + 12 * year + 11];
    return {
      year: year + 1,
      from,
      to: Math.min(to, until),
      tax: pools[year],
      parts: Object.fromEntries(parties.map((party, who) => [party, own[who]])),
      received: so,
      isExtension: year >= rule.years && year < shared,
      interest: interests.reduce((sum, each) => sum + each, 0n),
    };
  });
  const isOver = clock + 12 * (rule.years + (cap === undefined ? 0 : rule.extension)) - 1 <= until;
  const isShort = cap !== undefined && received < cap && isOver;
  const gone = left !== undefined && left <= clock + 12 * (rule.exit?.within ?? 0) - 1;
  const repaid = gone && rule.exit !== undefined && received > 0n ? portion(received, rule.exit.repays) : 0n;
  const grant = isShort && rule.grant !== undefined ? rule.grant.amount : 0n;
  const cash = new Map(parties.map((party, who) => [party, parts.reduce((total, own) => total + own[who], 0n)]));
  const give = (party: string, amount: Fen) => cash.set(party, (cash.get(party) ?? 0n) + amount);
  const [payer, origin] = [parties[terms.payer], parties[terms.origin]];
  give(move.to, before);
  give(origin, grant - repaid);
  give(payer, repaid);
  if (rule.grant !== undefined && grant > 0n) give(rule.grant.payer, -grant);
  owedTo.forEach((interest, who) => {
    give(payer, -interest);
    give(parties[who], interest);
  });
  const ending: Ending =
    reached !== undefined ? "cap" : isOver ? "years" : left !== undefined && left - 1 <= last ? "left" : "open";
  return { ...here, years, before, grant, repaid, ending, cash: Object.fromEntries(cash), total: all };
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
    payer: parties.indexOf(partyOf(rule.payer, move)),
    years: rule.years,
    extension: rule.extension,
    cap,
    refunds: rule.refunds,
  };
}

/** Simple interest by the month on what should have been transferred when the grace was over: the part of it that is owed. */
function lateOf({ late }: SharingRule, { transfers = [] }: Move, year: number, end: Month): Ratio | undefined {
  const on = monthOf(transfers.find((each) => each.year === year + 1)?.on ?? "");
  if (late === undefined || on === undefined) return undefined;
  const months = on - (end + late.grace);
  return months <= 0 || approximate(late.rate) === 0 ? undefined : { n: late.rate.n * BigInt(months), d: late.rate.d };
}
