import type { Text } from "../language/text.ts";
import { type Adjustment, cellEffect } from "./group-time-cell.ts";
import type { Described } from "./propensity.ts";
import { cohortsOf, isAlwaysTreated, type TreatedPanel } from "./treated-panel.ts";
import { untold } from "./untold.ts";

/** The effect on one cohort in one year, measured from a base year. */
export interface GroupTime {
  readonly cohort: number;
  readonly year: number;
  readonly base: number;
  readonly effect: number;
  readonly treated: number;
  readonly controls: number;
  /** What each place of the sample does to the effect; empty where effect is 0 by construction. */
  readonly influence: Float64Array;
  /** What each place of the sample weighs in it, without sign; empty likewise. */
  readonly weights: Float64Array;
}

/** A cohort and year that has no answer, and why. */
export interface Unanswered {
  readonly cohort: number;
  readonly year: number;
  readonly reason: Text;
  /** Whether it would have one without covariates. */
  readonly isOfCovariates: boolean;
}

export interface GroupTimeChoices {
  readonly control: "never-treated" | "not-yet-treated";
  readonly base: "varying" | "universal";
  readonly adjustment: Adjustment;
  /** Years before treatment in which places may already act on what is coming. */
  readonly anticipation: number;
}

/** Places that can be compared: observed in every year, and not treated from the beginning. Positions in the panel. */
export function comparablePlaces(panel: TreatedPanel): number[] {
  const { places, years, outcome, first } = panel;
  return places.flatMap((_, at) => {
    const whole = outcome.subarray(at * years.length, (at + 1) * years.length).every(Number.isFinite);
    return whole && !isAlwaysTreated(panel, first[at]) ? [at] : [];
  });
}

/**
 * Effects by cohort and year (Callaway and Sant'Anna 2021): the change of a cohort since its base year beside that of the
 * controls. The base is the last year before treatment (less anticipation); for earlier years the year before, if it varies.
 */
export function groupTimeEffects(
  panel: TreatedPanel,
  sample: readonly number[],
  covariates: readonly Described[],
  { control, base, adjustment, anticipation }: GroupTimeChoices,
): { readonly cells: readonly GroupTime[]; readonly unanswered: readonly Unanswered[] } {
  const { years, outcome, first } = panel;
  const cells: GroupTime[] = [];
  const unanswered: Unanswered[] = [];
  const refuse = (cohort: number, year: number, reason: Text, isOfCovariates = false) =>
    unanswered.push({ cohort, year, reason, isOfCovariates });
  const valueAt = (place: number, step: number): number => outcome[place * years.length + step];
  for (const cohort of cohortsOf(panel)) {
    if (!sample.some((place) => first[place] === cohort)) continue;
    const last = years.findLastIndex((year) => year + anticipation < cohort);
    for (const [step, year] of years.entries()) {
      const before = base === "universal" || year + anticipation >= cohort ? last : step - 1;
      if (base === "varying" && step === 0) continue;
      if (before < 0) {
        refuse(cohort, year, noBase);
        continue;
      }
      const latest = Math.max(year, years[before]) + anticipation;
      const isControl = (place: number) =>
        first[place] !== cohort &&
        (control === "never-treated" ? first[place] === Number.POSITIVE_INFINITY : first[place] > latest);
      const members = sample.flatMap((place, at) => (first[place] === cohort || isControl(place) ? [at] : []));
      const treated = Uint8Array.from(members, (at) => (first[sample[at]] === cohort ? 1 : 0));
      const count = treated.reduce((sum, each) => sum + each, 0);
      const about = { cohort, year, base: years[before], treated: count, controls: members.length - count };
      if (before === step) {
        cells.push({ ...about, effect: 0, influence: new Float64Array(0), weights: new Float64Array(0) });
        continue;
      }
      if (about.controls === 0) {
        refuse(cohort, year, control === "never-treated" ? noneNever : noneYet);
        continue;
      }
      const change = Float64Array.from(members, (at) => valueAt(sample[at], step) - valueAt(sample[at], before));
      // adjusted for what they were in the earlier of the two years, before anything that happens in between
      const at = Math.min(step, before);
      const own = covariates.map(({ title, values }) => {
        return { title, values: Float64Array.from(members, (member) => values[sample[member] * years.length + at]) };
      });
      if (Math.min(about.controls, adjustment === "regression" ? about.controls : count) < 1 + own.length) {
        refuse(cohort, year, fewerThan(1 + own.length), true);
        continue;
      }
      // one comparison that has no answer is no reason to withhold the others
      const cell = untold(() => cellEffect({ change, treated, covariates: own }, adjustment));
      if ("reason" in cell) {
        refuse(cohort, year, cell.reason, true);
        continue;
      }
      const { found } = cell;
      const [influence, weights] = [new Float64Array(sample.length), new Float64Array(sample.length)];
      members.forEach((member, position) => {
        influence[member] = (found.influence[position] * sample.length) / members.length;
        weights[member] = Math.abs(found.weights[position]);
      });
      cells.push({ ...about, effect: found.effect, influence, weights });
    }
  }
  return { cells, unanswered };
}

export const noBase: Text = { en: "no year before treatment to compare with", zh: "处理之前没有可比年份" };
const noneNever: Text = { en: "no place is never treated", zh: "没有从未受处理的地区" };
const noneYet: Text = { en: "every other place is treated by then", zh: "届时其余地区均已受处理" };
const fewerThan = (columns: number): Text => ({
  en: `fewer places on one side than the ${columns} coefficients of the adjustment`,
  zh: `一侧的地区数少于调整所需的 ${columns} 个系数`,
});
