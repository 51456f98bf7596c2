import { Hono } from "hono";
import { ofLastRun } from "./last-run.ts";
import { refuse } from "./refuse.ts";
import type { Runs } from "./runs.ts";

const aKey = /^[0-9a-f]{64}$/;

/** What was computed, what a number rests on, what an analysis received, and the tables behind it. */
export function resultRoutes({ runs }: { readonly runs: Runs }): Hono {
  const routes = new Hono();
  const ofLast = ofLastRun(runs);
  routes.get(
    "/results/:key",
    ofLast(async (ran, c) => {
      const key = c.req.param("key") ?? "";
      const text = aKey.test(key) ? await ran.result(key) : undefined;
      if (text === undefined) return refuse(c, 404, "server-nothing");
      c.header("Cache-Control", "private, max-age=31536000, immutable"); // a key is the result
      return c.body(text, 200, { "Content-Type": "application/json; charset=utf-8" });
    }),
  );
  routes.get(
    "/passports/:analysis",
    ofLast(async (ran, c) => {
      const [table, column] = [c.req.query("table"), c.req.query("column")];
      const asked = { ...(table === undefined ? {} : { table }), ...(column === undefined ? {} : { column }) };
      const keys = c.req.queries("key") ?? [];
      return c.json((await ran.passport(c.req.param("analysis") ?? "", { ...asked, keys })) as object);
    }),
  );
  routes.get(
    "/inputs/:analysis",
    ofLast(async (ran, c) => c.json((await ran.inputs(c.req.param("analysis") ?? "")) as object)),
  );
  routes.get(
    "/tables/:name",
    ofLast(async (ran, c) => c.json((await ran.table(c.req.param("name") ?? "")) as object)),
  );
  return routes;
}
