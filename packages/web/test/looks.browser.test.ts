import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { open, type Served, serve, settled } from "./workbench.ts";

const study = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const patience = 240_000; // milliseconds: a study computed from nothing, on a machine that does other things too
const paths = [
  "/home",
  "/data",
  "/data/import",
  "/scoreboard",
  "/formula",
  "/structure/chasing",
  "/structure/alike",
  "/structure/one-industry",
  "/network",
  "/disparity",
  "/policy",
  "/methods",
  "/methods/inequality/theil",
  "/report",
];

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  served = await serve(study);
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** As a link leads there: the study that stands is not asked for again. */
const visit = async (page: Page, path: string, language: "en" | "zh") => {
  await page.evaluate(`history.pushState(null, "", ${JSON.stringify(`${path}?lang=${language}`)})`);
  await settled(page);
};

/** What of the bar's right end reaches beyond it. */
const cutInBar = `[...document.querySelectorAll(".bar .state > *, .bar .seg button")]
  .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().right > innerWidth - 4)
  .map((each) => each.textContent)`;

describe.each([
  { width: 1440, language: "en" },
  { width: 1024, language: "en" },
  { width: 390, language: "zh" },
] as const)("$width pixels, $language", ({ width, language }) => {
  it(
    "no screen is wider than the window, and the bar shows all that it says",
    async () => {
      const { page } = await open(browser, served, `/home?lang=${language}`, { width });
      for (const path of paths) {
        await visit(page, path, language);
        expect(await page.evaluate<number>("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
        expect(await page.evaluate<string[]>(cutInBar), path).toEqual([]);
      }
      expect(await page.locator(".bar .save-state").innerText()).toMatch(language === "zh" ? /已存$/ : /saved$/);
      await page.context().close();
    },
    patience,
  );
});

it(
  "on a telephone, what is done to a view stands in one line below, and nothing does where there is no view",
  async () => {
    const { page } = await open(browser, served, "/scoreboard?lang=en", { width: 390 });
    const tops = await page.evaluate<number[]>(
      `[...document.querySelectorAll(".strip > :is(a, button), .strip > details > summary")].map((key) => {
        const { top, height } = key.getBoundingClientRect();
        return top + height / 2;
      })`,
    );
    expect(tops.length).toBe(6);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(3); // pixels: one line
    await page.locator(".save summary").click();
    await page.getByRole("button", { name: "CSV" }).waitFor();
    await visit(page, "/structure/one-industry", "en");
    const seg = await page.locator(".title-line .seg").boundingBox();
    const last = await page.locator(".title-line .seg button").last().boundingBox();
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((seg?.x ?? 0) + (seg?.width ?? 0));
    for (const path of ["/home", "/methods", "/report"]) {
      await visit(page, path, "en");
      expect(await page.evaluate<string>('getComputedStyle(document.querySelector(".strip")).position'), path).toBe(
        "static",
      );
    }
    await page.context().close();
  },
  patience,
);

it(
  "prints every screen light and without the frame of the workbench",
  async () => {
    const { page } = await open(browser, served, "/home?lang=en", { dark: true });
    for (const path of paths) {
      await visit(page, path, "en");
      await page.emulateMedia({ media: "print" });
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      const shown = await page.evaluate<string[]>(
        `[".bar", ".rail", ".strip", ".view-strip", ".progress", ".skip", ".tools > :not(.quiet)", ".seg"].filter((each) =>
          [...document.querySelectorAll(each)].some((found) => found.getClientRects().length > 0))`,
      );
      expect(shown, path).toEqual([]);
      expect(
        await page.evaluate<string>('getComputedStyle(document.querySelector("main")).backgroundColor'),
        path,
      ).toBe("rgb(255, 255, 255)");
      expect(await page.evaluate<number>("document.querySelectorAll('svg text[fill=\"#E9EEF0\"]').length"), path).toBe(
        0,
      ); // ink of the dark
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      await page.emulateMedia({ media: "screen" });
    }
    await page.context().close();
  },
  patience,
);

it(
  "a dialog of many words opens at its head, with the way out in sight",
  async () => {
    const { page } = await open(browser, served, "/scoreboard?lang=zh");
    await page.getByRole("button", { name: "数据说明" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    expect(await dialog.evaluate((each) => (each as { scrollTop: number }).scrollTop)).toBe(0);
    const box = await dialog.boundingBox();
    const way = await dialog.getByRole("button", { name: "关闭" }).boundingBox();
    expect((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    await page.context().close();
  },
  patience,
);

it(
  "writes the name of a place that had no room for it while it is looked at",
  async () => {
    const { page } = await open(browser, served, "/scoreboard?lang=en", { width: 960 });
    await page.locator(".board-left .figure svg").first().waitFor();
    const nameless = await page.evaluate<string | null>(
      `(() => {
        const svg = document.querySelector(".board-left .figure svg");
        const written = [...svg.querySelectorAll("text")].map((each) => each.textContent);
        const mark = [...svg.querySelectorAll("[data-place]")].find((each) => {
          const name = each.querySelector(":scope > title")?.textContent;
          return name && !written.includes(name);
        });
        return mark?.dataset.place ?? null;
      })()`,
    );
    expect(nameless).not.toBeNull();
    const mark = page.locator(`.board-left .figure [data-place="${nameless}"] circle`).first();
    await mark.hover();
    expect(await page.locator(".looked-name").textContent()).toBe(
      await page.locator(`.board-left .figure [data-place="${nameless}"] > title`).first().textContent(),
    );
    await page.mouse.move(5, 400);
    expect(await page.locator(".looked-name").count()).toBe(0);
    await page.context().close();
  },
  patience,
);
