import { Solver } from "odex";
import { advantageOf, type Dynamics } from "./replicator.ts";
import type { RestPoint } from "./rest-points.ts";

export interface PathPoint {
  readonly time: number;
  readonly shares: readonly number[];
}
export interface Path {
  readonly points: readonly PathPoint[];
  /** The pattern of the stable point where it ends, where it does. */
  readonly end: string | undefined;
}

/** In units of 1 over the largest advantage: cycles go round several times, and a start near a saddle has time to leave. */
const horizon = 1000;
/** A path is drawn up to here from where it ends, a point at least this far from the last, and no longer than so many sides. */
const [near, spacing, longest] = [0.004, 0.012, 6];
const tolerance = 1e-8;
/** Looks between two steps: a tenth of a logit apart is at most a fortieth of a side. */
const [leastLooks, mostLooks, apart] = [4, 20, 0.1];

/**
 * The path from a start, by Hairer's extrapolation method in the logits of the shares: there the dynamics are w_i' = A_i, no step can
 * leave the square or cube, and who plays one strategy alone keeps to it.
 */
export function pathFrom(dynamics: Dynamics, start: readonly number[], stable: readonly RestPoint[]): Path {
  const points: PathPoint[] = [{ time: 0, shares: start }];
  let [last, length]: [readonly number[], number] = [start, 0];
  let end: string | undefined;
  let final: PathPoint | undefined;
  const look = (time: number, shares: readonly number[]): boolean => {
    final = { time, shares };
    const gap = distance(shares, last);
    const home = stable.find((point) => distance(point.shares, shares) < near && isDrawn(dynamics, shares, point));
    if (gap < spacing && home === undefined) return true;
    points.push(final);
    length += gap;
    last = shares;
    end = home?.pattern;
    return home === undefined && length < longest;
  };
  follow(dynamics, start, true, look);
  if (final !== undefined && final !== points.at(-1) && distance(final.shares, last) > 0) points.push(final);
  return { points, end };
}

/** Where a start ends: known as soon as everything between the path and a stable point is drawn to it. */
export function endFrom(
  dynamics: Dynamics,
  start: readonly number[],
  stable: readonly RestPoint[],
): string | undefined {
  let end: string | undefined;
  follow(dynamics, start, false, (_, shares) => {
    end = stable.find((point) => isDrawn(dynamics, shares, point))?.pattern;
    return end === undefined;
  });
  return end;
}

/**
 * Whether every player is drawn to a pure point from wherever the others may be between here and there. An advantage is linear in each
 * share, so the corners of that box tell; nothing leaves it then, and all of it ends in the point.
 */
export function isDrawn(dynamics: Dynamics, shares: readonly number[], { shares: goal }: RestPoint): boolean {
  const { k } = dynamics;
  for (let corner = 0; corner < 2 ** k; corner += 1) {
    const at = goal.map((each, player) => ((corner >> player) & 1 ? each : shares[player]));
    for (let player = 0; player < k; player += 1) {
      if ((goal[player] === 1 ? 1 : -1) * advantageOf(dynamics, player, at) <= 0) return false;
      const hasLeft = shares[player] === 1 - goal[player];
      if (hasLeft) return false;
    }
  }
  return true;
}

function follow(
  dynamics: Dynamics,
  start: readonly number[],
  isDense: boolean,
  look: (time: number, shares: readonly number[]) => boolean,
): void {
  const { scale } = dynamics;
  const moving = start.flatMap((share, player) => (share > 0 && share < 1 ? [player] : []));
  if (moving.length === 0 || !look(0, start)) return;
  const shares = [...start];
  const place = (logits: ArrayLike<number>) => {
    moving.forEach((player, at) => {
      shares[player] = 1 / (1 + Math.exp(-logits[at]));
    });
    return shares;
  };
  let old: readonly number[] = moving.map((player) => Math.log(start[player] / (1 - start[player])));
  const solver = new Solver(moving.length);
  solver.denseOutput = isDense;
  solver.absoluteTolerance = tolerance;
  solver.relativeTolerance = tolerance;
  solver.initialStepSize = 0.1;
  solver.solve(
    (_, logits) => {
      place(logits);
      return moving.map((player) => advantageOf(dynamics, player, shares) / scale);
    },
    0,
    old,
    horizon,
    (_, before, time, logits, dense) => {
      if (time === 0) return true;
      if (dense === false) return look(time / scale, [...place(logits)]);
      const gone = Math.max(...logits.map((each, at) => Math.abs(each - old[at])));
      const looks = Math.min(mostLooks, Math.max(leastLooks, Math.ceil(gone / apart)));
      old = logits;
      for (let part = 1; part <= looks; part += 1) {
        const at = before + ((time - before) * part) / looks;
        const now = part === looks ? logits : moving.map((_player, component) => dense(component, at));
        if (!look(at / scale, [...place(now)])) return false;
      }
      return true;
    },
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((most, each, at) => Math.max(most, Math.abs(each - b[at])), 0);
}

/** Starts in the middles of equal cells, at most so many. */
export function lattice(k: number, most: number): number[][] {
  const side = Math.max(1, Math.floor(most ** (1 / k) + 1e-9));
  return Array.from({ length: side ** k }, (_, at) =>
    Array.from({ length: k }, (_player, player) => ((Math.floor(at / side ** player) % side) + 0.5) / side),
  );
}

export interface Arrow {
  readonly at: readonly number[];
  readonly slope: readonly number[];
}

/** The field of two players on an even lattice. */
export function fieldOf(dynamics: Dynamics, side: number): Arrow[] {
  return lattice(2, side ** 2).map((at) => ({
    at,
    slope: at.map((share, player) => share * (1 - share) * advantageOf(dynamics, player, at)),
  }));
}
