import { type Path, refuse } from "./tell.ts";

/**
 * Money that is counted, not estimated: whole fen, so that what one party pays is what another receives, to the last one.
 *
 *   portion        a share of an amount, rounded to the fen, halves away from zero
 *   apportioned    an amount by weights, by largest remainder: the parts add up to the amount
 *   nearestFen     a drawn amount, rounded as a portion is: what is gained and what is lost by the same draw are alike
 */
export type Fen = bigint;

/** An exact fraction with a positive denominator. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const whole: Ratio = { n: 1n, d: 1n };
export const nothing: Ratio = { n: 0n, d: 1n };

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** `50%`, `1/3`, `0.25`, .25: exactly as written; nothing where it is none of these. */
export function ratioOf(written: string | number): Ratio | undefined {
  const text = String(written).trim();
  const percent = text.endsWith("%");
  const [over, under, ...more] = (percent ? text.slice(0, -1) : text).split("/").map((part) => decimal(part.trim()));
  if (over === undefined || more.length > 0 || (under === undefined && text.includes("/"))) return undefined;
  const [n, d] = [over.n * (under?.d ?? 1n), over.d * (under?.n ?? 1n) * (percent ? 100n : 1n)];
  return d <= 0n ? undefined : lowest(n, d);
}

function decimal(text: string): Ratio | undefined {
  const found = decimalPattern.exec(text);
  if (found === null) return undefined;
  const [, sign, digits, places = ""] = found as unknown as [string, string, string, string?];
  const n = BigInt(digits + places) * (sign === "-" ? -1n : 1n);
  return { n, d: 10n ** BigInt(places.length) };
}

function lowest(n: bigint, d: bigint): Ratio {
  const by = greatestCommon(n < 0n ? -n : n, d);
  return by === 0n ? nothing : { n: n / by, d: d / by };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

export function sumOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce((sum, { n, d }) => lowest(sum.n * d + n * sum.d, sum.d * d), nothing);
}

export function productOf(a: Ratio, b: Ratio): Ratio {
  return lowest(a.n * b.n, a.d * b.d);
}

export function isWhole(ratio: Ratio): boolean {
  return ratio.n === ratio.d;
}

/** The ratio as a number, for what is estimated. */
export function approximate({ n, d }: Ratio): number {
  return Number(n) / Number(d);
}

/** A share that has been checked, as a number: `4%` is .04. */
export function shareIn(written: string | number): number {
  return approximate(ratioOf(written) as Ratio);
}

/** `50%`; a share that has no short decimal stays a fraction: `1/3`. */
export function ratioText(ratio: Ratio): string {
  const { n, d } = lowest(ratio.n * 100n, ratio.d);
  if (d === 1n) return `${n}%`;
  const scaled = [10n, 100n, 1000n, 10000n].find((scale) => (n * scale) % d === 0n);
  if (scaled === undefined) return `${ratio.n}/${ratio.d}`;
  return `${Number((n * scaled) / d) / Number(scaled)}%`;
}

/** Commas set thousands apart, or stand nowhere: `1,5` is neither 15 nor 1.5. */
const thousandsPattern = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** An amount in yuan as written, with at most two decimals; nothing where it is no such amount. */
export function fenOf(yuan: string | number): Fen | undefined {
  const text = String(yuan).trim();
  const found = decimal(thousandsPattern.test(text) ? text.replaceAll(",", "") : text);
  if (found === undefined) return undefined;
  const fen = found.n * 100n;
  return fen % found.d === 0n ? fen / found.d : undefined;
}

/** Whole fen are exact in a double up to here: 90 trillion yuan. */
const largest = Number.MAX_SAFE_INTEGER / 100;

/** A drawn amount in yuan, to the nearest fen, halves away from zero. */
export function nearestFen(yuan: number, path: Path): Fen {
  if (!(Math.abs(yuan) <= largest))
    refuse(
      path,
      "amount-too-large",
      `an amount of ${yuan} was drawn, expected at most ${largest}: it cannot be counted to the fen`,
      `模拟出 ${yuan} 的金额，至多 ${largest}，否则无法精确到分`,
    );
  const size = BigInt(Math.round(Math.abs(yuan) * 100));
  return yuan < 0 ? -size : size;
}

/** `-1234.50`: every fen, nothing else. */
export function yuanText(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}

/** Yuan as a double, for what is estimated or drawn. */
export function inYuan(fen: Fen): number {
  return Number(fen) / 100;
}

export function portion(amount: Fen, { n, d }: Ratio): Fen {
  if (n === d) return amount;
  const over = amount * n;
  return over >= 0n ? (2n * over + d) / (2n * d) : -((d - 2n * over) / (2n * d));
}

/** Shares as whole weights over one denominator. */
export function weightsOf(shares: readonly Ratio[]): bigint[] {
  const denominator = shares.reduce((product, { d }) => lowestCommon(product, d), 1n);
  return shares.map(({ n, d }) => n * (denominator / d));
}

function lowestCommon(a: bigint, b: bigint): bigint {
  return (a * b) / greatestCommon(a, b);
}

/** Who loses most by rounding down gets the odd fen first; of equals, who is named first. No weights, no parts. */
export function apportioned(amount: Fen, weights: readonly bigint[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0n);
  if (weights.length === 2) {
    const first = portion(amount, { n: weights[0], d: total });
    return [first, amount - first];
  }
  const size = amount < 0n ? -amount : amount;
  const parts = weights.map((weight) => (size * weight) / total);
  let left = size;
  for (const part of parts) left -= part;
  if (left > 0n) {
    const rests = weights.map((weight, at) => ({ at, rest: (size * weight) % total }));
    rests.sort((a, b) => (b.rest < a.rest ? -1 : b.rest > a.rest ? 1 : a.at - b.at));
    for (const { at } of rests.slice(0, Number(left))) parts[at] += 1n;
  }
  return amount < 0n ? parts.map((part) => -part) : parts;
}
