import { type Context, type Handler, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import { type AccessOptions, guarded } from "./access.ts";
import type { Bundle } from "./bundle.ts";
import { archiveRoutes, dataRoutes } from "./data-routes.ts";
import { strictHeaders } from "./headers.ts";
import { limited } from "./limits.ts";
import { type News, openNewsroom } from "./news.ts";
import { openApi } from "./open-api.ts";
import { problemsOf, refuse, tell } from "./refuse.ts";
import { reportRoutes } from "./report-routes.ts";
import { openReports } from "./reports.ts";
import { openRuns } from "./runs.ts";
import { shelfRoutes } from "./shelf-routes.ts";
import { studyText, versionOf } from "./study-text.ts";
import { oneByOne } from "./task.ts";
import { uploadRoutes } from "./upload-routes.ts";
import { openUploads } from "./uploads.ts";
import { viewOf } from "./view-answer.ts";
import type { Ran, Shelf, Workplace } from "./workplace.ts";

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
const longestSilence = 15_000; // milliseconds, after which a page is told that the line still stands
const aKey = /^[0-9a-f]{64}$/;

export function openApp({ workplace, bundle, shelf, report, ...access }: AppOptions): Workbench {
  const study = studyText(workplace.path);
  const news = openNewsroom(workplace.path, study);
  const inTurn = oneByOne();
  const runs = openRuns(workplace, { tell: (run) => news.tell({ kind: "run", run }), report, inTurn });
  const reports = openReports(workplace, {
    tell: (made) => news.tell({ kind: "report", report: made }),
    report,
    inTurn,
  });
  const uploads = openUploads();
  const app = new Hono();
  app.use(strictHeaders);
  app.use(guarded(access));
  app.route("/api/uploads", uploadRoutes({ uploads, workplace }));
  app.use(limited(largestBody));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const problems = problemsOf(error);
    if (problems !== undefined) return tell(c, 422, problems);
    report(error);
    return refuse(c, 500, "server-fault");
  });
  app.notFound((c) => refuse(c, 404, "server-nothing"));

  app.get("/api/openapi.json", (c) => c.json(openApi));
  app.get("/api/study", async (c) => {
    const found = await study.find();
    // a folder in which none stands yet is nothing that went wrong
    if (found === undefined) return c.json({ file: workplace.file, text: null, version: null });
    const { text, version } = found;
    c.header("ETag", `"${version}"`);
    return c.json({ file: workplace.file, text, version });
  });
  app.put("/api/study", async (c) => {
    if (!/^(text\/plain|application\/yaml)\b/.test(c.req.header("content-type") ?? "")) {
      return refuse(c, 415, "server-not-text");
    }
    const before = /^"([0-9a-f]+)"$/.exec(c.req.header("if-match") ?? "")?.[1];
    if (before === undefined) return refuse(c, 428, "server-version-needed");
    const text = utf8(await c.req.arrayBuffer());
    if (text === undefined) return refuse(c, 415, "server-not-text");
    const saved = await study.save(text, before);
    if (saved.kind === "changed-outside") {
      return c.json(
        { yours: { text, version: versionOf(text) }, theirs: { text: saved.text, version: saved.version } },
        409,
      );
    }
    if (saved.version !== before) news.tell({ kind: "study", version: saved.version });
    c.header("ETag", `"${saved.version}"`);
    return c.json({ version: saved.version });
  });
  app.post("/api/check", async (c) => {
    const text = utf8(await c.req.arrayBuffer());
    return text === undefined ? refuse(c, 415, "server-not-text") : c.json(await workplace.check(text));
  });
  app.post("/api/runs", async (c) => c.json(runs.start(await study.read()), 202));
  app.get("/api/runs/current", (c) => {
    const last = runs.last();
    const done = last === undefined ? null : { version: last.version, ended: last.ended, outline: last.ran.outline };
    return c.json({ current: runs.current() ?? null, last: done });
  });
  app.delete("/api/runs/:id", (c) =>
    runs.cancel(c.req.param("id")) ? c.body(null, 204) : refuse(c, 404, "server-nothing"),
  );
  app.route("/api/reports", reportRoutes({ reports, runs, study }));
  app.route("/api/datasets", dataRoutes({ runs }));
  app.route("/api/archive", archiveRoutes({ runs }));
  app.route("/api/shelf", shelfRoutes({ shelf, uploads }));
  app.get("/api/events", (c) =>
    streamSSE(c, async (stream) => {
      const said: News[] = [];
      let wake = (): void => {};
      const leave = news.listen((each) => {
        said.push(each);
        wake();
      });
      stream.onAbort(() => {
        leave();
        wake();
      });
      const run = runs.current();
      if (run !== undefined) said.push({ kind: "run", run });
      const making = reports.current();
      if (making !== undefined) said.push({ kind: "report", report: making });
      await stream.writeSSE({ event: "open", data: "" });
      while (!stream.aborted && !stream.closed) {
        for (let each = said.shift(); each !== undefined; each = said.shift())
          await stream.writeSSE({ event: each.kind, data: JSON.stringify(each) });
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longestSilence);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        if (said.length === 0 && !stream.aborted) await stream.writeSSE({ event: "open", data: "" });
      }
      leave();
    }),
  );

  const ofLast =
    (answer: (ran: Ran, c: Context) => Promise<Response>): Handler =>
    (c) => {
      const last = runs.last();
      return last === undefined ? refuse(c, 404, "server-not-run") : answer(last.ran, c);
    };
  app.get(
    "/api/results/:key",
    ofLast(async (ran, c) => {
      const key = c.req.param("key") ?? "";
      const text = aKey.test(key) ? await ran.result(key) : undefined;
      if (text === undefined) return refuse(c, 404, "server-nothing");
      c.header("Cache-Control", "private, max-age=31536000, immutable"); // a key is the result
      return c.body(text, 200, { "Content-Type": "application/json; charset=utf-8" });
    }),
  );
  app.get(
    "/api/passports/:analysis",
    ofLast(async (ran, c) => {
      const [table, column] = [c.req.query("table"), c.req.query("column")];
      const asked = { ...(table === undefined ? {} : { table }), ...(column === undefined ? {} : { column }) };
      const keys = c.req.queries("key") ?? [];
      return c.json((await ran.passport(c.req.param("analysis") ?? "", { ...asked, keys })) as object);
    }),
  );
  app.get(
    "/api/inputs/:analysis",
    ofLast(async (ran, c) => c.json((await ran.inputs(c.req.param("analysis") ?? "")) as object)),
  );
  app.get(
    "/api/tables/:name",
    ofLast(async (ran, c) => c.json((await ran.table(c.req.param("name") ?? "")) as object)),
  );
  app.get("/api/methods", async (c) => c.json((await workplace.methods()) as object));
  app.get("/api/gazetteer", async (c) => c.json((await workplace.gazetteer()) as object));
  app.all("/api/*", (c) => refuse(c, 404, "server-nothing"));

  app.get("*", async (c) => {
    const file = await bundle.file(c.req.path);
    if (file !== undefined) {
      // names under assets/ carry the hash of what they hold
      if (c.req.path.startsWith("/assets/")) c.header("Cache-Control", "private, max-age=31536000, immutable");
      return c.body(file.bytes, 200, { "Content-Type": file.type });
    }
    if (/\.\w+$/.test(c.req.path)) return viewOf(c, runs.last()?.ran);
    // every screen is one page, which reads its own address
    return c.body(bundle.page, 200, { "Content-Type": "text/html; charset=utf-8" });
  });
  return {
    app,
    close: async () => {
      news.close();
      await Promise.all([runs.close(), reports.close(), uploads.close()]);
    },
  };
}

function utf8(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
