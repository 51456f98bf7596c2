/**
 * Do places draw together: does their dispersion fall over the years (sigma convergence)?
 *
 *   sd-log   standard deviation of ln y            cv   standard deviation of y over its mean
 *
 * y is a level, such as GDP per head; each place counts once (inequality/variation has weights). Squares are divided by n or
 * by n - 1 (`divisor`); n is the default, because the places are all there are. REAT's measure is neither: the standard
 * deviation of ln y over the mean of ln y (`deviation` over `mean_log` in the table), which changes with the unit.
 *
 * Each year is tested against the base year (the first, unless said) on the variances of ln y, two ways: Pitman and Morgan's
 * for the same places seen twice, whose values are correlated, and Fisher's F as REAT prints it, which takes the two years
 * for different places and so sees too little. By default only places with a value in every year take part (`places:
 * balanced`), so that what changes is figures and never coverage; the others are dropped by name.
 *
 * Values must be > 0. Rows with a gap are dropped and counted. One row for all places and one for each group, in every year.
 * One deflator for all places changes nothing, regional ones do.
 *
 * @example sigma({ place: ["a", "b", "a", "b"], year: [0, 0, 9, 9], value: [1, 4, 2, 4] }).indices[1]?.sigma // ln(2) / 2
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { samplePanel } from "../inequality/sample-example.ts";
import { all, checkGroups } from "../inequality/samples.ts";
import { type Dispersion, dispersion } from "./dispersion.ts";
import { checkPositive, inAllYears, type PanelInput, yearsIn, yearUnknown } from "./growth-span.ts";
import { type Prices, pricesChoices, pricesConvention } from "./prices.ts";
import { sigmaFindings } from "./sigma-findings.ts";
import { sigmaTables, traceSigma } from "./sigma-tables.ts";
import { sigmaWarnings } from "./sigma-warnings.ts";
import { type VarianceTest, varianceTest } from "./variance-tests.ts";

export interface SigmaRow {
  readonly group: string;
  readonly year: number;
  readonly places: number;
  /** The measure asked for. */
  readonly sigma: number;
  /** Sigma over that of the base year. */
  readonly relative: number;
  readonly deviation: number;
  readonly variation: number;
  readonly meanLog: number;
}

export interface SigmaTest extends VarianceTest {
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

export interface SigmaResult extends Outcome {
  /** Of all places: sigma of the last year over that of the base year, and the paired test between the two. */
  readonly ratio: number;
  readonly p: number;
  readonly indices: readonly SigmaRow[];
  readonly tests: readonly SigmaTest[];
}

export interface SigmaOptions {
  readonly measure?: "sd-log" | "cv";
  readonly divisor?: "n" | "n-1";
  readonly places?: "balanced" | "all";
  readonly base?: number | undefined;
  readonly prices?: Prices;
}

export function sigma(
  input: PanelInput,
  { measure = "sd-log", divisor = "n", places = "balanced", base, prices = "as-given" }: SigmaOptions = {},
): SigmaResult {
  const years = yearsIn("sigma", input);
  checkGroups("sigma", input.group);
  checkPositive("sigma", input, () => true);
  const from = base ?? (years[0] as number);
  if (!years.includes(from)) throw yearUnknown("sigma", from, years);
  const { rows, dropped } = inAllYears(input, years);
  if (places === "balanced" && rows.size === 0) throw nothingBalanced(years);
  const used = input.place.flatMap((name, row) => (places === "all" || rows.has(name) ? [row] : []));
  const groups = [...new Set(used.map((row) => input.group?.[row] ?? all))].sort();
  const names = groups.length === 1 && groups[0] === all ? [all] : [all, ...groups];

  const parts = names.map((group) => {
    const rows = group === all ? used : used.filter((row) => input.group?.[row] === group);
    return { group, own: only(input, rows) };
  });
  const indices = parts.flatMap(({ group, own }) => {
    const found = [...valuesByYear(own)].map(([year, values]) => dispersion(group, year, values, divisor));
    found.sort((a, b) => a.year - b.year);
    const sigmaOf = (row: Dispersion) => (measure === "cv" ? row.variation : row.deviation);
    const first = found.find(({ year }) => year === from);
    return found.map((row): SigmaRow => {
      const relative = first === undefined || !(sigmaOf(first) > 0) ? Number.NaN : sigmaOf(row) / sigmaOf(first);
      return { ...row, sigma: sigmaOf(row), relative };
    });
  });
  const tests = parts.flatMap(({ group, own }) =>
    years
      .filter((year) => year !== from)
      .map((to): SigmaTest => {
        const pairs = [...inAllYears(own, [from, to]).rows.values()];
        const logs = (which: 0 | 1) =>
          Float64Array.from(pairs, (rows) => Math.log(own.value[rows[which] as number] as number));
        return { group, from, to, ...varianceTest(logs(0), logs(1)) };
      }),
  );
  const last = years.at(-1) === from ? (years[0] as number) : (years.at(-1) as number);
  const lastRow = indices.find(({ group, year }) => group === all && year === last) as SigmaRow;
  const lastTest = tests.find(({ group, to }) => group === all && to === last) as SigmaTest;
  return {
    ratio: lastRow.relative,
    p: lastTest.tP,
    indices,
    tests,
    n: used.length,
    dropped: places === "balanced" ? dropped : [],
    warnings: sigmaWarnings(indices, tests),
    convention: { measure, divisor, places, base: String(from), prices },
  };
}

function only({ place, year, value }: PanelInput, rows: readonly number[]): PanelInput {
  return {
    place: rows.map((row) => place[row] as string),
    year: rows.map((row) => year[row] as number),
    value: rows.map((row) => value[row] as number),
  };
}

function valuesByYear({ year, value }: PanelInput): ReadonlyMap<number, number[]> {
  const found = new Map<number, number[]>();
  Array.from(year).forEach((each, row) => {
    const own = found.get(each) ?? [];
    own.push(value[row] as number);
    found.set(each, own);
  });
  return found;
}

function nothingBalanced(years: readonly number[]): InputError {
  return new InputError({
    code: "nothing-in-common",
    text: {
      en: `sigma: no place has a value in all of ${years.join(", ")}`,
      zh: `sigma：没有任何地区在 ${years.join("、")} 年均有数据`,
    },
    hint: { en: "say places: all to take what each year has", zh: "设 places: all 可按各年现有地区计算" },
  });
}

export default defineMethod({
  id: "convergence/sigma",
  version: 3,
  title: { en: "Sigma convergence", zh: "σ 收敛" },
  question: { en: "Do places draw together over the years?", zh: "各地区的差异是否逐年缩小？" },
  formula: "σₜ = √(Σᵢ (ln yᵢₜ − mₜ)² / n);  t = r √((n − 2)/(1 − r²)),  r = ρ(x + z, x − z)",
  where: {
    en: "yᵢₜ: level of a place; mₜ: mean of ln yᵢₜ; x, z: ln y in the two years; t: Pitman and Morgan's test; ρ: correlation",
    zh: "yᵢₜ：地区水平值；mₜ：ln yᵢₜ 的均值；x、z：两年的 ln y；t：皮特曼—摩根检验；ρ：相关系数",
  },
  formulas: { sigma: "σ", t: "t =" },
  cites: [
    {
      text: "Barro, R. J. and Sala-i-Martin, X. (1992). Convergence. Journal of Political Economy 100(2), 223-251.",
      checked: "unverified",
    },
    { text: "Pitman, E. J. G. (1939). A note on normal correlation. Biometrika 31, 9-12.", checked: "secondary" },
    {
      text: "Morgan, W. A. (1939). A test for the significance of the difference between two variances in a sample from a normal bivariate population. Biometrika 31, 13-19.",
      checked: "secondary",
    },
  ],
  conventions: {
    measure: {
      title: { en: "Measure", zh: "测度" },
      choices: {
        "sd-log": { en: "standard deviation of ln y", zh: "对数标准差" },
        cv: { en: "coefficient of variation of y", zh: "变异系数" },
      },
    },
    divisor: {
      title: { en: "Squares are divided by", zh: "平方和除以" },
      choices: {
        n: { en: "n: the places are all there are", zh: "n：各地即总体" },
        "n-1": { en: "n - 1: the places are a sample", zh: "n − 1：各地为样本" },
      },
    },
    places: {
      title: { en: "Places", zh: "参与地区" },
      choices: {
        balanced: { en: "those with a value in every year", zh: "各年均有数据的地区" },
        all: { en: "what each year has", zh: "各年现有的地区" },
      },
    },
    base: { title: { en: "Base year", zh: "基年" }, choices: {} },
    prices: pricesConvention,
  },
  pitfalls: [
    {
      en: "Fisher's F takes the two years for different places and sees too little; Pitman and Morgan's test is for the same places.",
      zh: "F 检验把两年当作不同地区，功效偏低；Pitman–Morgan 检验适用于同一组地区。",
    },
    {
      en: "A changing set of places looks like convergence; `balanced` keeps the places alike.",
      zh: "样本变动会造成收敛假象，`balanced` 保持地区一致。",
    },
  ],
  inputs: { data: table({ place: label.one, year: number.one, value: number.one, group: label.optional }) },
  options: z.strictObject({
    measure: z.enum(["sd-log", "cv"]).default("sd-log"),
    divisor: z.enum(["n", "n-1"]).default("n"),
    places: z.enum(["balanced", "all"]).default("balanced"),
    base: z.int().optional(),
    prices: z.enum(pricesChoices).default("as-given"),
  }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: ln values 0, ln 2, ln 4 and later 0, 0, ln 2: variances (2/3) ln(2)^2 and (2/9) ln(2)^2, ratio of deviations 1/sqrt(3), F = 3; in units of ln 2 about the means, x = (-1, 0, 1), z = (-1, -1, 2)/3: sum (-4, -1, 5)/3, difference (-2, 1, 1)/3, r = (12/9) / sqrt(42/9 x 6/9) = 12/sqrt(252), t = r / sqrt(1 - r^2) = sqrt(4/3)",
      zh: "手算：对数值 0、ln 2、ln 4，其后为 0、0、ln 2：方差 (2/3) ln²2 与 (2/9) ln²2，标准差之比 1/√3，F = 3；以 ln 2 为单位对均值取差，x = (−1, 0, 1)，z = (−1, −1, 2)/3：和 (−4, −1, 5)/3，差 (−2, 1, 1)/3，r = (12/9) / √(42/9 × 6/9) = 12/√252，t = r / √(1 − r²) = √(4/3)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "b", "c", "a", "b", "c"]),
          numbers("year", "year", [2010, 2010, 2010, 2020, 2020, 2020]),
          numbers("value", "yuan", [1, 2, 4, 1, 1, 2]),
        ],
      ),
    },
    gives: {
      ratio: 1 / Math.sqrt(3),
      "indices[0].sigma": Math.log(2) * Math.sqrt(2 / 3),
      "tests[0].f": 3,
      "tests[0].t": Math.sqrt(4 / 3),
    },
  },
  run: ({ data }, options) => sigma(data, options),
  scalars: {
    ratio: { title: { en: "Dispersion over that of the base year", zh: "与基年离散程度之比" }, unit: "1" },
    p: { title: { en: "p, paired test", zh: "配对检验 p 值" }, unit: "1" },
  },
  tables: sigmaTables,
  views: [{ kind: "trend", table: "indices", time: "year", value: "sigma", series: "group" }],
  trace: traceSigma,
  findings: sigmaFindings,
});
