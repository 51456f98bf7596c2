import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hashText, InputError, type MethodResult } from "@conurb/core/contract";
import { decodeResult, type Edition, type Lock, type StudyPorts } from "@conurb/core/study";
import { atlasBeside, isArchive, openPack } from "../pack/open-pack.ts";
import { readLock } from "../replay/read-lock.ts";
import { say } from "../say.ts";
import { keptResults } from "../study/kept-results.ts";
import { nodePorts } from "../study/node-ports.ts";
import { requireSound } from "../study/session.ts";
import { readStudyFile } from "../study/study-file.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** One of the two editions of a command line, opened. */
export interface Side {
  readonly named: string;
  readonly edition: Edition;
  /** Of a run and of an archive. */
  readonly lock?: Lock;
  close(): Promise<void>;
}

export interface SideOptions {
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Results of this comparison, by key. */
  readonly memory: Map<string, string>;
  readonly notify: StudyPorts["notify"];
}

interface Found {
  readonly study: string;
  readonly lock?: string;
  readonly atlas?: string;
  close(): Promise<void>;
}

const lockName = "study.lock.json";

/** Opens what A or B names: a study, the folder of a run or its lock, or a replication archive. */
export async function openSide(named: string, options: SideOptions, terminal: Terminal): Promise<Side> {
  const found = await find(named);
  let end = found.close;
  try {
    const locked = found.lock === undefined ? undefined : await readLock(found.lock);
    const file = await readStudyFile(found.study);
    const out = locked?.folder ?? join(file.folder, "out");
    const ports = nodePorts({
      folder: file.folder,
      atlas: found.atlas,
      ...sharing(options, await kept(out, terminal)),
    });
    end = async () => {
      await ports.close();
      await found.close();
    };
    if (locked !== undefined && hashText(file.text) !== locked.lock.study.sha256) throw changed(named, found.study);
    const { plan, groups } = await requireSound(file, ports);
    const recorded = locked === undefined ? undefined : await recordedResults(locked.lock, locked.folder);
    const edition = { study: plan.study, groups, ports, ...(recorded === undefined ? {} : { recorded }) };
    if (locked !== undefined) await requireSameFigures(named, locked.lock, edition);
    return { named, edition, ...(locked === undefined ? {} : { lock: locked.lock }), close: end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function find(named: string): Promise<Found> {
  const close = async () => {};
  if (await isArchive(named)) return openPack(named);
  const has = (name: string) =>
    stat(join(named, name)).then(
      () => true,
      () => false,
    );
  const isLock = basename(named).endsWith(".lock.json");
  if (!isLock && ((await has("study.yaml")) || !(await has(lockName)))) return { study: named, close };
  const lock = isLock ? named : join(named, lockName);
  const { studyPath } = await readLock(lock);
  const atlas = await atlasBeside(dirname(lock));
  return { study: studyPath, lock, ...(atlas === undefined ? {} : { atlas }), close };
}

type Kept = Awaited<ReturnType<typeof keptResults>>;
const kept = (out: string, terminal: Terminal): Promise<Kept> => keptResults(out, { ...terminal, tell: () => {} });

/** Results are read from the run that lies beside the study, and shared by all runs of the comparison; none is written. */
function sharing({ memory, ...options }: SideOptions, { read }: Kept) {
  return {
    ...options,
    results: {
      read: async (key: string, analysis: string) => memory.get(key) ?? read(key, analysis),
      write: async (key: string, text: string) => {
        memory.set(key, text);
      },
    },
  };
}

/** The results that a lock vouches for, where they are still beside it. */
async function recordedResults(lock: Lock, folder: string): Promise<Map<string, MethodResult>> {
  const results = new Map<string, MethodResult>();
  for (const [name, locked] of Object.entries(lock.analyses)) {
    if (!("key" in locked)) continue;
    const text = await readFile(join(folder, "results", `${locked.key}.json`), "utf8").catch(() => undefined);
    if (text !== undefined && hashText(text) === locked.result) results.set(name, decodeResult(text));
  }
  return results;
}

/** A run can be done again only with the figures that it was done with. */
async function requireSameFigures(named: string, lock: Lock, { study, ports }: Edition): Promise<void> {
  for (const [name, declaration] of Object.entries(study.datasets)) {
    const locked = lock.datasets[name];
    if (declaration.file === undefined || locked === undefined || !("sha256" in locked)) continue;
    const { source } = await ports.load(name, declaration);
    if (source?.sha256 !== locked.sha256) throw changed(named, declaration.file);
  }
}

function changed(file: string, what: string): InputError {
  const text = say("edition-changed", { file, what });
  return new InputError({ code: "edition-changed", text, hint: say("edition-changed-hint"), place: { file } });
}
