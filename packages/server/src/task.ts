import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Problem } from "@conurb/core/contract";
import { problemsOf } from "./refuse.ts";
import { serverMessages } from "./server-messages.ts";
import type { Versioned } from "./study-text.ts";

/** Where a long task stands, as it is told to every page that is open. */
export interface TaskState {
  readonly id: string;
  /** Of the study's text that it works on. */
  readonly version: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly started: string;
  readonly ended?: string;
  readonly finished: number;
  readonly total: number;
  readonly problems?: readonly Problem[];
}

export interface Task<S extends TaskState> {
  /** Begins with this text, or answers with the one that already does. One of another text ends. */
  start(study: Versioned): S;
  cancel(id: string): boolean;
  current(): S | undefined;
  close(): Promise<void>;
}

export interface TaskOptions<S extends TaskState> {
  /** What it does; it tells how far it is, and answers with what there is to say at its end. */
  readonly work: (
    study: Versioned,
    signal: AbortSignal,
    change: (more: (now: S) => Partial<S>) => void,
  ) => Promise<Partial<S>>;
  readonly tell: (state: S) => void;
  readonly report: (error: unknown) => void;
  /** Tasks that share it go one after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether one of the same text that is done already is answered with. */
  readonly once: boolean;
}

/** A task that belongs to the server and not to a page: it goes on when the page is closed, and is found again. */
export function openTask<S extends TaskState>({ work, tell, report, inTurn, once }: TaskOptions<S>): Task<S> {
  let state: S | undefined;
  let controller: AbortController | undefined;
  let working: Promise<void> = Promise.resolve();

  const change = (id: string, more: (now: S) => Partial<S>): void => {
    if (state?.id !== id) return;
    state = { ...state, ...more(state) };
    tell(state);
  };

  const go = async (id: string, study: Versioned, signal: AbortSignal): Promise<void> => {
    const end = (how: TaskState["state"], more: object) =>
      change(id, () => ({ ...more, state: how, ended: new Date().toISOString() }) as unknown as Partial<S>);
    try {
      signal.throwIfAborted();
      end("done", await work(study, signal, (more) => change(id, more)));
    } catch (error) {
      if (signal.aborted) return end("cancelled", {});
      const problems = problemsOf(error);
      if (problems === undefined) report(error);
      end("failed", { problems: problems ?? [{ code: "server-fault", text: serverMessages["server-fault"] }] });
    }
  };

  return {
    start: (study) => {
      const isSame = state?.version === study.version;
      const isGoing = state?.state === "running" && controller?.signal.aborted === false; // called off, it only has to end yet
      if (state !== undefined && isSame && (isGoing || (once && state.state === "done"))) return state;
      controller?.abort();
      controller = new AbortController();
      const { signal } = controller;
      setMaxListeners(0, signal); // every job that waits for a thread listens
      const id = randomUUID();
      const begun: TaskState = {
        id,
        version: study.version,
        state: "running",
        started: new Date().toISOString(),
        finished: 0,
        total: 0,
      };
      state = begun as S;
      tell(state);
      working = inTurn(() => go(id, study, signal));
      return state;
    },
    cancel: (id) => {
      if (state?.id !== id || state.state !== "running") return false;
      controller?.abort();
      return true;
    },
    current: () => state,
    close: async () => {
      controller?.abort();
      await working;
    },
  };
}

/** One after the other: two that write would fight over the folder of results. */
export function oneByOne(): TaskOptions<TaskState>["inTurn"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
