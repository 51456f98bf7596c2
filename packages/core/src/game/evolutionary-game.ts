import { InputError } from "../contract/errors.ts";
import type { NamedLabels, NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";

export interface Named {
  readonly code: string;
  readonly words: Text;
}

/** A population that plays one of two strategies; the share that plays the first is its coordinate. */
export interface Player {
  readonly place: Named;
  readonly first: Named;
  readonly second: Named;
}

/** Two or three players; bit i of a profile is set where player i plays its first strategy. */
export interface PartyGame {
  readonly players: readonly Player[];
  /** Of each player, what it gets in each of the 2^k profiles. */
  readonly payoffs: readonly Float64Array[];
}

export interface PayoffInput {
  readonly strategy: readonly NamedLabels[];
  readonly payoff: readonly NamedNumbers[];
  /** How each payoff changes with a unit of a parameter. */
  readonly change?: readonly NamedNumbers[] | undefined;
}

export function refuseGame(code: string, en: string, zh: string, hint?: Text): never {
  throw new InputError({
    code,
    text: { en: `evolutionary: ${en}`, zh: `evolutionary：${zh}` },
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Reads one row a combination of strategies; `shown` names the strategies whose shares are the coordinates. */
export function readGame(input: PayoffInput, shown: readonly string[] = []): { game: PartyGame; change?: PartyGame } {
  const { strategy, payoff, change = [] } = input;
  const k = strategy.length;
  if (k < 2 || k > 3) {
    refuseGame(
      "parties-number",
      `there are ${k} columns of strategies, expected two or three, one a party`,
      `策略列有 ${k} 个，应为两个或三个，每方一列`,
    );
  }
  for (const [name, columns] of Object.entries({ payoff, ...(change.length > 0 ? { change } : {}) })) {
    if (columns.length === k) continue;
    refuseGame(
      `${name}-number`,
      `there are ${columns.length} columns of ${name} for ${k} parties, expected one each, in the order of the strategies`,
      `${name} 列有 ${columns.length} 个，而参与方有 ${k} 个；应各有一列，次序与策略列一致`,
    );
  }
  refuseUnits([...payoff, ...change]);
  const unknown = shown.find((name) => !strategy.some(({ values }) => values.includes(name)));
  if (unknown !== undefined) {
    const all = [...new Set(strategy.flatMap(({ values }) => values))].sort();
    refuseGame(
      "shown-unknown",
      `shown names ${unknown}, which no party plays; expected some of ${all.join(", ")}`,
      `shown 中的 ${unknown} 不是任何一方的策略，应取自 ${all.join("、")}`,
    );
  }
  const players = strategy.map((column) => playerOf(column, shown));
  const rows = strategy[0].values.length;
  const profiles = Array.from({ length: rows }, (_, row) =>
    players.reduce((bits, { first }, at) => bits | (strategy[at].values[row] === first.code ? 1 << at : 0), 0),
  );
  const name = (profile: number) =>
    players.map(({ first, second }, at) => ((profile >> at) & 1 ? first : second).code).join(", ");
  profiles.forEach((profile, row) => {
    if (profiles.indexOf(profile) === row) return;
    refuseGame(
      "profile-twice",
      `the combination ${name(profile)} is there twice, expected once`,
      `策略组合 ${name(profile)} 出现了两次`,
    );
  });
  for (let profile = 0; profile < 2 ** k; profile += 1) {
    if (profiles.includes(profile)) continue;
    refuseGame(
      "profile-missing",
      `the combination ${name(profile)} has no payoffs, expected all ${2 ** k}`,
      `策略组合 ${name(profile)} 没有收益，应列出全部 ${2 ** k} 种`,
    );
  }
  const placed = (columns: readonly NamedNumbers[]) =>
    columns.map(({ name: column, values }) => {
      const found = new Float64Array(2 ** k);
      profiles.forEach((profile, row) => {
        if (!Number.isFinite(values[row])) {
          refuseGame(
            "payoff-not-finite",
            `${column} of ${name(profile)} is ${values[row]}, expected a number`,
            `策略组合 ${name(profile)} 的 ${column} 为 ${values[row]}，应为有限数`,
          );
        }
        found[profile] = values[row];
      });
      return found;
    });
  const game = { players, payoffs: placed(payoff) };
  return change.length === 0 ? { game } : { game, change: { players, payoffs: placed(change) } };
}

/** The first strategy is the one asked for, else the first by name: row order never matters. */
function playerOf({ name, title, values }: NamedLabels, shown: readonly string[]): Player {
  const strategies = [...new Set(values)].sort();
  if (strategies.length !== 2) {
    refuseGame(
      "strategies-number",
      `${name} has ${strategies.length === 1 ? "one strategy" : `${strategies.length} strategies`} (${strategies.join(", ")}), expected two`,
      `${name} 有 ${strategies.length} 种策略（${strategies.join("、")}），应为两种`,
    );
  }
  const first = strategies.find((each) => shown.includes(each)) ?? strategies[0];
  const second = strategies.find((each) => each !== first) as string;
  const named = (code: string): Named => ({ code, words: same(code) });
  return { place: { code: name, words: title ?? same(name) }, first: named(first), second: named(second) };
}

function refuseUnits(columns: readonly NamedNumbers[]): void {
  const other = columns.find(({ unit }) => unit !== columns[0].unit);
  if (other === undefined) return;
  refuseGame(
    "units-differ",
    `payoffs are in ${columns[0].unit} and in ${other.unit}, expected one unit`,
    `收益的单位既有 ${columns[0].unit} 又有 ${other.unit}，应为同一单位`,
  );
}

/** A game at one value of the parameter that moves it. */
export function moved({ players, payoffs }: PartyGame, change: PartyGame, by: number): PartyGame {
  return {
    players,
    payoffs: payoffs.map((own, player) => own.map((value, at) => value + by * change.payoffs[player][at])),
  };
}
