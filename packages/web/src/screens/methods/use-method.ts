import type { AskedRoles, MethodResult, Problem, Table } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import { parse } from "yaml";
import { askJson, Refused } from "../../bench/ask.ts";
import type { Outline } from "../../bench/outline.ts";
import { computer, MethodRefused, type TakenColumns } from "../../compute/compute.ts";
import type { Received } from "../scoreboard/use-peers.ts";
import { written } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";

/** What is asked of a method: where each input comes from, which columns play which roles, which options differ. */
export interface Asked {
  /** An analysis whose inputs are taken, or `example`, or nothing: then `data` says. */
  readonly as: string | undefined;
  readonly data: Readonly<Record<string, string>>;
  readonly roles: AskedRoles;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Computed {
  readonly state: "idle" | "computing" | "done" | "refused";
  readonly result?: MethodResult;
  readonly problems?: readonly Problem[];
  readonly time?: number;
  /** What the method takes of the study's tables, chosen or by itself. */
  readonly columns?: TakenColumns;
}

const pause = 250; // milliseconds: whoever types a number has not typed it at its first digit

/** The inputs of a method as the server has them; what an analysis received is taken whole. */
export async function inputsFor(
  asked: Asked,
  outline: Outline,
): Promise<Received | { readonly inputs: Readonly<Record<string, unknown>> }> {
  if (asked.as !== undefined) return askJson<Received>(`/api/inputs/${encodeURIComponent(asked.as)}`);
  const entries = await Promise.all(
    Object.entries(asked.data).map(async ([input, name]): Promise<readonly [string, unknown]> => {
      if (name.startsWith(written)) return [input, parse(name.slice(written.length))];
      const [of, table] = name.split(".") as [string, string?];
      const analysis = table === undefined ? undefined : outline.analyses.find((each) => each.name === of);
      if (analysis?.key === undefined) return [input, await askJson<Table>(`/api/tables/${encodeURIComponent(name)}`)];
      const result = await askJson<{ tables: readonly Table[] }>(`/api/results/${analysis.key}`);
      return [input, result.tables.find((each) => each.name === table)];
    }),
  );
  return { inputs: Object.fromEntries(entries) };
}

/** Computes in the worker whenever what is asked changes; the last answer stands until the next. */
export function useMethod(method: MethodEntry, asked: Asked, outline: Outline, go: boolean): Computed {
  const [computed, setComputed] = useState<Computed>({ state: "idle" });
  const key = JSON.stringify([method.id, asked, outline.lock]);
  const data = JSON.stringify([asked.as, asked.data, outline.lock]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is asked
  useEffect(() => {
    if (!go) setComputed((before) => (before.state === "computing" ? { ...before, state: "idle" } : before));
    let wanted = true;
    const calledOff = new AbortController();
    const isOwn = asked.as === undefined;
    if (!go && !isOwn) return;
    const timer = setTimeout(async () => {
      if (go) setComputed((before) => ({ ...before, state: "computing" }));
      const began = performance.now();
      try {
        const isExample = asked.as === "example";
        const given = isExample ? { inputs: {} } : await inputsFor(asked, outline);
        const received = given as Partial<Received>;
        const task = {
          method: method.id,
          holds: isExample ? `example of ${method.id}` : data,
          inputs: given.inputs,
          ...(isExample ? { example: true } : {}),
          roles: { ...received.roles, ...asked.roles },
          options: { ...received.options, ...asked.options },
          seed: outline.seed,
        };
        const columns = isOwn ? await computer.columns(task) : {};
        if (!wanted) return;
        setComputed((before) => ({ ...before, columns }));
        if (!go) return;
        const result = await computer.run(task, calledOff.signal);
        if (wanted) setComputed({ state: "done", result, columns, time: Math.round(performance.now() - began) });
      } catch (error) {
        if (!wanted) return;
        const problems = error instanceof MethodRefused || error instanceof Refused ? error.problems : undefined;
        const said = String(error);
        setComputed((before) => ({
          ...before,
          state: "refused",
          problems: problems ?? [{ code: "fault", text: { en: said, zh: said } }],
        }));
      }
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
      calledOff.abort();
    };
  }, [key, go]);
  return computed;
}
