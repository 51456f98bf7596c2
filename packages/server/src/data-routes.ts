import { type Context, Hono } from "hono";
import { ofLastRun } from "./last-run.ts";
import type { Runs } from "./runs.ts";

const nameIn = (c: Context): string => c.req.param("name") ?? "";

/** A dataset beside its typed table: as its file has it, and what became of the file's cells. */
export function dataRoutes({ runs }: { readonly runs: Runs }): Hono {
  const routes = new Hono();
  const ofLast = ofLastRun(runs);
  routes.get(
    "/:name/figures",
    ofLast(async (ran, c) => c.json((await ran.figures(nameIn(c))) as object)),
  );
  routes.get(
    "/:name/account",
    ofLast(async (ran, c) => c.json((await ran.account(nameIn(c))) as object)),
  );
  return routes;
}

/** The replication archive of the last run, as `conurb pack` makes it. */
export function archiveRoutes({ runs }: { readonly runs: Runs }): Hono {
  const routes = new Hono();
  const ofLast = ofLastRun(runs);
  routes.get(
    "/",
    ofLast(async (ran, c) => {
      const { name, bytes } = await ran.archive();
      const ascii = name.replace(/[^\w.-]/g, "_");
      return c.body(bytes, 200, {
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      });
    }),
  );
  return routes;
}
