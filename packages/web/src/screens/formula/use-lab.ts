import type { Table } from "@conurb/core/contract";
import { useEffect, useRef, useState } from "react";
import { Lab, type LabAnswer } from "../../compute/lab.ts";
import type { ShownRows } from "../../compute/shown-rows.ts";
import type { Received } from "../scoreboard/use-peers.ts";
import { type Choice, liveRecipe, type Written } from "./lab-recipe.ts";
import { type Variant, variantsOf } from "./variants.ts";

export interface Shown extends LabAnswer {
  readonly draws: number;
}
export interface LabState {
  /** Scores, ranks and weights of this moment; no intervals. */
  readonly scores?: LabAnswer;
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

export interface LabQuestion {
  readonly received: (Received & { readonly table: Table | undefined }) | undefined;
  /** What the data are called in the worker. */
  readonly holds: string;
  readonly written: Written;
  readonly moved: Readonly<Record<string, number>>;
  readonly rows: ShownRows;
  /** The table of scores and ranks. */
  readonly table: string;
  /** What a figure of it needs beside. */
  readonly beside: readonly string[];
}

/** Follows the sliders: scores first, then intervals, the rest when the hand rests. */
export function useLab({ received, holds, written, moved, rows, table, beside }: LabQuestion): LabState {
  const lab = useRef<Lab>(undefined);
  const [state, setState] = useState<LabState>({ variants: [] });
  useEffect(() => {
    lab.current = new Lab();
    return () => lab.current?.close();
  }, []);
  const data = received?.table;
  useEffect(() => {
    const { current } = lab;
    if (current === undefined || received === undefined || data === undefined) return;
    const ask = (
      slot: string,
      wanted: readonly string[],
      choice: Choice,
      options: Readonly<Record<string, unknown>>,
      done: (answer: LabAnswer) => void,
    ) =>
      current.ask(
        slot,
        {
          holds,
          data,
          ...(received.roles.data === undefined ? {} : { roles: received.roles.data }),
          recipe: liveRecipe(received.inputs.recipe, written, moved, choice),
          options: { ...received.options, ...options },
          seed: received.seed,
          rows,
          wanted,
        },
        done,
      );
    const set = (more: Partial<LabState>) => setState((before) => ({ ...before, ...more }));
    const all = [table, ...beside];
    ask("0", [table], {}, { draws: 1 }, (scores) => set({ scores }));
    ask("a", all, {}, { draws: draws.live }, (answer) => set({ live: { ...answer, draws: draws.live } }));
    const timer = setTimeout(() => {
      ask("b", all, {}, { draws: draws.rest }, (answer) => {
        const settled = { ...answer, draws: draws.rest };
        set({ live: settled, settled });
      });
      const found: { variant: Variant; answer: LabAnswer }[] = [];
      const wanted = variantsOf(written);
      wanted.forEach((variant, at) => {
        ask(`c${at}`, [table], variant.choice, { draws: 1 }, (answer) => {
          found.push({ variant, answer });
          if (found.length === wanted.length) set({ variants: found });
        });
      });
      const any = { weights: "dirichlet", normalisations: ["stated"], aggregations: ["stated"], draws: draws.possible };
      ask("d", ["rank-ends"], {}, any, (possible) => set({ possible }));
    }, rest);
    return () => clearTimeout(timer);
  }, [received, data, holds, written, moved, rows, table, beside]);
  return state;
}
