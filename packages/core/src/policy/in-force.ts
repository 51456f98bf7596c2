import { InputError } from "../contract/errors.ts";
import type { Convention } from "../contract/method.ts";
import { type Entry, yearOf } from "./entries.ts";
import { latestYear } from "./entry-years.ts";

/** Whether an ended entry leaves the stock after its last year, or stays in it. */
export type Expiry = "through" | "never";

export const expiryConvention = {
  title: { en: "What has ended", zh: "已终止的政策" },
  choices: {
    through: { en: "in force through its last year", zh: "计至终止当年" },
    never: { en: "kept for good", zh: "一直计入" },
  },
} as const satisfies Convention;

/** In force from the year that it begins in through the year that it ends in; what is dated by decade is never known to be. */
export function inForce(entry: Entry, year: number, expiry: Expiry): boolean {
  const start = yearOf(entry);
  if (start === undefined || start > year) return false;
  return expiry === "never" || entry.end === undefined || entry.end >= year;
}

/** Every year from the first beginning to the last, or to `until`: an end planned for 2035 says nothing of the years until then. */
export function yearsOf(method: string, entries: readonly Entry[], until: number | undefined): number[] {
  const starts = entries.flatMap((entry) => yearOf(entry) ?? []).sort((a, b) => a - b);
  const [first, last] = [starts[0], until ?? starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (last < first || last > latestYear) throw untilOutside(method, last, first);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function untilOutside(method: string, until: number, first: number): InputError {
  return new InputError({
    code: "until-out-of-range",
    text: {
      en: `${method}: until is ${until}, expected a year from ${first} on, in which the first entry begins, and at most ${latestYear}`,
      zh: `${method}：until 为 ${until}，应不早于首个条目开始的 ${first} 年，且不晚于 ${latestYear} 年`,
    },
    place: { path: "until" },
  });
}
