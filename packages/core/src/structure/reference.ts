import { InputError } from "../contract/errors.ts";
import type { Convention, Dropped } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { checkSlices } from "./slice-shape.ts";

/** The economy that places are compared with: one figure an industry (and year). */
export interface Reference {
  readonly industry: readonly string[];
  readonly value: ArrayLike<number>;
  readonly year?: ArrayLike<number> | undefined;
}

export const referenceInput = optional(table({ industry: label.one, year: number.optional, value: number.one }));

/** Whether a place's own figures are part of what it is compared with. */
export type Self = "include" | "exclude";

/**
 * The slices with the industries that the reference has, so that both sides are shares of the same set of industries.
 * What only one side has is dropped by name.
 */
export function comparable(
  method: string,
  slices: readonly CompositionSlice[],
  reference: Reference | undefined,
): { slices: readonly CompositionSlice[]; dropped: readonly Dropped[] } {
  checkSlices(method, slices, reference);
  if (reference === undefined) return { slices, dropped: [] };
  refuseNegative(method, reference);
  const dropped: Dropped[] = [];
  const kept = slices.map((slice) => {
    const theirs = valuesOf(method, reference, slice.year);
    const columns = slice.industries.flatMap((industry, at) => (theirs.has(industry) ? [at] : []));
    if (columns.length === 0) {
      const [ours, others] = [slice.industries.join(", "), [...theirs.keys()].join(", ")];
      throw new InputError({
        code: "no-common-industry",
        text: {
          en: `${method}: the reference has none of the industries ${ours}; it has ${others}`,
          zh: `${method}：参照数据中没有行业 ${ours}；其行业为 ${others}`,
        },
      });
    }
    const at = (industry: string) => (slice.year === undefined ? industry : `${industry} ${slice.year}`);
    for (const industry of slice.industries) {
      if (theirs.has(industry)) continue;
      dropped.push({
        input: "data",
        row: at(industry),
        reason: { en: "industry not in the reference", zh: "参照数据中无此行业" },
      });
    }
    for (const industry of theirs.keys()) {
      if (slice.industries.includes(industry)) continue;
      dropped.push({
        input: "reference",
        row: at(industry),
        reason: { en: "industry not in the data", zh: "数据中无此行业" },
      });
    }
    if (columns.length === slice.industries.length) return slice;
    const width = slice.industries.length;
    const values = Float64Array.from(
      { length: slice.places.length * columns.length },
      (_, cell) =>
        slice.values[Math.floor(cell / columns.length) * width + (columns[cell % columns.length] as number)] as number,
    );
    return { ...slice, industries: columns.map((column) => slice.industries[column] as string), values };
  });
  return { slices: kept, dropped };
}

/**
 * What place number `at` of the slice is compared with, by industry: the reference given, or the sum of all places, with
 * or without the place itself.
 */
export function baseOf(
  method: string,
  slice: CompositionSlice,
  reference: Reference | undefined,
  self: Self,
): (at: number) => Float64Array {
  if (reference === undefined) return self === "include" ? sumOfPlaces(slice) : sumOfOthers(slice);
  const theirs = valuesOf(method, reference, slice.year);
  const whole = Float64Array.from(slice.industries, (industry) => theirs.get(industry) as number);
  if (!whole.some((value) => value > 0)) {
    throw new InputError({
      code: "total-zero",
      text: {
        en: `${method}: the reference adds up to 0, expected more than 0`,
        zh: `${method}：参照数据合计为 0，应大于 0`,
      },
    });
  }
  if (self === "include") return () => whole;
  return (at) => whole.map((value, column) => rest(method, slice, at, column, value));
}

function valuesOf(method: string, reference: Reference, year: number | undefined): ReadonlyMap<string, number> {
  const years = reference.year === undefined ? [] : [...new Set(Array.from(reference.year))].sort((a, b) => a - b);
  const wanted = year ?? (years.length === 1 ? years[0] : undefined);
  if (years.length > 0 && (wanted === undefined || !years.includes(wanted))) {
    const asked = year === undefined ? ["figures of no stated year", "未注明年份的数据"] : [`${year}`, `${year} 年`];
    throw new InputError({
      code: "reference-year",
      text: {
        en: `${method}: the reference has ${years.join(", ")}, expected ${asked[0]}`,
        zh: `${method}：参照数据的年份为 ${years.join("、")}，应有${asked[1]}`,
      },
      hint: {
        en: "give the reference a row for each year, or leave its year out to use it for all",
        zh: "请为每一年提供参照数据，或去掉年份列以用于所有年份",
      },
    });
  }
  return new Map(
    reference.industry.flatMap((industry, row) =>
      reference.year === undefined || reference.year[row] === wanted
        ? [[industry, reference.value[row] as number]]
        : [],
    ),
  );
}

function sumOfPlaces(slice: CompositionSlice): () => Float64Array {
  const width = slice.industries.length;
  const total = new Float64Array(width);
  slice.values.forEach((value, cell) => {
    if (!Number.isNaN(value)) total[cell % width] = (total[cell % width] as number) + value;
  });
  return () => total;
}

/** Sums before and after each place, so that leaving a place out subtracts nothing and an industry of its own leaves 0. */
function sumOfOthers(slice: CompositionSlice): (at: number) => Float64Array {
  const width = slice.industries.length;
  const n = slice.places.length;
  const before = new Float64Array((n + 1) * width);
  const after = new Float64Array((n + 1) * width);
  const figure = (cell: number) => {
    const value = slice.values[cell] as number;
    return Number.isNaN(value) ? 0 : value;
  };
  for (let cell = 0; cell < n * width; cell += 1) before[cell + width] = (before[cell] as number) + figure(cell);
  for (let cell = n * width - 1; cell >= 0; cell -= 1) after[cell] = (after[cell + width] as number) + figure(cell);
  return (at) =>
    Float64Array.from(
      { length: width },
      (_, column) => (before[at * width + column] as number) + (after[(at + 1) * width + column] as number),
    );
}

/** Share of the reference's figure below which a negative difference is rounding, not a place outside the reference. */
const rounding = 1e-9;

function rest(method: string, slice: CompositionSlice, at: number, column: number, whole: number): number {
  const own = slice.values[at * slice.industries.length + column] as number;
  const left = Number.isNaN(own) ? whole : whole - own;
  if (Math.abs(left) <= rounding * whole) return 0;
  if (left > 0) return left;
  const [place, industry] = [slice.places[at], slice.industries[column]];
  throw new InputError({
    code: "place-outside-reference",
    text: {
      en: `${method}: ${industry} is ${own} in ${place} but ${whole} in the reference, expected a part of it`,
      zh: `${method}：${place} 的 ${industry} 为 ${own}，参照数据为 ${whole}，前者应是后者的一部分`,
    },
    hint: {
      en: "a place can be taken out only of a reference that holds it: use self: include",
      zh: "只有参照数据包含该地区时才能剔除自身：请用 self: include",
    },
  });
}

/** Refuses a reference of one moment where the method asks how it changed. */
export function datedReference(method: string, reference: Reference | undefined): void {
  if (reference === undefined || reference.year !== undefined) return;
  throw new InputError({
    code: "reference-without-year",
    text: {
      en: `${method}: the reference has no year, expected the years of the data`,
      zh: `${method}：参照数据没有年份，应有与数据相同的各年`,
    },
  });
}

function refuseNegative(method: string, reference: Reference): void {
  const at = Array.from(reference.value).findIndex((value) => value < 0);
  if (at < 0) return;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `${method}: reference of ${reference.industry[at]} is ${reference.value[at]}, expected at least 0`,
      zh: `${method}：${reference.industry[at]} 的参照值为 ${reference.value[at]}，应不小于 0`,
    },
  });
}

export const baseConvention: Convention = {
  title: { en: "Compared with", zh: "参照" },
  choices: {
    given: { en: "the reference given", zh: "给定的参照数据" },
    places: { en: "the sum of the places given", zh: "所给地区之和" },
  },
};

export const selfConvention: Convention = {
  title: { en: "The place itself in what it is compared with", zh: "参照是否包含本地" },
  choices: {
    include: { en: "included", zh: "包含" },
    exclude: { en: "taken out: the rest of it", zh: "剔除本地，与其余地区比较" },
  },
};
