import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { open, type Served, serve } from "./workbench.ts";

const script = "<script>window.hit=1</script>";
const image = "<img src=x onerror=window.hit=2>";
const formula = "=cmd|'/c calc'!A0";
const turned = "\u202egnp.exe";
const patience = 180_000; // milliseconds
const longCell = 10 * 1024 * 1024; // characters: what one cell may hold before it is refused, or shown in part

const study = `conurb: 1
title: { zh: '${image}', en: '${script}' }
datasets:
  mine: { file: data/mine.csv, roles: { place: place }, titles: { x: { en: '${script}', zh: '${image}' } } }
analyses:
  gap: { title: { en: '${image}', zh: '${script}' }, use: inequality/gini, on: { data: { from: mine, roles: { value: x } } } }
`;

let browser: Browser;
let served: Served;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "conurb-hostile-"));
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "study.yaml"), study);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const names = [script, image, formula, turned, `{{7*7}}\${1}`, "&lt;b&gt;", "</svg><script>window.hit=3</script>"];
  const rows = names.map((name, at) => `${quoted(name)},${at + 1},${quoted(`note ${name}`)}`);
  writeFileSync(join(folder, "data", "mine.csv"), `place,x,note\n${rows.join("\n")}\n`);
  browser = await openBrowser();
  served = await serve(folder);
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(["/home", "/data?table=mine", "/disparity", "/methods/inequality/gini", "/scoreboard"])(
  "what a hostile dataset holds is text on %s",
  async (path) => {
    for (const lang of ["en", "zh"]) {
      const { page, told } = await open(browser, served, `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      expect(await page.evaluate("window.hit")).toBeUndefined();
      expect(await page.locator("main img, main iframe, main script, svg script, svg image").count()).toBe(0);
      expect(told).toEqual([]);
      if (path.startsWith("/data")) {
        const text = await page.locator("main").innerText();
        for (const each of [script, image, formula]) expect(text).toContain(each);
      }
      await page.context().close();
    }
  },
  patience,
);

it(
  "a report that is opened by itself has no origin from which it could reach the workbench, and says itself that it runs nothing",
  async () => {
    const { page } = await open(browser, served, "/home?lang=en");
    const report = `${served.origin}/api/reports/preview/en`;
    await page.goto(report);
    expect(await page.evaluate("self.origin")).toBe("null");
    expect(await page.evaluate("window.hit")).toBeUndefined();
    const html = await (await page.request.get(report)).text();
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`);
    await page.context().close();
  },
  patience,
);

it(
  "a cell of 10 MB does not hold the page up",
  async () => {
    const big = mkdtempSync(join(tmpdir(), "conurb-big-"));
    mkdirSync(join(big, "data"));
    writeFileSync(join(big, "study.yaml"), study);
    writeFileSync(join(big, "data", "mine.csv"), `place,x,note\na,1,${"<b>".repeat(longCell / 3)}\nb,2,c\n`);
    const other = await serve(big);
    try {
      const { page } = await open(browser, other, "/data?table=mine&lang=en");
      // shown in part, or refused in words: either way the page answers
      expect(await page.locator("main h1").innerText()).not.toBe("");
      expect((await page.locator("main").innerText()).length).toBeLessThan(20_000);
      await page.context().close();
    } finally {
      await other.close();
      rmSync(big, { recursive: true, force: true });
    }
  },
  patience,
);
