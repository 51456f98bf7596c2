import { withoutLeapSeconds } from "./leap-seconds.ts";

const day = 86_400_000;
const epoch = Date.UTC(1960, 0, 1);
/** No calendar date in JavaScript lies further from 1970. */
const furthest = 8.64e15;

export type DatePart = "d" | "c" | "C" | "w" | "m" | "q" | "h";

/** What a display format says that numbers count, such as `d` for `%td` and for the older `%d`; years stay numbers. */
export function datePart(format: string): DatePart | undefined {
  const part = /^%-?(?:t([cCdwmqh])|(d))/.exec(format);
  return (part?.[1] ?? part?.[2]) as DatePart | undefined;
}

/** `%ty`: the number is the year. */
export const isYearFormat = (format: string): boolean => /^%-?ty/.test(format);

/** The calendar whose business days a format such as `%tbnyse` counts: it is a file of its own, and no part of this one. */
export const businessCalendar = (format: string): string | undefined => /^%-?tb(\w+)/.exec(format)?.[1];

/** `2015-12-31`, `2015-12`, `2015Q4`, `2015H2`, `2015W52`, or a time; Stata counts all from the start of 1960. */
export function dateText(value: number, part: DatePart): string {
  if (part === "d") return clock(epoch + Math.floor(value) * day)?.replace(/T.*$/, "") ?? String(value);
  if (part === "c") return clock(epoch + value) ?? String(value);
  if (part === "C") {
    const { time, isLeap } = withoutLeapSeconds(epoch + value);
    const text = clock(time) ?? String(value);
    return isLeap ? text.replace(":59:59", ":59:60") : text;
  }
  const perYear = { w: 52, m: 12, q: 4, h: 2 }[part];
  const whole = Math.floor(value);
  const year = 1960 + Math.floor(whole / perYear);
  const nth = whole - (year - 1960) * perYear + 1;
  if (!Number.isSafeInteger(whole)) return String(value);
  if (part === "m") return `${year}-${String(nth).padStart(2, "0")}`;
  return part === "w" ? `${year}W${String(nth).padStart(2, "0")}` : `${year}${part.toUpperCase()}${nth}`;
}

function clock(time: number): string | undefined {
  if (!(Math.abs(time) <= furthest)) return undefined;
  return new Date(time).toISOString().replace(/(\.000)?Z$/, "");
}
