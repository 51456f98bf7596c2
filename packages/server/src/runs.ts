import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Problem } from "@conurb/core/contract";
import { problemsOf } from "./refuse.ts";
import { serverMessages } from "./server-messages.ts";
import type { Versioned } from "./study-text.ts";
import type { Ran, Workplace } from "./workplace.ts";

/** Where a run stands, as it is told to every page that is open. */
export interface RunState {
  readonly id: string;
  /** Of the study's text that is being run. */
  readonly version: string;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly started: string;
  readonly ended?: string;
  readonly finished: number;
  readonly total: number;
  /** What is being computed, and how far it is. */
  readonly now?: { readonly analysis: string; readonly done?: number; readonly total?: number };
  readonly problems?: readonly Problem[];
}

export interface Runs {
  /** Begins a run of this text, or answers with the one that already does or did it. A run of another text ends. */
  start(study: Versioned): RunState;
  cancel(id: string): boolean;
  current(): RunState | undefined;
  /** The last run that went through, which stands until another does. */
  last(): { readonly version: string; readonly ended: string; readonly ran: Ran } | undefined;
  close(): Promise<void>;
}

export function openRuns(
  workplace: Workplace,
  tell: (state: RunState) => void,
  report: (error: unknown) => void,
): Runs {
  let state: RunState | undefined;
  let last: ReturnType<Runs["last"]>;
  let controller: AbortController | undefined;
  let working: Promise<void> = Promise.resolve();

  const change = (id: string, more: Partial<RunState>): void => {
    if (state?.id !== id) return;
    state = { ...state, ...more };
    tell(state);
  };

  const work = async (id: string, { text, version }: Versioned, signal: AbortSignal): Promise<void> => {
    const ended = () => new Date().toISOString();
    try {
      signal.throwIfAborted();
      const ran = await workplace.run(text, signal, ({ analysis, kind, done, total: of }, total) => {
        const finished = (state?.finished ?? 0) + (kind === "finished" ? 1 : 0);
        const far = done === undefined || of === undefined ? {} : { done, total: of };
        change(id, { finished, total, ...(kind === "finished" ? {} : { now: { analysis, ...far } }) });
      });
      last = { version, ended: ended(), ran };
      change(id, { state: "done", ended: last.ended });
    } catch (error) {
      if (signal.aborted) return change(id, { state: "cancelled", ended: ended() });
      const problems = problemsOf(error);
      if (problems === undefined) report(error);
      const told = problems ?? [{ code: "server-fault", text: serverMessages["server-fault"] }];
      change(id, { state: "failed", ended: ended(), problems: told });
    }
  };

  return {
    start: (study) => {
      const same = state?.version === study.version && (state.state === "running" || state.state === "done");
      if (state !== undefined && same) return state;
      controller?.abort();
      controller = new AbortController();
      const { signal } = controller;
      setMaxListeners(0, signal); // every task that waits for a thread listens
      const id = randomUUID();
      state = {
        id,
        version: study.version,
        state: "running",
        started: new Date().toISOString(),
        finished: 0,
        total: 0,
      };
      tell(state);
      // one after the other: two runs would fight over the folder of results
      working = working.then(() => work(id, study, signal));
      return state;
    },
    cancel: (id) => {
      if (state?.id !== id || state.state !== "running") return false;
      controller?.abort();
      return true;
    },
    current: () => state,
    last: () => last,
    close: async () => {
      controller?.abort();
      await working;
    },
  };
}
