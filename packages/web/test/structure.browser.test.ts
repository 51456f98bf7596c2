import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { open, type Served, serve, settled } from "./workbench.ts";

const study = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const patience = 180_000; // milliseconds: a study computed from nothing, on a machine that does other things too

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

it("keeps in the study what was computed in the page, and takes it back", { timeout: patience }, async () => {
  const { page, told } = await open(browser, served, "/structure/chasing?lang=en&scope=all");
  const before = readFileSync(served.study, "utf8");
  await page.locator(".figure svg").waitFor();
  await page.getByRole("button", { name: "Keep it in the study" }).click();
  const line = "  chase: { use: structure/chase, on: { data: jobs, reference: national_jobs } }\n";
  await expect.poll(() => readFileSync(served.study, "utf8")).toContain(line);
  expect(readFileSync(served.study, "utf8").replace(line, "")).toBe(before);
  await page
    .getByRole("link", { name: "Who chases whose industry" })
    .and(page.locator('[href*="/structure/chase?"]'))
    .click();
  await page
    .locator(".side")
    .getByText(/structure\/chase v\d+ · [0-9a-f]{8}/)
    .waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => readFileSync(served.study, "utf8")).toBe(before);
  expect(told).toEqual([]);
  await page.context().close();
});

it("shows the same picture of a cluster before and after it is kept", { timeout: patience }, async () => {
  const { page } = await open(browser, served, "/structure/chasing?lang=en&cluster=jing-jin-ji");
  const before = readFileSync(served.study, "utf8");
  const picture = () => page.locator(".wide-figure .figure svg").evaluate((svg) => svg.textContent);
  await page.locator(".figure svg").waitFor();
  await settled(page);
  const shown = await picture();
  expect(shown).toContain("Beijing");
  await page.getByRole("button", { name: "Keep it in the study" }).click();
  await expect.poll(() => readFileSync(served.study, "utf8")).toContain("  chase: {");
  await page.goto(`${served.origin}/structure/chasing?lang=en&cluster=jing-jin-ji`);
  await page
    .locator(".side")
    .getByText(/structure\/chase v\d+ · [0-9a-f]{8}/)
    .waitFor();
  await settled(page);
  expect(await picture()).toBe(shown);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => readFileSync(served.study, "utf8")).toBe(before);
  await page.context().close();
});

it("sets two places side by side, by the address, by the pictures and by the lists", {
  timeout: patience,
}, async () => {
  const { page } = await open(browser, served, "/structure/likeness?lang=en&cluster=jing-jin-ji&place=110000");
  await page.locator('.figure [data-place="130200"]').first().click();
  await expect.poll(() => new URL(page.url()).searchParams.get("with")).toBe("130200");
  await page.getByRole("heading", { name: "What keeps Beijing and Tangshan apart" }).waitFor();
  expect(await page.locator(".pair-rows li").first().innerText()).toMatch(/^Manufacturing\s+8\.3%\s+22\.6%$/);
  await page.getByRole("combobox", { name: "with" }).selectOption({ label: "Baoding" });
  await page.getByRole("heading", { name: "What keeps Beijing and Baoding apart" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "What keeps Beijing and Tangshan apart" }).waitFor();
  await page.context().close();
});

it("leads from an industry's bar to its map", { timeout: patience }, async () => {
  const { page } = await open(browser, served, "/structure/concentration?lang=en&cluster=jing-jin-ji");
  await page.getByText("Computed here for the members of").waitFor();
  await page.locator(".figure g[data-place]").first().click();
  await page.waitForURL(/\/structure\/one-industry\?.*industry=/);
  await page.getByRole("heading", { name: /^Mining: Tangshan has \d+\.\d% of Jing-Jin-Ji$/ }).waitFor();
  await page.context().close();
});

it("answers at a view's address with the files that its page saves", { timeout: patience }, async () => {
  const { page } = await open(browser, served, "/structure/likeness?lang=zh&cluster=jing-jin-ji");
  await page.locator(".figure svg").waitFor();
  const asked = async (ending: string) =>
    (await page.request.get(`${served.origin}/structure/likeness.${ending}?lang=zh&cluster=jing-jin-ji`)).text();
  for (const ending of ["CSV", "SVG"]) {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: ending, exact: true }).click(),
    ]);
    expect(await asked(ending.toLowerCase())).toBe(readFileSync(await saved.path(), "utf8"));
  }
  const told = JSON.parse(await asked("json")) as { title: string; rows: readonly object[] };
  expect(told.title).toBe(await page.locator("main h1").innerText());
  expect(told.rows).toHaveLength(13 * 12);
  expect((await page.request.get(`${served.origin}/structure/none.svg`)).status()).toBe(404);
  await page.context().close();
});

it.each([
  ["dark", { dark: true }],
  ["390 pixels wide", { width: 390 }],
  ["1024 pixels wide", { width: 1024 }],
])(
  "is not wider than the page %s",
  async (_, view) => {
    const { page, told } = await open(browser, served, "/structure/likeness?lang=zh&place=110000", view);
    await settled(page);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(told).toEqual([]);
    await page.context().close();
  },
  patience,
);
