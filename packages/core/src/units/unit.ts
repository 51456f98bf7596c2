/** Exponents by base word: `{ yuan: 1, person: -1 }`. Two currencies are two dimensions; a counted thing is its own. */
export type Dimensions = Readonly<Record<string, number>>;

/**
 * A unit of measure: so many of the base unit of its dimensions. The scale is an exact ratio of whole numbers, so that
 * a conversion rounds once: 100 million yuan is 100000000/1, percent is 1/100, an hour is 1/24 of a day.
 */
export interface Unit {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** The scale as a double. */
  readonly factor: number;
  readonly dimensions: Dimensions;
}

/** Reduces the ratio, drops zero exponents and orders the dimensions by name. */
export function makeUnit(numerator: bigint, denominator: bigint, dimensions: Dimensions): Unit {
  const shared = gcd(numerator, denominator);
  const [above, below] = [numerator / shared, denominator / shared];
  return {
    numerator: above,
    denominator: below,
    factor: Number(above) / Number(below),
    dimensions: Object.fromEntries(
      Object.entries(dimensions)
        .filter(([, exponent]) => exponent !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** Unit of plain numbers. */
export const one: Unit = makeUnit(1n, 1n, {});

export function multiply(a: Unit, b: Unit): Unit {
  return makeUnit(a.numerator * b.numerator, a.denominator * b.denominator, combine(a.dimensions, b.dimensions, 1));
}

export function divide(a: Unit, b: Unit): Unit {
  return makeUnit(a.numerator * b.denominator, a.denominator * b.numerator, combine(a.dimensions, b.dimensions, -1));
}

function combine(a: Dimensions, b: Dimensions, sign: 1 | -1): Dimensions {
  const exponents = new Map(Object.entries(a));
  for (const [word, exponent] of Object.entries(b)) {
    exponents.set(word, wholeIfClose((exponents.get(word) ?? 0) + sign * exponent));
  }
  return Object.fromEntries(exponents);
}

/** Thirds and sixths add up to whole exponents again. */
function wholeIfClose(exponent: number): number {
  return Math.abs(exponent - Math.round(exponent)) < 1e-9 ? Math.round(exponent) : exponent;
}

/** A fractional exponent needs a unit of scale 1 (the square root of person times yuan, say): other roots are not exact. */
export function power(unit: Unit, exponent: number): Unit {
  const dimensions = Object.fromEntries(
    Object.entries(unit.dimensions).map(([word, each]) => [word, wholeIfClose(each * exponent)]),
  );
  if (unit.numerator === 1n && unit.denominator === 1n) return makeUnit(1n, 1n, dimensions);
  if (!Number.isInteger(exponent)) throw new Error(`unit: power ${exponent} of a scaled unit`);
  const times = BigInt(Math.abs(exponent));
  const [above, below] = [unit.numerator ** times, unit.denominator ** times];
  return exponent < 0 ? makeUnit(below, above, dimensions) : makeUnit(above, below, dimensions);
}

/** The same dimensions on a scale of 1. */
export function baseOf(unit: Unit): Unit {
  return makeUnit(1n, 1n, unit.dimensions);
}

/** The same dimensions, whatever the scale. */
export function unitsAgree(a: Unit, b: Unit): boolean {
  const [mine, others] = [Object.entries(a.dimensions), Object.entries(b.dimensions)];
  return (
    mine.length === others.length &&
    mine.every(
      ([word, exponent]) =>
        Object.hasOwn(b.dimensions, word) && wholeIfClose(exponent - (b.dimensions[word] as number)) === 0,
    )
  );
}

/** The same dimensions and the same scale. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator && unitsAgree(a, b);
}

export function isDimensionless(unit: Unit): boolean {
  return Object.keys(unit.dimensions).length === 0;
}
