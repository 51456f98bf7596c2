import { type Entry, yearOf } from "./entries.ts";

/** Whether an ended entry leaves the stock after its last year, or stays in it. */
export type Expiry = "through" | "never";

/** In force from the year that it begins in through the year that it ends in; what is dated by decade is never known to be. */
export function inForce(entry: Entry, year: number, expiry: Expiry): boolean {
  const start = yearOf(entry);
  if (start === undefined || start > year) return false;
  return expiry === "never" || entry.end === undefined || entry.end >= year;
}

/** Every year from the first beginning to the last, or to `until`: an end planned for 2035 says nothing of the years until then. */
export function yearsOf(entries: readonly Entry[], until: number | undefined): number[] {
  const starts = entries.flatMap((entry) => yearOf(entry) ?? []);
  if (starts.length === 0) return [];
  const first = Math.min(...starts);
  const last = until ?? Math.max(...starts);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
