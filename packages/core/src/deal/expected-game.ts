import type { Named, PartyGame } from "../game/evolutionary-game.ts";
import { type GameTemplate, templateGame, templateSchema } from "../game/evolutionary-templates.ts";
import { unitOfAmount } from "./game-schema.ts";
import { type Path, refuse } from "./tell.ts";

/** An amount of a game in every draw; one value stands for all. */
export interface DrawnAmount {
  /** As the template calls it: `costs.1`. */
  readonly parameter: string;
  readonly written: string;
  readonly values: Float64Array;
}
export interface DrawnGame {
  readonly template: GameTemplate["template"];
  readonly amounts: readonly DrawnAmount[];
  readonly draws: number;
  readonly places: readonly Named[];
  readonly path: readonly string[];
}

export const meanOf = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

const valueIn = (values: Float64Array, draw: number): number => values[values.length === 1 ? 0 : draw];

/** The mean over draws of what each party gets in each combination of strategies. */
export function expectedGame(drawn: DrawnGame, path?: Path): PartyGame {
  refuseAmounts(drawn, path);
  const isFixed = drawn.amounts.every(({ values }) => values.every((value) => value === values[0]));
  const first = templateGame(templateIn(drawn, 0), drawn.places);
  if (isFixed) return first;
  const sums = first.payoffs.map((own) => new Float64Array(own.length));
  for (let draw = 0; draw < drawn.draws; draw += 1)
    templateGame(templateIn(drawn, draw), drawn.places).payoffs.forEach((own, player) => {
      own.forEach((payoff, at) => {
        sums[player][at] += payoff;
      });
    });
  return { ...first, payoffs: sums.map((own) => own.map((sum) => sum / drawn.draws)) };
}

/** The template with its amounts as they are in one draw. */
export function templateIn({ template, amounts }: DrawnGame, draw: number): GameTemplate {
  const game: Record<string, unknown> = { template };
  for (const { parameter, values } of amounts) {
    const [what, at] = parameter.split(".") as [string, string?];
    const value = valueIn(values, draw);
    if (at === undefined) game[what] = value;
    else {
      const list = (game[what] ?? []) as number[];
      list[Number(at) - 1] = value;
      game[what] = list;
    }
  }
  return game as GameTemplate;
}

/** What the template does not take: told at the amount, with the draw's value. */
function refuseAmounts(drawn: DrawnGame, path?: Path): void {
  for (const { parameter, values } of drawn.amounts) {
    const isChance = unitOfAmount(parameter, "") === "1";
    const wrong = values.find((value) => !(isChance ? value >= 0 && value <= 1 : Number.isFinite(value)));
    if (wrong === undefined) continue;
    const at = parameter.split(".").map((part, which) => (which === 0 ? part : Number(part) - 1));
    refuse(
      path ?? [...drawn.path, ...at],
      "game-amount",
      `comes to ${wrong}, expected ${isChance ? "a chance from 0 to 1" : "an amount"}`,
      `计算结果为 ${wrong}，应为${isChance ? " 0 至 1 之间的概率" : "金额"}`,
    );
  }
  const read = templateSchema.safeParse(templateIn(drawn, 0));
  if (read.success) return;
  throw new Error(`deal: the game ${drawn.path.join(".")} is no ${drawn.template}: ${read.error.message}`);
}
