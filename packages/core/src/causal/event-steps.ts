import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { isAlwaysTreated, type TreatedPanel } from "./treated-panel.ts";

/** Rows of a panel that an event regression takes: those with a figure, of places whose first year under treatment is known. */
export interface EventRows {
  readonly place: readonly string[];
  readonly year: Float64Array;
  readonly outcome: Float64Array;
  /** First year under treatment of each row's place; infinite for never. */
  readonly first: Float64Array;
  readonly columns: readonly Float64Array[];
  /** The input's row of each. */
  readonly rows: Uint32Array;
  readonly dropped: readonly Dropped[];
}

export function eventRows(panel: TreatedPanel, covariates: readonly NamedNumbers[]): EventRows {
  const { places, years, outcome, rows, first } = panel;
  const always = [...places.keys()].filter((at) => isAlwaysTreated(panel, first[at]));
  const left = new Set(always);
  const cells = [...rows.keys()].filter((cell) => {
    const row = rows[cell];
    return (
      row >= 0 &&
      !left.has(Math.floor(cell / years.length)) &&
      Number.isFinite(outcome[cell]) &&
      covariates.every(({ values }) => Number.isFinite(values[row]))
    );
  });
  const placeOf = (cell: number) => Math.floor(cell / years.length);
  return {
    place: cells.map((cell) => places[placeOf(cell)]),
    year: Float64Array.from(cells, (cell) => years[cell % years.length]),
    outcome: Float64Array.from(cells, (cell) => outcome[cell]),
    first: Float64Array.from(cells, (cell) => first[placeOf(cell)]),
    columns: covariates.map(({ values }) => Float64Array.from(cells, (cell) => values[rows[cell]])),
    rows: Uint32Array.from(cells, (cell) => rows[cell]),
    dropped: always.map((at) => ({
      input: "data",
      row: places[at],
      reason: { en: "treated from the first year on", zh: "自首年起即受处理" },
    })),
  };
}

/** Some of the rows, in their order. */
export function keepRows(all: EventRows, isKept: (row: number) => boolean): EventRows {
  const kept = [...all.place.keys()].filter(isKept);
  const pick = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]);
  return {
    ...all,
    place: kept.map((row) => all.place[row]),
    year: pick(all.year),
    outcome: pick(all.outcome),
    first: pick(all.first),
    columns: all.columns.map(pick),
    rows: Uint32Array.from(kept, (row) => all.rows[row]),
  };
}

/** Steps since treatment, rising, that occur in the rows of treated places and are no reference. */
export function stepsIn({ first, year }: EventRows, reference: number, binned: (step: number) => number): number[] {
  const steps = new Set<number>();
  for (const [row, start] of first.entries()) if (Number.isFinite(start)) steps.add(binned(year[row] - start));
  steps.delete(reference);
  return [...steps].sort((a, b) => a - b);
}

/** Without a place that is never treated the years since treatment are told from the years themselves by nothing. */
export function checkNever(method: string, { first }: EventRows): void {
  if (first.some((start) => start === Number.POSITIVE_INFINITY)) return;
  throw new InputError({
    code: "nobody-untreated",
    text: {
      en: `${method}: every place is treated in the end, expected some that never are`,
      zh: `${method}：所有地区最终都受处理，应有从未受处理的地区`,
    },
    hint: {
      en: "end the data before the last cohort is treated, or take causal/group-time-att with control: not-yet-treated",
      zh: "请将数据截至最后一批受处理之前，或使用 causal/group-time-att 并设 control: not-yet-treated",
    },
  });
}

export function noStep(method: string, reference: number): InputError {
  return new InputError({
    code: "no-reference",
    text: {
      en: `${method}: no treated place is observed ${-reference} year before treatment, the year that effects are measured from`,
      zh: `${method}：没有受处理地区在处理前第 ${-reference} 年有观测，无法以其为基期`,
    },
  });
}
