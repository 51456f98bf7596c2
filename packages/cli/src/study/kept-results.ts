import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StudyPorts } from "@conurb/core/study";

/** Reads what an earlier run left in `out`, and writes nothing: looking at a study changes no file. */
export function keptResults(out: string): StudyPorts["results"] {
  return {
    read: (key) => wholeResult(readFile(join(out, "results", `${key}.json`), "utf8")),
    write: async () => {},
  };
}

/** A kept result's text; nothing where it is not there, cannot be read or is torn, for then it is computed again. */
export async function wholeResult(reading: Promise<string | undefined>): Promise<string | undefined> {
  try {
    const text = await reading;
    const { method, scalars, tables } = JSON.parse(text ?? "{}") as Partial<Record<string, unknown>>;
    return typeof method === "string" && scalars instanceof Object && Array.isArray(tables) ? text : undefined;
  } catch {
    return undefined;
  }
}
