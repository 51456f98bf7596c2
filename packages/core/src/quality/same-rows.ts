import { same } from "../language/text.ts";
import { significantDigits } from "../tables/digits.ts";
import { type Check, cellOf, listed, shown } from "./context.ts";
import { groupedBy } from "./grouped.ts";
import type { Measure } from "./panel.ts";

/** Digits that two rows must share in all, in figures of at least so many each, before it is no chance. */
const digitsInAll = 9;
const digitsEach = 3;
const fewestFigures = 2;

/** Places whose figures of one year are alike in every column. */
export const sameRows: Check = (panel, { nameOf }, faults) => {
  if (panel.places.length < 2 || panel.key.ends.length > 0) return;
  const name = (place: number) => nameOf?.(panel.places[place] as string) ?? same(panel.places[place] as string);
  panel.years.forEach((when, year) => {
    const values = (place: number) =>
      panel.measures.map((measure) => measure.values[cellOf(panel, place, year)] as number);
    // rows are compared where their sums, with a weight a column, are the same
    const likely = groupedBy([...panel.places.keys()], (place) =>
      String(weighted(panel.measures, cellOf(panel, place, year))),
    );
    const rows = [...likely.values()]
      .filter((alike) => alike.length > 1)
      .flat()
      .flatMap((place) => {
        const long = values(place).filter((value) => significantDigits(value) >= digitsEach);
        const digits = long.reduce((sum, value) => sum + significantDigits(value), 0);
        const isShort = long.length < fewestFigures || digits < digitsInAll;
        return isShort
          ? []
          : [{ place, key: values(place).join(" "), count: values(place).filter(Number.isFinite).length }];
      });
    for (const alike of groupedBy(rows, ({ key }) => key).values()) {
      const [first, ...others] = alike;
      if (first === undefined || others.length === 0) continue;
      const cells = alike.flatMap(({ place }) => {
        const of = new Set(panel.measures.map((measure) => measure.rows[cellOf(panel, place, year)] as number));
        return [...of].filter((row) => row >= 0).map((row) => ({ row }));
      });
      faults.raise(
        "same-rows",
        {
          one: name(first.place),
          other: listed(others.map(({ place }) => name(place))),
          count: String(first.count),
          year: panel.key.year === undefined ? "none" : String(when),
        },
        cells,
      );
    }
  });
};

function weighted(measures: readonly Measure[], cell: number): number {
  let sum = 0;
  measures.forEach(({ values }, at) => {
    const value = values[cell] as number;
    if (Number.isFinite(value)) sum += value * (at + 1);
  });
  return sum;
}

const digitsOfOne = 5;
const fewestTimes = 4;
const fewestPlaces = 3;
/** A measure with so few different values is a scale, and values stand in it many times. */
const fewDifferent = 0.5;

/** One long figure that stands in many places: filled in, or a code for missing. */
export const oneValue: Check = (panel, _context, faults) => {
  const span = panel.years.length;
  for (const measure of panel.measures) {
    const cells = [...measure.values.keys()].filter((cell) => Number.isFinite(measure.values[cell]));
    const groups = new Map<number, number[]>();
    for (const cell of cells) {
      const value = measure.values[cell] as number;
      const at = groups.get(value);
      if (at === undefined) groups.set(value, [cell]);
      else at.push(cell);
    }
    if (groups.size < fewDifferent * cells.length) continue;
    for (const [value, at] of groups) {
      if (at.length < fewestTimes) continue;
      const places = new Set(at.map((cell) => Math.floor(cell / span)));
      const isLong = significantDigits(value) >= digitsOfOne || /^-?9{3,}$/.test(String(value));
      if (!isLong || places.size < fewestPlaces) continue;
      const found = at.map((cell) => ({ row: measure.rows[cell] as number, column: measure.column.name }));
      if (found.every(({ row, column }) => faults.told(row, column))) continue;
      const told = {
        measure: measure.title,
        value: shown(value),
        count: String(at.length),
        places: String(places.size),
      };
      faults.raise("one-value", told, found);
    }
  }
};
