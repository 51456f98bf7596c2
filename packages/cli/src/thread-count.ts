import { availableParallelism } from "node:os";
import { UsageError } from "./exit.ts";
import { say } from "./say.ts";

/** How many threads to use: what is asked, else one a core. */
export function threadCount(asked: string | undefined): number {
  if (asked === undefined) return availableParallelism();
  const threads = Number(asked);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 1024) return threads;
  throw new UsageError(say("usage-threads", { value: asked }));
}
