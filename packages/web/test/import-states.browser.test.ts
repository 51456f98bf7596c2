import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { seriousFaults } from "./serious-faults.ts";
import { type Opened, open, type Served, serve, settled, until } from "./workbench.ts";

const patience = 180_000; // milliseconds
const study = `conurb: 1
title: { en: An example, zh: 例 }
datasets:
  mine: { file: data/mine.csv, roles: { place: place, year: year, value: x } }
analyses:
  gap: { use: inequality/gini, on: { data: { from: mine, where: { year: 2020 } } } }
`;

let browser: Browser;
let served: Served;
let bare: Served;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "conurb-states-"));
  bare = await serve(folder);
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "study.yaml"), study);
  writeFileSync(
    join(folder, "data", "mine.csv"),
    "place,year,x\na,2019,1\na,2020,2\nb,2019,\nb,2020,3e\n".replace("3e", "3"),
  );
  served = await serve(folder);
  rmSync(folder, { recursive: true });
  browser = await openBrowser();
  const { page } = await open(browser, served, "/home");
  await page.context().close();
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await bare?.close();
});

const book = (
  rows: (string | number | null)[][],
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [],
) => writeXlsx({ sheets: [{ name: "表1", rows, merges }] });
const twoHeads = () =>
  book(
    [
      ["表1 两市发展水平", null, null, null, null],
      ["地区", "地区生产总值（亿元）", null, "常住人口（万人）", null],
      [null, 2019, 2020, 2019, 2020],
      ["北京市", 35445.1, 35943.3, 2190.1, 2189],
      ["朝阳", 900, 910, 280, 279],
    ],
    [
      { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
      { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
    ],
  );

const choose = async (page: Page, name: string, bytes: Uint8Array): Promise<void> => {
  await page.locator(".drop input[type=file]").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
  await page.waitForURL(/upload=/);
  await until(
    page,
    'document.querySelector("[role=alert], .account-sum") !== null && document.querySelector(".wizard.is-old") === null',
  );
};
const wizard = async (on: Served, name: string, bytes: Uint8Array, language = "en", view = {}): Promise<Opened> => {
  const opened = await open(browser, on, `/data/import?lang=${language}`, view);
  await choose(opened.page, name, bytes);
  return opened;
};
/** The one complaint that is due: a folder without a study has none to answer with. */
const unexpected = (told: readonly string[]) => told.filter((each) => !each.includes("status of 422"));

describe("a workbook with two rows of heads, merged", () => {
  it.each(["en", "zh"])(
    "is read, its ambiguous name waits to be confirmed, and it joins the study (%s)",
    async (language) => {
      const { page, told } = await wizard(served, "水平.xlsx", await twoHeads(), language);
      expect(await seriousFaults(page)).toEqual([]);
      const add = page.getByRole("button", { name: language === "zh" ? "加入本研究" : "Add to this study" });
      expect(await add.isDisabled()).toBe(true);
      await page.locator("table.names select").selectOption("211300");
      await until(page, 'document.querySelector(".stale") === null');
      expect(await add.isDisabled()).toBe(false);
      const lines = await page.locator(".lines").textContent();
      expect(lines).toContain("head: [2, 3]");
      expect(lines).toContain("years: across");
      if (language === "zh") {
        await add.click();
        await page.waitForURL(/\/data\?.*table=/);
        await settled(page);
        expect(await page.locator("main").innerText()).toContain("data/水平.xlsx");
        expect(readdirSync(join(served.folder, "data")).sort()).toEqual(["mine.csv", "水平.xlsx"]);
        const text = await page.evaluate<string>(
          'fetch("/api/study").then((answer) => answer.json()).then(({ text }) => text)',
        );
        expect(text).toContain('places: { confirm: { 朝阳: "211300" } }');
        expect(text.startsWith(study.slice(0, study.indexOf("analyses:")))).toBe(true);
        await page.getByRole("button", { name: "撤销" }).click();
        await page.getByRole("button", { name: "撤销" }).isDisabled();
      }
      expect(unexpected(told)).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

describe("what is no table of figures is refused by name, and stays outside", () => {
  const bomb = async () => {
    const bytes = Uint8Array.from(await twoHeads());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7ffffff0, true);
    return bytes;
  };
  const cases: readonly (readonly [string, string, () => Promise<Uint8Array>, RegExp])[] = [
    ["a zip bomb", "b.xlsx", bomb, /unpacks to 2148 MB/],
    [
      "a password",
      "p.xlsx",
      () => writeXlsx({ sheets: [{ name: "a", rows: [[1]] }], encryption: { password: "x", spinCount: 10 } }),
      /password/,
    ],
    [
      "a program under the name of a workbook",
      "evil.xlsx",
      async () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, ...new Array<number>(400).fill(0)]),
      /looks like|binary/,
    ],
    [
      "a picture",
      "a.csv",
      async () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Array<number>(64).fill(0)]),
      /PNG/,
    ],
    ["a web page", "page.xlsx", async () => strToU8("<html><h1>404</h1></html>"), /looks like a web page/],
    ["nothing", "empty.csv", async () => new Uint8Array(0), /empty/],
  ];
  it.each(cases)(
    "%s",
    async (_, name, make, says) => {
      const { page, told } = await wizard(served, name, await make());
      expect(await page.locator("[role=alert]").innerText()).toMatch(says);
      expect(await page.getByRole("button", { name: "Add to this study" }).count()).toBe(0);
      expect(readdirSync(join(served.folder, "data"))).not.toContain(name);
      expect(unexpected(told)).toEqual([]);
      await page.context().close();
    },
    patience,
  );

  it(
    "macros are named and left alone; what cells hold is text; a cell of 10 MB does not hold the page up",
    async () => {
      const macros = zipSync({ ...unzipSync(await twoHeads()), "xl/vbaProject.bin": new Uint8Array(64) });
      const { page } = await wizard(served, "宏.xlsm", macros);
      expect(await page.locator("#stepAccount").innerText()).toContain("macros");
      await page.context().close();

      const script = "<img src=x onerror=window.hit=1>";
      const big = `place,x,note\n"${script}",1,"=cmd|' /c calc'!A0"\n\u202eb,2,${"<b>".repeat((10 * 1024 * 1024) / 3)}\n`;
      const { page: other, told } = await wizard(served, "big.csv", strToU8(big));
      expect(await other.evaluate("window.hit")).toBeUndefined();
      expect(await other.locator("main img, main b.x, main script").count()).toBe(0);
      const text = await other.locator("main").innerText();
      expect(text.length).toBeLessThan(20_000);
      expect(text).toContain(script);
      expect(unexpected(told)).toEqual([]);
      await other.context().close();
    },
    patience,
  );
});

describe.each(["en", "zh"])("in %s", (language) => {
  it.each([
    ["the first page of a folder without a study", "/home", true],
    ["where a file is waited for", "/data/import", false],
    ["a file that is no longer kept", "/data/import?upload=gone&file=a.csv", false],
    ["figures as the file has them", "/data?table=mine&figures=file&variable=x", false],
    ["the first page of a study", "/home", false],
  ])(
    "%s: nothing serious, and nothing wider than the page",
    async (_, path, isBare) => {
      for (const view of [{}, { width: 1024 }, { width: 390, dark: true }]) {
        const { page, told } = await open(
          browser,
          isBare ? bare : served,
          `${path}${path.includes("?") ? "&" : "?"}lang=${language}`,
          view,
        );
        expect(await seriousFaults(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(told.filter((each) => !/status of 4(22|04)/.test(each))).toEqual([]);
        await page.context().close();
      }
    },
    patience,
  );
});

it(
  "a figure is corrected, and the correction taken out, by keys alone",
  async () => {
    const { page } = await open(browser, served, "/data?table=mine&figures=file&lang=en");
    const tabTo = async (selector: string): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`no way to ${selector} by Tab`);
    };
    const corrections = () =>
      page.evaluate<string>('fetch("/api/study").then((answer) => answer.json()).then(({ text }) => text)');
    await tabTo("button.cell");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.type("2.5");
    await tabTo("textarea");
    await page.keyboard.type("yearbook, p. 9");
    await tabTo("button.first");
    await page.keyboard.press("Enter");
    await until(page, 'document.querySelector(".cell.is-corrected") !== null');
    await expect.poll(corrections, { timeout: 20_000 }).toContain("was: null, value: 2.5");
    expect(await corrections()).toContain("at: { place: b, year: 2019 }");
    await page.locator(".cell.is-corrected").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Escape");
    await page.locator(".cell.is-corrected").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take the correction out" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(corrections, { timeout: 20_000 }).not.toContain("corrections");
    await page.context().close();
  },
  patience,
);
