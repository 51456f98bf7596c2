import { significantDigits } from "../tables/digits.ts";
import { type Check, cellOf, rowAt, shown, whereIs } from "./context.ts";
import type { Cell } from "./fault.ts";
import type { Measure, Panel } from "./panel.ts";
import type { Steps } from "./steps.ts";

/** Digits that a figure has at least whose repeat says anything. */
const digitsEach = 3;
/** A single repeat is told where fewer than so many were to be expected by chance among all figures of the measure. */
const byChance = 0.1;
/** A measure in which so many figures repeat the year before is slow, and its repeats say nothing. */
const slow = 0.05;
/** Of the figures of a place, or the places of a measure, how many must repeat the year before. */
const most = 0.8;
const fewestFigures = 3;
const fewestPlaces = 5;

/** Figures that are, to the last digit, those of the year before: of a measure, of a place, of one cell. */
export const repeatedYears: Check = (panel, context, faults) => {
  if (panel.years.length < 2) return;
  const repeats = panel.measures.map((measure) => repeatsOf(panel, measure));
  const cell = (measure: Measure, place: number, year: number) => ({
    row: rowAt(panel, measure, place, year),
    column: measure.column.name,
  });
  const before = (year: number) => String(panel.years[year - 1]);
  const untold = ({ row, column }: Cell) => !faults.told(row, column as string);
  for (let year = 1; year < panel.years.length; year += 1) {
    repeats.forEach(({ measure, marks, isSlow }) => {
      const known = [...panel.places.keys()].filter((place) => marks[cellOf(panel, place, year)] !== unknown);
      const same = known.filter((place) => marks[cellOf(panel, place, year)] === repeated);
      if (known.length < fewestPlaces || same.length < most * known.length || isSlow(year)) return;
      const told = { measure: measure.title, year: String(panel.years[year]), before: before(year) };
      const both = [...panel.places.keys()].filter((place) =>
        Number.isFinite(changeAt(measure, cellOf(panel, place, year))),
      );
      const alike = both.filter((place) => changeAt(measure, cellOf(panel, place, year)) === 0);
      const cells = alike.map((place) => cell(measure, place, year));
      const counts = { count: String(alike.length), all: String(both.length) };
      faults.raise("repeated-year", { ...told, ...counts }, cells, "repeated-year-all");
    });
    const quick = repeats.filter(({ isSlow }) => !isSlow(year));
    for (let place = 0; place < panel.places.length; place += 1) {
      const at = cellOf(panel, place, year);
      const known = quick.filter(({ marks }) => marks[at] !== unknown);
      const telling = known
        .filter(({ marks }) => marks[at] === repeated)
        .map(({ measure }) => cell(measure, place, year))
        .filter(untold);
      if (telling.length < fewestFigures || telling.length < most * known.length) continue;
      const both = panel.measures.filter((measure) => Number.isFinite(changeAt(measure, at)));
      const cells = both.filter((measure) => changeAt(measure, at) === 0).map((measure) => cell(measure, place, year));
      const counts = { count: String(cells.length), all: String(both.length), before: before(year) };
      faults.raise("repeated-year", { what: whereIs(panel, context, place, year), ...counts }, cells);
    }
  }
  repeats.forEach(({ measure, marks, isSlow }, index) => {
    // a change is somewhere within the usual ones: the chance that it is none, to the last digit
    const usual = (panel.steps[index] as Steps).usualSize;
    const pairs = marks.reduce((count, mark) => count + (mark === unknown ? 0 : 1), 0);
    marks.forEach((mark, at) => {
      const [place, year] = [Math.floor(at / panel.years.length), at % panel.years.length];
      const value = measure.values[at] as number;
      if (mark !== repeated || isSlow(year) || !((pairs * measure.step) / (Math.abs(value) * usual) < byChance)) return;
      const found = cell(measure, place, year);
      if (!untold(found)) return;
      const what = whereIs(panel, context, place, year);
      const told = { what, measure: measure.title, value: shown(value), before: before(year) };
      faults.raise("repeated-value", told, [found]);
    });
  });
};

const changeAt = ({ values }: Measure, at: number): number => (values[at] as number) - (values[at - 1] as number);

const threeDigits = 100; // in steps of the last one

/** What a figure is beside that of the year before; of too few digits, or beside none, nothing is known. */
const [unknown, changed, repeated] = [0, 1, 2];

interface Repeats {
  readonly measure: Measure;
  /** By place and year. */
  readonly marks: Uint8Array;
  /** Whether figures of the other years often repeat the year before. */
  readonly isSlow: (year: number) => boolean;
}

function repeatsOf(panel: Panel, measure: Measure): Repeats {
  const span = panel.years.length;
  const marks = new Uint8Array(measure.values.length);
  const [all, same] = [new Float64Array(span), new Float64Array(span)];
  measure.values.forEach((value, at) => {
    const year = at % span;
    const last = year === 0 ? Number.NaN : (measure.values[at - 1] as number);
    if (!Number.isFinite(value) || !Number.isFinite(last)) return;
    all[year] = (all[year] as number) + 1;
    if (value === last) same[year] = (same[year] as number) + 1;
    const isLong =
      value === last ? significantDigits(value) >= digitsEach : Math.abs(value) >= threeDigits * measure.step;
    if (isLong) marks[at] = value === last ? repeated : changed;
  });
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const [sames, pairs] = [sum(same), sum(all)];
  return {
    measure,
    marks,
    isSlow: (year) => sames - (same[year] as number) > slow * (pairs - (all[year] as number)),
  };
}
