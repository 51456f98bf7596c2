import type { AskedRoles, MethodResult, Problem, Table } from "@conurb/core/contract";
import { useEffect, useState } from "react";
import { parse } from "yaml";
import { askJson } from "../../bench/ask.ts";
import type { Outline } from "../../bench/outline.ts";
import { problemsOf } from "../../bench/refused.ts";
import { computer, type TakenColumns, type Task } from "../../compute/compute.ts";
import type { Received } from "../scoreboard/use-peers.ts";
import { written } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";
import type { OwnInputs } from "./own-inputs.ts";
import { startsOf } from "./start.ts";

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
  /** What the result answers. */
  readonly of?: string;
  /** The result is of made-up figures. */
  readonly isInvented?: boolean;
  readonly problems?: readonly Problem[];
  readonly time?: number;
  /** What the method takes of the study's tables, chosen or by itself. */
  readonly columns?: TakenColumns;
  /** Tables that were taken where nothing was asked; the example where it has none. */
  readonly began?: OwnInputs;
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
      if (name.startsWith(written)) return [input, recordOf(parse(name.slice(written.length)), outline)];
      const [of, table] = name.split(".") as [string, string?];
      const analysis = outline.analyses.find((each) => each.name === of);
      if (analysis?.key === undefined) return [input, await askJson<Table>(`/api/tables/${encodeURIComponent(name)}`)];
      const { tables } = await askJson<{ tables: readonly Table[] }>(`/api/results/${analysis.key}`);
      return [
        input,
        tables.find((each) => each.name === (table ?? "links")) ?? (table === undefined ? tables[0] : undefined),
      ];
    }),
  );
  return { inputs: Object.fromEntries(entries) };
}

/** A record as it was written, or as the study has it under the name that was written. */
function recordOf(said: unknown, { analyses }: Outline): unknown {
  if (typeof said !== "string") return said;
  const records = analyses.flatMap(({ inputs }) => Object.values(inputs)) as readonly {
    recipe?: string;
    value?: unknown;
  }[];
  return records.find(({ recipe }) => recipe === said)?.value ?? said;
}

const ofExample: OwnInputs = { asked: { as: "example", data: {}, roles: {}, options: {} }, guessed: [] };

/**
 * Computes in the worker whenever what is asked changes; the last answer stands until the next, as an old one. Where nothing is
 * asked it begins with the first of the study's own tables that the method answers on, and with its example where there is none.
 */
export function useMethod(method: MethodEntry, asked: Asked | undefined, outline: Outline, go: boolean) {
  const [computed, setComputed] = useState<Computed>({ state: "idle" });
  const key = JSON.stringify([method.id, asked, outline.lock]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is asked
  useEffect(() => {
    if (!go) setComputed((before) => (before.state === "computing" ? { ...before, state: "idle" } : before));
    let wanted = true;
    const calledOff = new AbortController();
    if (!go && asked?.as !== undefined) return;
    const timer = setTimeout(async () => {
      if (go) setComputed((before) => ({ ...before, state: "computing" }));
      const begun = performance.now();
      const starts =
        asked === undefined ? [...(await startsOf(method, outline).catch(() => [])), ofExample] : [undefined];
      for (const [at, began] of starts.entries()) {
        try {
          const task = await taskOf(method, began?.asked ?? (asked as Asked), outline);
          const columns =
            task.example === true || (asked ?? began?.asked)?.as !== undefined ? {} : await computer.columns(task);
          if (!wanted) return;
          setComputed(({ began: _, ...before }) => ({ ...before, columns, ...(began && { began }) }));
          if (!go) return;
          const result = await computer.run(task, calledOff.signal);
          const time = Math.round(performance.now() - begun);
          if (wanted)
            setComputed({
              state: "done",
              result,
              of: key,
              isInvented: task.example === true,
              columns,
              time,
              ...(began && { began }),
            });
          return;
        } catch (error) {
          if (!wanted) return;
          if (at + 1 === starts.length)
            setComputed((before) => ({ ...before, state: "refused", problems: problemsOf(error) }));
        }
      }
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
      calledOff.abort();
    };
  }, [key, go]);
  return { ...computed, isOld: computed.result !== undefined && (computed.of !== key || computed.state !== "done") };
}

async function taskOf(method: MethodEntry, asked: Asked, outline: Outline): Promise<Omit<Task, "id" | "wanted">> {
  const isExample = asked.as === "example";
  const given = isExample ? { inputs: {} } : await inputsFor(asked, outline);
  const received = given as Partial<Received>;
  return {
    method: method.id,
    holds: isExample ? `example of ${method.id}` : JSON.stringify([asked.as, asked.data, outline.lock]),
    inputs: given.inputs,
    ...(isExample ? { example: true } : {}),
    roles: { ...received.roles, ...asked.roles },
    options: { ...received.options, ...asked.options },
    seed: outline.seed,
  };
}
