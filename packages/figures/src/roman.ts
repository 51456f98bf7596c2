const parts: readonly (readonly [number, string])[] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Tiers are counted in Roman numerals, so that they are not taken for ranks. */
export function roman(value: number): string {
  let left = Math.round(value);
  if (!(left >= 1 && left < 400)) return String(value);
  let text = "";
  for (const [size, numeral] of parts) {
    for (; left >= size; left -= size) text += numeral;
  }
  return text;
}
