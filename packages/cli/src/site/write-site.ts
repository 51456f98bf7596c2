import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { shownPath } from "../study/summary.ts";

/** A folder that is not there, is empty, or holds a site: nothing else is replaced. */
export async function requireRoom(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") return ["-"];
    throw error;
  });
  if (names.length === 0 || (await isThere(join(folder, "data", "site.json")))) return;
  throw new UsageError(say("site-occupied", { folder: shownPath(folder) }), say("site-occupied-hint"));
}

/** Writes the files beside the folder and puts them in its place: a reader never meets half of two editions. */
export async function writeSite(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await requireRoom(folder);
  const [fresh, old] = [`${folder}.new-${process.pid}`, `${folder}.old-${process.pid}`];
  try {
    for (const [name, bytes] of files) {
      const path = join(fresh, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
    if (await isThere(folder)) await rename(folder, old);
    await rename(fresh, folder);
  } finally {
    await Promise.all([fresh, old].map((each) => rm(each, { recursive: true, force: true })));
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
