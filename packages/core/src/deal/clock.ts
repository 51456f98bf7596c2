import { type Month, monthOf } from "./month.ts";
import type { SharingRule } from "./rule.ts";
import type { Move } from "./schema.ts";

/** The month in which the years of sharing begin. */
export function clockOf({ clock }: Pick<SharingRule, "clock">, { registered, produces }: Move): Month | undefined {
  const months = clock.map((event) => (event === "registration" ? monthOf(registered) : monthOf(produces ?? "")));
  return months.includes(undefined) ? undefined : Math.max(...(months as Month[]));
}
