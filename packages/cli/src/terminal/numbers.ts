/** Below this a number that a person reads says only how small it is; JSON and files keep it. */
const readable = 1e-30;

/**
 * A number for people: six digits, no exponent where it can be read without one. A gap is a dash; a p of 1.6e-87 is `<1e-30` and never
 * 0, while what lies as little below 0 is what rounding left of it.
 */
export function shownNumber(value: number | string | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (typeof value === "string") return value;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) < readable) return value > 0 ? `<${readable}` : "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(4);
  return size >= 1e6 ? value.toFixed(1) : String(Number(value.toPrecision(6)));
}

/** A number in full: the fifteen digits that a double holds, without what rounding left behind them. A gap is a dash. */
export function numberInFull(value: number): string {
  return Number.isNaN(value) ? shownNumber(value) : String(Number(value.toPrecision(15)));
}

/** A unit as it stands behind a number; a plain number and a year have none. */
export function shownUnit(unit: string | undefined): string {
  return unit === undefined || unit === "1" || unit === "year" || unit === "" ? "" : unit;
}
