import { afterSharing } from "./after-sharing.ts";
import { clockOf } from "./clock.ts";
import type { EnterpriseStream } from "./enterprise-stream.ts";
import { transferOf } from "./late.ts";
import { type Fen, portion, type Ratio } from "./money.ts";
import type { Month } from "./month.ts";
import { bringsEnough } from "./qualify.ts";
import { partyOf } from "./roles.ts";
import type { SharingRule } from "./rule.ts";
import { shareYears } from "./share-years.ts";
import type { Streams } from "./streams.ts";
import type { TaxName } from "./taxes.ts";
import { capOf, type Terms, termsOf } from "./terms.ts";

/** What is counted over all draws and enterprises, to the fen. */
export interface Sums {
  total: Fen;
  collected: Fen;
  /** Draws in which a rule shares tax of an enterprise, those of them with a cap, and with one that was reached. */
  under: number;
  reached: number;
  capped: number;
  /** Interest for delay. */
  interest: Fen;
}

/** Where a stream is booked. */
export interface Books {
  readonly give: (party: number, draw: number, year: number, fen: Fen) => void;
  /** A grant by who is not at the table, which the origin has been given. */
  readonly grant: (year: number, fen: Fen) => void;
}

/**
 * Shares chosen taxes of one enterprise in every draw. Tax is with whom collects it in the year of the deal in which it is paid; what
 * the others have of a year of sharing they have in the year of the deal in which that year is over, or in which its transfer is
 * planned, with interest if that is late; in the last year if what is looked at ends before. What is due before the first year of the
 * deal they have in that year. Without a rule all is the host's. Answers whether a transfer is planned so late that it bears interest.
 */
export function shareStream(
  rule: SharingRule | undefined,
  taxes: readonly TaxName[],
  enterprise: EnterpriseStream,
  streams: Streams,
  draws: number,
  sums: Sums,
  books: Books,
): { readonly isLate: boolean } {
  const { parties, years } = streams;
  const { local, segments } = enterprise;
  const host = parties.indexOf(enterprise.to);
  const plan = rule === undefined ? undefined : planOf(rule, enterprise, streams);
  const cash = new Array<Fen>(parties.length * years);
  const pools = new Array<Fen>(plan?.overIn.length ?? 0);
  const pay = (party: number, year: number, fen: Fen) => {
    cash[party * years + year] += fen;
  };
  for (let draw = 0; draw < draws; draw += 1) {
    const own = plan !== undefined && isUnder(plan.rule, enterprise, draw) ? plan : undefined;
    cash.fill(0n);
    pools.fill(0n);
    for (let at = 0; at < segments.length; at += 1) {
      let paid = 0n;
      for (const tax of taxes) paid += local[tax][draw * segments.length + at];
      if (paid === 0n) continue;
      sums.collected += paid;
      pay(own?.payer ?? host, segments[at].year, paid);
      const year = own?.sharedIn[at] ?? -1;
      if (year >= 0) pools[year] += paid;
    }
    if (own !== undefined) shareDraw(own, enterprise, draw, pools, sums, pay, books.grant);
    for (let party = 0, at = 0; party < parties.length; party += 1)
      for (let year = 0; year < years; year += 1, at += 1) {
        if (cash[at] === 0n) continue;
        books.give(party, draw, year, cash[at]);
        sums.total += cash[at];
      }
  }
  return { isLate: plan?.transfers.some(({ late }) => late !== undefined) ?? false };
}

/** What is the same in every draw of an enterprise under a rule. */
interface Plan {
  readonly rule: SharingRule;
  readonly terms: Terms;
  readonly payer: number;
  readonly grantor: number;
  readonly begins: Month;
  readonly end: Month;
  /** The year of sharing that each segment is in; below 0 before the clock. */
  readonly sharedIn: readonly number[];
  /** The year of the deal in which each year of sharing is over. */
  readonly overIn: readonly number[];
  /** That in which its shares are transferred, and the part of them that is owed for delay. */
  readonly transfers: readonly { readonly year: number; readonly late: Ratio | undefined }[];
  /** The year of the deal that a month is in, the first and the last for those beyond. */
  readonly dealYear: (month: Month) => number;
}

function planOf(rule: SharingRule, enterprise: EnterpriseStream, { parties, first, end }: Streams): Plan {
  const { move, clock, segments } = enterprise;
  const begins = clockOf(rule, move) ?? clock;
  const dealYear = (month: Month) => Math.floor((Math.max(first, Math.min(month, end - 1)) - first) / 12);
  const sharedIn = segments.map((segment) => Math.floor((segment.from - begins) / 12));
  const ends = Array.from(
    { length: Math.max(0, ...sharedIn.map((year) => year + 1)) },
    (_, year) => begins + 12 * year + 11,
  );
  return {
    rule,
    terms: termsOf(rule, move, parties, undefined),
    payer: parties.indexOf(partyOf(rule.payer, move)),
    grantor: rule.grant === undefined ? -1 : parties.indexOf(rule.grant.payer),
    begins,
    end,
    sharedIn,
    overIn: ends.map(dealYear),
    transfers: ends.map((end, year) => {
      const { on, late } = transferOf(rule, move, year, { usual: end, end });
      return { year: dealYear(on), late };
    }),
    dealYear,
  };
}

/** Shares what one draw brought in the years of sharing, and pays what is due when they are over. */
function shareDraw(
  { rule, terms, payer, grantor, begins, end, overIn, transfers, dealYear }: Plan,
  enterprise: EnterpriseStream,
  draw: number,
  pools: readonly Fen[],
  sums: Sums,
  pay: (party: number, year: number, fen: Fen) => void,
  grantFrom: Books["grant"],
): void {
  const cap = capOf(rule, baseOf(rule, enterprise, draw));
  const { parts, received, reached, shared } = shareYears({ ...terms, cap }, pools);
  for (let at = 0; at < parts.length; at += 1) {
    // what is no year of sharing any more has no date of transfer either
    const { year, late } = at < shared ? transfers[at] : { year: overIn[at], late: undefined };
    for (let party = 0; party < terms.parties; party += 1) {
      const fen = parts[at][party];
      if (party === payer || fen === 0n) continue;
      const interest = late === undefined || fen < 0n ? 0n : portion(fen, late);
      sums.interest += interest;
      pay(party, year, fen + interest);
      pay(payer, year, -fen - interest);
    }
  }
  sums.under += 1;
  if (cap !== undefined) {
    sums.capped += 1;
    if (reached !== undefined) sums.reached += 1;
  }
  const gone = enterprise.closes[draw];
  const known = { until: Math.min(end, gone) - 1, left: gone < end ? gone : undefined };
  const { grant, repaid } = afterSharing(rule, { ...terms, cap }, received, begins, known);
  if (grant !== 0n) {
    const due = dealYear(begins + 12 * terms.lasts - 1);
    pay(terms.origin, due, grant);
    if (grantor >= 0) pay(grantor, due, -grant);
    else grantFrom(due, grant);
  }
  if (repaid !== 0n) {
    pay(terms.origin, dealYear(gone), -repaid);
    pay(terms.host, dealYear(gone), repaid);
  }
}

/** Local tax of the base years together. */
function baseOf({ taxes, base: years }: SharingRule, { before }: EnterpriseStream, draw: number): Fen {
  let base = 0n;
  for (const tax of taxes) for (let back = 0; back < years; back += 1) base += before[tax][back][draw];
  return base;
}

/** Whether the enterprise paid enough before in this draw. */
export function isUnder(rule: SharingRule, enterprise: EnterpriseStream, draw: number): boolean {
  return rule.qualifies.least === undefined || bringsEnough(rule, baseOf(rule, enterprise, draw));
}
