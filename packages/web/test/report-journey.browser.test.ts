import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArchive } from "@conurb/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { openBrowser } from "../../cli/test/browser.ts";
import { conurb } from "../../cli/test/conurb.ts";
import { open, type Served, serve, settled, until } from "./workbench.ts";

const patience = 240_000; // milliseconds: a study computed and reported twice, on a machine that does other things too
const soon = { timeout: 30_000 };

let browser: Browser;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
  const empty = mkdtempSync(join(tmpdir(), "conurb-empty-"));
  served = await serve(empty);
  rmSync(empty, { recursive: true });
}, patience);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/** Until the text that is saved is the one whose results are shown. */
const isRun = (page: Page) =>
  until(
    page,
    '/saved$/.test(document.querySelector(".study").textContent) && !document.querySelector(".stale, .progress")',
  );

const download = async (page: Page, name: string): Promise<Uint8Array> => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".files a", { hasText: name }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(name);
  return new Uint8Array(readFileSync((await file.path()) as string));
};

it(
  "from a template to a bilingual report in Word, and the same numbers on the command line",
  async () => {
    // a template
    const { page, told } = await open(browser, served, "/?lang=en");
    told.length = 0; // a folder without a study has nothing to run, and the browser tells of that refusal
    const refused: string[] = [];
    page.on("response", (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    await page
      .locator(".doors")
      .getByRole("button", { name: "Yangtze delta: level, division of labour and disparity" })
      .click();
    await page.waitForURL(/127\.0\.0\.1:\d+\/home/, { timeout: patience });
    await settled(page);
    const origin = new URL(page.url()).origin;
    const folder = join(served.folder, "yrd");
    const study = () => parse(readFileSync(join(folder, "study.yaml"), "utf8"));
    const go = async (path: string) => {
      await page.goto(origin + path);
      await settled(page);
    };

    // a cluster of one's own choice
    await page.getByLabel("Add a cluster of the atlas").selectOption("jing-jin-ji@2015");
    await expect.poll(() => study().cluster, soon).toEqual(["yangtze-river-delta@2019", "jing-jin-ji@2015"]);
    await page.waitForSelector("button[aria-label='Take Yangtze delta out']");
    await page.locator("button[aria-label='Take Yangtze delta out']").click();
    await expect.poll(() => study().cluster, soon).toBe("jing-jin-ji@2015");
    await isRun(page);

    // and of one's own members: those that stand, without the last, with what nobody knows told before anything is written
    await page.getByRole("button", { name: "Choose members yourself" }).click();
    const members = page.getByLabel(/^Members/);
    const named = (await members.inputValue()).split("\n");
    expect(named).toHaveLength(13);
    const write = page.getByRole("button", { name: "Write it to the study" });
    await members.fill("Atlantis");
    expect(await page.locator("dialog[open] [role=status]").innerText()).toContain("Atlantis");
    expect(await write.isDisabled()).toBe(true);
    await members.fill(named.slice(0, -1).join(", "));
    await write.click();
    await expect.poll(() => study().cluster.own?.members.length, soon).toBe(12);
    await isRun(page);

    // its peers, and why these
    await go("/scoreboard?lang=en&place=130200");
    await until(page, "document.querySelectorAll('.rail .opt[data-place]').length === 5");
    await page.getByRole("button", { name: "Why these?" }).click();
    expect(await page.locator("dialog[open] thead th").count()).toBe(1 + 5); // peers abreast
    await page.keyboard.press("Escape");

    // weights: a slider, then judgements in pairs of two experts
    await go("/formula?lang=en&place=130200");
    await page.locator("#knob-gdp-per-head").focus();
    await page.keyboard.press("End");
    const indicators = () => study().indicators.cities.aspects.industry.indicators;
    await expect.poll(() => indicators()["gdp-per-head"].weight, soon).toBe(4);
    await page.getByRole("button", { name: "Pairwise (AHP)" }).click();
    const pair = page.getByLabel("Infrastructure and connectivity against Industry");
    await pair.selectOption({ label: "1/3" });
    const judgements = () => study().recipes.cities.weigh.judgements?.total;
    await expect.poll(() => judgements()?.["expert-1"]?.industry?.infrastructure, soon).toBe(3);
    const status = page.locator(".judgements [role=status]");
    expect(await status.innerText()).toMatch(/^✓ Consistent: CR of expert-1 is 0\.0\d\d/);
    await page.getByRole("button", { name: "Add an expert" }).click();
    await page.getByRole("button", { name: "expert-2", exact: true }).waitFor();
    await pair.selectOption({ label: "9" });
    await page.getByLabel("Industry against Social development").selectOption({ label: "9" });
    await page.getByLabel("Infrastructure and connectivity against Social development").selectOption({ label: "1/9" });
    await expect.poll(() => status.innerText(), soon).toMatch(/^expert-2 contradicts themselves: CR is \d/);
    await page.getByRole("button", { name: "Take expert-2 out" }).click();
    await expect.poll(() => Object.keys(judgements() ?? {}), soon).toEqual(["expert-1"]);
    await isRun(page);
    await page.waitForSelector(".possible .obstacle");
    await until(
      page,
      "/changes hands|leads under|No weights put/.test(document.querySelector('.lab.under-rule').innerText)",
    );

    // the report: its order, its languages and its files
    await go("/report?lang=en");
    const sections = () => study().report.sections.map(({ title }: { title: { en: string } }) => title.en);
    const before = sections() as string[];
    await page.getByRole("button", { name: `Move ${before[2]} up` }).click();
    await expect.poll(sections, soon).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
    await page.getByLabel("Word").check();
    await expect.poll(() => study().report.formats, soon).toEqual(["html", "docx"]);
    await isRun(page);
    const preview = page.frameLocator(".preview iframe");
    await expect.poll(() => preview.locator("h2.section").nth(1).innerText(), soon).toBe(before[2]);
    await page.getByRole("button", { name: "Make the report" }).click();
    await page.locator(".files a").first().waitFor({ timeout: patience });
    const names = ["report.en.docx", "report.en.html", "report.zh.docx", "report.zh.html"];
    expect((await page.locator(".files a").allInnerTexts()).sort()).toEqual(names);
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name, await download(page, name));
    const words = (name: string) =>
      new TextDecoder().decode(readArchive(files.get(name) as Uint8Array, name).get("word/document.xml"));
    expect(words("report.en.docx")).toContain(before[2]);
    expect(words("report.zh.docx")).toContain("差距与层级");
    const shown = await page.evaluate<{ key: string; name: string }[]>(
      'fetch("/api/runs/current").then((answer) => answer.json()).then(({ last }) => last.outline.analyses)',
    );
    expect(refused).toEqual([]);
    expect(told.filter((each) => !each.startsWith(`request: ${origin}`))).toEqual([]); // the study has a server of its own
    await page.context().close();

    // the same file on the command line: every result, and the report to the last byte
    const results = join(folder, "out", "results");
    const inBrowser = new Map(readdirSync(results).map((name) => [name, readFileSync(join(results, name), "utf8")]));
    const { code, err } = await conurb(["report", folder, "--no-cache", "--json"]);
    expect(err.includes("fault"), err).toBe(false);
    expect(code).toBe(0);
    const keys = shown.flatMap(({ key }) => (key === undefined ? [] : [`${key}.json`]));
    expect(keys.length).toBeGreaterThan(8);
    for (const key of keys) expect(readFileSync(join(results, key), "utf8") === inBrowser.get(key), key).toBe(true);
    for (const [name, bytes] of files) {
      expect(existsSync(join(folder, "out", name))).toBe(true);
      expect(Buffer.compare(readFileSync(join(folder, "out", name)), bytes), name).toBe(0);
    }
  },
  patience,
);
