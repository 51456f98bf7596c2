import { once } from "node:events";
import { Worker } from "node:worker_threads";
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
  });
  ended.catch(() => {}); // told to whoever waits for a drawing
  return {
    draw: (task) => {
      worker.postMessage(task);
      return Promise.race([ended, new Promise<Made>((resolve) => waiting.push(resolve))]);
    },
    close: () => worker.terminate(),
  };
}
