import type { Outcome } from "../contract/method.ts";
import { type Branch, bifurcation, type Range, type Threshold } from "./bifurcation.ts";
import { type PartyGame, type Player, refuseGame } from "./evolutionary-game.ts";
import { evolutionaryWarnings } from "./evolutionary-words.ts";
import { type Dynamics, dynamicsOf } from "./replicator.ts";
import { type Arrow, endFrom, fieldOf, lattice, type Path, pathFrom } from "./replicator-paths.ts";
import { type RestPoint, restPoints } from "./rest-points.ts";

/** How a game is looked at, whatever its payoffs are from. */
export interface EvolutionOptions {
  /** Where the parties stand: a share each. */
  readonly from?: readonly number[] | undefined;
  readonly trajectories?: number;
  readonly starts?: number;
  readonly vary?: Range | undefined;
}

export interface Basin {
  /** Of the stable point; none for starts that end at none. */
  readonly pattern: string | undefined;
  readonly starts: number;
  readonly share: number;
}

export interface EvolutionaryResult extends Outcome {
  readonly players: readonly Player[];
  readonly points: readonly RestPoint[];
  /** Of `from` first, where it is given. */
  readonly paths: readonly Path[];
  readonly isFrom: boolean;
  readonly field: readonly Arrow[];
  readonly basins: readonly Basin[];
  readonly branches: readonly Branch[];
  readonly thresholds: readonly Threshold[];
  readonly parameter: string | undefined;
  readonly stable: number;
  readonly found: number;
}

const fieldSide = 11;

/** Where play of a game settles; `gameAt` is the game at a value of what is varied. */
export function evolve(
  game: PartyGame,
  { from, trajectories = 16, starts = 400, vary }: EvolutionOptions,
  gameAt?: (value: number) => PartyGame,
): Omit<EvolutionaryResult, "convention"> {
  const { players } = game;
  const k = players.length;
  const dynamics = movedBy(game);
  refuseFrom(from, players);
  const { points, lines } = restPoints(dynamics);
  const stable = points.filter(({ stability }) => stability === "stable");
  const begun = [...(from === undefined ? [] : [from]), ...(trajectories > 0 ? lattice(k, trajectories) : [])];
  const along = vary === undefined || gameAt === undefined ? undefined : bifurcation(gameAt, vary);
  return {
    players,
    points,
    paths: begun.map((start) => pathFrom(dynamics, start, stable)),
    isFrom: from !== undefined,
    field: k === 2 ? fieldOf(dynamics, fieldSide) : [],
    basins: basinsOf(dynamics, stable, starts > 0 ? lattice(k, starts) : []),
    branches: along?.branches ?? [],
    thresholds: along?.thresholds ?? [],
    parameter: vary?.parameter,
    stable: stable.length,
    found: points.length,
    n: 2 ** k,
    warnings: evolutionaryWarnings(players, points, lines),
  };
}

/** Beside the payoffs themselves, a difference of this part is what roundings leave. */
const rounding = 1e-14;
/** Rest points take products of six payoffs: beyond these a double holds none of them. */
const [least, most] = [1e-40, 1e40];

function movedBy(game: PartyGame): Dynamics {
  const dynamics = dynamicsOf(game);
  const { scale } = dynamics;
  const largest = Math.max(...game.payoffs.flatMap((own) => Array.from(own, Math.abs)));
  if (scale <= rounding * largest) {
    refuseGame(
      "nothing-moves",
      "every party gets the same from both of its strategies whatever the others do, expected some difference",
      "无论他方如何，各方两种策略的收益都相同，博弈没有动力",
    );
  }
  if (!(scale >= least && scale <= most)) {
    refuseGame(
      "payoffs-scale",
      `the largest difference that a strategy makes is ${scale}, expected ${least} to ${most}`,
      `策略之间的最大收益差为 ${scale}，应在 ${least} 至 ${most} 之间`,
      { en: "give payoffs in another unit", zh: "请更换收益的计量单位" },
    );
  }
  return dynamics;
}

/** Which part of even starts ends at each stable point, and at none. */
function basinsOf(dynamics: Dynamics, stable: readonly RestPoint[], starts: readonly (readonly number[])[]): Basin[] {
  if (starts.length === 0) return [];
  const ends = starts.map((start) => endFrom(dynamics, start, stable));
  const basins = [...stable.map(({ pattern }) => pattern), undefined].map((pattern): Basin => {
    const count = ends.filter((end) => end === pattern).length;
    return { pattern, starts: count, share: count / ends.length };
  });
  return basins
    .filter(({ pattern, starts: own }) => pattern !== undefined || own > 0)
    .sort((a, b) => b.starts - a.starts);
}

function refuseFrom(from: readonly number[] | undefined, players: readonly Player[]): void {
  if (from === undefined || (from.length === players.length && from.every((each) => each >= 0 && each <= 1))) return;
  refuseGame(
    "from-invalid",
    `from is ${from.join(", ")}, expected ${players.length} shares between 0 and 1, in the order ${players.map(({ place }) => place.code).join(", ")}`,
    `from 为 ${from.join("、")}，应为 ${players.length} 个 0 至 1 的比例，次序为 ${players.map(({ place }) => place.code).join("、")}`,
  );
}
