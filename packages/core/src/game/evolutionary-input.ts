import type { Range } from "./bifurcation.ts";
import { moved, type Named, type PartyGame, type PayoffInput, readGame, refuseGame } from "./evolutionary-game.ts";
import {
  type GameTemplate,
  parametersOf,
  templateGame,
  templateSchema,
  withParameter,
} from "./evolutionary-templates.ts";

/** A game as payoffs, or as a template with its amounts. */
export interface EvolutionaryInput {
  readonly payoffs?: PayoffInput | undefined;
  readonly template?: GameTemplate | undefined;
  /** What the template's parties are called, in its order. */
  readonly places?: readonly Named[] | undefined;
  /** A game as it is, for callers that make their own. */
  readonly game?: PartyGame | undefined;
}

export function gameOf({ payoffs, template, places, game }: EvolutionaryInput, shown?: readonly string[]) {
  const given = [payoffs, template, game].filter((each) => each !== undefined).length;
  if (given !== 1) {
    refuseGame(
      given === 0 ? "no-game" : "two-games",
      given === 0
        ? "no game is given, expected the input payoffs or template"
        : "payoffs and a template are given, expected one of the two",
      given === 0 ? "没有给出博弈，应提供输入 payoffs 或 template" : "同时给出了 payoffs 与 template，只能取其一",
    );
  }
  if (payoffs !== undefined) return readGame(payoffs, shown);
  return { game: template === undefined ? (game as PartyGame) : templateGame(template, places), change: undefined };
}

/** The game at each value of what is varied. */
export function gameAlong(
  { template }: EvolutionaryInput,
  game: PartyGame,
  change: PartyGame | undefined,
  { parameter, from, to }: Range,
): (value: number) => PartyGame {
  if (template === undefined) {
    if (change !== undefined) return (value) => moved(game, change, value);
    return refuseGame(
      "change-missing",
      "vary needs the columns of the role change, which say by how much each payoff moves with the parameter",
      "使用 vary 须有角色 change 的列，说明各收益随参数变动多少",
    );
  }
  const known = parametersOf(template);
  if (!known.includes(parameter)) {
    refuseGame(
      "parameter-unknown",
      `parameter is ${parameter}, expected one of ${known.join(", ")}`,
      `参数 ${parameter} 不存在，应为 ${known.join("、")} 之一`,
    );
  }
  const outside = [from, to].find(
    (value) => !templateSchema.safeParse(withParameter(template, parameter, value)).success,
  );
  if (outside !== undefined) {
    refuseGame(
      "parameter-out-of-range",
      `${parameter} goes to ${outside}, which the template does not take`,
      `${parameter} 取到 ${outside}，超出该模板允许的范围`,
    );
  }
  return (value) => templateGame(withParameter(template, parameter, value));
}
