import { aligned, distinctYears } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { noValueAnywhere } from "./panel-words.ts";
import { checkVaries } from "./varying-outcome.ts";

/** A panel in which some places come under a policy, each for good: what every estimator of staggered adoption takes. */
export interface TreatedPanelInput {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  /** `NaN` where a place has no figure, while it is known whether it was treated. */
  readonly outcome: ArrayLike<number>;
  /** 1 in the years under treatment, 0 in the others. */
  readonly treated?: ArrayLike<number> | undefined;
  /** Instead of `treated`: the first year under treatment, on every row of the place; 0 for one that never is. */
  readonly first?: ArrayLike<number> | undefined;
}

export interface TreatedPanel {
  /** In the order of their names. */
  readonly places: readonly string[];
  /** Every year in which some place has a figure, rising. */
  readonly years: readonly number[];
  /** Places x years, row-major; `NaN` where a place has no figure. */
  readonly outcome: Float64Array;
  /** The row of the input that each cell came from; -1 where there is none. */
  readonly rows: Int32Array;
  /** First year under treatment of each place; infinite for never, the first of the data where every row is treated. */
  readonly first: Float64Array;
  /** Years without a row between the last untreated and the first treated of a place: it began in one of them, or after. */
  readonly undated: ReadonlyMap<string, readonly number[]>;
  /** Years in which no place has a figure. */
  readonly dropped: readonly Dropped[];
}

/** Treated in every year that it is observed, so that it has no year to compare with. */
export const isAlwaysTreated = ({ years }: TreatedPanel, first: number): boolean => first <= (years[0] as number);

/** The first years of those that come under treatment while they are observed, rising: one cohort each. */
export function cohortsOf(panel: TreatedPanel): number[] {
  const known = panel.first.filter((first) => Number.isFinite(first) && !isAlwaysTreated(panel, first));
  return [...new Set(known)].sort((a, b) => a - b);
}

/** Reads places x years and when each place came under treatment; refuses treatment that is partial, ends or never comes. */
export function treatedPanel(method: string, input: TreatedPanelInput): TreatedPanel {
  const { place, year, outcome, treated, first } = input;
  aligned(method, { place, year, outcome, treated, first });
  distinctYears(method, place, year);
  const places = [...new Set(place)].sort();
  checkVaries(method, outcome);
  const valued = new Set(Array.from(year).filter((_, row) => Number.isFinite(outcome[row])));
  const years = [...valued].sort((a, b) => a - b);
  const [placeAt, yearAt] = [positions(places), positions(years)];
  const cells = new Float64Array(places.length * years.length).fill(Number.NaN);
  const rows = new Int32Array(cells.length).fill(-1);
  place.forEach((name, row) => {
    if (!valued.has(year[row])) return;
    const cell = (placeAt.get(name) as number) * years.length + (yearAt.get(year[row] as number) as number);
    rows[cell] = row;
    cells[cell] = outcome[row] as number;
  });
  const start =
    first !== undefined && treated === undefined
      ? startsAsStated(method, places, years, rows, first)
      : treated !== undefined && first === undefined
        ? startsAsSwitched(method, places, years, rows, treated)
        : undefined;
  if (start === undefined) throw treatmentUnstated(method, treated !== undefined);
  const gaps =
    treated === undefined ? [] : places.map((name, at) => [name, gapsBefore(start[at], at, years, rows)] as const);
  const undated = new Map(gaps.filter(([, lacking]) => lacking.length > 0));
  const dropped = [...new Set(Array.from(year))]
    .filter((each) => !valued.has(each))
    .map((each) => ({ input: "data", row: `${each}`, reason: noValueAnywhere }));
  const panel = { places, years, outcome: cells, rows, first: start, undated, dropped };
  if (start.every((each) => !Number.isFinite(each))) throw nobodyTreated(method, years);
  return panel;
}

/** The first year under treatment is that of the first row that says 1, and no later row may say 0. */
function startsAsSwitched(
  method: string,
  places: readonly string[],
  years: readonly number[],
  rows: Int32Array,
  treated: ArrayLike<number>,
): Float64Array {
  return Float64Array.from(places, (place, at) => {
    let start = Number.POSITIVE_INFINITY;
    let firstSeen: number | undefined;
    for (const [step, year] of years.entries()) {
      const row = rows[at * years.length + step] as number;
      if (row < 0) continue;
      const state = treated[row] as number;
      if (state !== 0 && state !== 1) throw partial(method, place, year, state);
      if (state === 1) start = Math.min(start, year);
      else if (Number.isFinite(start)) throw switchedOff(method, place, start, year);
      firstSeen ??= year;
    }
    return start === firstSeen ? (years[0] as number) : start;
  });
}

/** Years right before the start in which the place has no row. */
function gapsBefore(start: number, at: number, years: readonly number[], rows: Int32Array): number[] {
  const own = rows.subarray(at * years.length, (at + 1) * years.length);
  const from = years.indexOf(start);
  const lastSeen = own.findLastIndex((row, step) => step < from && row >= 0);
  return lastSeen < 0 ? [] : years.slice(lastSeen + 1, from);
}

function startsAsStated(
  method: string,
  places: readonly string[],
  years: readonly number[],
  rows: Int32Array,
  first: ArrayLike<number>,
): Float64Array {
  const last = years.at(-1) as number;
  return Float64Array.from(places, (place, at) => {
    const own = [...rows.subarray(at * years.length, (at + 1) * years.length)].filter((row) => row >= 0);
    const stated = [...new Set(own.map((row) => first[row] as number))];
    const [start = 0, other] = stated;
    if (stated.some(Number.isNaN)) throw startMissing(method, place);
    if (other !== undefined) throw startsDiffer(method, place, start, other);
    if (start === 0 || start > last) return Number.POSITIVE_INFINITY;
    const since = years.find((_, step) => (rows[at * years.length + step] as number) >= 0) as number;
    return start <= since ? Math.min(start, years[0] as number) : start;
  });
}

function positions<T>(list: readonly T[]): Map<T, number> {
  return new Map(list.map((each, at) => [each, at]));
}

function treatmentUnstated(method: string, both: boolean): InputError {
  return new InputError({
    code: "treatment-unstated",
    text: both
      ? {
          en: `${method}: treatment is given twice, as treated and as first`,
          zh: `${method}：处理状态重复给出（treated 与 first）`,
        }
      : { en: `${method}: nothing says who is treated and when`, zh: `${method}：未说明何地何时受到政策处理` },
    hint: {
      en: "give one: a column of 0 and 1 (treated), or of the first year under treatment, 0 for never (first)",
      zh: "请给出其一：取值 0、1 的列（treated），或首个处理年份的列、从未处理者记 0（first）",
    },
  });
}

function partial(method: string, place: string, year: number, state: number): InputError {
  return new InputError({
    code: "treatment-partial",
    text: {
      en: `${method}: treated of ${place} ${year} is ${state}, expected 0 or 1`,
      zh: `${method}：${place} ${year} 年的 treated 为 ${state}，应为 0 或 1`,
    },
    hint: {
      en: "say from which share of a year on a year counts as treated, and give 0 and 1",
      zh: "请先确定一年中处理比例达到多少即计为处理年，再以 0、1 给出",
    },
  });
}

function switchedOff(method: string, place: string, start: number, year: number): InputError {
  return new InputError({
    code: "treatment-reversed",
    text: {
      en: `${method}: ${place} is treated from ${start} on and not in ${year}, expected treatment for good`,
      zh: `${method}：${place} 自 ${start} 年起受处理，${year} 年又未受处理，应为持续处理`,
    },
    hint: {
      en: "keep only the years before it ends, or leave the place out: an effect of ending needs another comparison",
      zh: "请只保留政策终止前的年份，或剔除该地区：政策退出的效应需另作比较",
    },
  });
}

function startMissing(method: string, place: string): InputError {
  return new InputError({
    code: "treatment-unclear",
    text: {
      en: `${method}: first of ${place} is missing, expected a year, or 0 for never`,
      zh: `${method}：${place} 的 first 缺失，应为年份，从未处理者记 0`,
    },
  });
}

function startsDiffer(method: string, place: string, one: number, other: number): InputError {
  return new InputError({
    code: "treatment-unclear",
    text: {
      en: `${method}: first of ${place} is ${one} on one row and ${other} on another, expected one year a place`,
      zh: `${method}：${place} 的 first 既为 ${one} 又为 ${other}，每个地区应只有一个`,
    },
  });
}

function nobodyTreated(method: string, years: readonly number[]): InputError {
  return new InputError({
    code: "nobody-treated",
    text: {
      en: `${method}: no place is treated between ${years[0]} and ${years.at(-1)}`,
      zh: `${method}：${years[0]} 至 ${years.at(-1)} 年间没有受处理的地区`,
    },
    hint: {
      en: "look at the years of treatment and at the rows left out: a row without an outcome does not count",
      zh: "请核对处理年份与略去的观测：缺少结果变量的观测不计入",
    },
  });
}
