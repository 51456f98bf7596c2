import { mkdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { hashText, type Table } from "@conurb/core/contract";
import {
  type CheckedStudy,
  type Lock,
  lockOf,
  type Plan,
  type RunEvent,
  runPlan,
  type StudyPorts,
  type StudyRun,
} from "@conurb/core/study";
import { openResults, withLock } from "@conurb/store";
import { CheckFailed } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { runProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { program } from "../version.ts";
import { checkStudy } from "./check-study.ts";
import { keptResults } from "./kept-results.ts";
import { type NodePorts, nodePorts, nowhere } from "./node-ports.ts";
import type { StudyFile } from "./study-file.ts";
import { settleTables } from "./swap-tables.ts";
import { writeOutput } from "./write-output.ts";

export interface RunOptions {
  readonly file: StudyFile;
  readonly out: string;
  readonly threads: number;
  readonly cache: boolean;
  readonly prune: boolean;
  /** Told of each dataset as it was read, before anything is done to it. */
  readonly loaded?: (name: string, table: Table) => void;
  /** A part of the study, whose tables, lock and reports stand in a folder of their own below `out`. */
  readonly part?: { readonly folder: string; readonly of: (plan: Plan) => Plan };
}

/** A study that was run and written down. */
export interface Session {
  readonly file: StudyFile;
  readonly out: string;
  readonly notes: CheckedStudy["notes"];
  readonly run: StudyRun;
  readonly lock: Lock;
  readonly lockText: string;
  readonly ports: NodePorts;
}

/** What a run listens to and tells, wherever it was asked for. */
export interface Listener {
  readonly signal: AbortSignal;
  readonly notify: (event: RunEvent) => void;
  /** The study is sound, and this many analyses are to come. */
  readonly begin?: (analyses: number) => void;
}

/** Checks, runs and writes a study; `then` works on what came out while the folder is still ours. */
export function runStudy<T>(
  options: RunOptions,
  terminal: Terminal,
  then: (session: Session) => Promise<T>,
): Promise<T> {
  return interruptible(async (signal) => {
    let progress: ReturnType<typeof runProgress> | undefined;
    const listener: Listener = {
      signal,
      begin: (analyses) => {
        progress = runProgress(terminal, analyses);
      },
      notify: (event) => progress?.notify(event),
    };
    try {
      return await runUnder(options, listener, terminal, (session) => {
        progress?.stop();
        return then(session);
      });
    } finally {
      progress?.stop();
    }
  });
}

/** The same for who has a signal and a listener of their own, such as the workbench. */
export async function runUnder<T>(
  options: RunOptions,
  { signal, notify, begin }: Listener,
  terminal: Terminal,
  then: (session: Session) => Promise<T>,
): Promise<T> {
  const { file, out, part, loaded } = options;
  const unwritten = nodePorts({ folder: file.folder, results: nowhere, threads: options.threads, signal });
  const checked = await requireSound(file, loaded === undefined ? unwritten : telling(unwritten, loaded));
  const plan = part === undefined ? checked.plan : part.of(checked.plan);
  const written = part === undefined ? out : join(out, part.folder);
  return withLock(out, async () => {
    const store = await openResults(out);
    const kept = await keptResults(out, terminal);
    await mkdir(written, { recursive: true });
    await settleTables(written);
    begin?.(plan.analyses.length);
    const ports: NodePorts = {
      ...unwritten,
      notify,
      results: {
        read: async (key, analysis) => (options.cache ? kept.read(key, analysis) : undefined),
        write: async (key, text) => {
          signal.throwIfAborted();
          await store.put(key, text);
          await kept.note(key, text);
        },
      },
    };
    try {
      const run = await runPlan(plan, checked.groups, ports, checked.data);
      signal.throwIfAborted();
      const lock = await lockOf(run, lockedStudy(file, written), program);
      const lockText = `${JSON.stringify(lock, null, 2)}\n`;
      await writeOutput(written, run, lockText);
      if (options.prune) await store.prune(keysOf(run));
      return await then({ file, out: written, notes: checked.notes, run, lock, lockText, ports });
    } finally {
      await ports.close();
    }
  });
}

function telling(ports: NodePorts, loaded: NonNullable<RunOptions["loaded"]>): StudyPorts {
  return {
    ...ports,
    load: async (name, declaration) => {
      const table = await ports.load(name, declaration);
      loaded(name, table);
      return table;
    },
  };
}

/** The study's plan, or everything that is wrong with it. */
export async function requireSound(file: StudyFile, ports: StudyPorts): Promise<CheckedStudy & { plan: Plan }> {
  const checked = await checkStudy(file.text, file.file, ports);
  const { plan, problems } = checked;
  if (plan === undefined || problems.length > 0) throw new CheckFailed(problems);
  return { ...checked, plan };
}

/** How a lock in `folder` names its study: by the way from there, so that both can be moved together. */
export function lockedStudy({ path, text }: StudyFile, folder: string): Lock["study"] {
  return { file: relative(folder, path).split(sep).join("/"), sha256: hashText(text) };
}

function keysOf({ outcomes }: StudyRun): string[] {
  return [...outcomes.values()].flatMap((outcome) => ("key" in outcome ? [outcome.key] : []));
}
