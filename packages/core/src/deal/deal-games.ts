import type { Frame } from "../expression/frame.ts";
import { type EvolutionaryResult, evolutionary } from "../game/evolutionary.ts";
import type { Named, PartyGame } from "../game/evolutionary-game.ts";
import { type GameTemplate, parametersOf, templateGame, templateSchema } from "../game/evolutionary-templates.ts";
import type { Text } from "../language/text.ts";
import type { PartyOutlook } from "./assess.ts";
import { amountsOf, type DealGame, unitOfAmount } from "./game-schema.ts";
import { partyWords } from "./party-words.ts";
import { quantityIn } from "./quantities.ts";
import type { Deal } from "./schema.ts";
import { atPath, refuse } from "./tell.ts";

/** A game of the deal, played: amounts in million of the currency, each the mean over all draws. */
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
const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/** Plays a game with the means of what is drawn: every payoff is linear in its amounts, so that these give the expected payoffs. */
export function playGame(
  deal: Deal,
  name: string,
  frame: Frame,
  outlooks: (draft: string) => readonly PartyOutlook[] | undefined,
): PlayedGame {
  const game = deal.games[name];
  const path = ["games", name];
  const scaled = (parameter: string, value: number) => (unitOfAmount(parameter, "") === "1" ? value : value / million);
  const values = new Map<string, number>();
  const amounts = amountsOf(game, deal.currency).map(({ at, parameter, written, unit }) => {
    const own = parameter.startsWith("vary.") ? (game.vary?.parameter ?? "") : parameter;
    const value = scaled(own, mean(quantityIn(frame, written, unit, [...path, ...at])));
    values.set(parameter, value);
    return { parameter, written: String(written), value };
  });
  const draft = game.template === "three-governments" || Array.isArray(game.benefits) ? undefined : draftOf(game);
  if (draft !== undefined)
    game.parties.slice(0, 2).forEach((party, at) => {
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
      values.set(`benefits.${at + 1}`, value);
      amounts.push({ parameter: `benefits.${at + 1}`, written: draft, value });
    });
  const template = templateOf(game, values, path);
  const places = game.parties.map((party): Named => ({ code: party, words: partyWords(deal, party) }));
  const { vary, from } = game;
  if (vary !== undefined && !parametersOf(template).includes(vary.parameter))
    refuse(
      [...path, "vary", "parameter"],
      "parameter-unknown",
      `is ${vary.parameter}, expected one of ${parametersOf(template).join(", ")}`,
      `为 ${vary.parameter}，应为 ${parametersOf(template).join("、")} 之一`,
    );
  const range =
    vary === undefined
      ? undefined
      : { parameter: vary.parameter, from: values.get("vary.from") as number, to: values.get("vary.to") as number };
  return {
    game: name,
    title: game.title,
    unit: `million ${deal.currency}`,
    draft,
    amounts: amounts.filter(({ parameter }) => !parameter.startsWith("vary.")),
    payoffs: templateGame(template, places),
    result: atPath(path, () => evolutionary({ template, places }, { from, vary: range, trajectories: 25 })),
  };
}

const draftOf = (game: DealGame): string => (game as { readonly benefits: { readonly draft: string } }).benefits.draft;

/** The template with its amounts as numbers. */
function templateOf(game: DealGame, values: ReadonlyMap<string, number>, path: readonly string[]): GameTemplate {
  const written: Record<string, unknown> = { template: game.template };
  for (const [parameter, value] of values) {
    const [what, at] = parameter.split(".") as [string, string?];
    if (what === "vary") continue;
    if (at === undefined) written[what] = value;
    else {
      const list = (written[what] ?? []) as number[];
      list[Number(at) - 1] = value;
      written[what] = list;
    }
  }
  const read = templateSchema.safeParse(written);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.map((part) => (typeof part === "symbol" ? "" : part)) ?? [];
  return refuse(
    [...path, ...at],
    "game-amount",
    `comes to ${values.get("detection") ?? "no number"}, expected a chance from 0 to 1`,
    `计算结果为 ${values.get("detection") ?? "无"}，应为 0 至 1 之间的概率`,
  );
}
