import { randomBytes, timingSafeEqual } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { refuse } from "./refuse.ts";
import { doorOf, type Team } from "./team.ts";

export interface AccessOptions {
  readonly token: string;
  /** The port that is listened on; known once it is open. */
  readonly port: () => number;
  /** How others than this machine are let in, and by which names they reach it; nobody unless given. */
  readonly team?: Team & { readonly hosts: readonly string[] };
}

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Cookies do not know ports: two studies that are served side by side keep theirs apart by name. */
export const cookieName = (port: number): string => `conurb-${port}`;

/** Names of this machine for itself. Any other name that leads here was made to (DNS rebinding). */
const ownNames = ["127.0.0.1", "localhost"] as const;

/** Only requests that name this machine, come from its own pages and carry the token, or what the team agreed on, go on. */
export function guarded(access: AccessOptions): MiddlewareHandler {
  const { token, port, team } = access;
  const door = team && doorOf(team);
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!leadsHere(host, access)) return refuse(c, 421, "server-host");
    const origin = c.req.header("origin");
    // a proxy may speak https to the browser and http to us
    const own = team === undefined ? [`http://${host}`] : [`http://${host}`, `https://${host}`];
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    if (origin === undefined ? !isReading : !own.includes(origin)) return refuse(c, 403, "server-origin");
    const site = c.req.header("sec-fetch-site");
    // a page may be opened from another study's workbench, which stands on another port; nothing is read that way
    const isOpened = site === "same-site" && isReading && c.req.header("sec-fetch-dest") === "document";
    if (site !== undefined && site !== "same-origin" && site !== "none" && !isOpened) {
      return refuse(c, 403, "server-origin");
    }
    const given = c.req.query("token");
    if (given !== undefined && c.req.path === "/" && isReading) return admit(c, given, { token, port });
    if (isSame(getCookie(c, cookieName(port())) ?? "", token)) return next();
    const verdict = door?.({ header: (name) => c.req.header(name), address: addressOf(c) });
    if (verdict === "in") {
      // behind a proxy each request shows who it is; a password is asked for once
      if (team !== undefined && "password" in team) keep(c, { token, port });
      return next();
    }
    if (verdict === "too-often") return refuse(c, 429, "server-too-often");
    if (verdict !== undefined && team !== undefined && "password" in team) {
      c.header("WWW-Authenticate", 'Basic realm="conurb", charset="UTF-8"');
      return refuse(c, 401, "server-password");
    }
    return refuse(c, 401, verdict === undefined ? "server-token" : "server-proxy");
  };
}

/** Where a request came from, as its connection tells: what a header says of it anybody can write. */
function addressOf(c: Context<{ Bindings: Partial<HttpBindings> }>): string {
  return c.env?.incoming?.socket.remoteAddress ?? "";
}

/** A name with the port that is listened on; for a team, one of its names, whatever port its proxy stands at. */
function leadsHere(host: string, { port, team }: AccessOptions): boolean {
  if (ownNames.some((name) => host === `${name}:${port()}`)) return true;
  if (team === undefined || !URL.canParse(`http://${host}`)) return false;
  return team.hosts.includes(new URL(`http://${host}`).hostname);
}

/** The opening address: its token becomes a cookie that no other site can send, and leaves the address bar. */
function admit(c: Context, given: string, { token, port }: AccessOptions): Response {
  if (!isSame(given, token)) return refuse(c, 401, "server-token");
  keep(c, { token, port });
  const rest = new URL(c.req.url).searchParams;
  rest.delete("token");
  return c.redirect(rest.size === 0 ? "/" : `/?${rest}`, 303);
}

function keep(c: Context, { token, port }: AccessOptions): void {
  const secure = c.req.header("x-forwarded-proto") === "https" ? { secure: true } : {};
  setCookie(c, cookieName(port()), token, { httpOnly: true, sameSite: "Strict", path: "/", ...secure });
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
