/**
 * How are places spread over levels, year by year: one peak or several, wider or narrower?
 *
 *   f(g) = (1/n) sum_i phi((g - x_i) / h) / h        nrd0: h = .9 min(sd, IQR / 1.34) n^(-1/5)
 *
 * x are levels, levels over the mean of the year (`relative`) or logarithms, phi the normal density, summed exactly at every
 * point of one grid for all years (R's density() bins, and is off by some 1e-3). The bandwidth h is Silverman's rule of thumb
 * as R's nrd0, Sheather and Jones' (`sj`), or the number given; of each year its own, or one for all (`across: pooled`, the
 * mean of theirs). With weights each place counts by its share of them; h does not see weights. A Gaussian kernel spills over
 * 0 where levels are close to it: `bounded: zero` folds what lies below back (reflection).
 *
 * A mode is a point of the grid above its neighbours and above a hundredth of the highest. Rows with a gap are dropped
 * and counted; a year with one place, or with places all alike, has no density and is named.
 *
 * @example kernelDensity({ place: ["a", "b"], value: [0, 2] }, { bandwidth: 1, points: 3 }).rows[1]?.density // phi(1) = .24197
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { ruleOfThumb, sheatherJones } from "../numeric/kernel-density.ts";
import { kernelFindings } from "./kernel-density-findings.ts";
import { kernelTables } from "./kernel-density-tables.ts";
import { type Distribution, type Mode, modesOf } from "./kernel-modes.ts";
import { walkExample } from "./panel-example.ts";
import { coarseGrid, curve, gridOf, noSpread, type Sample, sampleOf, summary } from "./yearly-density.ts";

export interface DensityRow {
  readonly year: number | undefined;
  readonly at: number;
  readonly density: number;
}

export interface KernelDensityResult extends Outcome {
  readonly rows: readonly DensityRow[];
  readonly years: readonly Distribution[];
  readonly modes: readonly Mode[];
}

export interface KernelDensityInput {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly year?: ArrayLike<number> | undefined;
  readonly weight?: ArrayLike<number> | undefined;
}

export interface KernelDensityOptions {
  readonly bandwidth?: "nrd0" | "sj" | number;
  readonly across?: "each" | "pooled";
  readonly scale?: "level" | "relative" | "log";
  readonly bounded?: "none" | "zero";
  readonly points?: number;
}

export function kernelDensity(
  { place, value, year, weight }: KernelDensityInput,
  { bandwidth = "nrd0", across = "each", scale = "level", bounded = "none", points = 512 }: KernelDensityOptions = {},
): KernelDensityResult {
  aligned("kernel-density", { place, value, year, weight });
  const dropped: Dropped[] = [];
  const years = year === undefined ? [undefined] : [...new Set(Array.from(year))].sort((a, b) => a - b);
  const samples = years.flatMap((when): Sample[] => {
    const rows = place.flatMap((_, row) => (year === undefined || year[row] === when ? [row] : []));
    const found = sampleOf(rows, place, value, weight, scale, when);
    const sorted = found.x.slice().sort();
    const own = bandwidth === "sj" ? sheatherJones(sorted) : bandwidth === "nrd0" ? ruleOfThumb(sorted) : bandwidth;
    const isAlike = sorted[0] === sorted[sorted.length - 1];
    if (own > 0 && !isAlike) return [{ ...found, own }];
    const reason = isAlike
      ? { en: "one place, or places all alike: no spread", zh: "只有一个地区或各地完全相同，无离散" }
      : { en: "the equation for the bandwidth has no solution", zh: "带宽方程无解" };
    dropped.push({ input: "data", row: when === undefined ? "data" : String(when), reason });
    return [];
  });
  if (samples.length === 0) throw noSpread();
  const mean = samples.reduce((sum, { own }) => sum + own, 0) / samples.length;
  const widths = samples.map(({ own }) => (across === "pooled" ? mean : own));
  const grid = gridOf(samples, widths, points, bounded);
  const densities = samples.map((sample, at) => curve(sample, widths[at] as number, grid, bounded));
  // peaks are looked for on a grid of the year's own: one that spans all years may step over a narrow one
  const modes = samples.flatMap((sample, at) => {
    const h = widths[at] as number;
    const own = gridOf([sample], [h], points, bounded);
    return modesOf(sample.year, own, curve(sample, h, own, bounded));
  });
  return {
    rows: samples.flatMap((sample, at) =>
      Array.from(grid, (point, of) => ({ year: sample.year, at: point, density: densities[at]?.[of] as number })),
    ),
    years: samples.map((sample, at) => summary(sample, widths[at] as number, modes)),
    modes,
    n: samples.reduce((sum, { places }) => sum + places, 0),
    dropped,
    warnings: coarseGrid(samples, widths, grid),
    convention: {
      bandwidth: typeof bandwidth === "number" ? "given" : bandwidth,
      across,
      scale,
      bounded,
      weight: weight === undefined ? "equal" : "given",
      kernel: "gaussian",
    },
  };
}

export default defineMethod({
  id: "convergence/kernel-density",
  version: 4,
  title: { en: "Kernel density by year", zh: "核密度估计（逐年）" },
  question: {
    en: "How are places spread over levels, year by year: one peak or several, wider or narrower?",
    zh: "各地区水平的分布逐年如何变化：单峰还是多峰，趋于集中还是分散？",
  },
  formula: "f(g) = (1/n) Σᵢ φ((g − xᵢ) / h) / h;  h = 0.9 min(sd, IQR / 1.34) n^(−1/5)",
  where: {
    en: "xᵢ: level of a place; φ: normal density; h: bandwidth (nrd0; or Sheather and Jones, or as given)",
    zh: "xᵢ：地区水平值；φ：正态密度；h：带宽（nrd0，或 Sheather—Jones，或给定值）",
  },
  cites: [
    {
      text: "Silverman, B. W. (1986). Density Estimation for Statistics and Data Analysis. Chapman and Hall.",
      checked: "secondary",
    },
    {
      text: "Sheather, S. J. and Jones, M. C. (1991). A reliable data-based bandwidth selection method for kernel density estimation. Journal of the Royal Statistical Society B 53, 683-690.",
      checked: "secondary",
    },
  ],
  conventions: {
    bandwidth: {
      title: { en: "Bandwidth", zh: "带宽" },
      choices: {
        nrd0: { en: "rule of thumb (nrd0)", zh: "经验法则（nrd0）" },
        sj: { en: "Sheather and Jones", zh: "Sheather—Jones 法" },
        given: { en: "as given", zh: "给定值" },
      },
    },
    across: {
      title: { en: "Bandwidth of the years", zh: "各年带宽" },
      choices: {
        each: { en: "each year its own", zh: "各年各用其带宽" },
        pooled: { en: "one for all: the mean of theirs", zh: "各年共用其均值" },
      },
    },
    scale: {
      title: { en: "Levels", zh: "取值" },
      choices: {
        level: { en: "as they are", zh: "原值" },
        relative: { en: "over the mean of the year", zh: "与当年均值之比" },
        log: { en: "natural logarithms", zh: "自然对数" },
      },
    },
    bounded: {
      title: { en: "At 0", zh: "下界处理" },
      choices: {
        none: { en: "the kernel may reach below", zh: "不设下界" },
        zero: { en: "what lies below 0 is folded back", zh: "以 0 为界反射" },
      },
    },
    weight: {
      title: { en: "Weight", zh: "权重" },
      choices: { equal: { en: "every place alike", zh: "各地等权" }, given: { en: "as given", zh: "按给定权重" } },
    },
    kernel: {
      title: { en: "Kernel", zh: "核函数" },
      choices: { gaussian: { en: "Gaussian, summed exactly", zh: "高斯核，精确求和" } },
    },
  },
  means: {
    points: { en: "points of the grid", zh: "网格点数" },
  },
  pitfalls: [
    {
      en: "The number of peaks depends on the bandwidth: try both rules before speaking of twin peaks.",
      zh: "峰数取决于带宽，称“双峰”之前应比较两种带宽规则。",
    },
    {
      en: "A Gaussian kernel spills below 0; `bounded: zero` folds it back.",
      zh: "高斯核会溢出到 0 以下，`bounded: zero` 将其折回。",
    },
  ],
  inputs: {
    data: table({ place: label.one, value: number.one, year: number.optional, weight: number.optional }),
  },
  options: z.strictObject({
    bandwidth: z.union([z.enum(["nrd0", "sj"]), z.number().positive()]).default("nrd0"),
    across: z.enum(["each", "pooled"]).default("each"),
    scale: z.enum(["level", "relative", "log"]).default("level"),
    bounded: z.enum(["none", "zero"]).default("none"),
    points: z.int().min(3).max(4096).default(512),
  }),
  gaps: "drop",
  comparesYears: ({ scale }) => scale !== "relative",
  cost: "live",
  example: (seed, size) => ({ ...walkExample(4)(seed, size), options: { points: 64 } }),
  worked: {
    source: {
      en: "by hand: values 0 and 2 with bandwidth 1; the grid runs from -3 to 5, half-way phi(1) from both",
      zh: "手算：数值 0 与 2，带宽 1；网格自 −3 至 5，中点处为两者的 φ(1)",
    },
    inputs: { data: makeTable("data", ["place"], [labels("place", ["a", "b"]), numbers("value", "1", [0, 2])]) },
    options: { bandwidth: 1, points: 3 },
    gives: { "density[1].density": 0.24197072451914337, "density[1].at": 1, "years[0].mean": 1 },
  },
  run: ({ data }, options) => kernelDensity(data, options),
  scalars: {},
  tables: (result, { data }, { scale }) => kernelTables(result, data, scale),
  views: [{ kind: "density", table: "density", x: "at", y: "density", series: "series" }],
  findings: kernelFindings,
});
