import type { Measure } from "./units.ts";

/** Classes that serve: at least so many in use, none with more than this share of the values. */
const [fewestClasses, largestShare] = [4, 0.6];

/**
 * Four cuts of the sequential scale at round numbers inside the range, fewer if the range is narrow. Money, people and
 * other quantities whose range is wide are cut on a logarithmic scale, an index or a percentage in equal steps; where
 * either would leave nearly all values in one class, the cuts are round numbers near the fifths of the values.
 */
export function sequentialCuts(values: Iterable<number>, kind: Measure["kind"]): number[] {
  const list = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const even = evenCuts(list, kind);
  if (new Set(list).size <= 2 * fewestClasses || serves(list, even)) return even;
  return quantileCuts(list) ?? even;
}

function evenCuts(sorted: readonly number[], kind: Measure["kind"]): number[] {
  const [low, high] = extentOf(sorted);
  if (!(high > low)) return [];
  if (low > 0 && high / low > (kind === "pure" || kind === "percent" ? 1000 : 12)) return logCuts(low, high);
  for (let power = Math.floor(Math.log10((high - low) / 50)); ; power += 1) {
    for (const part of [1, 2, 2.5, 5]) {
      const cuts = multiples(part * 10 ** power, low, high);
      if (cuts.length <= 4) return cuts;
    }
  }
}

function classSizes(values: readonly number[], cuts: readonly number[]): number[] {
  const sizes = new Array<number>(cuts.length + 1).fill(0);
  for (const value of values) sizes[classOf(value, cuts)] = (sizes[classOf(value, cuts)] as number) + 1;
  return sizes;
}

function serves(values: readonly number[], cuts: readonly number[]): boolean {
  const sizes = classSizes(values, cuts);
  return sizes.filter((n) => n > 0).length >= fewestClasses && Math.max(...sizes) <= largestShare * values.length;
}

/** The fifths, rounded to the coarsest step that keeps them apart and leaves no class empty. */
function quantileCuts(sorted: readonly number[]): number[] | undefined {
  const fifths = [1, 2, 3, 4].map((part) => sorted[Math.floor((part * sorted.length) / 5)] as number);
  const [low, high] = [sorted[0] as number, sorted.at(-1) as number];
  const coarsest = Math.ceil(Math.log10(high - low));
  for (let power = coarsest; power > coarsest - 4; power -= 1) {
    for (const part of [5, 2, 1]) {
      const step = part * 10 ** (power - 1);
      const cuts = [...new Set(fifths.map((fifth) => trim(Math.round(fifth / step) * step)))];
      if (cuts.length === fifths.length && classSizes(sorted, cuts).every((n) => n > 0)) return cuts;
    }
  }
  return undefined;
}

/** Cuts of 0.35 to 2.8 around 1: nine classes. */
export const aroundOneCuts: readonly number[] = [0.35, 0.5, 0.7, 0.9, 1.1, 1.4, 2, 2.8];

/** Symmetrical cuts around 0 for nine classes, the middle one a quarter of a step to either side. */
export function aroundZeroCuts(values: Iterable<number>): number[] {
  const [low, high] = extentOf(values);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (!(largest > 0)) return [];
  const step = niceStep(largest / 4);
  const right = [0.25, 1, 2, 3].map((part) => trim(part * step));
  return [...right.map((cut) => -cut).reverse(), ...right];
}

export const similarityCuts: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9];

/** The class of a value: how many cuts it has reached. */
export function classOf(value: number, cuts: readonly number[]): number {
  let found = 0;
  while (found < cuts.length && value >= (cuts[found] as number)) found += 1;
  return found;
}

/** Smallest and largest finite value; NaN twice if there is none. */
export function extentOf(values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const part = [1, 2, 2.5, 4, 5, 10].find((each) => each * power >= least * 0.999) ?? 10;
  return part * power;
}

function multiples(step: number, low: number, high: number): number[] {
  const cuts: number[] = [];
  for (let i = Math.floor(low / step) + 1; i * step < high; i += 1) {
    cuts.push(trim(i * step));
    if (cuts.length > 4) break;
  }
  return cuts;
}

function logCuts(low: number, high: number): number[] {
  for (const parts of [[1, 2, 5], [1, 3], [1]]) {
    for (let skip = 1; skip <= (parts.length === 1 ? 4 : 1); skip += 1) {
      const cuts: number[] = [];
      for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += skip) {
        for (const part of parts) {
          const cut = trim(part * 10 ** power);
          if (cut > low && cut < high) cuts.push(cut);
        }
      }
      if (cuts.length <= 4) return cuts;
    }
  }
  return [];
}

/** Without the last digits of binary arithmetic: 0.30000000000000004 is 0.3. */
function trim(value: number): number {
  return Number(value.toPrecision(10));
}
