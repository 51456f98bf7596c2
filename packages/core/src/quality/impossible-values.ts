import { parseUnit } from "../units/parse-unit.ts";
import { type Check, cellOf, shown, whereIs } from "./context.ts";
import type { Measure } from "./panel.ts";

/** Figures of which more are negative are balances of a kind. */
const signed = 0.05;
const signedNames =
  /(^|_)(net|change|balance|growth|saldo|gap|diff(erence)?|temperature)|净|增长|增减|变化|差额|结余|顺差|逆差|盈亏|利润|气温/i;
const currencies = new Set(["yuan", "USD", "EUR", "GBP", "JPY", "HKD", "MOP"]);
const [firstYear, lastYear] = [1800, 2200];

/** Counted things that are negative, and years that are none. */
export const impossibleValues: Check = (panel, context, faults) => {
  const { year } = panel.key;
  year?.values.forEach((value, row) => {
    if (Number.isInteger(value) && value >= firstYear && value <= lastYear) return;
    if (Number.isNaN(value)) return;
    faults.raise("impossible-year", { value: shown(value) }, [{ row, column: year.name }]);
  });
  for (const measure of panel.measures) {
    const { column, title, values } = measure;
    if (!isCounted(measure.unit) || isSignedName(measure)) continue;
    const cells = [...values.keys()].filter((cell) => Number.isFinite(values[cell]));
    const negative = cells.filter((cell) => (values[cell] as number) < 0);
    if (negative.length > Math.max(1, signed * cells.length)) continue;
    for (const cell of negative) {
      if (faults.told(measure.rows[cell] as number, column.name)) continue;
      const [place, at] = [Math.floor(cell / panel.years.length), cell % panel.years.length];
      const told = {
        what: whereIs(panel, context, place, at),
        measure: title,
        value: shown(values[cellOf(panel, place, at)] as number),
      };
      faults.raise("impossible-value", told, [{ row: measure.rows[cell] as number, column: column.name }]);
    }
  }
};

/** Whether a measure is called a balance or a change, which may be negative. */
export const isSignedName = ({ column, title }: Pick<Measure, "column" | "title">): boolean =>
  signedNames.test(`${column.name} ${title.en} ${title.zh}`);

/** Amounts of things: neither money, which may be owed, nor shares and rates, which may be changes. */
export function isCounted(unit: string): boolean {
  try {
    const { dimensions } = parseUnit(unit);
    const words = Object.entries(dimensions).filter(([, exponent]) => exponent > 0);
    return (
      words.length > 0 && words.every(([word]) => !currencies.has(word) && word !== "celsius" && word !== "degree")
    );
  } catch {
    return false;
  }
}
