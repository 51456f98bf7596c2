import type { Frame } from "../expression/frame.ts";
import type { Range } from "../game/bifurcation.ts";
import { type EvolutionaryResult, evolve } from "../game/evolution.ts";
import { moved, type Named, type PartyGame } from "../game/evolutionary-game.ts";
import { parametersOf } from "../game/evolutionary-templates.ts";
import type { Text } from "../language/text.ts";
import type { PartyOutlook } from "./assess.ts";
import { type DrawnAmount, type DrawnGame, expectedGame, meanOf, templateIn } from "./expected-game.ts";
import { amountsOf, type DealGame, unitOfAmount } from "./game-schema.ts";
import { partyWords } from "./party-words.ts";
import { quantityIn } from "./quantities.ts";
import type { Deal } from "./schema.ts";
import { atPath, refuse } from "./tell.ts";

/** A game of the deal, played: amounts in million of the currency, each the mean over all draws; payoffs as expected over them. */
export interface PlayedGame {
  readonly game: string;
  readonly title: Text;
  readonly unit: string;
  /** The draft that benefits come from, where they do. */
  readonly draft: string | undefined;
  readonly amounts: readonly { readonly parameter: string; readonly written: string; readonly value: number }[];
  readonly payoffs: PartyGame;
  readonly result: EvolutionaryResult;
}

const million = 1e6;

/**
 * Plays a game with the payoffs that are expected: the means over all draws of the payoffs in each, since amounts that are drawn
 * together, such as a fine and the chance of being found out, are not worth the product of their means. What is varied is held at its
 * value in every draw.
 */
export function playGame(
  deal: Deal,
  name: string,
  frame: Frame,
  outlooks: (draft: string) => readonly PartyOutlook[] | undefined,
): PlayedGame {
  const game = deal.games[name];
  const path = ["games", name];
  const written = amountsOf(game, deal.currency).map(({ at, parameter, written: own, unit }) => {
    const meant = parameter.startsWith("vary.") ? (game.vary?.parameter ?? "") : parameter;
    const values = quantityIn(frame, own, unit, [...path, ...at]);
    const isChance = unitOfAmount(meant, "") === "1";
    return { parameter, written: String(own), values: isChance ? values : values.map((each) => each / million) };
  });
  const amounts = [
    ...written.filter(({ parameter }) => !parameter.startsWith("vary.")),
    ...benefitsOf(game, path, outlooks),
  ];
  const places = game.parties.map((party): Named => ({ code: party, words: partyWords(deal, party) }));
  const drawn = { template: game.template, amounts, draws: frame.rows, places, path };
  const payoffs = expectedGame(drawn);
  const { vary, from } = game;
  const end = (which: string) =>
    meanOf(written.find(({ parameter }) => parameter === which)?.values ?? new Float64Array());
  const range =
    vary === undefined ? undefined : { parameter: vary.parameter, from: end("vary.from"), to: end("vary.to") };
  const gameAt = range === undefined ? undefined : gameAlong(drawn, range);
  const draft = draftOf(game);
  return {
    game: name,
    title: game.title,
    unit: `million ${deal.currency}`,
    draft,
    amounts: amounts.map(({ parameter, written: own, values }) => ({ parameter, written: own, value: meanOf(values) })),
    payoffs,
    result: atPath(path, () => ({
      ...evolve(payoffs, { from, vary: range, trajectories: 25 }, gameAt),
      convention: { payoffs: game.template },
    })),
  };
}

function draftOf(game: DealGame): string | undefined {
  return game.template === "three-governments" || Array.isArray(game.benefits) ? undefined : game.benefits.draft;
}

/** What a draft gives each of the two beyond its outside option: means already, and no payoff multiplies them. */
function benefitsOf(
  game: DealGame,
  path: readonly string[],
  outlooks: (draft: string) => readonly PartyOutlook[] | undefined,
): DrawnAmount[] {
  const draft = draftOf(game);
  if (draft === undefined) return [];
  return game.parties.slice(0, 2).map((party, at) => {
    const own = outlooks(draft)?.find((each) => each.party === party);
    if (own === undefined)
      refuse(
        [...path, "benefits"],
        "game-no-benefit",
        `takes what ${party} has under ${draft}, and nothing of it is looked ahead; expected amounts`,
        `取自 ${party} 在方案 ${draft} 中所得，但该方案没有可预期的内容；应直接写明金额`,
        {
          en: "write benefits as two amounts, or say what an enterprise is expected to pay",
          zh: "请直接写两个金额，或写明企业的预期税收（expected）",
        },
      );
    const value = (own.mean - own.outside) / million;
    return { parameter: `benefits.${at + 1}`, written: draft, values: Float64Array.of(value) };
  });
}

/** A payoff is linear in each amount by itself, so that two values of one tell all others. */
function gameAlong(drawn: DrawnGame, { parameter, from, to }: Range): (value: number) => PartyGame {
  const known = parametersOf(templateIn(drawn, 0));
  if (!known.includes(parameter))
    refuse(
      [...drawn.path, "vary", "parameter"],
      "parameter-unknown",
      `is ${parameter}, expected one of ${known.join(", ")}`,
      `为 ${parameter}，应为 ${known.join("、")} 之一`,
    );
  const held = (end: "from" | "to", value: number) => {
    const amounts = drawn.amounts.filter((each) => each.parameter !== parameter);
    const path = [...drawn.path, "vary", end];
    const own = { parameter, written: String(value), values: Float64Array.of(value) };
    return expectedGame({ ...drawn, amounts: [...amounts, own] }, path);
  };
  const [first, last] = [held("from", from), held("to", to)];
  const slope = {
    ...first,
    payoffs: first.payoffs.map((own, player) =>
      own.map((payoff, at) => (last.payoffs[player][at] - payoff) / (to - from)),
    ),
  };
  return (value) => moved(first, slope, value - from);
}
