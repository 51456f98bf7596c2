import type { Context, Handler } from "hono";
import { refuse } from "./refuse.ts";
import type { Runs } from "./runs.ts";
import type { Ran } from "./workplace.ts";

/** Routes that ask something of the last run that went through; without one they say so. */
export const ofLastRun =
  (runs: Pick<Runs, "last">) =>
  (answer: (ran: Ran, c: Context) => Promise<Response>): Handler =>
  (c) => {
    const ran = runs.last()?.ran;
    return ran === undefined ? refuse(c, 404, "server-not-run") : answer(ran, c);
  };
