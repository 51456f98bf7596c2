import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

export interface FileHost {
  readonly origin: string;
  /** Of the folder, below some others. */
  readonly address: string;
  /** What was asked for, below the folder. */
  readonly asked: string[];
  close(): void;
}

/** The plainest of hosts: it gives the files of a folder by their names, knows no routes and sets no policy. */
export async function hostFiles(folder: string): Promise<FileHost> {
  const base = "/some/where/";
  const asked: string[] = [];
  const server = createServer(async ({ url = "/" }, answer) => {
    const { pathname } = new URL(url, "http://host");
    const name = pathname === base ? "index.html" : normalize(pathname.slice(base.length));
    const bytes = pathname.startsWith(base) ? await readFile(join(folder, name)).catch(() => undefined) : undefined;
    asked.push(bytes === undefined ? `missing: ${pathname}` : name);
    answer.writeHead(bytes === undefined ? 404 : 200, { "content-type": types[extname(name)] ?? "text/plain" });
    answer.end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, address: origin + base, asked, close: () => server.close() };
}
