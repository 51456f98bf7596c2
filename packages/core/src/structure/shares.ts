import { InputError } from "../contract/errors.ts";
import type { Dropped, NamedRow, Warning } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";

/** Place x industry for one year, with each place's figures as shares of its total over the cells that it has. */
export interface Shares extends CompositionSlice {
  /** Row-major like `values`; `NaN` where there is no figure. */
  readonly shares: Float64Array;
}

export interface Structures {
  readonly slices: readonly Shares[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
}

/**
 * Shares of each place. A negative figure is refused; a place whose figures are all 0 has no structure and is dropped by
 * name; a place with gaps has its total formed over the rest, and is named in a warning.
 */
export function sharesOf(method: string, slices: readonly CompositionSlice[]): Structures {
  const dropped: Dropped[] = [];
  const gapped: NamedRow[] = [];
  const found = slices.map((slice): Shares => {
    const width = slice.industries.length;
    const kept = slice.places.flatMap((place, at) => {
      const row = slice.values.subarray(at * width, (at + 1) * width);
      refuseNegative(method, slice, place, row);
      const label = named(place, slice.year);
      if (!row.some((value) => value > 0)) {
        dropped.push({ input: "data", row: label, reason: { en: "no industry is above 0", zh: "没有大于 0 的行业" } });
        return [];
      }
      if (row.some(Number.isNaN)) gapped.push({ place, year: slice.year });
      return [at];
    });
    const values = new Float64Array(kept.length * width);
    const shares = new Float64Array(kept.length * width);
    kept.forEach((at, to) => {
      const row = slice.values.subarray(at * width, (at + 1) * width);
      values.set(row, to * width);
      shares.set(sharesWhere(row), to * width);
    });
    return { ...slice, places: kept.map((at) => slice.places[at] as string), values, shares };
  });
  if (found.every(({ places }) => places.length === 0)) {
    throw new InputError({
      code: "total-zero",
      text: {
        en: `${method}: the figures of every place are all 0, expected some above 0`,
        zh: `${method}：所有地区各行业数值均为 0，至少应有一个大于 0`,
      },
    });
  }
  return { slices: found, dropped, warnings: gapped.length === 0 ? [] : [gapWarning(gapped)] };
}

/** Shares of the total of `values` over the positions that `present` holds to be there; `NaN` elsewhere. */
export function sharesWhere(
  values: Float64Array,
  present: (at: number) => boolean = (at) => !Number.isNaN(values[at]),
): Float64Array {
  let total = 0;
  values.forEach((value, at) => {
    if (present(at)) total += value;
  });
  return values.map((value, at) => (present(at) ? value / total : Number.NaN));
}

export const named = (place: string, year: number | undefined): string =>
  year === undefined ? place : `${place} ${year}`;

/** Refuses a negative figure of any place. */
export function refuseNegatives(method: string, slice: CompositionSlice): void {
  const width = slice.industries.length;
  slice.places.forEach((place, at) => {
    refuseNegative(method, slice, place, slice.values.subarray(at * width, (at + 1) * width));
  });
}

function refuseNegative(method: string, slice: CompositionSlice, place: string, row: Float64Array): void {
  const at = row.findIndex((value) => value < 0);
  if (at < 0) return;
  const what = `${named(place, slice.year)} ${slice.industries[at]}`;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `${method}: value of ${what} is ${row[at]}, expected at least 0`,
      zh: `${method}：${what} 的取值为 ${row[at]}，应不小于 0`,
    },
  });
}

function gapWarning(rows: readonly NamedRow[]): Warning {
  return {
    code: "missing-cells",
    text: {
      en: "some industries have no figure in {rows}; shares there are of the total of the others",
      zh: "{rows} 有行业缺少数据，其份额按其余行业合计计算",
    },
    values: { rows: { rows } },
  };
}
