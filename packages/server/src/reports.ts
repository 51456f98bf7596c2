import { openTask, type Task, type TaskOptions, type TaskState } from "./task.ts";
import type { MadeFile, Workplace } from "./workplace.ts";

/** Where the making of a report stands. */
export interface ReportState extends TaskState {
  /** What was written last. */
  readonly now?: { readonly format: string; readonly language: string };
  /** What can be had, once it is done. */
  readonly files?: readonly Pick<MadeFile, "name" | "size">[];
}

export interface Reports extends Task<ReportState> {
  /** A file of the last report that was made, by its name. */
  file(name: string): MadeFile | undefined;
}

/** Makes the report of the saved text as the command line does, into the same folder. */
export function openReports(workplace: Workplace, options: Omit<TaskOptions<ReportState>, "work" | "once">): Reports {
  let made: readonly MadeFile[] = [];
  const task = openTask<ReportState>({
    ...options,
    once: false, // its files may have been written over since
    work: async ({ text }, signal, change) => {
      made = await workplace.report(text, signal, ({ done, total, format, language }) =>
        change(() => ({ finished: done, total, now: { format, language } })),
      );
      return { files: made.map(({ name, size }) => ({ name, size })) };
    },
  });
  return { ...task, file: (name) => made.find((each) => each.name === name) };
}
