import { Hono } from "hono";
import type { Newsroom } from "./news.ts";
import { refuse } from "./refuse.ts";
import { type StudyText, utf8, versionOf } from "./study-text.ts";
import type { Workplace } from "./workplace.ts";

export interface StudyRoutes {
  readonly study: StudyText;
  readonly workplace: Workplace;
  readonly news: Newsroom;
}

/** The study file: read, replaced where it is still the version that the change was made to, and checked without being saved. */
export function studyRoutes({ study, workplace, news }: StudyRoutes): Hono {
  const routes = new Hono();
  routes.get("/study", async (c) => {
    const found = await study.find();
    // a folder in which none stands yet is nothing that went wrong
    if (found === undefined) return c.json({ file: workplace.file, text: null, version: null });
    const { text, version } = found;
    c.header("ETag", `"${version}"`);
    return c.json({ file: workplace.file, text, version });
  });
  routes.put("/study", async (c) => {
    if (!/^(text\/plain|application\/yaml)\b/.test(c.req.header("content-type") ?? "")) {
      return refuse(c, 415, "server-not-text");
    }
    const before = /^"([0-9a-f]+)"$/.exec(c.req.header("if-match") ?? "")?.[1];
    if (before === undefined) return refuse(c, 428, "server-version-needed");
    const text = utf8(await c.req.arrayBuffer());
    if (text === undefined) return refuse(c, 415, "server-not-text");
    const saved = await study.save(text, before);
    if (saved.kind === "changed-outside") {
      const theirs = { text: saved.text, version: saved.version };
      return c.json({ yours: { text, version: versionOf(text) }, theirs }, 409);
    }
    if (saved.version !== before) news.tell({ kind: "study", version: saved.version });
    c.header("ETag", `"${saved.version}"`);
    return c.json({ version: saved.version });
  });
  routes.post("/check", async (c) => {
    const text = utf8(await c.req.arrayBuffer());
    return text === undefined ? refuse(c, 415, "server-not-text") : c.json(await workplace.check(text));
  });
  return routes;
}
