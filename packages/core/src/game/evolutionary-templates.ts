import { z } from "zod";
import { same, type Text } from "../language/text.ts";
import { type Named, type PartyGame, type Player, refuseGame } from "./evolutionary-game.ts";

const amount = z.number();
const names = (size: number) => z.array(z.string().min(1)).length(size).optional();
const each = z.array(amount).length(3);

/** Two governments, one of which hands over and one of which takes in, with what stands to be gained and lost. */
const between = {
  /** What each gains when both keep to the agreement, and what keeping to it costs. */
  benefits: z.array(amount).length(2),
  costs: z.array(amount).length(2),
  /** What each takes by not keeping to it while the other does. */
  temptations: z.array(amount).length(2),
  /** Paid to each who keeps to it; levied on each who does not, and is found out with the chance `detection`. */
  fund: amount.default(0),
  fine: amount.default(0),
  detection: z.number().min(0).max(1).default(1),
};

/**
 * Games with a story, in which every amount is the user's to give. `two-governments`: fund and fine stand fast. `coordinator`: a third
 * party decides whether to step in, that is, to inspect at a cost, fund those who keep to the agreement and fine those who do not; if it
 * stands by it is blamed for each who does not. `three-governments`: each coordinates or goes it alone; who coordinates gains with each
 * other who does, and a fund is paid in equal parts to those who do, if there are two at least; who goes it alone takes from each who
 * coordinates.
 */
export const templateSchema = z.discriminatedUnion("template", [
  z.strictObject({ template: z.literal("two-governments"), parties: names(2), ...between }),
  z.strictObject({
    template: z.literal("coordinator"),
    parties: names(3),
    ...between,
    inspection: amount,
    blame: amount,
    /** What the third party gains itself when both keep to the agreement. */
    merit: amount.default(0),
  }),
  z.strictObject({
    template: z.literal("three-governments"),
    parties: names(3),
    gains: each,
    costs: each,
    poaching: each,
    fund: amount.default(0),
  }),
]);
export type GameTemplate = z.output<typeof templateSchema>;

const named = (code: string, en: string, zh: string): Named => ({ code, words: { en, zh } });
const keep = named("keep", "keep", "守约");
const breach = named("breach", "breach", "违约");
const stepIn = named("step-in", "step in", "介入");
const standBy = named("stand-by", "stand by", "旁观");
const coordinate = named("coordinate", "coordinate", "协同");
const alone = named("alone", "go it alone", "单干");
const stories: Readonly<Record<GameTemplate["template"], readonly Player[]>> = {
  "two-governments": [
    { place: named("origin", "origin", "转出地"), first: keep, second: breach },
    { place: named("destination", "destination", "承接地"), first: keep, second: breach },
  ],
  coordinator: [
    { place: named("origin", "origin", "转出地"), first: keep, second: breach },
    { place: named("destination", "destination", "承接地"), first: keep, second: breach },
    { place: named("coordinator", "coordinator", "协调方"), first: stepIn, second: standBy },
  ],
  "three-governments": ["a", "b", "c"].map((code, at) => ({
    place: named(code, `government ${code.toUpperCase()}`, `政府${"甲乙丙"[at]}`),
    first: coordinate,
    second: alone,
  })),
};

/** The game of a template; `places` says what its parties are called, in their order. */
export function templateGame(template: GameTemplate, places: readonly Named[] = []): PartyGame {
  const twice = template.parties?.find((name, at, all) => all.indexOf(name) !== at);
  if (twice !== undefined) {
    refuseGame("party-twice", `party ${twice} is there twice`, `参与方 ${twice} 出现了两次`);
  }
  const players = stories[template.template].map((player, at) => {
    const given = template.parties?.[at];
    const place = places[at] ?? (given === undefined ? player.place : { code: given, words: same(given) });
    return { ...player, place };
  });
  const k = players.length;
  const payoff = template.template === "three-governments" ? joint(template) : agreement(template);
  const payoffs = players.map((_, player) =>
    Float64Array.from({ length: 2 ** k }, (_profile, profile) =>
      payoff(player, (which) => ((profile >> which) & 1) === 1),
    ),
  );
  return { players, payoffs };
}

type Payoff = (player: number, plays: (player: number) => boolean) => number;

function agreement(game: Exclude<GameTemplate, { template: "three-governments" }>): Payoff {
  const { benefits, costs, temptations, fund, fine, detection } = game;
  return (player, keeps) => {
    const isIn = game.template === "two-governments" || keeps(2);
    const keeping = [0, 1].filter(keeps).length;
    if (player === 2 && game.template === "coordinator") {
      const merit = keeping === 2 ? game.merit : 0;
      return isIn
        ? merit - game.inspection - fund * keeping + detection * fine * (2 - keeping)
        : merit - game.blame * (2 - keeping);
    }
    const other = keeps(1 - player);
    if (keeps(player)) return (other ? benefits[player] : 0) - costs[player] + (isIn ? fund : 0);
    return (other ? temptations[player] : 0) - (isIn ? detection * fine : 0);
  };
}

function joint({ gains, costs, poaching, fund }: Extract<GameTemplate, { template: "three-governments" }>): Payoff {
  return (player, coordinates) => {
    const others = [0, 1, 2].filter((other) => other !== player);
    const together = others.filter(coordinates);
    if (!coordinates(player)) return poaching[player] * together.length;
    const lost = others.reduce((sum, other) => sum + (coordinates(other) ? 0 : poaching[other]), 0);
    const share = together.length > 0 ? fund / (together.length + 1) : 0;
    return gains[player] * together.length - costs[player] - lost + share;
  };
}

/** The amounts of a template that a study can vary, `costs.1` for the first of a list. */
export function parametersOf(template: GameTemplate): string[] {
  return Object.entries(template).flatMap(([name, value]) => {
    if (typeof value === "number") return [name];
    return Array.isArray(value) && name !== "parties" ? value.map((_, at) => `${name}.${at + 1}`) : [];
  });
}

const amountWords: Readonly<Record<string, Text>> = {
  benefits: { en: "the benefit", zh: "收益" },
  costs: { en: "the cost", zh: "成本" },
  temptations: { en: "the temptation", zh: "违约所得" },
  gains: { en: "the gain", zh: "协同收益" },
  poaching: { en: "what is poached", zh: "争夺所得" },
  fund: { en: "the fund", zh: "资金" },
  fine: { en: "the fine", zh: "罚款" },
  detection: { en: "the chance of being found out", zh: "查出概率" },
  inspection: { en: "the cost of inspection", zh: "检查成本" },
  blame: { en: "the blame", zh: "问责" },
  merit: { en: "the merit", zh: "协调方所得" },
};

/** What an amount is called in a sentence: `costs.1` is the cost of the first party. */
export function amountTitle(parameter: string, players: readonly Player[]): Text {
  const [name, at] = parameter.split(".") as [string, string?];
  const words = amountWords[name];
  if (words === undefined) return same(parameter);
  const whose = at === undefined ? undefined : players[Number(at) - 1]?.place.words;
  return whose === undefined ? words : { en: `${words.en} of ${whose.en}`, zh: `${whose.zh}的${words.zh}` };
}

/** The same template with one amount at another value. */
export function withParameter(template: GameTemplate, parameter: string, value: number): GameTemplate {
  const [name, at] = parameter.split(".");
  const old = template[name as keyof GameTemplate] as unknown;
  const now = Array.isArray(old) ? old.map((one, which) => (which === Number(at) - 1 ? value : one)) : value;
  return { ...template, [name]: now } as GameTemplate;
}
