import type { BlockPanel } from "./block-panel.ts";
import { frankWolfe, type SimplexWeights, sparse } from "./frank-wolfe.ts";

export type SyntheticKind = "synthetic-did" | "synthetic-control" | "did";

/** Weights of controls and of years before treatment, and the effect that they give. */
export interface SyntheticFit {
  readonly effect: number;
  readonly controls: Float64Array;
  readonly years: Float64Array;
  /** Of changes from year to year among controls before treatment. */
  readonly noise: number;
  readonly unsettled: readonly Unsettled[];
}

/** Weights that were still moving at the last step allowed. */
export interface Unsettled {
  readonly of: "controls" | "years";
  readonly steps: number;
  /** Of the mean square gap with its penalty, the share that any other weights could still take off. */
  readonly left: number;
}

const [firstSteps, mostSteps] = [100, 10_000];

type Outcomes = Pick<BlockPanel, "ofControls" | "ofTreated" | "before">;

/**
 * Weights as Arkhangelsky and others (2021) and their package set them: controls to run parallel to the treated before treatment,
 * penalised by (treated places x years after)^(1/4) deviations of yearly changes; years before to foretell those after, hardly
 * penalised; both with a constant, sparse after 100 steps and then settled. Synthetic control: without a constant, hardly
 * penalised, years without weight. DID: all alike.
 */
export function syntheticFit(kind: SyntheticKind, outcomes: Outcomes, from?: SyntheticFit): SyntheticFit {
  const { ofControls, ofTreated, before } = outcomes;
  const noise = noiseOf(outcomes);
  const after = ofTreated[0].length - before;
  if (kind === "did") {
    const controls = new Float64Array(ofControls.length).fill(1 / ofControls.length);
    const years = new Float64Array(before).fill(1 / before);
    return { controls, years, noise, unsettled: [], effect: effectOf(outcomes, controls, years) };
  }
  const gain = (1e-5 * noise) ** 2;
  const settled = (fit: Parameters<typeof frankWolfe>[0], start?: Float64Array) =>
    frankWolfe(fit, gain, mostSteps, sparse(frankWolfe(fit, gain, firstSteps, start).weights));
  const early = ofControls.map((values) => values.subarray(0, before));
  const target = Float64Array.from({ length: before }, (_, step) => meanOf(ofTreated.map((values) => values[step])));
  const zeta = kind === "synthetic-did" ? (ofTreated.length * after) ** 0.25 * noise : 1e-6 * noise;
  const found = settled({ columns: early, target, zeta, intercept: kind === "synthetic-did" }, from?.controls);
  const controls = found.weights;
  if (kind === "synthetic-control") {
    const years = new Float64Array(before);
    return {
      controls,
      years,
      noise,
      unsettled: unsettledOf({ controls: found }),
      effect: effectOf(outcomes, controls, years),
    };
  }
  const later = Float64Array.from(ofControls, (values) => meanOf(values.subarray(before)));
  const byYear = Array.from({ length: before }, (_, step) => Float64Array.from(ofControls, (values) => values[step]));
  const byYears = settled({ columns: byYear, target: later, zeta: 1e-6 * noise, intercept: true }, from?.years);
  const years = byYears.weights;
  const unsettled = unsettledOf({ controls: found, years: byYears });
  return { controls, years, noise, unsettled, effect: effectOf(outcomes, controls, years) };
}

function unsettledOf(found: Partial<Record<Unsettled["of"], SimplexWeights>>): Unsettled[] {
  return (["controls", "years"] as const).flatMap((of) => {
    const weights = found[of];
    return weights === undefined || weights.closedIn
      ? []
      : [{ of, steps: weights.steps, left: weights.left / weights.value }];
  });
}

/** Change of the treated from the weighted years before to those after, less that of the weighted controls. */
function effectOf({ ofControls, ofTreated, before }: Outcomes, controls: Float64Array, years: Float64Array): number {
  const change = (values: Float64Array) =>
    meanOf(values.subarray(before)) - years.reduce((sum, weight, step) => sum + weight * values[step], 0);
  return meanOf(ofTreated.map(change)) - ofControls.reduce((sum, values, at) => sum + controls[at] * change(values), 0);
}

function noiseOf({ ofControls, before }: Outcomes): number {
  const changes = ofControls.flatMap((values) =>
    Array.from({ length: before - 1 }, (_, step) => values[step + 1] - values[step]),
  );
  const mean = meanOf(changes);
  return Math.sqrt(changes.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (changes.length - 1));
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at];
  return sum / values.length;
}
