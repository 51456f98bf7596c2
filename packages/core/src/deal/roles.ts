import { type Ratio, sumOf } from "./money.ts";
import type { Shares } from "./rule.ts";
import type { Move } from "./schema.ts";

type Ends = Pick<Move, "from" | "to">;

/** Who is meant by a name of a rule, for one move: `origin` and `host` are its ends. */
export const partyOf = (who: string, { from, to }: Ends): string =>
  who === "origin" ? from : who === "host" ? to : who;

/** By party instead of by role: who is named and is an end of the move too has both shares. */
export function byParty(shares: Shares, move: Ends): Map<string, Ratio> {
  const own = new Map<string, Ratio>();
  for (const [who, share] of Object.entries(shares)) {
    const party = partyOf(who, move);
    const before = own.get(party);
    own.set(party, before === undefined ? share : sumOf([before, share]));
  }
  return own;
}
