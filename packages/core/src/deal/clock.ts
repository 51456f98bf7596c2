import { type Month, monthOf } from "./month.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";

/** The month in which the years of sharing begin: not before it is registered, what it pays until then is the old place's. */
export function clockOf({ clock }: Pick<SharingRule, "clock">, { registered, produces }: Move): Month | undefined {
  const months = clock.map((event) => (event === "registration" ? monthOf(registered) : monthOf(produces ?? "")));
  if (months.includes(undefined)) return undefined;
  return Math.max(monthOf(registered) ?? Number.NEGATIVE_INFINITY, ...(months as Month[]));
}
