import type { Text } from "../language/text.ts";
import type { Fen } from "./money.ts";
import type { Month } from "./month.ts";

/** What money moves for. */
export const entryWords = {
  tax: { en: "tax collected", zh: "税收入库" },
  share: { en: "share transferred", zh: "分享划转" },
  interest: { en: "interest for delay", zh: "逾期利息" },
  grant: { en: "grant", zh: "一次性补助" },
  repayment: { en: "paid back after exit", zh: "企业离开退回" },
  bet: { en: "compensation by the index", zh: "按指数补偿" },
} as const satisfies Record<string, Text>;
export type EntryClause = keyof typeof entryWords;

/** One movement of money, as one party has it in its books: what it has with a plus, what it gives with a minus. */
export interface Entry {
  readonly on: Month;
  readonly clause: EntryClause;
  readonly party: string;
  /** Who is on the other side; nobody at the table where tax comes in. */
  readonly other?: string;
  readonly amount: Fen;
}

/** A payment in the books of both. Nothing is written of nothing; a negative amount goes the other way. */
export function transfer(clause: EntryClause, on: Month, payer: string, taker: string, amount: Fen): Entry[] {
  if (amount === 0n || payer === taker) return [];
  return [
    { on, clause, party: payer, other: taker, amount: -amount },
    { on, clause, party: taker, other: payer, amount },
  ];
}

export function collected(on: Month, party: string, amount: Fen): Entry[] {
  return amount === 0n ? [] : [{ on, clause: "tax", party, amount }];
}
