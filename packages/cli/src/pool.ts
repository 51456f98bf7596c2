import { MessageChannel } from "node:worker_threads";
import type { Call } from "@conurb/core/study";
import type Tinypool from "tinypool";
import { type Answer, unwrapped } from "./study/wire-error.ts";
import type { Task } from "./worker.ts";

/** Threads that compute. They are started when the first task comes or is foreseen, and live until `close`. */
export interface Pool {
  /** Starts the threads: they load while this one gets their tasks ready. */
  foresee(): void;
  call(call: Call, progress: (done: number, total: number) => void): Promise<unknown>;
  kernel(method: string, kernel: string, job: unknown): Promise<unknown>;
  close(): Promise<void>;
}

const idle = 60_000; // milliseconds: a thread is not thrown away between two analyses

export function openPool(threads: number, signal: AbortSignal): Pool {
  let opening: Promise<Tinypool> | undefined;
  const pool = (): Promise<Tinypool> => {
    opening ??= import("tinypool").then(
      ({ default: Pool }) =>
        new Pool({
          filename: new URL("./worker.js", import.meta.url).href,
          minThreads: Math.min(threads, 2), // more come as tasks do
          maxThreads: threads,
          idleTimeout: idle,
        }),
    );
    return opening;
  };
  const run = async (task: Task, transfer: readonly unknown[] = []): Promise<unknown> => {
    const answer = (await (await pool()).run(task, { signal, transferList: transfer as never })) as Answer;
    return unwrapped(answer);
  };
  return {
    foresee: () => void pool(),
    async call(call, progress) {
      const { port1, port2 } = new MessageChannel();
      port1.on("message", ({ done, total }: { done: number; total: number }) => progress(done, total));
      try {
        return await run({ kind: "call", call, progress: port2 }, [port2]);
      } finally {
        port1.close();
      }
    },
    kernel: (method, kernel, job) => run({ kind: "kernel", method, kernel, job }),
    close: async () => {
      await (await opening)?.destroy();
    },
  };
}
