import type { NamedNumbers } from "../contract/readings.ts";
import { rowsBy } from "../contract/rows-by.ts";
import { median } from "../numeric/median.ts";
import { extremes } from "../numeric/spread.ts";
import { fillByNormal } from "./normal-em.ts";

export const fillings = ["none", "mean", "median", "interpolate", "em"] as const;
export type Filling = (typeof fillings)[number];

/** Why a gap is still one. */
export const reasons = [
  "not-asked",
  "no-figures",
  "one-side",
  "too-long",
  "row-empty",
  "too-few-rows",
  "constant",
] as const;
export type Reason = (typeof reasons)[number];

/** One gap of the data, and what became of it. */
export interface Gap {
  readonly row: number;
  /** Position of the indicator. */
  readonly column: number;
  /** What it was filled with, `NaN` where it was not. */
  readonly value: number;
  /** Figures that the value rests on. */
  readonly basis: number;
  /** Years between which it was interpolated. */
  readonly from?: number;
  readonly to?: number;
  readonly reason?: Reason;
}

/** Rows that may lend each other figures. */
export type Pools = readonly (readonly number[])[];

export function gapsOf(indicators: readonly NamedNumbers[]): { row: number; column: number }[] {
  return indicators.flatMap(({ values }, column) =>
    [...values.keys()].flatMap((row) => (Number.isNaN(values[row]) ? [{ row, column }] : [])),
  );
}

/** The mean or the median of the figures in the pool. */
export function fillByPool(indicators: readonly NamedNumbers[], pools: Pools, which: "mean" | "median"): Gap[] {
  return pools.flatMap((rows) =>
    indicators.flatMap(({ values }, column) => {
      const gaps = rows.filter((row) => Number.isNaN(values[row]));
      if (gaps.length === 0) return [];
      const there = Float64Array.from(rows, (row) => values[row]).filter((value) => !Number.isNaN(value));
      if (there.length === 0) return gaps.map((row) => left(row, column, "no-figures"));
      const value = which === "mean" ? there.reduce((sum, each) => sum + each, 0) / there.length : median(there);
      return gaps.map((row) => ({ row, column, value, basis: there.length }));
    }),
  );
}

/** On the straight line between the nearest figures of the same place before and after; never beyond them. */
export function fillByLine(
  indicators: readonly NamedNumbers[],
  place: readonly string[],
  year: ArrayLike<number>,
  longest: number,
): Gap[] {
  const histories = rowsBy(place);
  return [...histories.values()].flatMap((rows) => {
    const history = rows.sort((a, b) => year[a] - year[b]);
    return indicators.flatMap(({ values }, column) =>
      history.flatMap((row, at): Gap[] => {
        if (!Number.isNaN(values[row])) return [];
        const before = history.slice(0, at).findLast((other) => !Number.isNaN(values[other]));
        const after = history.slice(at + 1).find((other) => !Number.isNaN(values[other]));
        if (before === undefined && after === undefined) return [left(row, column, "no-figures")];
        if (before === undefined || after === undefined) return [left(row, column, "one-side")];
        const [from, to] = [year[before], year[after]];
        if (to - from > longest) return [left(row, column, "too-long")];
        const way = (year[row] - from) / (to - from);
        const value = (1 - way) * values[before] + way * values[after];
        return [{ row, column, value, basis: 2, from, to }];
      }),
    );
  });
}

/** What a normal distribution over the pool's rows expects of a figure, given the others of its row. */
export function fillByExpectation(indicators: readonly NamedNumbers[], pools: Pools): { gaps: Gap[]; steps: number } {
  let steps = 0;
  const gaps = pools.flatMap((rows) => {
    const isThere = (column: number, row: number) => !Number.isNaN(indicators[column].values[row]);
    const all = [...indicators.keys()];
    if (rows.every((row) => all.every((column) => isThere(column, row)))) return [];
    const varied = all.filter((column) => {
      const there = rows.filter((row) => isThere(column, row)).map((row) => indicators[column].values[row]);
      const { least, most } = extremes(there);
      return least < most;
    });
    const used = rows.filter((row) => varied.some((column) => isThere(column, row)));
    const lacking = (why: (row: number, column: number) => Reason | undefined) =>
      rows.flatMap((row) =>
        all.flatMap((column) => {
          const reason = isThere(column, row) ? undefined : why(row, column);
          return reason === undefined ? [] : [left(row, column, reason)];
        }),
      );
    if (used.length <= varied.length + 1) return lacking(() => "too-few-rows");
    const filled = fillByNormal(
      varied.map((column) => Float64Array.from(used, (row) => indicators[column].values[row])),
    );
    steps = Math.max(steps, filled.steps);
    const found = used.flatMap((row, at) =>
      varied.flatMap((column, position) =>
        isThere(column, row) ? [] : [{ row, column, value: filled.columns[position][at], basis: used.length }],
      ),
    );
    const isUsed = new Set(used);
    const still = lacking((row, column) =>
      !varied.includes(column) ? "constant" : isUsed.has(row) ? undefined : "row-empty",
    );
    return [...found, ...still];
  });
  return { gaps, steps };
}

export function left(row: number, column: number, reason: Reason): Gap {
  return { row, column, value: Number.NaN, basis: 0, reason };
}
