import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue } from "@conurb/core/catalogue";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
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

/** The study's own analysis where it has one, else its tables where they fit, else the method's example: all must come out in the browser's worker. */
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

it(
  "begins with tables of the study where they fit, marks what is old, and has the strip once the analysis is kept",
  async () => {
    const { page } = opened;
    const main = page.locator("main");
    await page.goto(`${served.origin}/methods/game/core?lang=en`);
    await main.getByText("Invented figures.").waitFor();
    await page.goto(`${served.origin}/methods/inequality/gini?lang=en`);
    await main.getByText('as its analysis "Theil index, nested" takes them').waitFor();
    await main.locator(".findings").waitFor();
    expect(await main.getByText("Invented figures.").count()).toBe(0);
    const found = await main.locator(".findings").innerText();
    await page.getByLabel("Correction").selectOption("small-sample");
    await main.getByText("Old.").waitFor();
    await main.getByText("Old.").waitFor({ state: "detached" });
    expect(await main.locator(".findings").innerText()).not.toBe(found);
    await page.getByRole("button", { name: "Keep in the study" }).click();
    await page.waitForURL(/of=gini$/);
    await main.locator(".view-strip").getByRole("button", { name: "Data notes" }).waitFor();
    const { analyses } = parse(readFileSync(served.study, "utf8"));
    expect(analyses.gini).toEqual({
      use: "inequality/gini",
      on: { data: { from: "economy", roles: { value: "gdp", weight: "population" } } },
      with: { correction: "small-sample" },
    });
  },
  patience,
);
