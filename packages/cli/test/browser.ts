import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const program = process.env.CONURB_CHROMIUM ?? "/usr/bin/chromium";

/** Chromium without a network of its own. Where there is none, the tests that need it fail rather than pass unseen. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(program)) {
    throw new Error(`browser: no Chromium at ${program}; install one, or let CONURB_CHROMIUM name it`);
  }
  return chromium.launch({
    executablePath: program,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
