const bases = new Set(
  (
    "person yuan USD GBP km m2 km2 m3 ton microgram degree train/day bed hospital university patent vehicle establishment " +
    "enterprise student accident city area cluster factory person-year percentage-point bit second hour year"
  ).split(" "),
);
const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

export interface Amount {
  readonly scale: number;
  readonly base: string;
}
export interface Unit {
  readonly of: Amount;
  readonly per?: Amount;
}

/** unit = "1" | "per mille" | amount [" per " amount]; amount = "percent" | [number " "] [scale " "] base */
export function parseUnit(unit: string): Unit {
  if (unit === "1") return { of: { scale: 1, base: "1" } };
  if (unit === "percent") return { of: { scale: 0.01, base: "1" } };
  if (unit === "per mille") return { of: { scale: 0.001, base: "1" } };
  const [of, per, ...rest] = unit.split(" per ");
  if (rest.length) throw new Error(`unit: two ratios in "${unit}"`);
  const numerator = of === "percent" ? { scale: 0.01, base: "1" } : parseAmount(of, unit);
  return per === undefined ? { of: numerator } : { of: numerator, per: parseAmount(per, unit) };
}

function parseAmount(amount: string, unit: string): Amount {
  const words = amount.split(" ");
  const base = words.pop() ?? "";
  if (!bases.has(base)) throw new Error(`unit: unknown base "${base}" in "${unit}"`);
  let scale = 1;
  if (/^[1-9]\d*$/.test(words[0] ?? "")) scale *= Number(words.shift());
  if (words[0] !== undefined && Object.hasOwn(scales, words[0])) scale *= scales[words.shift() ?? ""];
  if (words.length) throw new Error(`unit: unknown word "${words[0]}" in "${unit}"`);
  return { scale, base };
}
