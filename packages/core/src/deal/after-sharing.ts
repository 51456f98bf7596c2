import { type Fen, portion } from "./money.ts";
import type { Month } from "./month.ts";
import type { SharingRule } from "./rule.ts";
import type { Terms } from "./terms.ts";

/** What is paid once beside the shares. */
export interface AfterSharing {
  /** Whether all years of sharing are over while the enterprise is there. */
  readonly isOver: boolean;
  /** To the origin, where they are over and it is below the cap. */
  readonly grant: Fen;
  /** Back from the origin to the host, where the enterprise has left too soon. */
  readonly repaid: Fen;
}

/** `until` is the last month that is known of, `left` the month in which the enterprise left, if it did. */
export function afterSharing(
  { grant, exit }: Pick<SharingRule, "grant" | "exit">,
  { lasts, cap }: Pick<Terms, "lasts" | "cap">,
  received: Fen,
  clock: Month,
  { until, left }: { readonly until: Month; readonly left: Month | undefined },
): AfterSharing {
  const isOver = clock + 12 * lasts - 1 <= until;
  const isShort = isOver && cap !== undefined && received < cap;
  const isOwed = exit !== undefined && left !== undefined && left < clock + 12 * exit.within && received > 0n;
  return {
    isOver,
    grant: isShort && grant !== undefined ? grant.amount : 0n,
    repaid: isOwed ? portion(received, exit.repays) : 0n,
  };
}
