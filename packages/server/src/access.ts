import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { refuse } from "./refuse.ts";

export interface AccessOptions {
  readonly token: string;
  /** The port that is listened on; known once it is open. */
  readonly port: () => number;
}

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Cookies do not know ports: two studies that are served side by side keep theirs apart by name. */
export const cookieName = (port: number): string => `conurb-${port}`;

/** Names of this machine for itself. Any other name that leads here was made to (DNS rebinding). */
const ownNames = ["127.0.0.1", "localhost"] as const;

/** Only requests that name this machine, come from its own pages and carry the token go on. */
export function guarded({ token, port }: AccessOptions): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ownNames.map((name) => `${name}:${port()}`);
    const host = c.req.header("host") ?? "";
    if (!hosts.includes(host)) return refuse(c, 421, "server-host");
    const origin = c.req.header("origin");
    const own = `http://${host}`;
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    if (origin === undefined ? !isReading : origin !== own) return refuse(c, 403, "server-origin");
    const site = c.req.header("sec-fetch-site");
    // a page may be opened from another study's workbench, which stands on another port; nothing is read that way
    const isOpened = site === "same-site" && isReading && c.req.header("sec-fetch-dest") === "document";
    if (site !== undefined && site !== "same-origin" && site !== "none" && !isOpened) {
      return refuse(c, 403, "server-origin");
    }
    const given = c.req.query("token");
    if (given !== undefined && c.req.path === "/" && isReading) return admit(c, given, { token, port });
    if (!isSame(getCookie(c, cookieName(port())) ?? "", token)) return refuse(c, 401, "server-token");
    return next();
  };
}

/** The opening address: its token becomes a cookie that no other site can send, and leaves the address bar. */
function admit(c: Context, given: string, { token, port }: AccessOptions): Response {
  if (!isSame(given, token)) return refuse(c, 401, "server-token");
  setCookie(c, cookieName(port()), token, { httpOnly: true, sameSite: "Strict", path: "/" });
  const rest = new URL(c.req.url).searchParams;
  rest.delete("token");
  return c.redirect(rest.size === 0 ? "/" : `/?${rest}`, 303);
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
