import { setMaxListeners } from "node:events";
import { Interrupted } from "./exit.ts";

/** Runs `work` with a signal that Ctrl-C or a polite kill aborts; whatever that makes it throw, it was interrupted. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every task that waits for a thread listens
  const abort = () => controller.abort(new Interrupted("interrupted"));
  process.on("SIGINT", abort);
  process.on("SIGTERM", abort);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted("interrupted") : error;
  } finally {
    process.off("SIGINT", abort);
    process.off("SIGTERM", abort);
  }
}
