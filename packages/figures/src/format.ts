import type { Language } from "@conurb/core/language";
import { type Measure, measureOf } from "./units.ts";

export const minus = "−";
/** How a missing number is written; its cell is hatched as well. */
export const missing = "–";

/** Fixed digits, thousands by comma, minus U+2212; the same in both languages. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return missing;
  const [whole, rest] = Math.abs(value).toFixed(digits).split(".") as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = rest === undefined ? grouped : `${grouped}.${rest}`;
  return value < 0 && /[1-9]/.test(text) ? minus + text : text;
}

/** A signed change: + and − are always written. */
export function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A chance from 0 to 1 in whole percent, with <1% and >99% at the ends. */
export function chance(value: number): string {
  if (!Number.isFinite(value)) return missing;
  if (value > 0 && value < 0.01) return "<1%";
  if (value < 1 && value > 0.99) return ">99%";
  return `${Math.round(value * 100)}%`;
}

/** Ranges take an en dash in both languages; a range of one is the one. */
export function range(low: number, high: number, digits = 0): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return missing;
  const [from, to] = [fixed(low, digits), fixed(high, digits)];
  return from === to ? from : `${from}–${to}`;
}

/** How the numbers of one column are written: one unit and one number of digits for all of them. */
export interface NumberFormat {
  /** The unit as a head shows it, "" for a pure number. */
  readonly unit: string;
  readonly digits: number;
  readonly kind: Measure["kind"];
  /** The number alone, for a column whose head carries the unit. */
  format(value: number): string;
  /** The number with its unit, for a sentence or a label that stands alone. */
  full(value: number): string;
  /** The number on the scale of `unit`. */
  scaled(value: number): number;
}

/** Chooses unit and digits for a column: 亿元 or 万元 in Chinese, bn, m or k in English, digits by kind and size, none for whole numbers. */
export function numberFormat(
  unit: string,
  values: Iterable<number>,
  language: Language,
  digits?: number,
): NumberFormat {
  let largest = 0;
  let whole = true;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    whole &&= Number.isInteger(value);
  }
  const measure = measureOf(unit, largest, language);
  const places = digits ?? (whole && measure.factor === 1 ? 0 : usualDigits(measure, largest * measure.factor));
  const scaled = (value: number): number => value * measure.factor;
  const format = (value: number): string => fixed(scaled(value), places);
  return {
    unit: measure.label,
    digits: places,
    kind: measure.kind,
    scaled,
    format,
    full: (value) =>
      measure.label === "" || !Number.isFinite(value) ? format(value) : format(value) + measure.space + measure.label,
  };
}

function usualDigits({ kind, label }: Measure, largest: number): number {
  if (kind === "count") return 0;
  if (kind === "percent") return 1;
  if (label === "°") return 2; // a kilometre, whichever of the two coordinates it is
  if (kind === "pure") return largest >= 1000 ? 0 : largest >= 15 ? 1 : largest >= 0.1 || largest === 0 ? 2 : 3;
  return largest >= 100 ? 0 : largest >= 1 || largest === 0 ? 1 : 2;
}
