import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";
import { alwaysTreated, noValue, noValueBefore } from "./panel-words.ts";
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
  const placeOf = (cell: number) => Math.floor(cell / years.length);
  const hasValueBefore = (at: number) =>
    years.some((year, step) => year < first[at] && Number.isFinite(outcome[at * years.length + step]));
  const reasons = places.map((place, at): Text | undefined => {
    if (isAlwaysTreated(panel, first[at])) return alwaysTreated;
    const since = undated.get(place);
    return since === undefined ? (hasValueBefore(at) ? undefined : noValueBefore) : undatedIn(since);
  });
  const cells: number[] = [];
  const dropped: Dropped[] = places.flatMap((row, at) => {
    const reason = reasons[at];
    return reason === undefined ? [] : [{ input: "data", row, reason }];
  });
  for (const [cell, row] of rows.entries()) {
    if (row < 0 || reasons[placeOf(cell)] !== undefined) continue;
    const reason = Number.isFinite(outcome[cell]) ? lacking(covariates, row) : noValue;
    if (reason === undefined) cells.push(cell);
    else dropped.push({ input: "data", row: `${places[placeOf(cell)]} ${years[cell % years.length]}`, reason });
  }
  return {
    place: cells.map((cell) => places[placeOf(cell)]),
    year: Float64Array.from(cells, (cell) => years[cell % years.length]),
    outcome: Float64Array.from(cells, (cell) => outcome[cell]),
    first: Float64Array.from(cells, (cell) => first[placeOf(cell)]),
    columns: covariates.map(({ values }) => Float64Array.from(cells, (cell) => values[rows[cell]])),
    rows: Uint32Array.from(cells, (cell) => rows[cell]),
    dropped: [...panel.dropped, ...dropped],
  };
}

/** That a row lacks a covariate, and which. */
function lacking(covariates: readonly NamedNumbers[], row: number): Text | undefined {
  const gap = covariates.find(({ values }) => !Number.isFinite(values[row]));
  if (gap === undefined) return undefined;
  const { name, title = same(name) } = gap;
  return { en: `no value of ${title.en}`, zh: `缺少“${title.zh}”` };
}

const undatedIn = (years: readonly number[]): Text => ({
  en: `nothing says whether treatment began in ${years.join(", ")}`,
  zh: `${years.join("、")} 年是否已受处理未见记载，处理起始年无从确定`,
});

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
  const [only, another] = new Set(first);
  throw new InputError({
    code: "nobody-untreated",
    text: {
      en: `${method}: every place is treated in the end, expected some that never are`,
      zh: `${method}：所有地区最终都受处理，应有从未受处理的地区`,
    },
    hint:
      another === undefined
        ? {
            en: `bring places that are never treated: all of these begin in ${only}, and none is left to compare with`,
            zh: `请补充从未受处理的地区：这些地区均自 ${only} 年起受处理，没有可比者`,
          }
        : {
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

/** A year since treatment whose effect the effects of places and years say already. */
export function noComparison(method: string, step: Text): InputError {
  return new InputError({
    code: "no-comparison",
    text: {
      en: `${method}: nothing is left of ${step.en} beside the effects of places and years: its places lack the year that effects are measured from, or no other place is observed then`,
      zh: `${method}：扣除地区与年份效应后，${step.zh}不再有变异：其地区缺少基期，或当年没有其他地区的观测`,
    },
    hint: {
      en: "bring the years that are missing, leave those places or years out, or take causal/group-time-att",
      zh: "请补充缺失的年份，剔除相应地区或年份，或使用 causal/group-time-att",
    },
  });
}

export function noStep(method: string, reference: number): InputError {
  return new InputError({
    code: "no-reference",
    text: {
      en: `${method}: no treated place is observed ${counted(-reference, "year")} before treatment, the year that effects are measured from`,
      zh: `${method}：没有受处理地区在处理前第 ${-reference} 年有观测，无法以其为基期`,
    },
    hint: {
      en: "bring that year; treated is 0 before treatment and 1 from then on; causal/group-time-att measures from the last year that there is",
      zh: "请补充该年数据；treated 在处理前为 0、此后为 1；causal/group-time-att 以处理前最后一个有数据的年份为基期",
    },
  });
}
