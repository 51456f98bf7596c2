import { type Given, type Importance, sharesOf } from "./predictor-importance.ts";
import { meanOf, type Twin, twinOf } from "./synthetic-placebos.ts";
import { type SyntheticControlInput, type SyntheticUnits, unitsUntil } from "./synthetic-units.ts";

const bearing = 0.001; // a weight below this holds nothing up

/** The effect without each donor that bears weight. */
export function leftOut({ treated, donors, span }: SyntheticUnits, own: readonly Twin[], given: Given) {
  if (donors.length < 3) return [];
  return donors
    .flatMap(({ place }, at) => {
      if (own.every(({ weights }) => weights[at] < bearing)) return [];
      const others = donors.toSpliced(at, 1);
      const twins = treated.map((unit) => twinOf(unit, others, span, given));
      const fit = Math.sqrt(meanOf(twins.map(({ before }) => before ** 2)));
      return [{ place, effect: meanOf(twins.map(({ effect }) => effect)), fit }];
    })
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

const fewestBackdated = 6; // years fitted, of which the later half is then held out

/** As if treatment had begun earlier: in the year asked for, or halfway through the years fitted. */
export function backdated(
  units: SyntheticUnits,
  input: SyntheticControlInput,
  asked: number | undefined,
  importance: Importance | undefined,
) {
  const { years, span } = units;
  const halfway = span.to - span.from < fewestBackdated ? -1 : Math.ceil((span.from + span.to) / 2);
  const to = asked === undefined ? halfway : years.findIndex((year) => year >= asked);
  if (to - span.from < 2 || to >= span.to) return undefined;
  const { treated, donors, predictors } = unitsUntil(units, input, to);
  const given = importance === undefined || predictors.length === 0 ? undefined : sharesOf(predictors, importance);
  const twins = treated.map((unit) => twinOf(unit, donors, { from: span.from, to }, given, span.to));
  const gaps = Float64Array.from({ length: span.to }, (_, step) => meanOf(twins.map((each) => each.gaps[step])));
  return { from: years[to], effect: meanOf(gaps.subarray(to)), gaps, years: years.slice(0, span.to) };
}
