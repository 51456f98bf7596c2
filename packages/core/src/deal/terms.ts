import { type Fen, portion, weightsOf } from "./money.ts";
import { byParty } from "./roles.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";

/** The part of a sharing rule that decides on money, with parties by position. */
export interface Terms {
  readonly parties: number;
  /** Who takes part, as the rule names them: of equals, who is named first has the odd fen, wherever it sits at the table. */
  readonly takers: readonly number[];
  /** Of each taker, what it takes of their sum. */
  readonly weights: readonly bigint[];
  readonly origin: number;
  /** Where the enterprise is: what is not shared stays there, whoever collects it. */
  readonly host: number;
  /** Years of sharing, with those that are added while the cap has not been reached. */
  readonly lasts: number;
  readonly cap: Fen | undefined;
  readonly refunds: "net" | "carry";
}

/** The terms of a rule for one move; `cap` is what `capOf` says. */
export function termsOf(
  rule: SharingRule,
  move: Pick<Move, "from" | "to">,
  parties: readonly string[],
  cap: Fen | undefined,
): Terms {
  const takers = byParty(rule.split, move);
  return {
    parties: parties.length,
    takers: [...takers.keys()].map((party) => parties.indexOf(party)),
    weights: weightsOf([...takers.values()]),
    origin: parties.indexOf(move.from),
    host: parties.indexOf(move.to),
    lasts: rule.years + (rule.cap === undefined ? 0 : rule.extension),
    cap,
    refunds: rule.refunds,
  };
}

/** The most that the origin receives in all, of a move whose base years brought so much. */
export function capOf({ cap }: SharingRule, base: Fen): Fen | undefined {
  if (cap === undefined) return undefined;
  return cap.of === "amount" ? cap.amount : portion(base, cap.times);
}
