import type { Entry } from "./entry.ts";
import type { Fen } from "./money.ts";
import { monthText } from "./month.ts";

/** One line of a party's books: what moved, and what it has had in all since the beginning. */
export interface LedgerLine {
  readonly party: string;
  /** From 1, of this party. */
  readonly line: number;
  /** The month: `2016-12`. */
  readonly on: string;
  readonly rule: string;
  readonly enterprise?: string;
  readonly clause: Entry["clause"];
  readonly other?: string;
  readonly amount: Fen;
  readonly balance: Fen;
}

interface Settled {
  readonly rule: string;
  readonly enterprise?: string;
  readonly entries: readonly Entry[];
}

/** The books of every party, each in the order of months and with its running balance; parties in the order they are given in. */
export function ledgerOf(parties: readonly string[], settled: readonly Settled[]): LedgerLine[] {
  const all = settled.flatMap(({ rule, enterprise, entries }) =>
    entries.map((entry) => ({ ...entry, rule, ...(enterprise === undefined ? {} : { enterprise }) })),
  );
  const outside = [...new Set(all.map(({ party }) => party))].filter((party) => !parties.includes(party));
  return [...parties, ...outside].flatMap((party) => {
    let balance = 0n;
    const own = all.filter((entry) => entry.party === party).sort((a, b) => a.on - b.on);
    return own.map(({ on, amount, ...entry }, at): LedgerLine => {
      balance += amount;
      return { ...entry, line: at + 1, on: monthText(on), amount, balance };
    });
  });
}
