import { InputError } from "../contract/errors.ts";
import type { Convention, Warning } from "../contract/method.ts";
import { quantile } from "../numeric/quantile.ts";
import type { PanelInput } from "./growth-span.ts";
import { yearsIn } from "./growth-span.ts";

export interface ClassOptions {
  /** Quantiles of each year, or of all years together; of no account where cuts are given. */
  readonly classes?: "per-year" | "pooled";
  readonly k?: number;
  /** Upper ends of all classes but the last. */
  readonly cuts?: readonly number[] | undefined;
  /** Values as they are, or over the mean of their year. */
  readonly value?: "level" | "relative";
}

/** Whether a class is a band of values over all years: prices that rise move places into higher ones. */
export const comparesLevels = ({ classes, cuts, value }: ClassOptions): boolean =>
  value !== "relative" && (classes === "pooled" || cuts !== undefined);

/** Places by years: `NaN` and -1 where there is no figure. */
export interface StatePanel {
  readonly places: readonly string[];
  readonly years: readonly number[];
  readonly k: number;
  readonly value: Float64Array;
  readonly state: Int32Array;
  /** Upper ends of all classes but the last: one row a year, or one for all years. */
  readonly cuts: readonly { readonly year: number | undefined; readonly ends: readonly number[] }[];
  readonly warnings: readonly Warning[];
}

/** Lays a panel out by place and year and puts each value into a class: class c holds what is above cut c - 1 and up to cut c. */
export function stateClasses(
  method: string,
  input: PanelInput,
  { classes = "per-year", k: asked = 4, cuts: given, value: scale = "level" }: ClassOptions,
): StatePanel {
  const years = yearsIn(method, input);
  const places = [...new Set(input.place)].sort();
  const [width, rowAt] = [years.length, new Map(places.map((place, at) => [place, at]))];
  const value = new Float64Array(places.length * width).fill(Number.NaN);
  input.place.forEach((place, row) => {
    value[(rowAt.get(place) as number) * width + years.indexOf(input.year[row] as number)] = input.value[row] as number;
  });
  const ofYear = (at: number) =>
    places.map((_, row) => value[row * width + at] as number).filter((each) => !Number.isNaN(each));
  if (scale === "relative") {
    years.forEach((year, at) => {
      const own = ofYear(at);
      const mean = own.reduce((a, b) => a + b, 0) / own.length;
      if (!(mean > 0)) throw meanNotPositive(method, year, mean);
      for (let row = 0; row < places.length; row += 1) {
        value[row * width + at] = (value[row * width + at] as number) / mean;
      }
    });
  }
  const k = given === undefined ? asked : given.length + 1;
  if (given !== undefined) checkCuts(method, given);
  const ends = (values: readonly number[], where: string | undefined) => {
    if (given !== undefined) return given;
    if (values.length < k) throw tooFew(method, values.length, k, where);
    return quantileEnds(values, k);
  };
  const isPooled = given !== undefined || classes === "pooled";
  const cuts = isPooled
    ? [
        {
          year: undefined,
          ends: ends(
            years.flatMap((_, at) => ofYear(at)),
            undefined,
          ),
        },
      ]
    : years.map((year, at) => ({ year, ends: ends(ofYear(at), String(year)) }));
  const state = Int32Array.from(value, (each, cell) =>
    classOf(each, (cuts[isPooled ? 0 : cell % width] as { ends: readonly number[] }).ends),
  );
  return { places, years, k, value, state, cuts, warnings: [...unevenYears(years), ...emptyClasses(state, k)] };
}

/** The class of a value: -1 where it is missing. */
export function classOf(value: number, ends: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  const at = ends.findIndex((end) => value <= end);
  return at < 0 ? ends.length : at;
}

/** Quantiles between the k classes by linear interpolation between order statistics (type 7 of R). */
export function quantileEnds(values: readonly number[], k: number): number[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: k - 1 }, (_, at) => quantile(sorted, (at + 1) / k));
}

/** Counts of moves from each class to each, row-major, between each year of the data and the next. */
export function countMoves({ places, years, k, state }: StatePanel, kept: (cell: number) => boolean): Float64Array {
  const counts = new Float64Array(k * k);
  for (let row = 0; row < places.length; row += 1) {
    for (let at = 0; at + 1 < years.length; at += 1) {
      const cell = row * years.length + at;
      const [from, to] = [state[cell] as number, state[cell + 1] as number];
      if (from < 0 || to < 0 || !kept(cell)) continue;
      counts[from * k + to] = (counts[from * k + to] as number) + 1;
    }
  }
  return counts;
}

function unevenYears(years: readonly number[]): Warning[] {
  const steps = years.slice(1).map((year, at) => year - (years[at] as number));
  if (Math.min(...steps) === Math.max(...steps)) return [];
  return [
    {
      code: "uneven-years",
      text: {
        en: `the years ${years.join(", ")} do not follow at equal distances, and each is taken as one step from the one before`,
        zh: `年份 ${years.join("、")} 间隔不等，相邻年份均按一步转移处理`,
      },
    },
  ];
}

function emptyClasses(state: Int32Array, k: number): Warning[] {
  const empty = Array.from({ length: k }, (_, at) => at).filter((at) => !state.includes(at));
  if (empty.length === 0) return [];
  const names = empty.map((at) => at + 1);
  return [
    {
      code: "empty-class",
      text: {
        en: `no place is ever in class ${names.join(", ")}: ties or cuts leave it empty`,
        zh: `第 ${names.join("、")} 类始终没有地区：并列取值或分界点使其为空`,
      },
    },
  ];
}

function checkCuts(method: string, cuts: readonly number[]): void {
  if (cuts.every((cut, at) => at === 0 || cut > (cuts[at - 1] as number))) return;
  throw new InputError({
    code: "cuts-not-rising",
    text: {
      en: `${method}: cuts are ${cuts.join(", ")}, expected numbers that rise`,
      zh: `${method}：分界点为 ${cuts.join("、")}，应依次递增`,
    },
  });
}

function tooFew(method: string, n: number, k: number, year: string | undefined): InputError {
  const [en, zh] = year === undefined ? ["", ""] : [` in ${year}`, `${year} 年`];
  return new InputError({
    code: "too-few-places",
    text: {
      en: `${method}: ${n} values${en} for ${k} classes, expected at least as many values as classes`,
      zh: `${method}：${zh}仅有 ${n} 个取值，却要分为 ${k} 类；取值个数应不少于类数`,
    },
    hint: { en: "ask for fewer classes (k), or give cuts", zh: "请减少类数 k，或直接给定分界点 cuts" },
  });
}

function meanNotPositive(method: string, year: number, mean: number): InputError {
  return new InputError({
    code: "mean-not-positive",
    text: {
      en: `${method}: the mean of ${year} is ${mean}, expected more than 0 to set values in relation to it`,
      zh: `${method}：${year} 年均值为 ${mean}，相对取值要求均值大于 0`,
    },
  });
}

export const classConventions: Readonly<Record<"classes" | "value" | "step", Convention>> = {
  classes: {
    title: { en: "Classes", zh: "类的划分" },
    choices: {
      "per-year": { en: "quantiles of each year: a class is a band of ranks", zh: "按各年分位数：类即位次区间" },
      pooled: {
        en: "quantiles of all years together: a class is a band of values",
        zh: "按各年合并的分位数：类即取值区间",
      },
      cuts: { en: "at the cuts given", zh: "按给定分界点" },
    },
  },
  value: {
    title: { en: "What is put into classes", zh: "分类所用取值" },
    choices: {
      level: { en: "the value as it is", zh: "原值" },
      relative: { en: "the value over the mean of its year", zh: "与当年均值之比" },
    },
  },
  step: {
    title: { en: "One step", zh: "一步转移" },
    choices: {
      next: {
        en: "from each year of the data to the next, for places with a figure in both",
        zh: "由数据中某年到下一年，两年均有数据的地区",
      },
    },
  },
};

export const classConvention = ({ classes = "per-year", cuts, value = "level" }: ClassOptions) => ({
  classes: cuts === undefined ? classes : "cuts",
  value,
  step: "next",
});
