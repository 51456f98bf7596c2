import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StudyRun } from "@conurb/core/study";
import { tableToCsv } from "@conurb/core/tables";
import { removeLeftovers, writeAtomic } from "@conurb/store";
import { type Files, swapTables } from "./swap-tables.ts";

/** Writes what is derived from the results with the lock: the reader of a folder sees one run only, the last good one. */
export async function writeOutput(out: string, run: StudyRun, lockText: string): Promise<void> {
  await removeLeftovers(out);
  const files = tablesOf(run);
  const lock = join(out, "study.lock.json");
  const before = await textOf(lock);
  const analyses = new Set([...analysesOf(before), ...run.outcomes.keys()]);
  const isOurs = (name: string) => {
    const [analysis, , ending] = name.split(".");
    return ending === "csv" && analyses.has(analysis ?? "");
  };
  if (!(await stands(join(out, "tables"), files, isOurs))) await swapTables(out, files, lockText, isOurs);
  else if (before !== lockText) await writeAtomic(lock, lockText);
}

/** Leaves a file alone that already says this: derived files keep their dates, and a second run writes nothing. */
export async function writeChanged(path: string, text: string): Promise<void> {
  if ((await textOf(path)) !== text) await writeAtomic(path, text);
}

function tablesOf({ outcomes }: StudyRun): Files {
  const files = new Map<string, string>();
  for (const [analysis, outcome] of outcomes) {
    if (!("result" in outcome)) continue;
    for (const table of outcome.result.tables) files.set(`${analysis}.${table.name}.csv`, tableToCsv(table));
  }
  return files;
}

/** Whether `folder` already holds these files, and no others of ours. */
async function stands(folder: string, files: Files, isOurs: (name: string) => boolean): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  if (names.filter(isOurs).length !== files.size) return false;
  const same = await Promise.all([...files].map(async ([name, text]) => (await textOf(join(folder, name))) === text));
  return same.every(Boolean);
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

function analysesOf(lockText: string | undefined): string[] {
  try {
    return Object.keys((JSON.parse(lockText ?? "{}") as { analyses?: object }).analyses ?? {});
  } catch {
    return [];
  }
}
