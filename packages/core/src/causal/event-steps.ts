import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";
import { alwaysTreated } from "./panel-words.ts";
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
  const { places, years, outcome, rows, first, undated } = panel;
  const dropped = [...places.keys()].flatMap((at) => {
    const reason = isAlwaysTreated(panel, first[at]) ? alwaysTreated : undatedIn(undated.get(places[at]) ?? []);
    return reason === undefined ? [] : [{ at, reason }];
  });
  const left = new Set(dropped.map(({ at }) => at));
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
    dropped: dropped.map(({ at, reason }) => ({ input: "data", row: places[at], reason })),
  };
}

function undatedIn(years: readonly number[]): Text | undefined {
  if (years.length === 0) return undefined;
  return {
    en: `no row in ${years.join(", ")}, so that nothing says whether treatment began then`,
    zh: `${years.join("、")} 年无数据，处理起始年无从确定`,
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

/** Effects need rows of treated places from treatment on. */
export function checkAfter(method: string, { place, year, first }: EventRows): void {
  if (first.some((start, row) => year[row] >= start)) return;
  const names = [...new Set(place.filter((_, row) => Number.isFinite(first[row])))];
  throw new InputError({
    code: "nothing-after",
    text: {
      en: `${method}: no treated place is observed from its treatment on (${names.join(", ")})`,
      zh: `${method}：没有受处理地区在处理开始后有观测（${names.join("、")}）`,
    },
    hint: { en: "bring later years of theirs", zh: "请补充这些地区其后年份的数据" },
  });
}

export function noStep(method: string, reference: number): InputError {
  return new InputError({
    code: "no-reference",
    text: {
      en: `${method}: no treated place is observed ${-reference} year before treatment, the year that effects are measured from`,
      zh: `${method}：没有受处理地区在处理前第 ${-reference} 年有观测，无法以其为基期`,
    },
    hint: {
      en: "bring that year; treated is 0 before treatment and 1 from then on; causal/group-time-att measures from the last year that there is",
      zh: "请补充该年数据；treated 在处理前为 0、此后为 1；causal/group-time-att 以处理前最后一个有数据的年份为基期",
    },
  });
}
