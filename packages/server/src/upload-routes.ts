import { dirname } from "node:path";
import { type Context, Hono } from "hono";
import { limited } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { copyIn, placeFor, type Upload, type Uploads } from "./uploads.ts";
import type { Workplace } from "./workplace.ts";

/** As much as a page hands over at once; what is larger is put into the study's folder by hand. */
const largestFile = 64 * 1024 * 1024;
const largestChoices = 1024 * 1024;

/** Files on their way into the study: handed over, looked at with choices, taken in. */
export function uploadRoutes({ uploads, workplace }: { uploads: Uploads; workplace: Workplace }): Hono {
  const routes = new Hono();
  const folder = dirname(workplace.path);
  const withUpload =
    (answer: (upload: Upload, c: Context) => Promise<Response>) =>
    (c: Context): Response | Promise<Response> => {
      const upload = uploads.find(c.req.param("id") ?? "");
      return upload === undefined ? refuse(c, 404, "server-upload-gone") : answer(upload, c);
    };
  const choicesIn = async (c: Context): Promise<unknown> => {
    const text = await c.req.text();
    try {
      return text === "" ? {} : (JSON.parse(text) as unknown);
    } catch {
      return undefined;
    }
  };

  routes.post("/", limited(largestFile, "server-file-too-large"), async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const { id, name, size } = await uploads.receive(c.req.query("name") ?? "", bytes);
    return c.json({ id, name, size }, 201);
  });
  routes.post(
    "/:id/preview",
    limited(largestChoices),
    withUpload(async (upload, c) => {
      const file = await placeFor(folder, upload);
      return c.json((await workplace.preview({ path: upload.path, file }, await choicesIn(c))) as object);
    }),
  );
  routes.post(
    "/:id/take",
    limited(largestChoices),
    withUpload(async (upload, c) => {
      const choices = await choicesIn(c);
      const file = await copyIn(folder, upload);
      return c.json((await workplace.preview({ path: upload.path, file }, choices)) as object);
    }),
  );
  routes.delete("/:id", async (c) =>
    (await uploads.drop(c.req.param("id"))) ? c.body(null, 204) : refuse(c, 404, "server-upload-gone"),
  );
  return routes;
}
