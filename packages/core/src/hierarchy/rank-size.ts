/**
 * How steeply do the sizes of places fall with their rank?
 *
 *   rank-half   ln(rank - 1/2) = a - b ln(size)     se = b sqrt(2/n)     (Gabaix and Ibragimov 2011)
 *   ols         ln(rank) = a - b ln(size)           biased in small samples: a warning says so
 *   hill        b = (n - 1) / sum ln(size_i / size_n)     se = b / sqrt(n - 1), the least size as threshold
 *
 * b is the Pareto exponent: 1 is Zipf's law, less means that large places dominate. One fit for each group and year, over
 * the places of at least `minimum`, the `top` largest, or both; places cut off are dropped by name. `estimator` says which
 * exponent is the headline and draws `fitted`, the size that the line gives to each rank: exp((a - ln(rank - shift)) / b).
 *
 * Sizes must be > 0. Rows with a gap are dropped and counted. Places of one size get distinct ranks in the order of their
 * labels; the fit does not depend on it. Fewer than three places, or places all of one size, have no exponent: empty, with a
 * warning. Standard errors are those of the asymptotic theory; that of the regression itself is wrong, because ranks are
 * not independent.
 *
 * @example rankSize({ place: ["a", "b", "c"], size: [9, 3, 1] }, { estimator: "hill" }).exponent // 2 / (ln 9 + ln 3) = 0.606826
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { rankSizeFindings } from "./rank-size-findings.ts";
import { fitSizes, type RankSizeEstimator, type SizeFit } from "./rank-size-fit.ts";
import { rankSizeWarnings } from "./rank-size-warnings.ts";
import { named, type Sampled, samples } from "./samples.ts";
import { sizedExample } from "./sized-example.ts";

export interface RankedSize {
  readonly place: string;
  readonly year: number | undefined;
  readonly group: string;
  readonly size: number;
  readonly rank: number;
  /** The size that the fit gives to this rank. */
  readonly fitted: number;
}

export interface RankSizeFit extends Omit<SizeFit, "fitted"> {
  readonly group: string;
  readonly year: number | undefined;
}

export interface RankSizeResult extends Outcome {
  /** Of the only fit, where there is one. */
  readonly exponent?: number;
  readonly standardError?: number;
  readonly r2?: number;
  readonly fits: readonly RankSizeFit[];
  readonly sizes: readonly RankedSize[];
}

export interface RankSizeInput {
  readonly place: readonly string[];
  readonly size: ArrayLike<number>;
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

export interface RankSizeOptions {
  readonly estimator?: RankSizeEstimator;
  /** Least size that takes part, in the unit of size. */
  readonly minimum?: number | undefined;
  /** How many of the largest places of each group take part. */
  readonly top?: number | undefined;
}

interface Sized extends Sampled {
  readonly size: number;
}

export function rankSize(
  { place, size, group, year }: RankSizeInput,
  { estimator = "rank-half", minimum, top }: RankSizeOptions = {},
): RankSizeResult {
  aligned("rank-size", { place, size, group, year });
  const rows = place.map((name, at): Sized => {
    return { place: name, year: year?.[at], group: group?.[at] ?? "", size: size[at] as number };
  });
  for (const row of rows) refuseUnsized(row);
  const dropped: Dropped[] = [];
  const cut = (row: Sized, en: string, zh: string) =>
    dropped.push({ input: "data", row: named(row), reason: { en, zh } });

  const found = samples(rows).map((all) => {
    const ranked = all.sort((a, b) => b.size - a.size || (a.place < b.place ? -1 : 1));
    const kept = ranked.filter((row, at) => {
      if (minimum !== undefined && row.size < minimum) cut(row, "below the minimum size", "低于最小规模");
      else if (top !== undefined && at >= top) cut(row, `not among the ${top} largest`, `不在前 ${top} 位`);
      else return true;
      return false;
    });
    return fitOf(ranked[0] as Sized, kept, estimator);
  });
  const fits = found.map(({ fit }) => fit);
  const sizes = found.flatMap((each) => each.sizes);
  const only = fits.length === 1 ? (fits[0] as RankSizeFit) : undefined;
  return {
    ...(only === undefined ? {} : { exponent: only.exponent, standardError: only.standardError, r2: only.r2 }),
    fits,
    sizes,
    n: sizes.length,
    dropped,
    warnings: rankSizeWarnings(fits, sizes, estimator),
    convention: {
      estimator,
      cutoff: minimum !== undefined ? (top === undefined ? "minimum" : "both") : top === undefined ? "none" : "top",
      ties: "label",
    },
  };
}

function refuseUnsized(row: Sized): void {
  if (row.size > 0) return;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `rank-size: size of ${named(row)} is ${row.size}, expected more than 0`,
      zh: `rank-size：${named(row)} 的规模为 ${row.size}，应大于 0`,
    },
  });
}

function fitOf(
  { group, year }: Sized,
  kept: readonly Sized[],
  estimator: RankSizeEstimator,
): { fit: RankSizeFit; sizes: RankedSize[] } {
  const { fitted, ...fit } = fitSizes(
    kept.map(({ size }) => size),
    estimator,
  );
  return {
    fit: { group, year, ...fit },
    sizes: kept.map((row, at) => ({ ...row, rank: at + 1, fitted: fitted(at + 1) })),
  };
}

export default defineMethod({
  id: "hierarchy/rank-size",
  version: 1,
  title: { en: "Rank-size rule", zh: "位序—规模法则" },
  question: { en: "How steeply do the sizes of places fall with their rank?", zh: "城市规模随位序下降得有多快？" },
  formula: "ln(r − ½) = a − b ln S,  σ_b = b √(2/n)",
  where: {
    en: "r: rank; S: size; b: Pareto exponent, 1 is Zipf's law, less means that large places dominate; σ_b: its standard error; n: places in the fit",
    zh: "r：位序；S：规模；b：帕累托指数，1 即齐普夫定律，小于 1 表示大城市占优；σ_b：其标准误；n：参与拟合的地区数",
  },
  cites: [
    {
      text: "Gabaix, X. and Ibragimov, R. (2011). Rank - 1/2: A simple way to improve the OLS estimation of tail exponents. Journal of Business & Economic Statistics 29(1), 24-39.",
      doi: "10.1198/jbes.2009.06157",
      checked: "secondary",
    },
    {
      text: "Hill, B. M. (1975). A simple general approach to inference about the tail of a distribution. Annals of Statistics 3, 1163-1174.",
      checked: "unverified",
    },
  ],
  conventions: {
    estimator: {
      title: { en: "Estimator", zh: "估计方法" },
      choices: {
        "rank-half": { en: "regression on rank - 1/2", zh: "位序减 1/2 回归" },
        ols: { en: "plain regression on rank (biased in small samples)", zh: "普通位序回归（小样本有偏）" },
        hill: { en: "Hill, the least size as threshold", zh: "Hill 估计，以最小规模为门槛" },
      },
    },
    cutoff: {
      title: { en: "Which places take part", zh: "参与拟合的地区" },
      choices: {
        none: { en: "all", zh: "全部" },
        minimum: { en: "those of at least the minimum size", zh: "不低于最小规模者" },
        top: { en: "the largest of each group", zh: "每组最大的若干个" },
        both: { en: "the largest of each group, of at least the minimum size", zh: "每组最大且不低于最小规模者" },
      },
    },
    ties: {
      title: { en: "Places of one size", zh: "规模相同的地区" },
      choices: { label: { en: "distinct ranks, by label", zh: "按标签给予不同位次" } },
    },
  },
  means: {
    minimum: { en: "least size that takes part", zh: "参与拟合的最小规模" },
    top: { en: "how many of the largest take part", zh: "参与拟合的最大若干地区" },
  },
  pitfalls: [
    {
      en: "Plain least squares is biased in small samples and its error too small; rank - 1/2 mends both.",
      zh: "普通最小二乘在小样本中有偏且标准误偏小，rank - 1/2 可修正。",
    },
    { en: "The slope depends on where the tail is cut.", zh: "指数取决于截断位置。" },
  ],
  inputs: {
    data: table({ place: label.one, size: number.one, year: number.optional, group: label.optional }),
  },
  options: z.strictObject({
    estimator: z.enum(["rank-half", "ols", "hill"]).default("rank-half"),
    minimum: z.number().positive().optional(),
    top: z.int().min(1).optional(),
  }),
  gaps: "drop",
  cost: "live",
  example: sizedExample("rank-size"),
  worked: {
    source: {
      en: "closed form: sizes 1 / (rank - 1/2) lie on the line with b = 1; se = sqrt(2/4); Hill 3 / (ln 7 + ln 7/3 + ln 7/5)",
      zh: "闭式解：规模为 1 / (位序 − 1/2)，恰在 b = 1 的直线上；标准误 √(2/4)；Hill 估计 3 / (ln 7 + ln 7/3 + ln 7/5)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c", "d"]), numbers("size", "person", [2, 2 / 3, 2 / 5, 2 / 7])],
      ),
    },
    gives: {
      exponent: 1,
      standardError: Math.SQRT1_2,
      r2: 1,
      "fits[0].hill": 3 / (Math.log(7) + Math.log(7 / 3) + Math.log(7 / 5)),
      "sizes[3].fitted": 2 / 7,
    },
  },
  run: ({ data }, options) =>
    rankSize({ place: data.place, size: data.size, group: data.group, year: data.year }, options),
  scalars: {
    exponent: { title: { en: "exponent", zh: "指数" }, unit: "1" },
    standardError: { title: { en: "standard error", zh: "标准误" }, unit: "1" },
    r2: { title: { en: "R squared", zh: "R²" }, unit: "1" },
  },
  tables: ({ sizes, fits }, { data }) => {
    const unit = data.units.size ?? "1";
    return [
      tableOf(
        "sizes",
        ["place", "year"],
        sizes,
        [
          placeColumn,
          yearColumn,
          groupColumn,
          numberOf("size", unit, { en: "size", zh: "规模" }, ({ size }) => size),
          numberOf("rank", "1", { en: "rank", zh: "位序" }, ({ rank }) => rank),
          numberOf("fitted", unit, { en: "fitted size", zh: "拟合规模" }, ({ fitted }) => fitted),
        ],
        { title: { en: "Sizes and ranks", zh: "规模与位序" } },
      ),
      tableOf(
        "fits",
        ["group", "year"],
        fits,
        [
          groupColumn,
          yearColumn,
          numberOf("n", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
          numberOf("exponent", "1", { en: "exponent", zh: "指数" }, ({ exponent }) => exponent),
          numberOf("se", "1", { en: "standard error", zh: "标准误" }, ({ standardError }) => standardError),
          numberOf("low", "1", { en: "low, 95%", zh: "95% 下限" }, ({ low }) => low),
          numberOf("high", "1", { en: "high, 95%", zh: "95% 上限" }, ({ high }) => high),
          numberOf("r2", "1", { en: "R squared", zh: "R²" }, ({ r2 }) => r2),
          numberOf("intercept", "1", { en: "intercept", zh: "截距" }, ({ intercept }) => intercept),
          numberOf("rank_half", "1", { en: "by rank - 1/2", zh: "位序减 1/2 估计" }, ({ rankHalf }) => rankHalf),
          numberOf("ols", "1", { en: "by plain regression", zh: "普通回归估计" }, ({ ols }) => ols),
          numberOf("hill", "1", { en: "by Hill", zh: "Hill 估计" }, ({ hill }) => hill),
        ],
        { title: { en: "Fits", zh: "拟合结果" } },
      ),
    ];
  },
  views: [
    { kind: "rank-size", table: "sizes", place: "place", size: "size", rank: "rank", group: "group", fitted: "fitted" },
    { kind: "bars", table: "fits", category: "group", value: "exponent", low: "low", high: "high" },
  ],
  findings: ({ fits }) => rankSizeFindings(fits),
  trace: (cell, tables) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const [place, group, year] = [value("place"), value("group"), value("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    const own = cell.table === "sizes" && cell.column === "size";
    if (own) return [{ input: "data", where: { place: [String(place)], ...when } }];
    return [{ input: "data", where: { ...(group === "" ? {} : { group: [String(group)] }), ...when } }];
  },
});
