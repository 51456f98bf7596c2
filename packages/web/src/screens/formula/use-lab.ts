import type { RankOptions } from "@conurb/core/composite/rank-under";
import type { Table } from "@conurb/core/contract";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Lab, type LabAnswer } from "../../compute/lab.ts";
import type { ScoreBasis } from "../../compute/score-basis.ts";
import type { ShownRows } from "../../compute/shown-rows.ts";
import type { ReadyInputs, Received } from "../scoreboard/use-peers.ts";
import { type Choice, liveRecipe, type Written } from "./lab-recipe.ts";
import { type ScoresNow, scoreNow } from "./score-now.ts";
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

/** A recipe as it is written, and what its analysis received. */
export interface RecipeQuestion {
  readonly received: ReadyInputs | undefined;
  /** What the data are called in the worker. */
  readonly holds: string;
  readonly written: Written;
}

export interface LabQuestion extends RecipeQuestion {
  readonly moved: Readonly<Record<string, number>>;
  readonly rows: ShownRows;
  /** The table of scores and ranks. */
  readonly table: string;
  /** What a figure of it needs beside. */
  readonly beside: readonly string[];
}

interface Answered extends Omit<LabState, "scores"> {
  /** What it was made for: another scale, or other data, make another one. */
  readonly basis?: { readonly of: string; readonly found: ScoreBasis | undefined };
}

/** Follows the sliders: scores at once and here, then intervals from a thread, the rest when the hand rests. */
export function useLab({ received, holds, written, moved, rows, table, beside }: LabQuestion): LabState {
  const lab = useThread();
  const [{ basis, ...state }, setState] = useState<Answered>({ variants: [] });
  const data = received?.table;
  const set = useCallback((more: Partial<Answered>) => setState((before) => ({ ...before, ...more })), []);
  const scale = [holds, rows.year, written.normalise, written.aggregate].join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: of what is written, no more than the scale
  useEffect(() => {
    if (received === undefined || data === undefined) return;
    const recipe = liveRecipe(received.inputs.recipe, written, {}, { weigh: "given" });
    lab.current?.ask("0", { ...heldBy(received, data, holds), recipe, rows, wanted: "basis" }, (answer) =>
      set({ basis: { of: scale, found: answer.basis } }),
    );
  }, [lab, received, data, scale, set]);
  const scores = useMemo(() => {
    if (basis?.of !== scale || basis.found === undefined) return undefined;
    if (written.weigh !== "given" && Object.keys(moved).length === 0) return undefined;
    const weights = new Map(written.knobs.map(({ id, weight }) => [id, moved[id] ?? weight]));
    return scoreNow(basis.found, (id) => weights.get(id) ?? 1, rows.place && new Set(rows.place));
  }, [basis, scale, written, moved, rows]);
  useEffect(() => {
    const { current } = lab;
    if (current === undefined || received === undefined || data === undefined) return;
    const held = heldBy(received, data, holds);
    const ask = (
      slot: string,
      wanted: readonly string[],
      choice: Choice,
      options: Partial<RankOptions>,
      done: (answer: LabAnswer) => void,
    ) =>
      current.ask(
        slot,
        {
          ...held,
          recipe: liveRecipe(received.inputs.recipe, written, moved, choice),
          options: { ...held.options, ...options },
          rows,
          wanted,
        },
        done,
      );
    const all = [table, ...beside];
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
      const any: Partial<RankOptions> = {
        weights: "dirichlet",
        normalisations: ["stated"],
        aggregations: ["stated"],
        draws: draws.possible,
      };
      ask("d", ["rank-ends"], {}, any, (possible) => set({ possible }));
    }, rest);
    return () => clearTimeout(timer);
  }, [lab, received, data, holds, written, moved, rows, table, beside, set]);
  return { ...state, scores };
}

/** A thread of the lab, which ends with what asked for it. */
export function useThread(): RefObject<Lab | undefined> {
  const lab = useRef<Lab>(undefined);
  useEffect(() => {
    lab.current = new Lab();
    return () => lab.current?.close();
  }, []);
  return lab;
}

/** What every question to the thread says of its data. */
export function heldBy({ roles, seed, options }: Received, data: Table, holds: string) {
  return {
    holds,
    data,
    seed,
    options: options as unknown as RankOptions,
    ...(roles.data === undefined ? {} : { roles: roles.data }),
  };
}
