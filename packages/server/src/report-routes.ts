import { Hono } from "hono";
import { documentPolicy } from "./headers.ts";
import { ofLastRun } from "./last-run.ts";
import { refuse } from "./refuse.ts";
import type { Reports } from "./reports.ts";
import type { Runs } from "./runs.ts";
import type { StudyText } from "./study-text.ts";

export interface ReportRoutes {
  readonly reports: Reports;
  readonly runs: Runs;
  readonly study: StudyText;
}

/** The study's report: a look at it, the making of its files, and the files. */
export function reportRoutes({ reports, runs, study }: ReportRoutes): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => c.json(reports.start(await study.read()), 202));
  routes.get("/current", (c) => c.json({ current: reports.current() ?? null }));
  routes.delete("/:id", (c) =>
    reports.cancel(c.req.param("id")) ? c.body(null, 204) : refuse(c, 404, "server-nothing"),
  );
  routes.get(
    "/preview/:language",
    ofLastRun(runs)(async (ran, c) => {
      const html = await ran.report(c.req.param("language") ?? "");
      if (html === undefined) return refuse(c, 404, "server-nothing");
      c.header("Content-Security-Policy", documentPolicy);
      return c.body(html, 200, { "Content-Type": "text/html; charset=utf-8" });
    }),
  );
  routes.get("/files/:name", async (c) => {
    const file = reports.file(c.req.param("name"));
    if (file === undefined) return refuse(c, 404, "server-nothing");
    return c.body(await file.read(), 200, {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.name}"`,
    });
  });
  return routes;
}
