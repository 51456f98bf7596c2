const most = 9;
const rounding = 1e-11;

/** How many digits after the point a number is written with, as far as a double shows them. */
export function decimals(value: number): number {
  let scaled = Math.abs(value);
  for (let digits = 0; digits < most; digits += 1) {
    if (Math.abs(scaled - Math.round(scaled)) <= rounding * scaled) return digits;
    scaled *= 10;
  }
  return most;
}

/** Figures of which so many are this fine are written that finely; the rest are odd cells. */
const written = 0.98;

/** The step between neighbouring values of a column: 0.01 where they have two decimals. `share` of them are no finer. */
export function stepOf(values: Float64Array, share = written): number {
  const counts = new Float64Array(most + 1);
  let all = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const digits = decimals(value);
    counts[digits] = (counts[digits] as number) + 1;
    all += 1;
  }
  let below = 0;
  for (let digits = 0; digits <= most; digits += 1) {
    below += counts[digits] as number;
    if (below >= share * all) return 10 ** -digits;
  }
  return 1;
}

/** Digits that say something: 120.50 has four, 1200 two. */
export function significantDigits(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  const digits = String(Math.abs(value)).split("e")[0]?.replace(".", "").replace(/^0+/, "") ?? "";
  return digits.replace(/0+$/, "").length;
}
