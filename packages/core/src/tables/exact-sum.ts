const mostDecimals = 15;
const exactlyHeld = 2 ** 53;
const powers = Array.from({ length: mostDecimals + 1 }, (_, decimals) => 10 ** decimals);

/**
 * The sum of the decimals that the values show (0.1 + 0.2 = 0.3), rounded once; `NaN` cells are left out. The decimals
 * are added as whole numbers, so that neither order nor grouping changes a bit. Infinity gives Infinity.
 */
export function exactSum(values: ArrayLike<number>): number {
  const total = new DecimalTotal(decimalsOf(values));
  for (let at = 0; at < values.length; at += 1) total.add(values[at] as number);
  return total.value();
}

/** How many decimal places the longest of the values needs; `undefined` if one does not fit a whole number so scaled. */
export function decimalsOf(values: ArrayLike<number>): number | undefined {
  let decimals = 0;
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = Math.abs(values[at] as number);
    if (Number.isNaN(value)) continue;
    largest = Math.max(largest, value);
    while (!shows(value, decimals)) {
      decimals += 1;
      if (decimals > mostDecimals) return undefined;
    }
  }
  return largest * (powers[decimals] as number) < exactlyHeld / 8 ? decimals : undefined;
}

/** Whether so many decimal places give the value back: both sides are correctly rounded, so equality is exact. */
function shows(value: number, decimals: number): boolean {
  const power = powers[decimals] as number;
  return Math.round(value * power) / power === value;
}

/** A running sum of decimals: whole numbers in a double as long as they fit, then in a big integer. */
export class DecimalTotal {
  readonly #decimals: number | undefined;
  #small = 0;
  #large = 0n;
  /** Decimal places of `#large`. */
  #places: number;
  #infinite = 0;

  constructor(decimals: number | undefined) {
    this.#decimals = decimals;
    this.#places = decimals ?? 0;
  }

  add(value: number): void {
    if (Number.isNaN(value)) return;
    if (!Number.isFinite(value)) this.#infinite += value;
    else if (this.#decimals === undefined) this.#addText(value);
    else {
      this.#small += Math.round(value * (powers[this.#decimals] as number));
      if (Math.abs(this.#small) > exactlyHeld / 4) {
        this.#large += BigInt(this.#small);
        this.#small = 0;
      }
    }
  }

  /** By the shortest decimal of a double, as it is printed: slow, and right for any number. */
  #addText(value: number): void {
    const [digits, exponent = "0"] = String(value).split("e") as [string, string?];
    const [whole, fraction = ""] = digits.split(".") as [string, string?];
    const places = Math.max(0, fraction.length - Number(exponent));
    if (places > this.#places) {
      this.#large *= 10n ** BigInt(places - this.#places);
      this.#places = places;
    }
    this.#large += BigInt(whole + fraction) * 10n ** BigInt(this.#places - fraction.length + Number(exponent));
  }

  value(): number {
    if (this.#infinite !== 0) return this.#infinite;
    return Number(`${this.#large + BigInt(this.#small)}e-${this.#places}`);
  }
}
