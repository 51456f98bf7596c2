import type { Language } from "@conurb/core/language";
import { type NumberFormat, numberFormat } from "@conurb/figures";

const mostDigits = 6;

/** The format of numbers of one unit with as many digits as it takes for none to read as zero that is none. */
export function finestFormat(unit: string, values: Iterable<number>, language: Language): NumberFormat {
  const shown = [...values];
  const usual = numberFormat(unit, shown, language);
  const reads = ({ format }: NumberFormat) =>
    shown.every((value) => !(Math.abs(value) > 0) || /[1-9]/.test(format(value)));
  for (let digits = usual.digits; digits <= mostDigits; digits += 1) {
    const finer = numberFormat(unit, shown, language, digits);
    if (reads(finer)) return finer;
  }
  return usual;
}
