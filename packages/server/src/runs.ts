import { openTask, type Task, type TaskOptions, type TaskState } from "./task.ts";
import type { Ran, Workplace } from "./workplace.ts";

/** Where a run stands. */
export interface RunState extends TaskState {
  /** What is being computed, and how far it is. */
  readonly now?: { readonly analysis: string; readonly done?: number; readonly total?: number };
}

export interface Runs extends Task<RunState> {
  /** The last run that went through, which stands until another does. */
  last(): { readonly version: string; readonly ended: string; readonly ran: Ran } | undefined;
}

export function openRuns(workplace: Workplace, options: Omit<TaskOptions<RunState>, "work" | "once">): Runs {
  let last: ReturnType<Runs["last"]>;
  const task = openTask<RunState>({
    ...options,
    once: true,
    work: async ({ text, version }, signal, change) => {
      const ran = await workplace.run(text, signal, ({ analysis, kind, done, total: of }, total) =>
        change(({ finished }) => {
          if (kind === "finished") return { finished: finished + 1, total };
          const far = done === undefined || of === undefined ? {} : { done, total: of };
          return { total, now: { analysis, ...far } };
        }),
      );
      last = { version, ended: new Date().toISOString(), ran };
      return {};
    },
  });
  return { ...task, last: () => last };
}
