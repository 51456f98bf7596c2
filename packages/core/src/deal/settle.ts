import type { Text } from "../language/text.ts";
import { afterSharing } from "./after-sharing.ts";
import { clockOf } from "./clock.ts";
import { collected, type Entry, transfer } from "./entry.ts";
import type { Fen } from "./money.ts";
import { type Month, monthOf, monthText, type Period, periodText, yearOf } from "./month.ts";
import { astride, localSum, type Payment, paymentsOf } from "./payments.ts";
import { type Qualified, qualify } from "./qualify.ts";
import { byParty, partyOf } from "./roles.ts";
import type { SharingRule } from "./rule.ts";
import type { Enterprise, Move } from "./schema.ts";
import { bookYears, type SettledYear, stretchesOf } from "./settle-years.ts";
import { type Shared, shareYears } from "./share-years.ts";
import { isInPilot, pilotAssumed, type TaxName } from "./taxes.ts";
import { Tell } from "./tell.ts";
import { capOf, type Terms, termsOf } from "./terms.ts";

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
  /** What is taken for granted of these numbers, to be said beside them. */
  readonly assumed: readonly Text[];
}

/** What is settled: an enterprise's payments under a rule, and where what is at fault is told. */
interface Matter {
  readonly rule: SharingRule;
  readonly name: string;
  readonly enterprise: Enterprise;
  readonly payments: readonly Payment[];
  readonly tell: Tell;
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
  const matter = { rule, name, enterprise, payments, tell };
  return enterprise.moves.flatMap((_, at) => settleMove(matter, at, stays(at)) ?? []);
}

function settleMove(matter: Matter, at: number, stays: readonly TaxName[]): Settlement | undefined {
  const { rule, name, enterprise, payments } = matter;
  const move = enterprise.moves[at];
  const stay = stayOf(enterprise, at, payments);
  if (stay === undefined) return undefined;
  const base = baseOf(rule, payments, stay.from);
  const sum = base.reduce((total, { tax }) => total + tax, 0n);
  const qualified = qualify(rule, move, sum);
  const cap = capOf(rule, sum);
  const clock = clockOf(rule, move);
  const about = {
    ...{ rule: rule.name, title: rule.title, enterprise: name, move: at, qualified, base, cap, clock },
    assumed: assumedOf(rule, payments, stay),
  };

  const cuts = [...cutsOf(rule, stay), ...(qualified.holds && clock !== undefined ? [clock] : [])];
  const cut = cuts.find((each) => astride(payments, rule.taxes, each).length > 0);
  if (cut !== undefined) return tellAstride(matter, cut);
  if (!qualified.holds)
    return { ...about, ...keptByHost(move, stay, localSum(payments, stays, stay), "not-qualified") };
  const total = localSum(payments, rule.taxes, stay);
  if (clock === undefined || clock > stay.to) {
    const hasLeft = stay.left !== undefined && (clock === undefined || stay.left <= clock);
    return { ...about, ...keptByHost(move, stay, total, hasLeft ? "left" : "open") };
  }

  const parties = partiesOf(rule, move);
  const terms = termsOf(rule, move, parties, cap);
  const stretches = stretchesOf(terms, rule, payments, { from: clock, to: stay.to });
  if (!Array.isArray(stretches)) return tellAstride(matter, stretches);
  const shared = shareYears(
    terms,
    stretches.map(({ tax }) => tax),
  );
  const before = localSum(payments, rule.taxes, { from: stay.from, to: clock - 1 });
  const { years, entries } = bookYears(rule, move, parties, stretches, shared);
  const { paid, ...end } = endOf(rule, move, terms, shared, clock, stay);
  return {
    ...about,
    years,
    before,
    ...end,
    ...booked(parties, [...collected(clock - 1, move.to, before), ...entries, ...paid]),
    total,
  };
}

/** From the registration to the last payment, or until the enterprise goes on: what it pays then is no longer collected here. */
interface Stay extends Period {
  readonly left: Month | undefined;
  /** The last month in which anything was paid. */
  readonly last: Month;
}

function stayOf({ moves, left: gone }: Enterprise, at: number, payments: readonly Payment[]): Stay | undefined {
  const from = monthOf(moves[at].registered);
  if (from === undefined) return undefined;
  const left = monthOf(moves[at + 1]?.registered ?? gone ?? "");
  const last = Math.max(...payments.map(({ to }) => to), from);
  return { from, to: left === undefined ? last : Math.min(last, left - 1), left, last };
}

function baseOf(rule: SharingRule, payments: readonly Payment[], registered: Month): Settlement["base"] {
  return Array.from({ length: rule.base }, (_, back) => {
    const year = yearOf(registered) - rule.base + back;
    return { year, tax: localSum(payments, rule.taxes, { from: year * 12, to: year * 12 + 11 }) };
  });
}

/** What the settlement rests on that no source opened here says: of payments in the base years and while the enterprise is here. */
function assumedOf({ taxes, base }: SharingRule, payments: readonly Payment[], { from, to }: Stay): Text[] {
  const first = (yearOf(from) - base) * 12;
  const counts = ({ tax, amount, ...months }: Payment) =>
    amount !== 0n && taxes.includes(tax) && months.to >= first && months.from <= to && isInPilot(tax, months);
  return payments.some(counts) ? [pilotAssumed] : [];
}

/** Months that no payment may lie on both sides of, whatever is shared: what it paid would count on neither. */
function cutsOf({ base }: SharingRule, { from, left }: Stay): Month[] {
  const januaries = Array.from({ length: base + 1 }, (_, back) => (yearOf(from) - back) * 12);
  return [from, ...(left === undefined ? [] : [left]), ...januaries];
}

function tellAstride({ rule, name, enterprise, payments, tell }: Matter, cut: Month): undefined {
  const [of] = astride(payments, rule.taxes, cut);
  const row = enterprise.paid.findIndex(({ in: written }) => written === periodText(of));
  tell.add(
    ["enterprises", name, "paid", ...(row < 0 ? [] : [row, "in"])],
    "period-astride",
    `${periodText(of)} lies on both sides of ${monthText(cut)}, where a base year, a move or a year of sharing begins or ends; expected months on one side of it`,
    `${periodText(of)} 跨越 ${monthText(cut)}（基期年度、迁移或分享年度的起止），应在此分段填写`,
  );
}

/** Who takes, who pays, and both ends of the move. */
function partiesOf(rule: SharingRule, move: Move): string[] {
  return [...new Set([...byParty(rule.split, move).keys(), move.from, move.to, partyOf(rule.payer, move)])];
}

/** Of a move that nothing is shared of. */
function keptByHost({ to }: Move, stay: Stay, own: Fen, ending: Ending) {
  return {
    years: [],
    before: own,
    grant: 0n,
    repaid: 0n,
    ending,
    ...booked([to], collected(stay.to, to, own)),
    total: own,
  };
}

/** How sharing ends, and what is paid beside the shares. */
function endOf(rule: SharingRule, move: Move, terms: Terms, { received, reached }: Shared, clock: Month, stay: Stay) {
  const { to: until, left, last } = stay;
  const { isOver, grant, repaid } = afterSharing(rule, terms, received, clock, { until, left });
  const hasLeft = left !== undefined && left - 1 <= last;
  const ending: Ending = reached !== undefined ? "cap" : isOver ? "years" : hasLeft ? "left" : "open";
  const ends = clock + 12 * terms.lasts - 1;
  const granted = rule.grant === undefined ? [] : transfer("grant", ends, rule.grant.payer, move.from, grant);
  const paidBack = left === undefined ? [] : transfer("repayment", left, move.from, move.to, repaid);
  return { grant, repaid, ending, paid: [...granted, ...paidBack] };
}

/** The entries, and what they add up to for each party. */
function booked(parties: readonly string[], entries: readonly Entry[]): Pick<Settlement, "entries" | "cash"> {
  const cash: Record<string, Fen> = Object.fromEntries(parties.map((party) => [party, 0n]));
  for (const { party, amount } of entries) cash[party] = (cash[party] ?? 0n) + amount;
  return { entries, cash };
}
