import { type Dimensions, makeUnit, sameUnit, type Unit } from "./unit.ts";

/** `yuan per person`; `1` for plain numbers. */
export function formatDimension(dimensions: Dimensions): string {
  const { above, below } = sides(dimensions);
  const numerator = above === "" ? "1" : above;
  return below === "" ? numerator : `${numerator} per ${below}`;
}

/** A text that `parseUnit` reads back as the same unit: `100 million yuan per person`, `percent`, `1 per 10000`. */
export function formatUnit(unit: Unit): string {
  if (sameUnit(unit, makeUnit(1n, 100n, {}))) return "percent";
  if (sameUnit(unit, makeUnit(1n, 1000n, {}))) return "per mille";
  const { above, below } = sides(unit.dimensions);
  const numerator = amount(unit.numerator, above);
  if (below === "" && unit.denominator === 1n) return numerator;
  return `${numerator} per ${amount(unit.denominator, below)}`;
}

const million = 1_000_000n;

/** Scales of metres that have a word of their own. */
const named: Readonly<Record<string, string>> = { "1000 m": "km", "1000000 m2": "km2", "10000 m2": "hectare" };

function amount(scale: bigint, words: string): string {
  const word = named[`${scale} ${words}`];
  if (word !== undefined) return word;
  const number = scale % million === 0n && words !== "" ? `${scale / million} million` : `${scale}`;
  if (words === "") return number;
  return scale === 1n ? words : `${number === "1 million" ? "million" : number} ${words}`;
}

function sides(dimensions: Dimensions): { above: string; below: string } {
  const side = (sign: 1 | -1) =>
    Object.entries(dimensions)
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([word, exponent]) => raised(word, exponent * sign))
      .join(" * ");
  return { above: side(1), below: side(-1) };
}

function raised(word: string, exponent: number): string {
  if (exponent === 1) return word;
  return word === "m" && (exponent === 2 || exponent === 3) ? `m${exponent}` : `${word}^${exponent}`;
}
