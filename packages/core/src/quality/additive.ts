import { median } from "../numeric/median.ts";
import { groupedBy } from "./grouped.ts";
import type { Measure } from "./panel.ts";
import { isTotal, isTotalColumn } from "./totals.ts";

/** A whole that its parts add up to: a measure, or 1 or 100 of shares. */
export interface Additive {
  readonly whole: Measure | number;
  readonly parts: readonly Measure[];
  /** What rounding of whole and parts may leave between them. */
  readonly rounding: number;
  /** Cells of places and years with figures of all of them, and in how many they agree. */
  readonly cells: readonly number[];
  readonly held: number;
}

/** A relation is one when it holds in so many of the cells, and in no fewer than so many. */
const mostCells = 0.8;
const fewestCells = 8;
/** Figures of a few steps of their last digit add up by chance. */
const coarse = 20;
/** Every two and three of at most so many measures are tried as parts, in so many cells. */
const mostTried = 40;
const cellsTried = 3;

/** Which measures of a table are the sum of others: by what they are called, and by their figures. */
export function additiveIn(all: readonly Measure[]): Additive[] {
  const found: Additive[] = [];
  const isNew = (one: Additive) =>
    !found.some(
      (other) =>
        (typeof one.whole === "object" && other.whole === one.whole) ||
        (one.whole === other.whole &&
          one.parts.length === other.parts.length &&
          one.parts.every((part) => other.parts.includes(part))),
    );
  const add = (whole: Measure | number, parts: readonly Measure[]): boolean => {
    const made = additive(whole, parts);
    if (made === undefined || !isNew(made)) return false;
    found.push(made);
    return true;
  };
  const alike = groupedBy(all, ({ unit, column, category }) => `${unit} ${category === undefined ? "" : column.name}`);
  for (const measures of alike.values()) {
    if (measures.length < 2) continue;
    const unit = measures[0]?.unit;
    const constants = unit === "percent" ? [100] : unit === "1" ? [1] : unit === "per mille" ? [1000] : [];
    const families = familiesOf(measures);
    for (const whole of [...measures.filter(isNamedTotal), ...constants]) {
      const others = measures.filter((each) => each !== whole && !isNamedTotal(each));
      if (add(whole, others)) continue;
      for (const family of families)
        if (
          add(
            whole,
            family.filter((each) => each !== whole && !isNamedTotal(each)),
          )
        )
          break;
    }
    for (const whole of measures)
      for (const family of families)
        add(
          whole,
          family.filter((each) => each !== whole && !isNamedTotal(each)),
        );
    if (measures.length <= mostTried) for (const [whole, parts] of sumsAmong(measures, constants)) add(whole, parts);
  }
  return found;
}

const isNamedTotal = ({ category, column }: Measure): boolean =>
  category === undefined ? isTotalColumn(column.name) : isTotal(category) || isTotalColumn(category);

export const nameOf = ({ category, column }: Measure): string => category ?? column.name;

/** Measures whose names begin alike: `va_primary`, `va_secondary`, `va_tertiary`. */
function familiesOf(measures: readonly Measure[]): (readonly Measure[])[] {
  const groups = groupedBy(measures, (measure) => /^(.+?)[_.\s-]/.exec(nameOf(measure))?.[1] ?? "");
  return [...groups].filter(([prefix, family]) => prefix !== "" && family.length > 1).map(([, family]) => family);
}

function additive(whole: Measure | number, parts: readonly Measure[]): Additive | undefined {
  if (parts.length < 2) return undefined;
  const measures = [...parts, ...(typeof whole === "object" ? [whole] : [])];
  const values = measures.map((each) => each.values);
  const size = values[0]?.length ?? 0;
  const cells: number[] = [];
  for (let cell = 0; cell < size; cell += 1) if (values.every((each) => Number.isFinite(each[cell]))) cells.push(cell);
  const isNamed = typeof whole === "object" && isNamedTotal(whole);
  if (cells.length < (isNamed ? 1 : fewestCells)) return undefined;
  const rounding = (Math.max(...measures.map(({ step }) => step)) * measures.length) / 2;
  const wholeAt = (cell: number) => (typeof whole === "number" ? whole : (whole.values[cell] as number));
  const middle = (of: (cell: number) => number) => median(cells.map((cell) => Math.abs(of(cell))));
  if (middle(wholeAt) < coarse * rounding) return undefined;
  if (!isNamed && parts.some((part) => middle((cell) => part.values[cell] as number) <= rounding)) return undefined;
  const held = cells.filter(
    (cell) => Math.abs(distance({ whole, parts }, cell)) <= slack(rounding, wholeAt(cell)),
  ).length;
  return held < mostCells * cells.length ? undefined : { whole, parts, rounding, cells, held };
}

export const slack = (rounding: number, whole: number): number => rounding * 1.001 + 1e-9 * Math.abs(whole);

/** The sum of the parts less the whole. */
export function distance({ whole, parts }: Pick<Additive, "whole" | "parts">, cell: number): number {
  const sum = parts.reduce((total, part) => total + (part.values[cell] as number), 0);
  return sum - (typeof whole === "number" ? whole : (whole.values[cell] as number));
}

/** Twos and threes that add up to another measure, or to the whole of shares, in one of a few cells that have figures of all. */
function* sumsAmong(
  measures: readonly Measure[],
  constants: readonly number[],
): Generator<readonly [Measure | number, readonly Measure[]]> {
  const complete: number[] = [];
  const size = measures[0]?.values.length ?? 0;
  for (let cell = 0; cell < size; cell += 1)
    if (measures.every(({ values }) => Math.abs(values[cell] as number) > 0)) complete.push(cell);
  const step = Math.max(0, ...measures.map((each) => each.step));
  for (let tried = 1; tried <= cellsTried; tried += 1) {
    const cell = complete[Math.floor((complete.length * tried) / (cellsTried + 1))];
    if (cell === undefined) return;
    const wholes = [
      ...measures.map((each) => [each, each.values[cell] as number] as const),
      ...constants.map((each) => [each, each] as const),
    ].sort(([, a], [, b]) => a - b);
    const near = function* (sum: number, parts: readonly Measure[]) {
      const room = slack(step * 2, sum);
      let [low, high] = [0, wholes.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((wholes[middle] as (typeof wholes)[number])[1] < sum - room) low = middle + 1;
        else high = middle;
      }
      for (let at = low; at < wholes.length && (wholes[at] as (typeof wholes)[number])[1] <= sum + room; at += 1) {
        const [whole] = wholes[at] as (typeof wholes)[number];
        if (typeof whole === "number" || !parts.includes(whole)) yield [whole, parts] as const;
      }
    };
    const value = (at: number) => (measures[at] as Measure).values[cell] as number;
    for (let one = 0; one < measures.length; one += 1) {
      for (let two = one + 1; two < measures.length; two += 1) {
        const pair = value(one) + value(two);
        yield* near(pair, [measures[one] as Measure, measures[two] as Measure]);
        for (let three = two + 1; three < measures.length; three += 1)
          yield* near(pair + value(three), [
            measures[one] as Measure,
            measures[two] as Measure,
            measures[three] as Measure,
          ]);
      }
    }
  }
}
