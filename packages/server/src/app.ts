import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { type AccessOptions, guarded } from "./access.ts";
import type { Bundle } from "./bundle.ts";
import { archiveRoutes, dataRoutes } from "./data-routes.ts";
import { events } from "./events.ts";
import { strictHeaders } from "./headers.ts";
import { limited } from "./limits.ts";
import { openNewsroom } from "./news.ts";
import { openApi } from "./open-api.ts";
import { pageRoutes } from "./page-routes.ts";
import { problemsOf, refuse, tell } from "./refuse.ts";
import { reportRoutes } from "./report-routes.ts";
import { openReports, type ReportState } from "./reports.ts";
import { resultRoutes } from "./result-routes.ts";
import { runRoutes } from "./run-routes.ts";
import { openRuns } from "./runs.ts";
import { shelfRoutes } from "./shelf-routes.ts";
import { studyRoutes } from "./study-routes.ts";
import { studyText } from "./study-text.ts";
import { oneByOne } from "./task.ts";
import { uploadRoutes } from "./upload-routes.ts";
import { openUploads } from "./uploads.ts";
import type { Shelf, Workplace } from "./workplace.ts";

export interface AppOptions extends AccessOptions {
  readonly workplace: Workplace;
  readonly bundle: Bundle;
  /** Left out where this workbench stands for one study alone. */
  readonly shelf?: Shelf;
  /** Where a fault of the program is told: never to the browser. */
  readonly report: (error: unknown) => void;
}

export interface Workbench {
  readonly app: Hono;
  close(): Promise<void>;
}

const largestBody = 4 * 1024 * 1024;

/** The whole interface: who is let in, then the study, what is done with it, what came of it, and the pages. */
export function openApp({ workplace, bundle, shelf, report, ...access }: AppOptions): Workbench {
  const study = studyText(workplace.path);
  const news = openNewsroom(workplace.path, study);
  const inTurn = oneByOne();
  const runs = openRuns(workplace, { tell: (run) => news.tell({ kind: "run", run }), report, inTurn });
  const tellMade = (made: ReportState) => news.tell({ kind: "report", report: made });
  const reports = openReports(workplace, { tell: tellMade, report, inTurn });
  const uploads = openUploads();

  const app = new Hono();
  app.use(strictHeaders);
  app.use(guarded(access));
  app.onError((error, c) => refusalOf(error, c, report));
  app.notFound((c) => refuse(c, 404, "server-nothing"));
  app.route("/api/uploads", uploadRoutes({ uploads, workplace })); // files have a limit of their own
  app.use(limited(largestBody));
  app.get("/api/openapi.json", (c) => c.json(openApi));
  app.get("/api/events", events({ news, runs, reports }));
  app.route("/api", studyRoutes({ study, workplace, news }));
  app.route("/api/runs", runRoutes({ runs, study }));
  app.route("/api/reports", reportRoutes({ reports, runs, study }));
  app.route("/api/datasets", dataRoutes({ runs }));
  app.route("/api/archive", archiveRoutes({ runs }));
  app.route("/api", resultRoutes({ runs }));
  app.route("/api/shelf", shelfRoutes({ shelf, uploads }));
  app.get("/api/methods", async (c) => c.json((await workplace.methods()) as object));
  app.get("/api/gazetteer", async (c) => c.json((await workplace.gazetteer()) as object));
  app.all("/api/*", (c) => refuse(c, 404, "server-nothing"));
  app.route("/", pageRoutes({ bundle, runs }));
  return {
    app,
    close: async () => {
      news.close();
      await Promise.all([runs.close(), reports.close(), uploads.close()]);
    },
  };
}

/** What who asked can mend is told to them; a fault of the program, whose stack is none of theirs, to this side. */
function refusalOf(error: unknown, c: Context, report: AppOptions["report"]): Response {
  if (error instanceof HTTPException) return error.getResponse();
  const problems = problemsOf(error);
  if (problems !== undefined) return tell(c, 422, problems);
  report(error);
  return refuse(c, 500, "server-fault");
}
