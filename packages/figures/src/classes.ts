import type { Measure } from "./units.ts";

/**
 * Four cuts of the sequential scale at round numbers inside the range, fewer if the range is narrow. Money, people and
 * other quantities whose range is wide are cut on a logarithmic scale; an index or a percentage keeps equal steps.
 */
export function sequentialCuts(values: Iterable<number>, kind: Measure["kind"]): number[] {
  const [low, high] = extentOf(values);
  if (!(high > low)) return [];
  if (low > 0 && high / low > (kind === "pure" || kind === "percent" ? 1000 : 12)) return logCuts(low, high);
  for (let power = Math.floor(Math.log10((high - low) / 50)); ; power += 1) {
    for (const part of [1, 2, 2.5, 5]) {
      const cuts = multiples(part * 10 ** power, low, high);
      if (cuts.length <= 4) return cuts;
    }
  }
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
