const day = 86_400_000;
const epoch = Date.UTC(1960, 0, 1);
/** No calendar date in JavaScript lies further from 1970. */
const furthest = 8.64e15;

/** What a display format says that numbers count, such as `d` for `%td` and for the older `%d`; years stay numbers. */
export function datePart(format: string): "d" | "c" | "w" | "m" | "q" | "h" | undefined {
  const part = /^%-?(?:t([cCdwmqh])|(d))/.exec(format);
  const letter = part?.[1] ?? part?.[2];
  return letter === undefined ? undefined : (letter.toLowerCase() as "d");
}

/** `2015-12-31`, `2015-12`, `2015Q4`, `2015H2`, `2015W52`, or a time; Stata counts all from the start of 1960. */
export function dateText(value: number, part: "d" | "c" | "w" | "m" | "q" | "h"): string {
  if (part === "d" || part === "c") {
    const time = epoch + (part === "d" ? Math.floor(value) * day : value);
    if (!(Math.abs(time) <= furthest)) return String(value);
    const text = new Date(time).toISOString();
    return part === "d" ? text.replace(/T.*$/, "") : text.replace(/\.000Z$/, "").replace(/Z$/, "");
  }
  const perYear = { w: 52, m: 12, q: 4, h: 2 }[part];
  const whole = Math.floor(value);
  const year = 1960 + Math.floor(whole / perYear);
  const nth = whole - (year - 1960) * perYear + 1;
  if (!Number.isSafeInteger(whole)) return String(value);
  if (part === "m") return `${year}-${String(nth).padStart(2, "0")}`;
  return part === "w" ? `${year}W${String(nth).padStart(2, "0")}` : `${year}${part.toUpperCase()}${nth}`;
}
