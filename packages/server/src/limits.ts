import type { MiddlewareHandler } from "hono";
import { refuse } from "./refuse.ts";
import type { ServerCode } from "./server-messages.ts";

/** A body tells its length before it comes, and is taken up to `largest` bytes; Node holds it to what it told. */
export function limited(largest: number, tooLarge: ServerCode = "server-too-large"): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header("transfer-encoding") !== undefined) return refuse(c, 411, "server-length");
    if (Number(c.req.header("content-length") ?? 0) > largest) return refuse(c, 413, tooLarge);
    return next();
  };
}
