import { type PartyGame, refuseGame } from "./evolutionary-game.ts";
import { dynamicsOf } from "./replicator.ts";
import { type RestPoint, restPoints, type Stability } from "./rest-points.ts";

/** What becomes of a rest point along the way. */
export type State = Stability | "absent";

export interface Branch {
  readonly value: number;
  readonly pattern: string;
  readonly shares: readonly number[];
  readonly stability: Stability;
}
/** The value of the parameter at which a rest point changes. */
export interface Threshold {
  readonly value: number;
  readonly pattern: string;
  readonly before: State;
  readonly after: State;
}

export interface Range {
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
  readonly steps?: number | undefined;
}

/** Rest points at even steps of a parameter, and by halving the values between at which one of them comes, goes or changes. */
export function bifurcation(
  gameAt: (value: number) => PartyGame,
  { from, to, steps = 100 }: Range,
): { readonly branches: readonly Branch[]; readonly thresholds: readonly Threshold[] } {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    refuseGame(
      "range-empty",
      `the parameter goes from ${from} to ${to}, expected the first below the second`,
      `参数由 ${from} 变到 ${to}，前者应小于后者`,
    );
  }
  const pointsAt = (value: number) => restPoints(dynamicsOf(gameAt(value))).points;
  const values = Array.from({ length: steps + 1 }, (_, at) => from + ((to - from) * at) / steps);
  const found = values.map(pointsAt);
  const stateIn = (points: readonly RestPoint[], pattern: string): State =>
    points.find((point) => point.pattern === pattern)?.stability ?? "absent";
  const patterns = [...new Set(found.flatMap((points) => points.map(({ pattern }) => pattern)))];
  const thresholds = patterns.flatMap((pattern) => {
    // a point that is undetermined at one step alone is on its way: the change is told once
    const states = found
      .map((points, at) => ({ value: values[at], state: stateIn(points, pattern) }))
      .filter(({ state }, at, all) => {
        const [before, after] = [all[at - 1]?.state, all[at + 1]?.state];
        return state !== "undetermined" || at === 0 || at === steps || before === state || after === state;
      });
    return states.slice(1).flatMap(({ value, state }, at): Threshold[] => {
      const before = states[at];
      if (before.state === state) return [];
      let [low, high] = [before.value, value];
      for (let round = 0; round < halvings; round += 1) {
        const middle = (low + high) / 2;
        if (stateIn(pointsAt(middle), pattern) === before.state) low = middle;
        else high = middle;
      }
      return [{ value: tidy(high, to - from), pattern, before: before.state, after: state }];
    });
  });
  return {
    branches: found.flatMap((points, at) =>
      points.map(({ pattern, shares, stability }) => ({ value: values[at], pattern, shares, stability })),
    ),
    thresholds: thresholds.sort((a, b) => a.value - b.value),
  };
}

const halvings = 40;

/** Halving leaves nine digits that mean something. */
function tidy(value: number, span: number): number {
  return Math.abs(value) < 1e-9 * span ? 0 : Number(value.toPrecision(9));
}
