/** A number for people: six digits, no exponent where it can be read without one. A gap is a dash. */
export function shownNumber(value: number | string | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (typeof value === "string") return value;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(4);
  return size >= 1e6 ? value.toFixed(1) : String(Number(value.toPrecision(6)));
}

/** A unit as it stands behind a number; a plain number and a year have none. */
export function shownUnit(unit: string | undefined): string {
  return unit === undefined || unit === "1" || unit === "year" || unit === "" ? "" : unit;
}
