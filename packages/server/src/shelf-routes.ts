import { Hono } from "hono";
import { limited } from "./limits.ts";
import { refuse } from "./refuse.ts";
import type { Uploads } from "./uploads.ts";
import type { Shelf } from "./workplace.ts";

const largestAsked = 1024 * 1024;

/** Studies beside the one that is open: each is opened in a workbench of its own, with a token of its own. */
export function shelfRoutes({ shelf, uploads }: { shelf: Shelf | undefined; uploads: Uploads }): Hono {
  const routes = new Hono();
  routes.get("/", async (c) => c.json(shelf === undefined ? { canOpen: false } : ((await shelf.list()) as object)));
  routes.post("/", limited(largestAsked), async (c) => {
    if (shelf === undefined) return refuse(c, 403, "server-one-study");
    const asked = (await c.req.json().catch(() => undefined)) as { upload?: unknown } | undefined;
    const id = asked?.upload;
    const upload = typeof id === "string" ? uploads.find(id) : undefined;
    if (id !== undefined && upload === undefined) return refuse(c, 404, "server-upload-gone");
    return c.json(await shelf.open(asked, upload), 201);
  });
  return routes;
}
