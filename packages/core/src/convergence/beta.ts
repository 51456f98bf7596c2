/**
 * Do poor places grow faster than rich ones (beta convergence), and how fast do they catch up?
 *
 *   per-year   ln(y_T / y_0) / T = a + b ln y_0 + controls + e        lambda = -ln(1 + b T) / T
 *   total      ln(y_T / y_0)     = a + b ln y_0 + controls + e        lambda = -ln(1 + b) / T
 *
 * y is a level, such as GDP per head, in the years `from` and `to`, T years apart. b < 0 is convergence: absolute without
 * controls, conditional with them. lambda is the share of the gap that closes in a year, the same whichever growth is
 * explained; half of it is closed after ln 2 / lambda. A nonlinear fit of lambda gives the same number, because it is the same
 * line. REAT takes -ln(1 + b) / T for the b of growth per year, which is another number.
 *
 * Least squares over the places with a value in both years (and every control); the others are dropped by name. Errors are
 * White's HC3, HC1 or classical; t with n - k degrees of freedom. Groups are fitted apart beside all places, or enter the one
 * fit as effects (`groups: effects`): convergence within them. Controls come as a table of their own, of the first year where it
 * has years. A value that errs in the first year makes b too small: what looks like convergence may be regression to the
 * mean, so look at convergence/sigma too. Growth at current prices is labelled (`prices`).
 *
 * Values must be > 0. Where 1 + b T <= 0 there is no lambda, where lambda <= 0 no half-life; both are said.
 *
 * @example beta({ place: ["a", "b", "c", "a", "b", "c"], year: [0, 0, 0, 10, 10, 10], value: [1, 2, 4, 2, 3, 4] }).slope // -ln(2)/10 over 2 ln(2) = -0.05
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { label, type NamedNumbers, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { samplePanel } from "../inequality/sample-example.ts";
import { all, checkGroups } from "../inequality/samples.ts";
import type { Text } from "../language/text.ts";
import type { ErrorVariance } from "../numeric/linear-regression.ts";
import { betaConventions } from "./beta-conventions.ts";
import { betaFindings } from "./beta-findings.ts";
import { type BetaEstimate, type BetaPlace, type BetaTerm, estimate, type Growth } from "./beta-fit.ts";
import { betaTables, traceBeta } from "./beta-tables.ts";
import { betaWarnings } from "./beta-warnings.ts";
import { checkPositive, inAllYears, type PanelInput, yearsIn, yearUnknown } from "./growth-span.ts";
import { type Prices, pricesChoices, priceWarnings } from "./prices.ts";

export interface BetaResult extends Outcome {
  /** Of all places. */
  readonly slope: number;
  readonly standardError: number;
  readonly p: number;
  readonly lambda: number;
  readonly halfLife: number;
  readonly from: number;
  readonly to: number;
  readonly estimates: readonly BetaEstimate[];
  readonly terms: readonly BetaTerm[];
  readonly places: readonly BetaPlace[];
}

/** What growth may depend on beside the first level: one row a place (and year). */
export interface Controls {
  readonly place: readonly string[];
  readonly year?: ArrayLike<number> | undefined;
  readonly values: readonly NamedNumbers[];
}

export interface BetaInput extends PanelInput {
  readonly controls?: Controls | undefined;
}

export interface BetaOptions {
  readonly growth?: "per-year" | "total";
  readonly errors?: ErrorVariance;
  readonly groups?: "apart" | "effects";
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly prices?: Prices;
}

export function beta(
  input: BetaInput,
  {
    growth = "per-year",
    errors = "hc3",
    groups = "apart",
    from: asked,
    to: until,
    prices = "as-given",
  }: BetaOptions = {},
): BetaResult {
  const years = yearsIn("beta", input);
  checkGroups("beta", input.group);
  const [from, to] = [asked ?? (years[0] as number), until ?? (years.at(-1) as number)];
  for (const year of [from, to]) if (!years.includes(year)) throw yearUnknown("beta", year, years);
  if (!(from < to)) throw backwards(from, to);
  checkPositive("beta", input, (row) => input.year[row] === from || input.year[row] === to);
  const { rows, dropped } = inAllYears(input, [from, to]);
  const controls = controlsOf(input.controls, from);
  const cut: Dropped[] = [...dropped];
  const places = [...rows].flatMap(([place, [first, last]]): Growth[] => {
    const own = controls.values.map(({ of }) => of.get(place) ?? Number.NaN);
    const lacking = controls.values.find((_, at) => Number.isNaN(own[at]));
    if (lacking !== undefined) {
      const { en, zh } = lacking.title;
      cut.push({ input: "controls", row: place, reason: { en: `no value of ${en}`, zh: `缺少“${zh}”` } });
      return [];
    }
    const [before, after] = [input.value[first as number] as number, input.value[last as number] as number];
    const total = Math.log(after) - Math.log(before);
    const explained = growth === "per-year" ? total / (to - from) : total;
    return [
      {
        place,
        group: input.group?.[first as number] ?? all,
        initial: Math.log(before),
        growth: explained,
        controls: own,
      },
    ];
  });
  const how = { span: to - from, growth, errors };
  const names = [...new Set(places.map(({ group }) => group))].sort();
  const grouped = names.length > 1 || (names.length === 1 && names[0] !== all);
  const effects = groups === "effects" && grouped ? names.slice(1) : [];
  const titles = controls.values.map(({ name, title }) => ({ name, title }));
  const whole = estimate(all, places, titles, effects, how, true);
  const apart =
    groups === "apart" && grouped
      ? names.map((name) =>
          estimate(
            name,
            places.filter(({ group }) => group === name),
            titles,
            [],
            how,
            false,
          ),
        )
      : [];
  const { slope, standardError, p, lambda, halfLife } = whole.estimate;
  const estimates = [whole, ...apart].map((each) => each.estimate);
  return {
    slope,
    standardError,
    p,
    lambda,
    halfLife,
    from,
    to,
    estimates,
    terms: [whole, ...apart].flatMap((each) => each.terms),
    places: whole.places,
    n: places.length,
    dropped: cut,
    warnings: betaWarnings(estimates),
    convention: {
      kind: titles.length > 0 || effects.length > 0 ? "conditional" : "absolute",
      growth,
      errors,
      ...(grouped ? { groups } : {}),
      prices,
    },
  };
}

function controlsOf(given: Controls | undefined, from: number) {
  if (given === undefined) return { values: [] };
  aligned("beta", { place: given.place, year: given.year }, given.values);
  const used = given.place.flatMap((_, row) => (given.year === undefined || given.year[row] === from ? [row] : []));
  if (used.length === 0) {
    throw new InputError({
      code: "controls-year",
      text: { en: `beta: controls have no row for ${from}`, zh: `beta：控制变量没有 ${from} 年的数据` },
    });
  }
  return {
    values: given.values.map(({ name, title, values }) => {
      const of = new Map(used.map((row) => [given.place[row] as string, values[row] as number]));
      return { name, title: title ?? ({ en: name, zh: name } satisfies Text), of };
    }),
  };
}

function backwards(from: number, to: number): InputError {
  return new InputError({
    code: "years-backwards",
    text: {
      en: `beta: from is ${from} and to is ${to}, expected from before to`,
      zh: `beta：起始年为 ${from}，终止年为 ${to}，起始年应早于终止年`,
    },
  });
}

export default defineMethod({
  id: "convergence/beta",
  version: 2,
  title: { en: "Beta convergence", zh: "β 收敛" },
  question: {
    en: "Do poor places grow faster than rich ones, and how fast do they catch up?",
    zh: "落后地区是否增长更快？追赶速度有多快？",
  },
  formula: "ln(y_T / y₀) / T = a + b ln y₀ + Σ c z + e;  λ = −ln(1 + bT) / T;  h = ln 2 / λ",
  where: {
    en: "y₀, y_T: level in the first and last year, T years apart; z: controls; h: half-life; with total growth the left side is not divided by T and λ = −ln(1 + b) / T",
    zh: "y₀、y_T：首末年水平值，相隔 T 年；z：控制变量；h：半生命周期；若解释总增长，左侧不除以 T，λ = −ln(1 + b) / T",
  },
  formulas: { slope: "ln(y_T", growth: "ln(y_T", lambda: "λ", half_life: "h" },
  cites: [
    {
      text: "Barro, R. J. and Sala-i-Martin, X. (1992). Convergence. Journal of Political Economy 100(2), 223-251.",
      checked: "unverified",
    },
    {
      text: "MacKinnon, J. G. and White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators with improved finite sample properties. Journal of Econometrics 29, 305-325.",
      checked: "unverified",
    },
  ],
  conventions: betaConventions,
  means: {
    value: { en: "level, such as GDP per head", zh: "水平值，如人均地区生产总值" },
    values: { en: "controls, one column each", zh: "控制变量，每列一个" },
    from: { en: "first year; the earliest unless said", zh: "起始年；缺省为最早年份" },
    to: { en: "last year; the latest unless said", zh: "终止年；缺省为最晚年份" },
  },
  pitfalls: [
    {
      en: "Current prices mix growth with inflation: say `prices`, or the result warns.",
      zh: "当年价把增长与通胀混在一起：请注明 `prices`，否则给出警告。",
    },
    {
      en: "lambda = -ln(1 + bT) / T goes with growth per year; formulas that leave T out give another speed.",
      zh: "年均增长对应 λ = -ln(1 + bT) / T，漏掉 T 的公式给出不同速度。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.one, value: number.one, group: label.optional }),
    controls: optional(table({ place: label.one, year: number.optional, values: number.many })),
  },
  options: z.strictObject({
    growth: z.enum(["per-year", "total"]).default("per-year"),
    errors: z.enum(["classical", "hc1", "hc3"]).default("hc3"),
    groups: z.enum(["apart", "effects"]).default("apart"),
    from: z.int().optional(),
    to: z.int().optional(),
    prices: z.enum(pricesChoices).default("as-given"),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: ln y_0 = (0, 1, 2) ln 2 and growth a year (3, 2, 1) ln(2) / 30 lie on a line that falls by 1/30: lambda = -ln(1 - 10/30) / 10",
      zh: "手算：ln y₀ = (0, 1, 2) ln 2 与年增长 (3, 2, 1) ln 2 / 30 在斜率 −1/30 的直线上：λ = −ln(1 − 10/30) / 10",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "b", "c", "a", "b", "c"]),
          numbers("year", "year", [2010, 2010, 2010, 2020, 2020, 2020]),
          numbers("value", "yuan", [1, 2, 4, 2, 2 * 2 ** (2 / 3), 4 * 2 ** (1 / 3)]),
        ],
      ),
    },
    gives: { slope: -1 / 30, lambda: -Math.log(2 / 3) / 10, halfLife: (-10 * Math.LN2) / Math.log(2 / 3) },
  },
  run: ({ data, controls }, options) => {
    const result = beta({ ...data, controls }, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...priceWarnings(data.units.value, options.prices)] };
  },
  scalars: {
    slope: { title: { en: "b", zh: "b" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    lambda: { title: { en: "Speed of convergence a year", zh: "年均收敛速度 λ" }, unit: "1" },
    halfLife: { title: { en: "Half-life, years", zh: "半生命周期（年）" }, unit: "1" },
  },
  tables: betaTables,
  views: [
    { kind: "scatter", table: "places", place: "place", x: "initial", y: "adjusted", group: "group", fitted: "fitted" },
    { kind: "bars", table: "by_group", category: "group", value: "slope", low: "low", high: "high" },
  ],
  trace: traceBeta,
  findings: betaFindings,
});
