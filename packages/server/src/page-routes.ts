import { Hono } from "hono";
import type { Bundle } from "./bundle.ts";
import type { Runs } from "./runs.ts";
import { viewOf } from "./view-answer.ts";

/** The pages: their files, a view of the last run as a file at the page's own address, and one page for all screens. */
export function pageRoutes({ bundle, runs }: { readonly bundle: Bundle; readonly runs: Runs }): Hono {
  const routes = new Hono();
  routes.get("*", async (c) => {
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
  return routes;
}
