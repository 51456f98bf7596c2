import type { AnyMethod, CancelSignal, Context } from "./method.ts";
import { random } from "./random.ts";

const neverCancelled: CancelSignal = { aborted: false, throwIfAborted: () => {} };

/** A context that does everything in this thread: kernels one after the other, the solver loaded when it is needed. */
export function localContext(
  method: AnyMethod,
  seed: number,
  ports: { signal?: CancelSignal; progress?: (done: number, total: number) => void } = {},
): Context {
  const { signal = neverCancelled, progress = () => {} } = ports;
  return {
    random: (stream) => {
      if (method.random !== true) throw new Error(`${method.id} draws, and does not say so: random: true`);
      return random(seed, `${method.id}/${stream}`);
    },
    signal,
    progress,
    solve: async (programme) => (await import("./solve.ts")).solve(programme),
    map: async (kernel, jobs) => {
      const run = method.kernels?.[kernel];
      if (run === undefined) throw new Error(`${method.id}: no kernel ${kernel}`);
      return jobs.map((job, done) => {
        signal.throwIfAborted();
        const answer = run(job as never);
        progress(done + 1, jobs.length);
        return answer;
      });
    },
  };
}
