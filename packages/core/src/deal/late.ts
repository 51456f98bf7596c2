import type { Ratio } from "./money.ts";
import { type Month, monthOf } from "./month.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";

/** When the shares of a year are transferred, and which part of them is owed beside them for delay. */
export interface Transfer {
  readonly on: Month;
  readonly late: Ratio | undefined;
}

/**
 * A year of sharing, from 0, is transferred in the month that the move says, else in time, in `usual`. Simple interest by the month
 * on what should have been transferred when the grace after `end`, the last month of the year, was over.
 */
export function transferOf(
  { late }: Pick<SharingRule, "late">,
  { transfers }: Pick<Move, "transfers">,
  year: number,
  { usual, end }: { readonly usual: Month; readonly end: Month },
): Transfer {
  const on = monthOf(transfers?.find((each) => each.year === year + 1)?.on ?? "") ?? usual;
  const months = late === undefined ? 0 : on - (end + late.grace);
  if (late === undefined || months <= 0 || late.rate.n === 0n) return { on, late: undefined };
  return { on, late: { n: late.rate.n * BigInt(months), d: late.rate.d } };
}
