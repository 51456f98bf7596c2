import { stat } from "node:fs/promises";
import type { ReportState } from "./reports.ts";
import type { RunState } from "./runs.ts";
import type { StudyText } from "./study-text.ts";

/** What open pages are told without asking. */
export type News =
  | { readonly kind: "study"; readonly version: string }
  | { readonly kind: "run"; readonly run: RunState }
  | { readonly kind: "report"; readonly report: ReportState };

export interface Newsroom {
  tell(news: News): void;
  listen(listener: (news: News) => void): () => void;
  close(): void;
}

const every = 1000; // milliseconds between two looks at the file: an editor's save is seen at once

/** Tells every listener, and looks after the study's file while anyone listens. */
export function openNewsroom(path: string, study: StudyText): Newsroom {
  const listeners = new Set<(news: News) => void>();
  let seen: number | undefined;
  let version: string | undefined;
  const look = async (): Promise<void> => {
    const { mtimeMs } = await stat(path);
    if (mtimeMs === seen) return;
    seen = mtimeMs;
    const now = (await study.read()).version;
    if (version !== undefined && version !== now) tell({ kind: "study", version: now });
    version = now;
  };
  const timer = setInterval(() => {
    if (listeners.size > 0) look().catch(() => {}); // a file that is just being replaced is seen the next time
  }, every);
  timer.unref();
  const tell = (news: News): void => {
    for (const listener of listeners) listener(news);
  };
  return {
    tell: (news) => {
      if (news.kind === "study") version = news.version;
      tell(news);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}
