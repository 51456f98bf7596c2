import type { Table } from "@conurb/core/contract";
import { askJson } from "../../bench/ask.ts";
import type { Outline } from "../../bench/outline.ts";
import type { MethodEntry } from "./method-entry.ts";
import { inputsFrom, inputsLike, type OwnInputs, offeredBySet, offeredByTable } from "./own-inputs.ts";

/** Where the page of a method that the study does not use may begin, the likeliest first: what it refuses, it does not begin with. */
export async function startsOf(method: MethodEntry, outline: Outline): Promise<readonly OwnInputs[]> {
  const { methods } = await askJson<{ methods: readonly MethodEntry[] }>("/api/methods");
  const like = inputsLike(method, methods, outline);
  if (like.length > 0) return like;
  const sets = outline.indicators.map(offeredBySet);
  const ofSets = inputsFrom(method, sets);
  if (ofSets !== undefined) return [ofSets];
  const tables = await Promise.all(
    outline.datasets.map(async ({ name }) =>
      offeredByTable(await askJson<Table>(`/api/tables/${encodeURIComponent(name)}`), name),
    ),
  );
  return [inputsFrom(method, [...sets, ...tables]) ?? []].flat();
}
