import { collected, type Entry, transfer } from "./entry.ts";
import { transferOf } from "./late.ts";
import { type Fen, portion } from "./money.ts";
import type { Month, Period } from "./month.ts";
import { astride, localSum, type Payment } from "./payments.ts";
import { partyOf } from "./roles.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";
import { type Shared, shareYears } from "./share-years.ts";
import type { Terms } from "./terms.ts";

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

/** Local tax of a year of sharing, or of the last stretch. */
export interface Stretch extends Period {
  readonly tax: Fen;
}

/**
 * What was paid, by years of sharing: twelve months each as long as the next can be shared, all the rest in one stretch. The month in
 * which a year begins that a payment lies astride of is answered instead: it cannot be told what of it is shared.
 */
export function stretchesOf(
  terms: Terms,
  { taxes }: SharingRule,
  payments: readonly Payment[],
  { from: clock, to: until }: Period,
): Stretch[] | Month {
  const stretches: Stretch[] = [];
  for (let from = clock; from <= until; ) {
    const { isOpen } = shareYears(
      terms,
      stretches.map(({ tax }) => tax),
    );
    const to = isOpen ? Math.min(from + 11, until) : until;
    if (to < until && astride(payments, taxes, to + 1).length > 0) return to + 1;
    stretches.push({ from, to, tax: localSum(payments, taxes, { from, to }) });
    from = to + 1;
  }
  return stretches;
}

/** The years as they were shared, and every payment of them in the books of both sides. */
export function bookYears(
  rule: SharingRule,
  move: Move,
  parties: readonly string[],
  stretches: readonly Stretch[],
  { parts, shared }: Shared,
): { readonly years: readonly SettledYear[]; readonly entries: readonly Entry[] } {
  const payer = partyOf(rule.payer, move);
  const entries: Entry[] = [];
  let received = 0n;
  const years = stretches.map(({ from, to, tax }, at): SettledYear => {
    const own = parts[at];
    received += own[parties.indexOf(move.from)];
    // what is no year of sharing any more has no date of transfer either
    const { on, late } =
      at < shared ? transferOf(rule, move, at, { usual: to, end: from + 11 }) : { on: to, late: undefined };
    entries.push(...collected(to, payer, tax));
    let interest = 0n;
    own.forEach((part, who) => {
      if (parties[who] === payer) return;
      const owed = late === undefined || part <= 0n ? 0n : portion(part, late);
      entries.push(...transfer("share", on, payer, parties[who], part));
      entries.push(...transfer("interest", on, payer, parties[who], owed));
      interest += owed;
    });
    return {
      year: at + 1,
      from,
      to,
      tax,
      parts: Object.fromEntries(parties.map((party, who) => [party, own[who]])),
      received,
      isExtension: at >= rule.years && at < shared,
      interest,
    };
  });
  return { years, entries };
}
