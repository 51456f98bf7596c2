import type { Context } from "hono";
import { documentPolicy } from "./headers.ts";
import { refuse } from "./refuse.ts";
import type { Ran } from "./workplace.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** A page's address with an ending: its view as the file that the page would save. */
export async function viewOf(c: Context, ran: Ran | undefined): Promise<Response> {
  const found = /^\/([\w-]+)(?:\/(.+?))?\.(csv|svg|json)$/.exec(decoded(c.req.path));
  if (found === null) return refuse(c, 404, "server-nothing");
  if (ran === undefined) return refuse(c, 404, "server-not-run");
  const [, screen = "", view = "", ending] = found;
  const kind = ending as keyof typeof types;
  const text = await ran.view({ screen, view, query: c.req.query() }, kind);
  if (text === undefined) return refuse(c, 404, "server-no-view");
  c.header("Content-Security-Policy", documentPolicy);
  return c.body(text, 200, { "Content-Type": types[kind] });
}

/** An address as it reads; empty where it is none. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return "";
  }
}
