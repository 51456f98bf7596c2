import { InputError } from "../contract/errors.ts";
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
  if (asked === undefined && span.to - span.from < fewestBackdated) return undefined;
  const to = asked === undefined ? Math.ceil((span.from + span.to) / 2) : years.findIndex((year) => year >= asked);
  if (to - span.from < 2 || to >= span.to) throw notBefore(asked as number, years.slice(span.from + 2, span.to));
  const { treated, donors, predictors } = unitsUntil(units, input, to);
  const given = importance === undefined || predictors.length === 0 ? undefined : sharesOf(predictors, importance);
  const twins = treated.map((unit) => twinOf(unit, donors, { from: span.from, to }, given, span.to));
  const gaps = Float64Array.from({ length: span.to }, (_, step) => meanOf(twins.map((each) => each.gaps[step])));
  return { from: years[to], effect: meanOf(gaps.subarray(to)), gaps, years: years.slice(0, span.to) };
}

function notBefore(asked: number, possible: readonly number[]): InputError {
  const between = possible.length === 0 ? undefined : ([possible[0], possible.at(-1)] as const);
  return new InputError({
    code: "backdate-outside",
    text: {
      en: `synthetic-control: backdate is ${asked}, expected ${between === undefined ? "none, for fewer than 3 years are fitted" : `a year from ${between[0]} to ${between[1]}, after two that are fitted and before treatment`}`,
      zh: `synthetic-control：backdate 为 ${asked}，${between === undefined ? "拟合不足 3 年，无法设定" : `应在 ${between[0]} 至 ${between[1]} 年之间（其前至少拟合两年，且早于处理）`}`,
    },
    place: { path: "backdate" },
  });
}
