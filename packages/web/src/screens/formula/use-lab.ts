import type { Table } from "@conurb/core/contract";
import { useEffect, useRef, useState } from "react";
import { Lab, type LabAnswer } from "../../compute/lab.ts";
import type { Received } from "../scoreboard/use-peers.ts";
import { type Choice, liveRecipe, type Written } from "./lab-recipe.ts";
import { type Variant, variantsOf } from "./variants.ts";

export interface Shown extends LabAnswer {
  readonly draws: number;
}
export interface LabState {
  readonly live?: Shown;
  readonly variants: readonly { readonly variant: Variant; readonly answer: LabAnswer }[];
  readonly possible?: LabAnswer;
}

/** Draws while a slider moves, when it rests, and of weightings. */
export const draws = { live: 250, rest: 5000, possible: 2000 } as const;
const rest = 450; // milliseconds without a move

type Received_ = (Received & { readonly table: Table | undefined }) | undefined;

/** Follows the sliders: ranks at once, the rest when the hand rests. */
export function useLab(
  received: Received_,
  holds: string,
  written: Written | undefined,
  moved: Readonly<Record<string, number>>,
): LabState {
  const lab = useRef<Lab>(undefined);
  const [state, setState] = useState<LabState>({ variants: [] });
  useEffect(() => {
    lab.current = new Lab();
    return () => lab.current?.close();
  }, []);
  const table = received?.table;
  useEffect(() => {
    const { current } = lab;
    if (current === undefined || received === undefined || table === undefined || written === undefined) return;
    const ask = (
      slot: string,
      choice: Choice,
      options: Readonly<Record<string, unknown>>,
      done: (answer: LabAnswer) => void,
    ) =>
      current.ask(
        slot,
        {
          holds,
          data: table,
          ...(received.roles.data === undefined ? {} : { roles: received.roles.data }),
          recipe: liveRecipe(received.inputs.recipe, written, moved, choice),
          options: { ...received.options, ...options },
          seed: received.seed,
        },
        done,
      );
    const shown = (count: number) => (answer: LabAnswer) =>
      setState((before) => ({ ...before, live: { ...answer, draws: count } }));
    ask("a", {}, { draws: draws.live }, shown(draws.live));
    const timer = setTimeout(() => {
      ask("b", {}, { draws: draws.rest }, shown(draws.rest));
      const found: { variant: Variant; answer: LabAnswer }[] = [];
      const wanted = variantsOf(written);
      wanted.forEach((variant, at) => {
        ask(`c${at}`, variant.choice, { draws: 1 }, (answer) => {
          found.push({ variant, answer });
          if (found.length === wanted.length) setState((before) => ({ ...before, variants: found }));
        });
      });
      const any = { weights: "dirichlet", normalisations: ["stated"], aggregations: ["stated"], draws: draws.possible };
      ask("d", {}, any, (possible) => setState((before) => ({ ...before, possible })));
    }, rest);
    return () => clearTimeout(timer);
  }, [received, table, holds, written, moved]);
  return state;
}
