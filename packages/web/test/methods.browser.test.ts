import { fileURLToPath } from "node:url";
import { catalogue } from "@conurb/core/catalogue";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { type Opened, open, type Served, serve, until } from "./workbench.ts";

const studyFolder = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const patience = 180_000; // milliseconds

let browser: Browser;
let served: Served;
let opened: Opened;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve(studyFolder);
  opened = await open(browser, served, "/methods?lang=en");
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const answered = "/computed here in|does not answer/.test(document.querySelector('main')?.innerText ?? '')";

/** The study's own analysis where it has one, else the method's example: both must come out in the browser's worker. */
it.each(Object.keys(catalogue))(
  "%s has a page that computes, shows tables and names its sources",
  async (id) => {
    const { page, told } = opened;
    told.length = 0;
    await page.goto(`${served.origin}/methods/${id}?lang=en`);
    await page.waitForSelector("main form");
    const compute = page.getByRole("button", { name: "Compute", exact: true });
    if ((await compute.count()) > 0) await compute.click();
    await until(page, answered);
    expect(await page.locator("main [role=alert]").allInnerTexts()).toEqual([]);
    expect(await page.locator("main table.data").count()).toBeGreaterThan(0);
    expect(await page.locator(".side").innerText()).toMatch(/Sources/);
    expect(told).toEqual([]);
  },
  patience,
);
