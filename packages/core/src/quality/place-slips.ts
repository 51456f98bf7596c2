import { median } from "../numeric/median.ts";
import { distance } from "./additive.ts";
import { type Check, rowAt, shownRatio, whereIs } from "./context.ts";
import type { Measure, Panel } from "./panel.ts";
import { spread } from "./robust.ts";
import { slippedUnit } from "./slipped-unit.ts";
import { powerOf } from "./unit-slips.ts";

const fewestMeasures = 4;
const fewestPlaces = 8;
/** Places differ in kind more than years do: a power of ten must stand out this far, and be 100 at least. */
const aboveSpread = 6;
const leastPower = 2;

/**
 * A place whose figures of one measure are about 100 or 10,000 times what its other measures lead to expect, all years
 * long: sizes of places by the median of their other measures, on logarithms.
 */
export const placeSlips: Check = (panel, context, faults) => {
  const amounts = panel.measures.filter(({ unit }) => !/percent|per mille| per |\//.test(unit) && unit !== "1");
  if (amounts.length < fewestMeasures || panel.places.length < fewestPlaces) return;
  const levels = amounts.map((measure) => middles(panel, measure));
  const centred = levels.map((level) => {
    const middle = median(level);
    return level.map((each) => each - middle);
  });
  amounts.forEach((measure, at) => {
    const away = panel.places.map((_, place) => {
      const others = centred.map((level, other) => (other === at ? Number.NaN : (level[place] as number)));
      return others.filter(Number.isFinite).length < fewestMeasures - 1
        ? Number.NaN
        : (centred[at]?.[place] as number) - median(others);
    });
    const known = away.filter(Number.isFinite);
    if (known.length < fewestPlaces) return;
    const [middle, scale] = [median(known), spread(known)];
    away.forEach((each, place) => {
      const power = powerOf(each - middle);
      if (Math.abs(power) < leastPower || Math.abs(each - middle) < aboveSpread * scale) return;
      const cells = panel.years.flatMap((_, year) => {
        const row = rowAt(panel, measure, place, year);
        return row < 0 || !Number.isFinite(measure.column.values[row]) ? [] : [{ row, column: measure.column.name }];
      });
      if (addsUp(panel, measure, place) || cells.some(({ row, column }) => faults.told(row, column))) return;
      const told = {
        what: whereIs(panel, context, place),
        measure: measure.title,
        ratio: shownRatio(Math.exp(each - middle)),
      };
      faults.raise("unit-slip", { ...told, ...slippedUnit(measure.unit, power) }, cells, "unit-slip-place");
    });
  });
};

/** By place, the middle of its logarithms over the years. */
const middles = (panel: Panel, { values }: Measure): number[] =>
  panel.places.map((_, place) => {
    const own = values.subarray(place * panel.years.length, (place + 1) * panel.years.length);
    return median(own.map((value) => (value > 0 ? Math.log(value) : Number.NaN)));
  });

/** Figures that add up with others are in the others' unit. */
const addsUp = (panel: Panel, measure: Measure, place: number): boolean =>
  panel.additive.some((relation) => {
    const { whole, parts, cells, rounding } = relation;
    if (whole !== measure && !parts.includes(measure)) return false;
    const own = cells.filter((cell) => Math.floor(cell / panel.years.length) === place);
    const off = (cell: number) =>
      Math.abs(distance(relation, cell)) > 2 * rounding + 0.01 * Math.abs(measure.values[cell] as number);
    return own.length > 0 && own.filter(off).length < own.length / 2;
  });
