import { setImmediate as turn } from "node:timers/promises";
import { type AnyMethod, type Context, invoke, localContext, type MethodResult } from "@conurb/core/contract";
import { findMethod, type StudyPorts } from "@conurb/core/study";
import { openPool, type Pool } from "../pool.ts";

export interface Executor {
  readonly execute: StudyPorts["execute"];
  close(): Promise<void>;
}

/**
 * Computes calls: the quick ones here, long ones in a thread, and those with kernels here with their jobs spread over
 * the threads. What comes out is the same however many there are, because every job carries its own seed.
 */
export function openExecutor(threads: number, signal: AbortSignal): Executor {
  const pool = openPool(threads, signal);
  return {
    execute: async (call, { progress }) => {
      const method = (await findMethod(call.method)) as AnyMethod;
      if (method.kernels !== undefined || method.cost !== "live") pool.foresee();
      if (method.kernels !== undefined)
        return invoke(method, call, spreadContext(method, call.seed, pool, signal, progress));
      if (method.cost !== "live") return (await pool.call(call, progress)) as MethodResult;
      await turn(); // between two quick ones the threads get their next jobs
      return invoke(method, call, localContext(method, call.seed, { signal, progress }));
    },
    close: pool.close,
  };
}

/** A context whose kernels run in the pool, answers in the order of the jobs. */
export function spreadContext(
  method: AnyMethod,
  seed: number,
  pool: Pool,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Context {
  return {
    ...localContext(method, seed, { signal, progress }),
    map: async (kernel, jobs) => {
      if (method.kernels?.[kernel] === undefined) throw new Error(`${method.id}: no kernel ${kernel}`);
      let done = 0;
      return Promise.all(
        jobs.map(async (job) => {
          const answer = await pool.kernel(method.id, kernel, job);
          done += 1;
          progress(done, jobs.length);
          return answer;
        }),
      );
    },
  };
}
