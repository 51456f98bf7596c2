import { airportShares, worthOf } from "./closed-forms.ts";
import { coalitionName } from "./coalition-table.ts";
import { gainGame } from "./gain-game.ts";
import { type GameInput, type GameOptions, type StatedGame, stateGame, valueGame } from "./game-form.ts";
import { modularGame, mostModular } from "./modular-game.ts";
import { listedGame, type SearchableGame } from "./searchable-game.ts";
import { shapleyValues } from "./shapley-values.ts";
import { membersOf } from "./subsets.ts";

/** A game as its nucleolus is sought: scaled to gains of size 1, and what is told of it in the amounts that were given. */
export interface NucleolusGame {
  readonly stated: StatedGame;
  readonly searched: SearchableGame;
  readonly searchedBy: "all-coalitions" | "form";
  readonly alone: readonly number[];
  readonly whole: number;
  /** Not known where there are too many coalitions and no shorter way. */
  readonly shapley: ArrayLike<number> | undefined;
  readonly scale: number;
  readonly restore: (amount: number) => number;
  readonly restoreExcess: (excess: number) => number;
  readonly name: (coalition: number) => string;
  readonly members: (coalition: number) => string[];
}

/** A million coalitions: all are looked at, few are written down. */
const mostListed = 20;
/** Up to here all are looked at whatever the form. */
const mostExact = 12;

export function nucleolusGame(input: GameInput, options: GameOptions): NucleolusGame {
  const stated = stateGame("nucleolus", input, options);
  const { parties } = stated;
  const n = parties.length;
  const isModular =
    (stated.form === "bankruptcy" && stated.of === "gain") || (stated.form === "airport" && stated.of === "cost");
  if (!isModular || n <= mostExact || n > mostModular) {
    const game = gainGame("nucleolus", input, options, isModular ? mostModular : mostListed);
    const { values, given, restore } = game;
    return {
      ...game,
      searched: listedGame(values, n),
      searchedBy: "all-coalitions",
      alone: parties.map((_, at) => given[1 << at]),
      whole: given[given.length - 1],
      shapley: shapleyValues(values, n).map(restore),
    };
  }
  const worth = worthOf(stated);
  const whole = worth(() => true);
  const scale = Math.abs(whole) > 0 ? Math.abs(whole) : 1;
  const sign = stated.of === "gain" ? 1 : -1;
  const tidy = (amount: number) => (amount === 0 ? 0 : amount);
  return {
    stated,
    searched: modularGame(stated, scale),
    searchedBy: "form",
    alone: parties.map((_, at) => worth((party) => party === at)),
    whole,
    shapley:
      stated.form === "airport"
        ? airportShares(stated.cost)
        : n <= mostListed
          ? shapleyValues(valueGame("nucleolus", stated).values, n)
          : undefined,
    scale,
    restore: (amount) => tidy(sign * amount * scale),
    restoreExcess: (excess) => tidy(excess * scale),
    name: (coalition) => coalitionName(coalition, parties),
    members: (coalition) => membersOf(coalition).map((at) => parties[at]),
  };
}
