import { type Context, Hono } from "hono";
import { refuse } from "./refuse.ts";
import type { Runs } from "./runs.ts";
import type { Ran } from "./workplace.ts";

/** A dataset beside its typed table: as its file has it, and what became of the file's cells. */
export function dataRoutes({ runs }: { readonly runs: Runs }): Hono {
  const routes = new Hono();
  const ofLast =
    (answer: (ran: Ran, name: string) => Promise<unknown>) =>
    async (c: Context): Promise<Response> => {
      const ran = runs.last()?.ran;
      if (ran === undefined) return refuse(c, 404, "server-not-run");
      return c.json((await answer(ran, c.req.param("name") ?? "")) as object);
    };
  routes.get(
    "/:name/figures",
    ofLast((ran, name) => ran.figures(name)),
  );
  routes.get(
    "/:name/account",
    ofLast((ran, name) => ran.account(name)),
  );
  return routes;
}

/** The replication archive of the last run, as `conurb pack` makes it. */
export function archiveRoutes({ runs }: { readonly runs: Runs }): Hono {
  const routes = new Hono();
  routes.get("/", async (c) => {
    const ran = runs.last()?.ran;
    if (ran === undefined) return refuse(c, 404, "server-not-run");
    const { name, bytes } = await ran.archive();
    const ascii = name.replace(/[^\w.-]/g, "_");
    return c.body(bytes, 200, {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  });
  return routes;
}
