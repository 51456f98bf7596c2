import type { RankOptions } from "@conurb/core/composite/rank-under";
import { useEffect, useState } from "react";
import type { LabAnswer } from "../../compute/lab.ts";
import { heldBy, type LabQuestion, useThread } from "./lab-question.ts";
import { type Choice, liveRecipe } from "./lab-recipe.ts";
import type { ScoresNow } from "./score-now.ts";
import { useScores } from "./use-scores.ts";
import { type Variant, variantsOf } from "./variants.ts";

export interface Shown extends LabAnswer {
  readonly draws: number;
}
export interface LabState {
  /** Scores, ranks and weights of this moment, where weights are stated or moved; no intervals. */
  readonly scores?: ScoresNow | undefined;
  /** With intervals: from few draws while a slider moves, refined at rest. */
  readonly live?: Shown;
  /** As it stood when the hand last rested. */
  readonly settled?: Shown;
  readonly variants: readonly { readonly variant: Variant; readonly answer: LabAnswer }[];
  readonly possible?: LabAnswer;
}

/** Draws while a slider moves, when it rests, and of weightings. */
export const draws = { live: 250, rest: 5000, possible: 2000 } as const;
const rest = 450; // milliseconds without a move

/** Follows the sliders: scores at once and here, then intervals from a thread, the rest when the hand rests. */
export function useLab(question: LabQuestion): LabState {
  const { received, holds, written, moved, rows, table, beside } = question;
  const lab = useThread();
  const scores = useScores(lab, question);
  const [state, setState] = useState<Answered>({ variants: [] });
  useEffect(() => {
    const { current } = lab;
    const data = received?.table;
    if (current === undefined || received === undefined || data === undefined) return;
    const held = heldBy(received, data, holds);
    const ask: Ask = (slot, { wanted, choice, options }, done) => {
      const recipe = liveRecipe(received.inputs.recipe, written, moved, choice);
      current.ask(slot, { ...held, recipe, options: { ...held.options, ...options }, rows, wanted }, done);
    };
    const tell: Tell = (more) => setState((before) => ({ ...before, ...more }));
    askMoving(ask, [table, ...beside], tell);
    const timer = setTimeout(() => askResting(ask, [table, ...beside], variantsOf(written), tell), rest);
    return () => clearTimeout(timer);
  }, [lab, received, holds, written, moved, rows, table, beside]);
  return { ...state, scores };
}

type Answered = Omit<LabState, "scores">;
type Tell = (more: Partial<Answered>) => void;

interface Asked {
  readonly wanted: readonly string[];
  readonly choice?: Choice;
  readonly options: Partial<RankOptions>;
}
type Ask = (slot: string, asked: Asked, done: (answer: LabAnswer) => void) => void;

/** While a slider moves: what is seen, from few draws. */
function askMoving(ask: Ask, wanted: readonly string[], tell: Tell): void {
  const options = { draws: draws.live };
  ask("a", { wanted, options }, (answer) => tell({ live: { ...answer, ...options } }));
}

/** When the hand rests: the same from many draws, then the ranking under each other choice, then under any weights. */
function askResting(ask: Ask, wanted: readonly string[], others: readonly Variant[], tell: Tell): void {
  const options = { draws: draws.rest };
  ask("b", { wanted, options }, (answer) => {
    const settled = { ...answer, ...options };
    tell({ live: settled, settled });
  });
  const found: LabState["variants"][number][] = [];
  others.forEach((variant, at) => {
    ask(`c${at}`, { wanted: wanted.slice(0, 1), choice: variant.choice, options: { draws: 1 } }, (answer) => {
      found.push({ variant, answer });
      if (found.length === others.length) tell({ variants: found });
    });
  });
  const any: Partial<RankOptions> = {
    weights: "dirichlet",
    normalisations: ["stated"],
    aggregations: ["stated"],
    draws: draws.possible,
  };
  ask("d", { wanted: ["rank-ends"], options: any }, (possible) => tell({ possible }));
}
