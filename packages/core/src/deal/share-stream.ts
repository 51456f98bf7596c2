import { clockOf } from "./clock.ts";
import type { EnterpriseStream } from "./enterprise-stream.ts";
import { type Fen, portion } from "./money.ts";
import { bringsEnough } from "./qualify.ts";
import { partyOf } from "./roles.ts";
import type { SharingRule } from "./rule.ts";
import { shareYears } from "./share-years.ts";
import type { Streams } from "./streams.ts";
import type { TaxName } from "./taxes.ts";
import { capOf, termsOf } from "./terms.ts";

/** What is counted over all draws and enterprises, to the fen. */
export interface Sums {
  total: Fen;
  collected: Fen;
  reached: number;
  capped: number;
}

/** Where a stream is booked. */
export interface Books {
  readonly give: (party: number, draw: number, year: number, fen: Fen) => void;
  /** A grant by who is not at the table, which the origin has been given. */
  readonly grant: (year: number, fen: Fen) => void;
}

/**
 * Shares chosen taxes of one enterprise in every draw. Tax is with whom collects it in the year of the deal in which it is paid; what
 * the others have of a year of sharing they have in the year of the deal in which that year is over, or what is looked at ends; what is
 * due before the first year of the deal they have in that year. Without a rule all is the host's.
 */
export function shareStream(
  rule: SharingRule | undefined,
  taxes: readonly TaxName[],
  enterprise: EnterpriseStream,
  { parties, years, first, end }: Streams,
  draws: number,
  sums: Sums,
  { give, grant }: Books,
): void {
  const { from, to, local, closes, clock, move, segments } = enterprise;
  const host = parties.indexOf(to);
  const origin = parties.indexOf(from);
  const payer = rule === undefined ? host : parties.indexOf(partyOf(rule.payer, { from, to }));
  const begins = rule === undefined ? clock : (clockOf(rule, move) ?? clock);
  const inYear = segments.map((segment) => Math.floor((segment.from - begins) / 12));
  const shared = Math.max(0, ...inYear.map((year) => year + 1));
  const dealYear = (month: number) => Math.floor((Math.max(first, Math.min(month, end - 1)) - first) / 12);
  const fixed = rule === undefined ? undefined : termsOf(rule, { from, to }, parties, undefined);
  // the year of the deal in which each year of sharing is settled
  const settledIn = Array.from({ length: shared }, (_, year) => dealYear(begins + 12 * year + 11));
  const cash = new Array<Fen>(parties.length * years);
  const pools = new Array<Fen>(shared);
  const pay = (party: number, year: number, fen: Fen) => {
    cash[party * years + year] += fen;
  };
  for (let draw = 0; draw < draws; draw += 1) {
    const holds = rule !== undefined && isUnder(rule, enterprise, draw);
    const collector = holds ? payer : host;
    cash.fill(0n);
    pools.fill(0n);
    for (let at = 0; at < segments.length; at += 1) {
      let pool = 0n;
      for (const tax of taxes) pool += local[tax][draw * segments.length + at];
      if (pool === 0n) continue;
      sums.collected += pool;
      if (inYear[at] >= 0) pools[inYear[at]] += pool;
      pay(collector, segments[at].year, pool);
    }
    if (holds && fixed !== undefined) {
      const cap = capOf(rule, baseOf(rule, enterprise, draw));
      const { parts, received, reached } = shareYears({ ...fixed, cap }, pools);
      for (let year = 0; year < parts.length; year += 1)
        for (let party = 0; party < parties.length; party += 1) {
          const fen = parts[year][party];
          if (party === payer || fen === 0n) continue;
          pay(party, settledIn[year], fen);
          pay(payer, settledIn[year], -fen);
        }
      if (cap !== undefined) {
        sums.capped += 1;
        if (reached !== undefined) sums.reached += 1;
      }
      // the month in which all years of sharing are over
      const over = begins + 12 * fixed.lasts;
      const isOver = over <= end && closes[draw] >= over;
      if (rule.grant !== undefined && cap !== undefined && received < cap && isOver) {
        const due = dealYear(over - 1);
        pay(origin, due, rule.grant.amount);
        const by = parties.indexOf(rule.grant.payer);
        if (by >= 0) pay(by, due, -rule.grant.amount);
        else grant(due, rule.grant.amount);
      }
      const gone = closes[draw];
      if (rule.exit !== undefined && gone < end && gone < begins + 12 * rule.exit.within && received > 0n) {
        const repaid = portion(received, rule.exit.repays);
        pay(origin, dealYear(gone), -repaid);
        pay(host, dealYear(gone), repaid);
      }
    }
    for (let party = 0, at = 0; party < parties.length; party += 1)
      for (let year = 0; year < years; year += 1, at += 1) {
        if (cash[at] === 0n) continue;
        give(party, draw, year, cash[at]);
        sums.total += cash[at];
      }
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
