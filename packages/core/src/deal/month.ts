/** Months counted from January of the year 0, so that they can be compared and added to. */
export type Month = number;

/** A span of whole months, both ends in it. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/;

/** `2016-05` or a day in it. */
export function monthOf(written: string | number): Month | undefined {
  const found = monthPattern.exec(String(written));
  return found === null ? undefined : Number(found[1]) * 12 + Number(found[2]) - 1;
}

/** `2016`, `2016-05`, `2016-01..2016-04`: the months that are meant. */
export function periodOf(written: string | number): Period | undefined {
  const text = String(written).trim();
  if (/^\d{4}$/.test(text)) return { from: Number(text) * 12, to: Number(text) * 12 + 11 };
  const [first, last, ...more] = text.split("..").map(monthOf);
  if (first === undefined || more.length > 0 || (last === undefined && text.includes(".."))) return undefined;
  const to = last ?? first;
  return to < first ? undefined : { from: first, to };
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

export function monthText(month: Month): string {
  return `${yearOf(month)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function periodText({ from, to }: Period): string {
  if (from === to) return monthText(from);
  return from % 12 === 0 && to === from + 11 ? String(yearOf(from)) : `${monthText(from)}..${monthText(to)}`;
}
