import { Hono } from "hono";
import { refuse } from "./refuse.ts";
import type { Runs } from "./runs.ts";
import type { StudyText } from "./study-text.ts";

/** Runs of the saved text: begun, looked at, called off. */
export function runRoutes({ runs, study }: { readonly runs: Runs; readonly study: StudyText }): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => c.json(runs.start(await study.read()), 202));
  routes.get("/current", (c) => {
    const last = runs.last();
    const done = last === undefined ? null : { version: last.version, ended: last.ended, outline: last.ran.outline };
    return c.json({ current: runs.current() ?? null, last: done });
  });
  routes.delete("/:id", (c) => (runs.cancel(c.req.param("id")) ? c.body(null, 204) : refuse(c, 404, "server-nothing")));
  return routes;
}
