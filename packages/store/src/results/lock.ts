import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { refusal } from "../refuse.ts";
import { isAlive, runToken } from "./run-token.ts";
import { asDiskRefusal } from "./write-atomic.ts";

const lockName = ".conurb-lock";

interface Holder {
  readonly pid: number;
  readonly run: string;
  readonly host: string;
}

/**
 * Runs `work` while no other run writes to `folder` (made if need be). A lock whose process is gone is taken over; one
 * from another machine never is, because nobody here can tell.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, lockName);
  await take(folder, file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(folder: string, file: string): Promise<void> {
  const mine: Holder = { pid: process.pid, run: runToken, host: hostname() };
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw asDiskRefusal(error, folder);
  }
  for (const lastTry of [false, true]) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        // on a full disk the file is there, but empty: left behind, it would lock the folder for good
        await rm(file, { force: true });
        throw asDiskRefusal(error, file);
      }
    }
    const found = await readFile(file, "utf8").catch(() => "");
    const holder = parse(found);
    if (lastTry || !isGone(holder)) {
      throw refusal("folder-locked", { folder, pid: holder?.pid ?? "?", file }, { file });
    }
    await removeStale(file, found);
  }
}

/** A lock that cannot be read is being written this moment, or was torn: only the user can tell. */
function isGone(holder: Holder | undefined): boolean {
  if (holder === undefined || holder.host !== hostname() || holder.run === runToken) return false;
  return holder.pid === process.pid || !isAlive(holder.pid);
}

/** Moves the stale lock away before removing it, so that of two runs that both found it only one removes it. */
async function removeStale(file: string, found: string): Promise<void> {
  const aside = `${file}.${process.pid}-${runToken}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, "utf8").catch(() => found);
  if (moved !== found) await writeFile(file, moved, { flag: "wx" }).catch(() => {});
  await rm(aside, { force: true });
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, run, host } = JSON.parse(text) as Partial<Holder>;
    return pid === undefined || run === undefined || host === undefined ? undefined : { pid, run, host };
  } catch {
    return undefined;
  }
}
