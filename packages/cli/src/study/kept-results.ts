import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StudyPorts } from "@conurb/core/study";

/** Reads what an earlier run left in `out`, and writes nothing: looking at a study changes no file. */
export function keptResults(out: string): StudyPorts["results"] {
  return {
    read: (key) => readFile(join(out, "results", `${key}.json`), "utf8").catch(() => undefined),
    write: async () => {},
  };
}
