import { execFile } from "node:child_process";
import { access, constants, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

const programs = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
  "microsoft-edge",
];
const longestWait = 120_000;

/** The browser that prints: the one that CONURB_CHROMIUM names, or one on the path. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CONURB_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (await isProgram(named)) return named;
    throw new UsageError(say("pdf-browser-missing", { file: named }), say("pdf-hint"));
  }
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const program of programs) {
      for (const ending of endings) {
        const path = join(folder, program + ending);
        if (folder !== "" && (await isProgram(path))) return path;
      }
    }
  }
  throw new UsageError(say("pdf-no-browser"), say("pdf-hint"));
}

/** Prints a report to PDF as the browser's own print does, with the page that its style sheet sets. */
export async function printPdf(browser: string, html: string, pdf: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "conurb-print-"));
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : []; // the sandbox refuses to work for root
  const how = ["--headless", "--disable-gpu", "--disable-extensions", "--no-first-run", "--no-pdf-header-footer"];
  const what = [`--user-data-dir=${profile}`, `--print-to-pdf=${resolve(pdf)}`, pathToFileURL(resolve(html)).href];
  try {
    await promisify(execFile)(browser, [...how, ...asRoot, ...what], { timeout: longestWait });
    await access(pdf);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
