import { random } from "../contract/random.ts";
import { coalitionName, refuseGame, scaleOf } from "./coalition-table.ts";
import { type GameInput, type GameOptions, type StatedGame, stateGame, valueGame } from "./game-form.ts";
import { membersOf } from "./subsets.ts";

/** A game read as gains of largest size 1: costs are losses. `restore` takes an amount back to what was given. */
export interface GainGame {
  readonly stated: StatedGame;
  readonly parties: readonly string[];
  readonly values: Float64Array;
  /** As given. */
  readonly given: Float64Array;
  readonly scale: number;
  readonly restore: (amount: number) => number;
  /** An excess keeps its direction: more is worse for the split, of gains and of costs. */
  readonly restoreExcess: (excess: number) => number;
  readonly name: (coalition: number) => string;
  readonly members: (coalition: number) => string[];
}

export function gainGame(where: string, input: GameInput, options: GameOptions, most: number): GainGame {
  const stated = stateGame(where, input, options);
  const n = stated.parties.length;
  if (n > most) {
    refuseGame(
      where,
      "too-many-parties",
      `there are ${n} parties, expected at most ${most}`,
      `共有 ${n} 方，至多支持 ${most} 方`,
      {
        en: "join parties that act together, such as the cities of a province",
        zh: "可合并共同行动的各方，如同省城市",
      },
    );
  }
  const { parties, values: given } = valueGame(where, stated);
  const size = scaleOf(given);
  const scale = size > 0 ? size : 1;
  const sign = stated.of === "gain" ? 1 : -1;
  // 0 of a cost is 0, not -0
  const tidy = (amount: number) => (amount === 0 ? 0 : amount);
  return {
    stated,
    parties,
    given,
    scale,
    values: given.map((value) => (sign * value) / scale),
    restore: (amount) => tidy(sign * amount * scale),
    restoreExcess: (excess) => tidy(excess * scale),
    name: (coalition) => coalitionName(coalition, parties),
    members: (coalition) => membersOf(coalition).map((at) => parties[at]),
  };
}

/** A table of coalitions for examples: what some make together grows faster than their number. */
export function exampleCoalitions(seed: number, size: number): { coalition: string[]; value: number[] } {
  const draw = random(seed, "game/example");
  const n = Math.max(1, Math.min(5, Math.floor(Math.log2(size + 1))));
  const parties = Array.from({ length: n }, (_, at) => `p${at}`);
  const masks = Array.from({ length: 2 ** n - 1 }, (_, at) => at + 1);
  return {
    coalition: masks.map((mask) => coalitionName(mask, parties)),
    value: masks.map((mask) => 10 * membersOf(mask).length ** 2 + draw.integer(9)),
  };
}
