import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import { gaussianDensity } from "../numeric/kernel-density.ts";
import type { Distribution, Mode } from "./kernel-modes.ts";

/** The levels of one year, with weights that add up to 1. */
export interface Sample {
  readonly year: number | undefined;
  readonly places: number;
  readonly x: Float64Array;
  readonly weight: Float64Array;
  readonly own: number;
}

export function sampleOf(
  rows: readonly number[],
  place: readonly string[],
  value: ArrayLike<number>,
  weight: ArrayLike<number> | undefined,
  scale: "level" | "relative" | "log",
  year: number | undefined,
): Omit<Sample, "own"> {
  const weights = Float64Array.from(rows, (row) => (weight === undefined ? 1 : (weight[row] as number)));
  const levels = Float64Array.from(rows, (row) => value[row] as number);
  const named = (at: number) => [place[rows[at] as number], ...(year === undefined ? [] : [year])].join(" ");
  const bad = weights.findIndex((each) => !(each > 0));
  if (bad >= 0) throw outOfRange("weight", "的权重", named(bad), weights[bad] as number);
  const total = weights.reduce((a, b) => a + b, 0);
  const share = weights.map((each) => each / total);
  const mean = levels.reduce((sum, each, at) => sum + each * (share[at] as number), 0);
  const least = levels.findIndex((each) => !(each > 0));
  if (scale === "log" && least >= 0) throw outOfRange("value", "的取值", named(least), levels[least] as number);
  if (scale === "relative" && !(mean > 0)) throw outOfRange("mean", "的均值", String(year ?? "data"), mean);
  const x = levels.map((each) => (scale === "log" ? Math.log(each) : scale === "relative" ? each / mean : each));
  return { year, places: rows.length, x, weight: share };
}

const cut = 3; // bandwidths that the grid reaches beyond the data, as R has it

export function gridOf(
  samples: readonly Sample[],
  widths: readonly number[],
  points: number,
  bounded: "none" | "zero",
): Float64Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  samples.forEach(({ x }, at) => {
    for (const each of x) {
      if (bounded === "zero" && each < 0) throw belowBound(each);
      low = Math.min(low, each - cut * (widths[at] as number));
      high = Math.max(high, each + cut * (widths[at] as number));
    }
  });
  const start = bounded === "zero" ? 0 : low;
  return Float64Array.from({ length: points }, (_, at) => start + ((high - start) * at) / (points - 1));
}

export function curve(
  { x, weight }: Sample,
  bandwidth: number,
  grid: Float64Array,
  bounded: "none" | "zero",
): Float64Array {
  const density = gaussianDensity(x, weight, bandwidth, grid);
  if (bounded === "none") return density;
  const mirrored = x.map((each) => -each);
  const folded = gaussianDensity(mirrored, weight, bandwidth, grid);
  return density.map((each, point) => each + (folded[point] as number));
}

export function summary({ year, places, x, weight }: Sample, bandwidth: number, modes: readonly Mode[]): Distribution {
  const mean = x.reduce((sum, each, at) => sum + each * (weight[at] as number), 0);
  const variance = x.reduce((sum, each, at) => sum + (each - mean) ** 2 * (weight[at] as number), 0);
  const own = modes.filter((mode) => mode.year === year);
  const peak = own.reduce((top, mode) => (mode.density > top.density ? mode : top));
  return {
    year,
    places,
    bandwidth,
    mean,
    deviation: Math.sqrt(variance),
    modes: own.length,
    peak: peak.at,
    height: peak.density,
  };
}

/** A curve drawn in steps longer than half its bandwidth shows neither its height nor its area. */
export function coarseGrid(samples: readonly Sample[], widths: readonly number[], grid: Float64Array): Warning[] {
  const step = (grid[1] as number) - (grid[0] as number);
  const coarse = samples.filter((_, at) => step > (widths[at] as number) / 2).map(({ year }) => year);
  if (coarse.length === 0) return [];
  const named = coarse.filter((year) => year !== undefined).join(", ");
  return [
    {
      code: "grid-coarse",
      text: {
        en: `the grid is too coarse for the curve${named === "" ? "" : ` of ${named}`}: raise points, or take scale: relative or log; peaks and heights are found on a grid of each year's own`,
        zh: `网格对${named === "" ? "该" : ` ${named} 年的`}曲线过粗：请增大 points，或采用 scale: relative 或 log；峰位与峰高另在各年自己的网格上求得`,
      },
    },
  ];
}

export function noSpread(): InputError {
  return new InputError({
    code: "no-spread",
    text: {
      en: "kernel-density: in no year do two places differ, expected at least two values",
      zh: "kernel-density：没有任何年份存在两个不同的取值，无法估计密度",
    },
  });
}

function outOfRange(what: string, zh: string, where: string, found: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `kernel-density: ${what} of ${where} is ${found}, expected more than 0`,
      zh: `kernel-density：${where} ${zh}为 ${found}，应大于 0`,
    },
  });
}

function belowBound(found: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `kernel-density: a value is ${found}, expected at least 0 with bounded: zero`,
      zh: `kernel-density：取值 ${found} 小于 0，与 bounded: zero 不符`,
    },
  });
}
