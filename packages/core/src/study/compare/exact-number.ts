/**
 * Sums and means of doubles without rounding: every double is a whole number of 2^-1074, so that parts of a change add up
 * to it whatever their size and order.
 */
export interface Exact {
  /** In units of 2^-1074 / `over`. */
  readonly units: bigint;
  readonly over: bigint;
}

const finest = 1074n;
const kept = 2200n; // bits: more than a double can hold, whatever its size
const bits = new DataView(new ArrayBuffer(8));

/** A finite double as it is. */
export function unitsOf(value: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = (raw >> 52n) & 0x7ffn;
  const fraction = raw & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return raw >> 63n === 1n ? -size : size;
}

export function exactOf(value: number): Exact {
  return { units: unitsOf(value), over: 1n };
}

/** The whole number nearest to value x 10^decimals; a half goes away from 0. */
export function scaled({ units, over }: Exact, decimals: number): bigint {
  const below = over << finest;
  const above = units * 10n ** BigInt(decimals);
  const doubled = 2n * (above < 0n ? -above : above) + below;
  const size = doubled / (2n * below);
  return above < 0n ? -size : size;
}

/** value x 10^decimals cut down to a whole number, and what is left, as a fraction of `below`. */
export function cut({ units, over }: Exact, decimals: number): { whole: bigint; rest: bigint; below: bigint } {
  const below = over << finest;
  const above = units * 10n ** BigInt(decimals);
  const whole = above / below - (above % below < 0n ? 1n : 0n);
  return { whole, rest: above - whole * below, below };
}

/** The nearest double. */
export function toNumber({ units, over }: Exact): number {
  const size = units < 0n ? -units : units;
  const quotient = (size << kept) / (over << finest);
  const shift = Math.max(0, quotient.toString(2).length - 70);
  // Number() rounds once; a power of 2 does not round again
  const value = Number(quotient >> BigInt(shift)) * 2 ** (shift - Number(kept));
  return units < 0n ? -value : value;
}

/** A whole number of 10^-decimals, written out. */
export function decimalText(whole: bigint, decimals: number): string {
  const digits = String(whole < 0n ? -whole : whole).padStart(decimals + 1, "0");
  const sign = whole < 0n ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
