import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openBrowser } from "../../cli/test/browser.ts";
import { seriousFaults } from "./serious-faults.ts";
import { open, type Served, serve, settled, until } from "./workbench.ts";

const studyFolder = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const patience = 180_000; // milliseconds: a study computed from nothing, on a machine that does other things too

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve(studyFolder);
  const { page } = await open(browser, served, "/home");
  await page.context().close();
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
}, patience);

const screens = [
  "/home?cluster=jing-jin-ji",
  "/data?table=city",
  "/scoreboard?cluster=jing-jin-ji&place=130200",
  "/scoreboard?of=ranks-provinces&year=2020",
  "/formula?cluster=jing-jin-ji&place=130200",
  "/structure/likeness?scope=all&place=320500&with=310000",
  "/structure/one-industry?industry=J&cluster=yangtze-river-delta",
  "/structure/chasing",
  "/network?cluster=jing-jin-ji",
  "/disparity?scope=all",
  "/policy?cluster=jing-jin-ji",
  "/report?section=2",
  "/methods",
  "/methods/inequality/theil?of=disparity",
  "/methods/structure/similarity",
];

const headline = (page: Page) => page.locator("main h1").innerText();

describe.each(["en", "zh"] as const)("in %s", (language) => {
  it.each(screens)(
    "%s stands without a complaint, and axe finds nothing serious",
    async (path) => {
      const { page, told } = await open(browser, served, `${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect(await page.getAttribute("html", "lang")).toBe(language === "zh" ? "zh-CN" : "en");
      expect(await headline(page)).not.toBe("");
      expect(await seriousFaults(page)).toEqual([]);
      expect(told).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

it.each([
  ["dark", { dark: true }],
  ["390 pixels wide", { width: 390 }],
  ["1024 pixels wide", { width: 1024 }],
])(
  "the scoreboard stands %s, axe finds nothing serious and nothing is wider than the page",
  async (_, view) => {
    const { page, told } = await open(browser, served, "/scoreboard?lang=zh&cluster=yangtze-river-delta", view);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(told).toEqual([]);
    await page.context().close();
  },
  patience,
);

it("lets nobody in without the token", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const answer = await page.goto(`${served.origin}/scoreboard`);
  expect(answer?.status()).toBe(401);
  await page.goto(served.address);
  await page.waitForSelector("h1");
  expect(page.url()).not.toContain("token");
  expect(await page.evaluate("document.cookie")).toBe("");
  await context.close();
});

it.each(screens)(
  "%s comes back from its address, and by back and forward",
  async (path) => {
    const { page } = await open(browser, served, `${path}${path.includes("?") ? "&" : "?"}lang=en`);
    const state = async () => ({
      headline: await headline(page),
      url: page.url(),
      pressed: await page.locator("[aria-pressed=true], [aria-current=page]").allInnerTexts(),
    });
    const before = await state();
    await page.reload();
    await settled(page);
    expect(await state()).toEqual(before);
    await page.goto(`${served.origin}/data?lang=en&table=gdp`);
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(await state()).toEqual(before);
    await page.context().close();
  },
  patience,
);

describe("by keyboard alone", () => {
  /** Tab until the element that has the focus answers to `selector`. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`no way to ${selector} by Tab`);
  }

  it(
    "a place is found, selected everywhere, asked for its passport, and cleared",
    async () => {
      const { page } = await open(browser, served, "/scoreboard?lang=en&cluster=jing-jin-ji");
      await page.getByRole("heading", { name: "Beijing and its peers" }).waitFor(); // the core city, until one is picked
      await tabTo(page, ".board-right .figure");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(/place=\d+/);
      await page.waitForSelector(".passport .big");
      expect(await page.locator(".passport .formula").first().innerText()).toBe("S = Σ w v");
      expect(await page.locator(".passport tbody tr").count()).toBeGreaterThan(5);
      await tabTo(page, ".board-right .figure");
      await page.keyboard.press("Escape");
      await page.waitForURL((url) => !url.searchParams.has("place"));
      await page.context().close();
    },
    patience,
  );

  it(
    "a weight is changed: the study file says so, the ranking follows, undo gives the file back to the last byte",
    async () => {
      const before = readFileSync(served.study, "utf8");
      const { page, told } = await open(browser, served, "/formula?lang=en&cluster=jing-jin-ji");
      const scores = () => page.locator(".lab .figure").first().innerText();
      const shown = await scores();
      await tabTo(page, "#knob-gdp-per-head");
      await page.keyboard.press("End");
      await until(page, '/saved$/.test(document.querySelector(".study").textContent)');
      await page.waitForTimeout(2500);
      const after = readFileSync(served.study, "utf8");
      const changed = after.split("\n").filter((line) => !before.split("\n").includes(line));
      expect(changed).toEqual(["            weight: 4"]);
      expect(parse(after).indicators.cities.aspects.industry.indicators["gdp-per-head"].weight).toBe(4);
      expect(await scores()).not.toBe(shown);
      await page.keyboard.press("Tab"); // away from the slider, whose own keys come first
      await page.locator("button[aria-label=Undo]").focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => readFileSync(served.study, "utf8") === before, { timeout: 20_000 }).toBe(true);
      expect(told).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

it(
  "a file that is changed outside is taken over where nothing is lost, and asked about where something would be",
  async () => {
    const before = readFileSync(served.study, "utf8");
    const { page } = await open(browser, served, "/home?lang=en");
    try {
      writeFileSync(served.study, before.replace("level, likeness and disparity", "seen from outside"));
      await until(page, 'document.querySelector("h1").textContent.includes("seen from outside")');
      // the file changes while what a click wrote is on its way: a change that neither page nor server knows of
      const meanwhile = async (title: string) => {
        await page.route(
          "**/api/study",
          async (route) => {
            writeFileSync(served.study, before.replace("level, likeness and disparity", title));
            await route.continue();
          },
          { times: 1 },
        );
        await page.locator("button[aria-label^=Take]").first().click();
        await page.waitForSelector("dialog[open]");
        expect(readFileSync(served.study, "utf8")).toContain(title);
      };
      await meanwhile("once more");
      // the lines that differ, whose they are, and the way back to the question where it was put aside
      const dialog = page.locator("dialog.conflict");
      expect(await dialog.locator("h3").allInnerTexts()).toEqual([
        "Line 6: changed in the file",
        "Line 8: changed by you",
      ]);
      expect(await dialog.locator(".stands pre").allInnerTexts()).toEqual([
        expect.stringContaining("once more"),
        expect.stringContaining("yangtze-river-delta"),
      ]);
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "conflict" }).click();
      await page.getByRole("button", { name: "Take the file" }).click();
      await until(page, 'document.querySelector("h1").textContent.includes("once more")');
      expect(parse(readFileSync(served.study, "utf8")).cluster).toHaveLength(3);
      // both, where neither is in the other's way
      await meanwhile("for the third time");
      await page.getByRole("button", { name: "Take both" }).click();
      await until(page, 'document.querySelector("h1").textContent.includes("for the third time")');
      expect(parse(readFileSync(served.study, "utf8")).cluster).toHaveLength(2);
    } finally {
      writeFileSync(served.study, before);
      await page.context().close();
    }
  },
  patience,
);

it(
  "the study's title is changed in both languages from its first page, and one undo gives the file back",
  async () => {
    const before = readFileSync(served.study, "utf8");
    const { page } = await open(browser, served, "/home?lang=en");
    await page.getByRole("button", { name: "Change the title" }).click();
    await page.getByLabel("In Chinese").fill("新标题");
    await page.getByLabel("In English").fill("Another: title");
    await page.keyboard.press("Enter");
    await until(page, 'document.querySelector("h1").textContent === "Another: title"');
    expect(parse(readFileSync(served.study, "utf8")).title).toEqual({ zh: "新标题", en: "Another: title" });
    await page.locator("button[aria-label=Undo]").click();
    await expect.poll(() => readFileSync(served.study, "utf8") === before, { timeout: 20_000 }).toBe(true);
    await page.context().close();
  },
  patience,
);

it(
  "a citation is copied whole, and it is said that it was",
  async () => {
    const { page } = await open(browser, served, "/scoreboard?lang=en&cluster=jing-jin-ji");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: served.origin });
    await page.getByRole("button", { name: "Cite" }).click();
    await page.getByRole("button", { name: "Copy the citation" }).click();
    await page.getByRole("button", { name: "Citation copied" }).waitFor();
    const text = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(text).toMatch(/^National Bureau of Statistics of China/);
    expect(text).toMatch(/composite\/rank-uncertainty v\d+ · [0-9a-f]{16}$/);
    await page.context().close();
  },
  patience,
);

it(
  "a page of a workbench that was killed says so, keeps what could not be saved, and goes on when the new address was opened",
  async () => {
    const before = readFileSync(served.study, "utf8");
    const { page } = await open(browser, served, "/home?lang=en");
    try {
      const address = await served.restart();
      await until(page, '/started anew/.test(document.querySelector("[role=alert]")?.textContent ?? "")');
      await page.locator("button[aria-label^=Take]").first().click();
      await until(page, '/on this page alone/.test(document.querySelector("[role=alert]")?.textContent ?? "")');
      expect(readFileSync(served.study, "utf8")).toBe(before);
      await (await page.context().newPage()).goto(address);
      await until(page, 'document.querySelector("[role=alert]") === null');
      await settled(page);
      expect(parse(readFileSync(served.study, "utf8")).cluster).toHaveLength(2);
      expect(await page.locator(".bar .study").innerText()).toMatch(/ saved$/);
    } finally {
      writeFileSync(served.study, before);
      await page.context().close();
    }
  },
  patience,
);

it(
  "a method's page shows the columns that it takes by itself, and its headline numbers by their titles",
  async () => {
    const asked = encodeURIComponent(JSON.stringify({ data: { data: "cities" } }));
    const { page } = await open(browser, served, `/methods/hierarchy/peers?ask=${asked}&lang=en`);
    const taken = page.locator("select[multiple]").first();
    await until(page, 'document.querySelector("select[multiple]").selectedOptions.length > 2');
    expect(await taken.locator("option:checked").allInnerTexts()).toContain("GDP per head (10000 yuan per person)");
    await page.goto(`${served.origin}/methods/inequality/theil?of=disparity&lang=zh`);
    await until(page, 'document.querySelector(".scalars") !== null');
    expect(await page.locator(".scalars").innerText()).toContain("泰尔指数");
    await page.context().close();
  },
  patience,
);

const agreement = 1e-12; // relative: two engines may round the last bits of a logarithm differently

it.each(["level", "disparity", "quotients"])(
  "%s computed in Chromium is what Node computed",
  async (name) => {
    const { page } = await open(browser, served, "/home?lang=en");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: served.origin });
    interface Column {
      readonly kind: string;
      readonly values: readonly (number | string | null)[];
      readonly name: string;
    }
    const { last } = await page.evaluate<{
      last: { outline: { analyses: { name: string; method: string; key: string }[] } };
    }>('fetch("/api/runs/current").then((answer) => answer.json())');
    const analysis = last.outline.analyses.find((each) => each.name === name);
    const { tables } = await page.evaluate<{ tables: { name: string; columns: Column[] }[] }>(
      `fetch("/api/results/${analysis?.key}").then((answer) => answer.json())`,
    );
    await page.goto(`${served.origin}/methods/${analysis?.method}?of=${name}&lang=en`);
    await until(page, "/computed here in/.test(document.querySelector('main')?.innerText ?? '')");
    for (const [at, table] of tables.entries()) {
      await page.locator("main .tools").nth(at).getByRole("button", { name: /^Cop/ }).click();
      const text = await page.evaluate<string>("navigator.clipboard.readText()");
      const rows = text.split("\n").slice(1);
      const here = rows.flatMap((row) =>
        row.split("\t").filter((cell) => cell !== "" && Number.isFinite(Number(cell))),
      );
      const numbers = table.columns.filter(({ kind }) => kind === "number");
      const there = (numbers[0]?.values ?? []).flatMap((_, row) =>
        table.columns
          .filter((column) => !/_(en|zh)$/.test(column.name))
          .map(({ values }) => values[row])
          .filter((value) => value !== null && value !== "" && Number.isFinite(Number(value))),
      );
      expect(here.length, table.name).toBe(there.length);
      expect(there.length, table.name).toBeGreaterThan(0);
      const apart = here.filter((cell, i) => {
        const [a, b] = [Number(cell), Number(there[i])];
        return Math.abs(a - b) > agreement * Math.max(Math.abs(a), Math.abs(b));
      });
      expect(apart, table.name).toEqual([]);
    }
    await page.context().close();
  },
  patience,
);
