import { createHash } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StudyPorts } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { shownPath } from "./summary.ts";

/** What earlier runs left in `out`, each result held against the sha256 that was noted when it was written. */
export interface KeptResults {
  /** Nothing of a result that is not there, or not as it was written: then it is computed again. */
  readonly read: StudyPorts["results"]["read"];
  /** Notes what was just written under a key. Losing a note costs a computation, never an answer. */
  note(key: string, text: string): Promise<void>;
}

const sums = ".results.sha256";
const line = /^([0-9a-f]{64}) {2}results\/([0-9a-f]{64})\.json$/gm;

export async function keptResults(out: string, terminal: Terminal): Promise<KeptResults> {
  const noted = await readFile(join(out, sums), "utf8").catch(() => "");
  // the last line of a result counts
  const sha256 = new Map([...noted.matchAll(line)].map(([, sum, key]) => [key as string, sum as string]));
  return {
    read: async (key, analysis) => {
      const file = join(out, "results", `${key}.json`);
      const text = await readFile(file, "utf8").catch(() => undefined);
      const written = sha256.get(key);
      if (text === undefined || written === undefined) return undefined;
      if (sha256Of(text) === written) return text;
      const told = terminal.text(say("result-changed", { analysis, file: shownPath(file) }));
      terminal.tell(`${terminal.errorStyle.yellow(terminal.text(say("warning")))}${told}`);
      return undefined;
    },
    note: async (key, text) => {
      const written = sha256Of(text);
      if (sha256.get(key) === written) return;
      sha256.set(key, written);
      await appendFile(join(out, sums), `${written}  results/${key}.json\n`).catch(() => {});
    },
  };
}

/** Results run to megabytes: the machine's own sha256 takes a tenth of the time of the portable one. */
const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");
