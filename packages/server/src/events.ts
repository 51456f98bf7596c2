import type { Handler } from "hono";
import { streamSSE } from "hono/streaming";
import type { News, Newsroom } from "./news.ts";
import type { Reports } from "./reports.ts";
import type { Runs } from "./runs.ts";

const longestSilence = 15_000; // milliseconds, after which a page is told that the line still stands

export interface EventsOptions {
  readonly news: Newsroom;
  readonly runs: Runs;
  readonly reports: Reports;
}

/** A line to a page: what is under way when it opens, then all news as they come. */
export function events({ news, runs, reports }: EventsOptions): Handler {
  return (c) =>
    streamSSE(c, async (stream) => {
      const said: News[] = [];
      let wake = (): void => {};
      const leave = news.listen((each) => {
        said.push(each);
        wake();
      });
      stream.onAbort(() => {
        leave();
        wake();
      });
      const [run, report] = [runs.current(), reports.current()];
      if (run !== undefined) said.push({ kind: "run", run });
      if (report !== undefined) said.push({ kind: "report", report });
      await stream.writeSSE({ event: "open", data: "" });
      while (!stream.aborted && !stream.closed) {
        for (let each = said.shift(); each !== undefined; each = said.shift())
          await stream.writeSSE({ event: each.kind, data: JSON.stringify(each) });
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longestSilence);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        if (said.length === 0 && !stream.aborted) await stream.writeSSE({ event: "open", data: "" });
      }
      leave();
    });
}
