/**
 * Do places converge into one, or into several clubs? Phillips and Sul's log-t test and clustering.
 *
 *   log(H_1 / H_t) - 2 log(log t) = a + b log t        H_t = (1/n) sum_i (x_it / mean_t - 1)^2,   t = [rT] + 1 .. T
 *
 * Convergence is refused where t of b is below -1.65 (one-sided, 5%). b >= 2 would be convergence in levels, 0 <= b < 2 in growth
 * rates. Clubs: places ordered by the last year, a core of neighbours in that order with the highest t, then every place whose t
 * with the core is above c* (`cstar`; raised by .1 while the club as a whole diverges with `cstarMethod: incremental`), then
 * again with the rest; `merge` joins clubs that follow one another and converge together (Phillips and Sul 2009).
 *
 * The share r of years left out first (`trim`) is 1/3 as in ConvergenceClubs (the paper: .3 for T up to 50). x are logarithms of
 * the values, filtered by Hodrick and Prescott with lambda 400 (`filter: none` for series that are trends already). Errors by
 * a quadratic spectral kernel with Andrews' bandwidth. Years are taken as equally far apart. Only places with a value in
 * every year take part, the others are dropped by name; values must be > 0, and logarithms all of one sign.
 *
 * @example clubs({ place, year, value }).slope // b of all places
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { valueTitle } from "../contract/place-columns.ts";
import { label, number, table } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { transitions } from "./club-paths.ts";
import { allAlike, checkSigns, checkYears, clubsWarnings, tooFewPlaces } from "./clubs-problems.ts";
import { clubsTables } from "./clubs-tables.ts";
import { clubsWorked } from "./clubs-worked.ts";
import { critical, type FoundClub, findClubs, mergeClubs, testOf } from "./find-clubs.ts";
import { checkPositive, inAllYears, type PanelInput, yearsIn } from "./growth-span.ts";
import { hodrickPrescott } from "./hodrick-prescott.ts";
import { crossVariance, type LogT } from "./log-t.ts";
import { walkExample } from "./panel-example.ts";

export interface Club extends LogT {
  /** `club-1`, `club-2`, ... from the highest; members of none are `divergent`. */
  readonly club: string;
  readonly places: readonly string[];
  /** The clubs before merging that it is made of. */
  readonly parts: readonly string[];
}

export interface ClubsResult extends Outcome {
  readonly slope: number;
  readonly error: number;
  readonly t: number;
  readonly p: number;
  readonly clubs: readonly Club[];
  readonly divergent: readonly string[];
  readonly years: readonly number[];
  /** In the order of the last year, from the highest. */
  readonly places: readonly string[];
  /** Each place over the mean of its club in that year, and over that of all. */
  readonly transition: readonly { place: string; year: number; club: string; relative: number; within: number }[];
  readonly variance: Float64Array;
}

export interface ClubsOptions {
  readonly trim?: number;
  readonly filter?: "hodrick-prescott" | "none";
  readonly lambda?: number;
  readonly values?: "log" | "as-given";
  readonly cstar?: number;
  readonly cstarMethod?: "fixed" | "incremental";
  readonly merge?: "none" | "adjacent";
}

export const divergentName = "divergent";
/** A code that no other analysis has a name for. */
const clubCode = (at: number): string => `club-${at + 1}`;

export function clubs(
  input: PanelInput,
  {
    trim = 1 / 3,
    filter = "hodrick-prescott",
    lambda = 400,
    values = "log",
    cstar = 0,
    cstarMethod = "fixed",
    merge = "adjacent",
  }: ClubsOptions = {},
): ClubsResult {
  const years = yearsIn("clubs", input);
  checkYears(years, trim);
  if (values === "log") checkPositive("clubs", input, () => true);
  const { rows, dropped } = inAllYears(input, years);
  if (rows.size < 2) throw tooFewPlaces(rows.size);
  const series = [...rows].map(([place, at]) => {
    const x = Float64Array.from(at, (row) =>
      values === "log" ? Math.log(input.value[row] as number) : (input.value[row] as number),
    );
    return { place, x: filter === "none" ? x : hodrickPrescott(x, lambda) };
  });
  series.sort((a, b) => (b.x.at(-1) as number) - (a.x.at(-1) as number) || (a.place < b.place ? -1 : 1));
  checkSigns(series, years);
  const x = series.map((each) => each.x);
  const everyone = x.map((_, at) => at);
  const whole = testOf(x, everyone, trim);
  if (Number.isNaN(whole.t)) throw allAlike();
  const found = findClubs(x, { trim, cstar, cstarMethod });
  const final = merge === "adjacent" ? mergeClubs(x, found, trim) : found;
  const nameOf = (at: number) => series[at]?.place as string;
  const named = final.clubs.map(
    ({ members, test, parts }: FoundClub, at): Club => ({
      ...test,
      club: clubCode(at),
      places: [...members].sort((a, b) => a - b).map(nameOf),
      parts: parts.map((part) => String(part + 1)),
    }),
  );
  return {
    slope: whole.slope,
    error: whole.error,
    t: whole.t,
    p: whole.p,
    clubs: named,
    divergent: final.divergent.map(nameOf),
    years,
    places: everyone.map(nameOf),
    transition: transitions(series, years, named),
    variance: crossVariance(x),
    n: rows.size * years.length,
    dropped,
    warnings: clubsWarnings(years, final, everyone.map(nameOf)),
    convention: {
      trim: trim.toFixed(3),
      filter,
      values,
      errors: "quadratic-spectral",
      cstar: String(cstar),
      cstarMethod,
      merge,
    },
  };
}

export default defineMethod({
  id: "convergence/clubs",
  version: 1,
  title: { en: "Convergence clubs (log t)", zh: "俱乐部收敛（log t 检验）" },
  question: {
    en: "Do places converge into one, or into several clubs?",
    zh: "各地区是整体收敛，还是收敛为若干俱乐部？",
  },
  formula: "log(H₁ / Hₜ) − 2 log(log t) = a + b log t,  t = [rT] + 1 … T;  Hₜ = (1/n) Σᵢ (xᵢₜ / x̄ₜ − 1)²",
  where: {
    en: "xᵢₜ: logarithm of the place's value, filtered; x̄ₜ: its mean; r: share of years left out first",
    zh: "xᵢₜ：地区取值的对数（滤波后）；x̄ₜ：其均值；r：剔除的前期年份比例",
  },
  cites: [
    {
      text: "Phillips, P. C. B. and Sul, D. (2007). Transition modeling and econometric convergence tests. Econometrica 75(6), 1771-1855.",
      checked: "secondary",
    },
    {
      text: "Phillips, P. C. B. and Sul, D. (2009). Economic transition and growth. Journal of Applied Econometrics 24(7), 1153-1185.",
      checked: "secondary",
    },
    {
      text: "Andrews, D. W. K. (1991). Heteroskedasticity and autocorrelation consistent covariance matrix estimation. Econometrica 59(3), 817-858.",
      checked: "secondary",
    },
  ],
  conventions: {
    trim: { title: { en: "Share of years left out first", zh: "剔除的前期年份比例 r" }, choices: {} },
    filter: {
      title: { en: "Filter", zh: "滤波" },
      choices: {
        "hodrick-prescott": { en: "Hodrick and Prescott's trend", zh: "HP 滤波趋势项" },
        none: { en: "none: values are trends", zh: "不滤波" },
      },
    },
    values: {
      title: { en: "Values", zh: "取值" },
      choices: { log: { en: "natural logarithms", zh: "自然对数" }, "as-given": { en: "as given", zh: "原值" } },
    },
    errors: {
      title: { en: "Standard errors", zh: "标准误" },
      choices: {
        "quadratic-spectral": {
          en: "quadratic spectral kernel, Andrews' bandwidth (FQSB of ConvergenceClubs)",
          zh: "二次谱核 HAC（Andrews 带宽，同 ConvergenceClubs 的 FQSB）",
        },
      },
    },
    cstar: { title: { en: "t above which a place joins (c*)", zh: "入选临界值 c*" }, choices: {} },
    cstarMethod: {
      title: { en: "Where the club as a whole diverges", zh: "俱乐部整体发散时" },
      choices: {
        fixed: { en: "c* stays", zh: "c* 不变" },
        incremental: { en: "c* is raised by .1 up to 3", zh: "c* 逐步提高 0.1，至 3 为止" },
      },
    },
    merge: {
      title: { en: "Merging", zh: "俱乐部合并" },
      choices: {
        none: { en: "none", zh: "不合并" },
        adjacent: { en: "clubs that follow one another and converge together", zh: "合并相邻且共同收敛的俱乐部" },
      },
    },
  },
  means: {
    lambda: { en: "smoothing of the Hodrick-Prescott filter", zh: "HP 滤波平滑参数" },
  },
  pitfalls: [
    {
      en: "Short series decide little: the test leaves out the first third of years.",
      zh: "短序列难以判断：检验会舍去最初三分之一的年份。",
    },
    { en: "Clubs before and after merging differ; both are given.", zh: "俱乐部合并前后不同，结果一并给出。" },
  ],
  inputs: { data: table({ place: label.one, year: number.one, value: number.one }) },
  options: z.strictObject({
    trim: z
      .number()
      .gt(0)
      .lt(1)
      .default(1 / 3),
    filter: z.enum(["hodrick-prescott", "none"]).default("hodrick-prescott"),
    lambda: z.number().positive().default(400),
    values: z.enum(["log", "as-given"]).default("log"),
    cstar: z.number().default(0),
    cstarMethod: z.enum(["fixed", "incremental"]).default("fixed"),
    merge: z.enum(["none", "adjacent"]).default("adjacent"),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: walkExample(16),
  worked: clubsWorked,
  run: ({ data }, options) => clubs(data, options),
  scalars: {
    slope: { title: { en: "b of all places", zh: "全样本 b" }, unit: "1" },
    error: { title: { en: "standard error", zh: "标准误" }, unit: "1" },
    t: { title: { en: "t", zh: "t 值" }, unit: "1" },
    p: { title: { en: "p, one-sided", zh: "单侧 p 值" }, unit: "1" },
  },
  tables: (result, { data }) => clubsTables(result, data.titles.value ?? valueTitle),
  views: [
    {
      kind: "trend",
      table: "paths",
      time: "year",
      value: "relative",
      series: "club",
      behind: { table: "transition", time: "year", value: "relative", line: "place", of: "club" },
    },
    { kind: "bars", table: "clubs", category: "club", order: "as-listed", value: "places" },
  ],
  findings: ({ t, clubs: found, divergent, slope }) => {
    const values = { t: decimal(t, 2), b: decimal(slope, 2), clubs: found.length, divergent: divergent.length };
    if (t > critical) {
      return [
        {
          text: {
            en: "That all places converge is not refused (b {b}, t {t}).",
            zh: "不能拒绝各地区整体收敛（b = {b}，t = {t}）。",
          },
          values,
        },
      ];
    }
    return [
      {
        text: {
          en: "Places do not converge into one (t {t}): they form {clubs, plural, =0 {no club} one {one club} other {# clubs}}{divergent, plural, =0 {} one {, and one place belongs to none} other {, and # places belong to none}}.",
          zh: "各地区并未整体收敛（t = {t}）：形成 {clubs} 个俱乐部{divergent, plural, =0 {} other {，另有 # 个地区发散}}。",
        },
        values,
      },
    ];
  },
});
