import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { refusal } from "../refuse.ts";
import { isAlive, runToken } from "./run-token.ts";

const leftover = /^\.(?<target>.+)\.(?<pid>\d+)-(?<run>[0-9a-f]{8})-[0-9a-f]{8}\.tmp$/;

/**
 * Writes a whole file or nothing: under another name in the same folder, to the disk, then renamed over the old one. Who may read the
 * old one may read the new one, and nobody else.
 */
export async function writeAtomic(path: string, bytes: Uint8Array | string): Promise<void> {
  const mode = await modeOf(path);
  await replaceAtomic(path, async (temporary) => {
    const handle = await open(temporary, "wx", mode);
    try {
      if (mode !== undefined) await handle.chmod(mode); // what the process takes from new files is not taken from this one
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

/** The permissions of a file; nothing where there is none. */
const modeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    (found) => (found.isFile() ? found.mode & 0o777 : undefined),
    () => undefined,
  );

/** Lets `write` make a file under another name, and puts it in the place of `path` once it is whole. */
export async function replaceAtomic(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}-${runToken}-${randomBytes(4).toString("hex")}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw asDiskRefusal(error, path);
  }
  await syncFolder(folder);
}

/** Removes what killed runs left half written in `folder`, and gives the names of the files removed. */
export async function removeLeftovers(folder: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of await readdir(folder)) {
    const { pid, run } = leftover.exec(name)?.groups ?? {};
    if (pid === undefined || run === runToken) continue;
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue;
    await rm(join(folder, name), { force: true });
    removed.push(name);
  }
  return removed.sort();
}

/** An error of writing as a refusal that names the file; any other error as it was. */
export function asDiskRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return error;
  const place = { file };
  switch (error.code) {
    case "ENOSPC":
    case "EDQUOT":
      return refusal("disk-full", { file }, place);
    case "EACCES":
    case "EPERM":
      return refusal("disk-not-permitted", { file }, place);
    case "EROFS":
      return refusal("disk-read-only", { file }, place);
    case "EISDIR":
      return refusal("disk-is-folder", { file }, place);
    case "ENOTDIR":
    case "EEXIST":
      return refusal("disk-no-folder", { file }, place);
    default:
      return refusal("disk-failed", { file, reason: String(error.code) }, place);
  }
}

/** So that the new name outlives a power cut; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // the file itself is on the disk
  }
}
