import type { BalancedPanel } from "./adoption-deals.ts";
import { groupTimeAtt } from "./group-time-att.ts";
import { imputation } from "./imputation.ts";
import { interactionWeighted } from "./interaction-weighted.ts";
import { syntheticDid } from "./synthetic-did.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";
import { dot, treatmentOf, withinBoth } from "./two-way-slope.ts";

type Outcomes = Pick<BalancedPanel, "outcome" | "years">;

/** The effect that an estimator finds if these places adopt in these years; its error is not asked for. */
export type PlaceboEstimator = (panel: Outcomes, starts: readonly number[]) => number;

/** Estimators to whom a constant effect under treatment adds itself and nothing else. */
export const placeboEstimators = {
  "two-way": ({ outcome, years }, starts) => {
    const left = withinBoth(treatmentOf(starts, years.length), starts.length, years.length);
    return dot(left, outcome) / dot(left, left);
  },
  imputation: (panel, starts) => imputation(longPanel(panel, starts), { leads: 0 }).effect,
  "group-time-att": (panel, starts) =>
    groupTimeAtt(longPanel(panel, starts), { draws: 0, control: "not-yet-treated" }).effect,
  "interaction-weighted": (panel, starts) => interactionWeighted(longPanel(panel, starts)).effect,
  "synthetic-did": (panel, starts) => syntheticDid(longPanel(panel, starts), { draws: 0 }).effect,
} as const satisfies Record<string, PlaceboEstimator>;

/** Places by their positions, one row a place and year. */
function longPanel({ outcome, years }: Outcomes, starts: readonly number[]): TreatedPanelInput & { place: string[] } {
  const steps = years.length;
  const width = String(starts.length).length;
  const place = Array.from(outcome, (_, cell) => String(Math.floor(cell / steps)).padStart(width, "0"));
  return {
    place,
    year: Float64Array.from(outcome, (_, cell) => years[cell % steps]),
    outcome,
    treated: treatmentOf(starts, steps),
  };
}
