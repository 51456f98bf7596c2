import type { MiddlewareHandler } from "hono";

/** Nothing runs, loads or frames but what this server itself hands out; no script and no style stands in a page. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** A worker lives under the policy that it came with: there, and not in the page, the solver may compile its WebAssembly. */
export const workerPolicy = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"].join(
  "; ",
);

/**
 * A report or a figure, shown within the workbench or by itself: it carries its own style, runs nothing, loads nothing, leads nowhere, and
 * has no origin, so that it could reach nothing of the workbench even if it ran.
 */
export const documentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox",
].join("; ");

export const strictHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const isWorker = /^\/assets\/(?:[\w-]+-)?worker-[\w-]+\.js$/.test(c.req.path);
  const own = c.res.headers.get("content-security-policy");
  c.header("Content-Security-Policy", own ?? (isWorker && c.res.ok ? workerPolicy : contentPolicy));
  c.header("X-Content-Type-Options", "nosniff");
  c.header("Referrer-Policy", "no-referrer");
  c.header("Cross-Origin-Opener-Policy", "same-origin");
  c.header("Cross-Origin-Resource-Policy", "same-origin");
  if (c.res.headers.get("cache-control") === null) c.header("Cache-Control", "no-store");
};
