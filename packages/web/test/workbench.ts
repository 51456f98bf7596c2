import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";

const program = fileURLToPath(new URL("../../cli/bin/conurb.js", import.meta.url));

/** A workbench in a process of its own, on a study that is a copy. */
export interface Served {
  readonly folder: string;
  readonly study: string;
  /** With its token. */
  readonly address: string;
  readonly origin: string;
  /** Ends it as nobody would, and starts it again at the same port; answers its new address. */
  restart(): Promise<string>;
  /** Ends it, waits until it has gone, and takes its folders away. */
  close(): Promise<void>;
}

export async function serve(studyFolder: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "conurb-workbench-"));
  cpSync(studyFolder, folder, { recursive: true, filter: (path) => !/[\\/](out|expected)$/.test(path) });
  let { child, address } = await begun(folder);
  const { origin, port } = new URL(address);
  return {
    folder,
    study: join(folder, "study.yaml"),
    get address() {
      return address;
    },
    origin,
    restart: async () => {
      await ended(child, "SIGKILL");
      ({ child, address } = await begun(folder, "--port", port));
      return address;
    },
    close: async () => {
      await ended(child, "SIGTERM");
      for (const made of [folder, `${folder}-state`]) rmSync(made, { recursive: true, force: true });
    },
  };
}

/** Sends the signal and waits for the end: what still runs may still write. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  child.kill(signal);
  await gone;
}

async function begun(folder: string, ...more: string[]): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [program, "serve", folder, "--no-open", "--json", ...more], {
    env: { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", XDG_STATE_HOME: `${folder}-state` },
  });
  let said = "";
  let told = "";
  child.stderr?.on("data", (chunk: Uint8Array) => {
    told += String(chunk);
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Uint8Array) => {
      said += String(chunk);
      const found = /"address": "([^"]+)"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`serve ended with ${code}: ${told}`)));
  });
  return { child, address };
}

export interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what was asked of anyone but this server. */
  readonly told: string[];
}

/** What the browser complains of from now on, and what a page asks of anyone but its server. */
export function listened(page: Page, origin: string): string[] {
  const told: string[] = [];
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) told.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => told.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      told.push(`request: ${request.url()}`);
  });
  return told;
}

const patience = 120_000; // milliseconds until a study that was never run stands

/** A page of the workbench, let in by the address with the token and then led to `path`. */
export async function open(
  browser: Browser,
  served: Served,
  path: string,
  view: { width?: number; dark?: boolean } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1440, height: 900 },
    colorScheme: view.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const told = listened(page, served.origin);
  await page.goto(served.address);
  await page.goto(served.origin + path);
  await settled(page);
  return { page, told };
}

/** Until the screen stands: its headline is no longer that of opening, and nothing is being computed. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main h1", { timeout: patience });
  const stands =
    '!/^(Opening|正在打开)/.test(document.querySelector("main h1").textContent) && !document.querySelector(".progress")';
  await until(page, stands);
  await page.waitForTimeout(1200); // what is computed in the worker, and figures after it
}

/** Until an expression holds in the page. The page's policy forbids what the browser driver would wait with. */
export async function until(page: Page, expression: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await page.evaluate<boolean>(expression))) {
    if (Date.now() > end) throw new Error(`never came to hold: ${expression}`);
    await page.waitForTimeout(100);
  }
}
