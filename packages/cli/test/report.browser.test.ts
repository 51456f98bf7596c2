import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Language, languages } from "@conurb/core/language";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { conurb, folderWith } from "./conurb.ts";

const study = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const checks = fileURLToPath(new URL("page-checks.js", import.meta.url));
const lang = { en: "en", zh: "zh-CN" } as const;

const patience = 120_000; // milliseconds for the study, computed from nothing
const desk = 1280; // pixels wide
const hand = 390; // pixels wide: a telephone, where small text can be drawn larger with two fingers
const paper = 673; // pixels wide, at 96 to the inch: A4 less its margins of 16 mm
const leastSize = 10; // pixels: what a reader at a desk still reads

let browser: Browser;
let out: string;

beforeAll(async () => {
  browser = await openBrowser();
  out = folderWith();
  const ran = await conurb(["report", study, "--out", out]);
  expect(ran.code, ran.err).toBe(0);
}, patience);
afterAll(() => browser?.close());

function reportFile(language: Language): string {
  return join(out, `report.${language}.html`);
}

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what the page asked of the network. */
  readonly told: readonly string[];
}

async function open(url: string, width: number): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, offline: true });
  const told: string[] = [];
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) told.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => told.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) told.push(`request: ${request.url()}`);
  });
  await page.addInitScript({ path: checks });
  await page.goto(url);
  return { page, told };
}

/** The complaints of one check of page-checks.js about the page. */
function check(page: Page, name: string, options: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
  return page.evaluate<string[]>(`pageChecks.${name}(${JSON.stringify(options)})`);
}

describe.each(languages)("the report in %s", (language) => {
  describe.each([desk, hand])("%i pixels wide", (width) => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open(pathToFileURL(reportFile(language)).href, width);
    });
    afterAll(() => opened?.page.close());
    const complaints = (name: string, options?: Readonly<Record<string, unknown>>) => check(opened.page, name, options);

    it("opens without a complaint and asks nothing of the network", () => expect(opened.told).toEqual([]));
    it("cuts no text", async () => expect(await complaints("cutText")).toEqual([]));
    it("draws every character", async () => expect(await complaints("missingGlyphs")).toEqual([]));
    it("keeps labels inside their figures and apart", async () => expect(await complaints("figureLabels")).toEqual([]));
    it("has headings in order", async () => expect(await complaints("headings")).toEqual([]));
    it("names its pictures, and its language", async () =>
      expect(await complaints("pictures", { lang: lang[language] })).toEqual([]));
    it("has links that lead somewhere", async () => {
      expect(await complaints("links")).toEqual([]);
      const files = await opened.page.evaluate<string[]>(
        `[...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).filter((to) => !/^(#|\\w+:)/.test(to))`,
      );
      expect(files.filter((file) => !existsSync(join(out, decodeURIComponent(file))))).toEqual([]);
    });
    it("shows no word of the program", async () => expect(await complaints("programWords")).toEqual([]));
    it("has text large enough to read", async () => {
      const small = await complaints("smallText", { least: leastSize });
      if (width === desk) expect(small).toEqual([]);
      else if (small.length > 0) console.log(`${language}, ${width} pixels wide: smallest text ${small[0]}`);
    });
  });

  it("prints, and nothing is lost on paper", async () => {
    const { page } = await open(pathToFileURL(reportFile(language)).href, paper);
    await page.emulateMedia({ media: "print" });
    expect(await check(page, "cutText", { paper: true })).toEqual([]);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(printed.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0).toBeGreaterThan(0);
    await page.close();
  });
});

const figure = (inner: string) =>
  `<svg role="img" aria-label="plan" width="100" height="50" viewBox="0 0 100 50">${inner}</svg>`;
const faults: readonly [name: string, body: string, complaint: string, options?: Readonly<Record<string, unknown>>][] =
  [
    ["cutText", "<p style='width:500px'>wide</p><div style='width:500px'></div>", "the page is 5"],
    ["cutText", "<p style='position:absolute;left:-9px'>left out</p>", "beyond the page: left out"],
    ["cutText", "<p style='width:9px;overflow:hidden;white-space:nowrap'>hidden</p>", "cut: hidden"],
    ["cutText", "<div style='width:50px;overflow:auto'><p style='width:300px'>some words to scroll to</p></div>", ""],
    [
      "cutText",
      "<div style='width:50px;overflow:auto'><p style='width:300px'>some words to scroll to</p></div>",
      "cut: some words",
      { paper: true },
    ],
    ["cutText", "<a href='#' style='position:absolute;left:-999px'>never</a>", "beyond the page: never"],
    ["missingGlyphs", "<p>town \u0379</p>", "U+0379"],
    ["missingGlyphs", figure("<text y='20'>city \u{10fffd}</text>"), "U+10FFFD"],
    ["missingGlyphs", "<p style='font-family:serif'>城市群 x̄ σ² ≤ −1 ﹏</p>", ""],
    ["headings", "<h1>a</h1><h3>b</h3>", "skips: b"],
    ["headings", "<h2>a</h2>", "0 h1"],
    ["pictures", "<svg role='img'></svg>", "no accessible name", { lang: "en" }],
    ["pictures", figure(""), "the page's lang is en", { lang: "zh-CN" }],
    ["links", "<a href='#there'>go</a>", "leads nowhere: #there"],
    ["links", "<i id='a'></i><i id='a'></i>", "twice: a"],
    [
      "smallText",
      figure("<g transform='scale(.5)'><text y='20' font-size='16'>small</text></g>"),
      "8.0 px: small",
      { least: 10 },
    ],
    ["figureLabels", figure("<text x='60' y='20'>a long label</text>"), "leaves the figure"],
    ["figureLabels", figure("<text x='9' y='20'>north</text><text x='9' y='24'>south</text>"), "north lies on south"],
    [
      "figureLabels",
      figure(
        "<text transform='translate(19 45) rotate(-55)'>north</text><text transform='translate(42 45) rotate(-55)'>south</text>",
      ),
      "",
    ],
    ["figureLabels", figure("<text x='9' y='20' stroke='#fff'>north</text><text x='9' y='20'>north</text>"), ""],
    ["programWords", "<p>mean NaN</p>", "mean NaN"],
    ["programWords", figure("<desc>from undefined</desc>"), "from undefined"],
    ["programWords", "<p>the null hypothesis</p>", ""],
  ];

describe("the checks see a fault planted for them", () => {
  let page: Page;
  beforeAll(async () => {
    page = (await open("about:blank", hand)).page;
  });
  afterAll(() => page?.close());

  it.each(faults)("%s: %s", async (name, body, complaint, options) => {
    await page.setContent(
      `<!doctype html><html lang="en"><title>t</title><body style="margin:0">${body}</body></html>`,
    );
    const found = await check(page, name, options);
    if (complaint === "") expect(found).toEqual([]);
    else expect(found.join("\n")).toContain(complaint);
  });
});
