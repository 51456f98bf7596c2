import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { refusal } from "../refuse.ts";
import { isAlive, runToken } from "./run-token.ts";
import { asDiskRefusal } from "./write-atomic.ts";

const lockName = ".conurb-lock";

interface Holder {
  readonly pid: number;
  readonly run: string;
  readonly host: string;
}

/** How long a lock that says nothing yet may take to say who holds it: making and writing it are two steps. */
const patience = { times: 10, pause: 50 }; // milliseconds

type Write = (file: string, text: string) => Promise<void>;

const writeNew: Write = (file, text) => writeFile(file, text, { flag: "wx" });

/**
 * Runs `work` while no other run writes to `folder` (made if need be). A lock whose process is gone is taken over, and one
 * that names no process: what a full disk or a power cut left. One from another machine never is, because nobody here can
 * tell. `write` makes the lock where there is none.
 */
export async function withLock<T>(folder: string, work: () => Promise<T>, write: Write = writeNew): Promise<T> {
  const file = join(folder, lockName);
  await take(folder, file, write);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(folder: string, file: string, write: Write): Promise<void> {
  const mine: Holder = { pid: process.pid, run: runToken, host: hostname() };
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw asDiskRefusal(error, folder);
  }
  for (const lastTry of [false, true]) {
    try {
      await write(file, JSON.stringify(mine));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
        // on a full disk the file is there, but empty: left behind, it would hold up the next run
        await rm(file, { force: true }).catch(() => {});
        throw asDiskRefusal(error, file);
      }
    }
    const found = await settled(file);
    if (lastTry || found === undefined || !isGone(found.holder)) {
      throw refusal("folder-locked", { folder, pid: found?.holder?.pid ?? "?", file }, { file });
    }
    await removeStale(file, found.text);
  }
}

interface Found {
  readonly text: string;
  /** Nobody where the text names no process. */
  readonly holder: Holder | undefined;
}

/** What a lock says, once it has had time to say it; nothing of one that may not be read. */
async function settled(file: string): Promise<Found | undefined> {
  for (let time = 1; ; time += 1) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? "" : undefined,
    );
    if (text === undefined) return undefined;
    const holder = parse(text);
    if (holder !== undefined || time === patience.times) return { text, holder };
    await setTimeout(patience.pause);
  }
}

function isGone(holder: Holder | undefined): boolean {
  if (holder === undefined) return true;
  if (holder.host !== hostname() || holder.run === runToken) return false;
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
    const { pid, run, host } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    const isProcess = typeof pid === "number" && Number.isInteger(pid) && pid > 0;
    return isProcess && typeof run === "string" && typeof host === "string" ? { pid, run, host } : undefined;
  } catch {
    return undefined;
  }
}
