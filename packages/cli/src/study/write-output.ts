import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { StudyRun } from "@conurb/core/study";
import { tableToCsv } from "@conurb/core/tables";
import { removeLeftovers, writeAtomic } from "@conurb/store";

/** Writes what is derived from the results, then the lock: as long as the old lock stands, the last good run does. */
export async function writeOutput(out: string, run: StudyRun, lockText: string): Promise<void> {
  const folder = join(out, "tables");
  await clearLeftovers(out, folder);
  const written = new Set<string>();
  for (const [analysis, outcome] of run.outcomes) {
    if (!("result" in outcome)) continue;
    for (const table of outcome.result.tables) {
      const name = `${analysis}.${table.name}.csv`;
      written.add(name);
      await writeChanged(join(folder, name), tableToCsv(table));
    }
  }
  const lock = join(out, "study.lock.json");
  const before = await readFile(lock, "utf8").catch(() => undefined);
  await removeTablesOf(analysesOf(before), folder, written);
  if (before !== lockText) await writeAtomic(lock, lockText);
}

/** Leaves a file alone that already says this: derived files keep their dates, and a second run writes nothing. */
export async function writeChanged(path: string, text: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before !== text) await writeAtomic(path, text);
}

async function clearLeftovers(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await removeLeftovers(folder).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** Removes tables that the last run wrote and this one did not: the reader of a folder sees one run only. */
async function removeTablesOf(
  analyses: readonly string[],
  folder: string,
  written: ReadonlySet<string>,
): Promise<void> {
  const known = new Set(analyses);
  for (const name of await readdir(folder).catch(() => [])) {
    const [analysis, , ending] = name.split(".");
    if (ending === "csv" && known.has(analysis ?? "") && !written.has(name))
      await rm(join(folder, name), { force: true });
  }
}

function analysesOf(lockText: string | undefined): string[] {
  try {
    return Object.keys((JSON.parse(lockText ?? "{}") as { analyses?: object }).analyses ?? {});
  } catch {
    return [];
  }
}
