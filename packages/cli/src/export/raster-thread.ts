import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Made, RasterTask } from "./raster-worker.ts";

/** A thread that takes tasks from the moment it is started, and answers them in their order. */
export interface RasterThread {
  draw(task: RasterTask): Promise<Made>;
  close(): Promise<unknown>;
}

export function openThread(): RasterThread {
  const worker = new Worker(new URL("./raster-worker.js", import.meta.url));
  const waiting: ((made: Made) => void)[] = [];
  worker.on("message", (made: Made) => waiting.shift()?.(made));
  const ended = once(worker, "exit").then((): never => {
    throw new Error("the thread that draws has ended");
  }, explained);
  ended.catch(() => {}); // told to whoever waits for a drawing
  return {
    draw: (task) => {
      worker.postMessage(task);
      return Promise.race([ended, new Promise<Made>((resolve) => waiting.push(resolve))]);
    },
    close: () => worker.terminate(),
  };
}

/** What a thread ended of: the drawing library is a program of its own for each platform, and this one may have none. */
async function explained(error: unknown): Promise<never> {
  await import("@resvg/resvg-js").catch(() => {
    const platform = `${process.platform} ${process.arch}`;
    throw new UsageError(say("no-drawing", { platform }), say("no-drawing-hint"));
  });
  throw error;
}
