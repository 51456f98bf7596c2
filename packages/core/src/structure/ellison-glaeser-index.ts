import { normalUpperTail } from "../numeric/normal.ts";

export interface GlaeserIndustry {
  readonly industry: string;
  readonly plants: number;
  readonly value: number;
  readonly gamma: number;
  readonly concentration: number;
  readonly expected: number;
  readonly herfindahl: number;
  readonly z: number;
  readonly p: number;
}

/** The index of one industry: its plants by area, beside the share of each area in everything. */
export function industryOf(
  industry: string,
  sizes: readonly (readonly [string, number])[],
  total: number,
  shares: ReadonlyMap<string, number>,
  squares: number,
  given: number | undefined,
): GlaeserIndustry {
  const inArea = new Map<string, number>();
  for (const [area, size] of sizes) inArea.set(area, (inArea.get(area) ?? 0) + size / total);
  let concentration = 0;
  for (const [area, share] of shares) concentration += ((inArea.get(area) ?? 0) - share) ** 2;
  const plants = sizes.filter(([, size]) => size > 0);
  const parts = plants.map(([, size]) => size / total);
  const herfindahl = given ?? powerSum(parts, 2);
  const rest = 1 - squares;
  const expected = rest * herfindahl;
  const isSingle = given === undefined ? plants.length === 1 : given === 1;
  const x = [...shares.values()];
  const [second, third] = [squares, powerSum(x, 3)];
  const variance =
    2 *
    (herfindahl ** 2 * (second - 2 * third + second ** 2) -
      powerSum(parts, 4) * (second - 4 * third + 3 * second ** 2));
  const score = given === undefined && variance > 0 ? (concentration - expected) / Math.sqrt(variance) : Number.NaN;
  return {
    industry,
    plants: given === undefined ? plants.length : Number.NaN,
    value: total,
    gamma: isSingle ? Number.NaN : (concentration - expected) / (rest * (1 - herfindahl)),
    concentration,
    expected,
    herfindahl,
    z: isSingle ? Number.NaN : score,
    p: isSingle || Number.isNaN(score) ? Number.NaN : normalUpperTail(score),
  };
}

export function powerSum(values: readonly number[], power: number): number {
  return values.reduce((sum, each) => sum + each ** power, 0);
}
