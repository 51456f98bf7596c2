import { cp, link, lstat, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { asDiskRefusal, writeAtomic } from "@conurb/store";

/** Texts by the names of their files. */
export type Files = ReadonlyMap<string, string>;

const placesIn = (out: string) => ({
  tables: join(out, "tables"),
  next: join(out, "tables.next"),
  old: join(out, "tables.old"),
  lock: join(out, "study.lock.json"),
  /** The new lock while it waits for its tables: what stands in `tables.old` is the standing lock's. */
  waiting: join(out, ".study.lock.json.next"),
});

/**
 * Puts `files` and the lock that they belong to in the place of those of the last run. All is written beside them first;
 * then it is renamed, the lock last. Files of `tables` that are not `ours` are carried over.
 */
export async function swapTables(
  out: string,
  files: Files,
  lockText: string,
  ours: (name: string) => boolean,
): Promise<void> {
  const { tables, next, old, lock, waiting } = placesIn(out);
  try {
    await mkdir(tables, { recursive: true });
    await mkdir(next);
    const others = (await readdir(tables)).filter((name) => !files.has(name) && !ours(name));
    const carried = { recursive: true, preserveTimestamps: true };
    const made = await Promise.allSettled([
      ...others.map((name) => cp(join(tables, name), join(next, name), carried)),
      ...[...files].map(([name, text]) => place(join(next, name), text, join(tables, name))),
    ]);
    for (const each of made) if (each.status === "rejected") throw each.reason;
    await writeAtomic(waiting, lockText);
    await rename(tables, old);
    await rename(next, tables);
    await rename(waiting, lock);
  } catch (error) {
    await settleTables(out).catch(() => {});
    throw asDiskRefusal(error, tables);
  }
  await rm(old, { recursive: true, force: true });
}

/** Ends what a killed run left unfinished: the tables of the standing lock come back, everything else goes. */
export async function settleTables(out: string): Promise<void> {
  const { tables, next, old, waiting } = placesIn(out);
  try {
    if ((await exists(old)) && (await exists(waiting))) {
      await rm(tables, { recursive: true, force: true });
      await rename(old, tables);
    }
    for (const each of [old, next, waiting]) await rm(each, { recursive: true, force: true });
  } catch (error) {
    throw asDiskRefusal(error, tables);
  }
}

/** A file that already says this keeps its date, and costs a link. */
async function place(path: string, text: string, standing: string): Promise<void> {
  if ((await textOf(standing)) === text && (await isLinked(standing, path))) return;
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

/** Not every file system has links. */
const isLinked = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
