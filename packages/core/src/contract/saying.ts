import type { Text } from "../language/text.ts";
import type { FindingValue } from "./method.ts";

/** A number as a finding says it, with fixed digits. */
export const decimal = (number: number, digits: number): FindingValue => ({ number, unit: "1", digits });

/** A p-value with its sign, `= 0.032` or `< 0.001`: never 0. */
export const pValue = (p: number): string => (p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`);

export const percent = (share: number, digits = 0): FindingValue => ({ number: 100 * share, unit: "percent", digits });

/** Names one after the other, as each language separates them. */
export const joined = (names: readonly Text[]): Text => ({
  en: names.map(({ en }) => en).join(", "),
  zh: names.map(({ zh }) => zh).join("、"),
});

export const listed = (names: readonly Text[]): FindingValue => ({ text: joined(names) });

/** What findings about a panel speak of: the rows of the last year, and the words that say which it is. */
export interface LastYear<Row> {
  readonly rows: readonly Row[];
  /** ` in {year}` and `{year} 年，`; empty where rows have no year. */
  readonly at: Text;
  readonly values: Readonly<Record<string, FindingValue>>;
}

export function lastYear<Row extends { readonly year?: number | undefined }>(rows: readonly Row[]): LastYear<Row> {
  const last = rows.reduce((latest, { year }) => Math.max(latest, year ?? latest), Number.NEGATIVE_INFINITY);
  if (last === Number.NEGATIVE_INFINITY) return { rows, at: { en: "", zh: "" }, values: {} };
  return {
    rows: rows.filter(({ year }) => year === last),
    at: { en: " in {year}", zh: "{year} 年，" },
    values: { year: String(last) },
  };
}

/** The rows that share the greatest value, up to a rounding; gaps are passed over. */
export function foremost<Row>(rows: readonly Row[], value: (row: Row) => number): Row[] {
  const most = rows.reduce(
    (top, row) => Math.max(top, Number.isNaN(value(row)) ? top : value(row)),
    Number.NEGATIVE_INFINITY,
  );
  const rounding = 1e-9 * Math.abs(most);
  return rows.filter((row) => value(row) >= most - rounding);
}

/** More names than this say nothing. */
export const mostNamed = 3;
