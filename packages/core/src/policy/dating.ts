import type { Warning } from "../contract/method.ts";
import { type Entry, yearOf } from "./entries.ts";

/** What methods that go by year say of entries that have none. */
export function undatedWarnings(entries: readonly Entry[]): Warning[] {
  const without = entries.filter((entry) => yearOf(entry) === undefined).length;
  if (without === 0) return [];
  return [
    {
      code: without === entries.length ? "no-dates" : "undated",
      text:
        without === entries.length
          ? {
              en: "none of {n} entries is dated to a year: nothing can be said by year",
              zh: "{n} 项均无确切年份：无法按年计算",
            }
          : {
              en: "{without} of {n} entries {without, plural, one {is} other {are}} not dated to a year, and in no year's figure",
              zh: "{n} 项中有 {without} 项无确切年份：不计入任何年度",
            },
      values: { without, n: entries.length },
    },
  ];
}
