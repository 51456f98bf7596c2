import type { RankOptions } from "@conurb/core/composite/rank-under";
import type { Table } from "@conurb/core/contract";
import { type RefObject, useEffect, useRef } from "react";
import { Lab } from "../../compute/lab.ts";
import type { ShownRows } from "../../compute/shown-rows.ts";
import type { ReadyInputs, Received } from "../scoreboard/use-peers.ts";
import type { Written } from "./lab-recipe.ts";

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
