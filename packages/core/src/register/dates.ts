/** How exactly a date is known. */
export type Precision = "day" | "month" | "year" | "decade";

/** A date as far as it is known: no month is made up for a year. */
export interface PolicyDate {
  /** `2014-03-15`, `2014-03`, `2014` or `1980s`. */
  readonly text: string;
  readonly precision: Precision;
  /** The first and the last day that it may be, as `yyyymmdd`. */
  readonly first: number;
  readonly last: number;
  /** The first and the last year that it may be. */
  readonly from: number;
  readonly to: number;
}

const fineness: readonly Precision[] = ["decade", "year", "month", "day"];

/** Whether one precision says more than another. */
export function isFiner(one: Precision, other: Precision): boolean {
  return fineness.indexOf(one) > fineness.indexOf(other);
}

/**
 * Reads `2014`, `2014-03`, `2014/3/15`, `2014.3`, `2014年3月15日`, `1980s`, `20世纪80年代`. Nothing where it is no date, or one
 * that the calendar lacks.
 */
export function readDate(cell: string): PolicyDate | undefined {
  const text = cell.normalize("NFKC").trim();
  const decade = /^((?:1[5-9]|20)\d)0s$/i.exec(text)?.[1] ?? chineseDecade(text);
  if (decade !== undefined) return made("decade", Number(decade) * 10);
  const parts =
    /^(\d{4})$/.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text) ??
    /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日?)?)?$/.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < 1500 || year > 2200) return undefined;
  if (month === undefined) return made("year", year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return made("month", year, month);
  return day < 1 || day > daysIn(year, month) ? undefined : made("day", year, month, day);
}

function chineseDecade(text: string): string | undefined {
  const [, century, tens] = /^(\d{2})世纪(\d)0年代$/.exec(text) ?? [];
  return century === undefined ? undefined : `${Number(century) - 1}${tens}`;
}

/** The same date said less exactly. */
export function coarser(date: PolicyDate, precision: Precision): PolicyDate {
  const month = Math.floor(date.first / 100) % 100;
  return precision === "month" ? made("month", date.from, month) : made(precision, date.from);
}

/** Whether a date with a month and a day is what a spreadsheet makes of a bare year. */
export function isNewYear({ precision, text }: PolicyDate): boolean {
  return precision === "day" && text.endsWith("-01-01");
}

function made(precision: Precision, year: number, month = 1, day = 1): PolicyDate {
  const two = (number: number) => String(number).padStart(2, "0");
  const on = (y: number, m: number, d: number) => y * 10_000 + m * 100 + d;
  if (precision === "decade") {
    const from = Math.floor(year / 10) * 10;
    return { text: `${from}s`, precision, first: on(from, 1, 1), last: on(from + 9, 12, 31), from, to: from + 9 };
  }
  const span = { precision, from: year, to: year };
  if (precision === "year") return { ...span, text: `${year}`, first: on(year, 1, 1), last: on(year, 12, 31) };
  const text = `${year}-${two(month)}`;
  if (precision === "month") {
    return { ...span, text, first: on(year, month, 1), last: on(year, month, daysIn(year, month)) };
  }
  return { ...span, text: `${text}-${two(day)}`, first: on(year, month, day), last: on(year, month, day) };
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
