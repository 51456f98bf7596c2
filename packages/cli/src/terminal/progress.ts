import type { RunEvent } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  notify(event: RunEvent): void;
  stop(): void;
}

const patience = 400; // milliseconds without a bar: most runs are over by then

/** A bar on standard error over the analyses of a run, shown only to a person, and only when it takes a while. */
export function runProgress(terminal: Terminal, total: number): Progress {
  if (!terminal.watched) return { notify: () => {}, stop: () => {} };
  const bar = lateBar(terminal);
  const parts = new Map<string, number>();
  let [finished, current] = [0, ""];
  return {
    notify(event) {
      if (event.kind === "finished") {
        finished += 1;
        parts.delete(event.analysis);
      } else {
        current = event.analysis;
        if (event.kind === "progress") parts.set(event.analysis, Math.min(1, event.done / Math.max(1, event.total)));
      }
      const running = [...parts.values()].reduce((sum, part) => sum + part, 0);
      bar.draw((finished + running) / total, `${finished}/${total}  ${current}`);
    },
    stop: bar.stop,
  };
}

/** The same over one method. */
export function methodProgress(terminal: Terminal): { report(done: number, total: number): void; stop(): void } {
  if (!terminal.watched) return { report: () => {}, stop: () => {} };
  const bar = lateBar(terminal);
  return { report: (done, total) => bar.draw(done / Math.max(1, total), `${done}/${total}`), stop: bar.stop };
}

/** A bar that comes up at the first news after a while: a computation in this thread lets no timer through. */
function lateBar(terminal: Terminal): { draw(part: number, told: string): void; stop(): void } {
  const started = performance.now();
  let library: typeof import("cli-progress") | undefined;
  let bar: { update(value: number, payload: object): void; stop(): void } | undefined;
  let over = false;
  import("cli-progress").then((loaded) => {
    library = loaded.default;
  });
  return {
    draw(part, told) {
      if (over || library === undefined || performance.now() - started < patience) return;
      if (bar === undefined) {
        const made = new library.SingleBar({
          format: `${terminal.text(say("progress"))} {bar} {told}`,
          barsize: 24,
          hideCursor: true,
          clearOnComplete: true,
          stream: process.stderr,
        });
        made.start(1, 0, { told });
        bar = made;
      }
      bar.update(part, { told });
    },
    stop() {
      over = true;
      bar?.stop();
    },
  };
}
