import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { openBrowser } from "../../cli/test/browser.ts";
import { seriousFaults } from "./serious-faults.ts";
import { open, type Served, serve, settled, until } from "./workbench.ts";

const patience = 180_000; // milliseconds: a study computed from nothing, on a machine that does other things too
const table = [
  "地区,行政区划代码,年份,人均收入（元）,PM2.5（微克/立方米）,经度",
  "北京市,110000,2019,67756,42,116.4",
  "北京市,110000,2020,69434,38,116.4",
  "天津市,120000,2019,42404,51,117.2",
  "天津市,120000,2020,43854,48,117.2",
  "石家庄市,130100,2019,28000,63,114.5",
  "石家庄市,130100,2020,29500,58,114.5",
  "唐山市,130200,2019,33000,57,118.2",
  "唐山市,130200,2020,34700,55,118.2",
].join("\r\n");

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

/** The rows of the ranking as the last run has them. */
const scores = `(async () => {
  const { last } = await (await fetch("/api/runs/current")).json();
  const { key } = last.outline.analyses.find(({ name }) => name === "ranks");
  const { tables } = await (await fetch("/api/results/" + key)).json();
  const { columns } = tables.find(({ columns }) => columns.some(({ name }) => name === "score"));
  return columns[0].values.map((_, row) => Object.fromEntries(columns.map(({ name, values }) => [name, values[row]])));
})()`;

async function drop(on: Page, name: string, text: string): Promise<void> {
  const transfer = await on.evaluateHandle<unknown>(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}));
    return transfer;
  })()`);
  await on.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
}

it(
  "an own table becomes indicators and scores without a line written by hand, and one undo takes them back",
  async () => {
    const { page: bench } = await open(browser, served, "/?lang=en");
    await drop(bench, "mine.csv", table);
    await bench.waitForURL(/\/data\/import\?.*upload=/);
    await until(bench, 'document.querySelector(".lines") !== null');
    await bench.getByLabel("Title of the study").fill("Income and air");
    await bench.getByLabel(/^Folder/).fill("own");
    await until(bench, 'document.querySelector("button[type=submit]:not(:disabled)") !== null');
    await bench.getByRole("button", { name: "Begin a study" }).click();
    await bench.waitForURL(/127\.0\.0\.1:\d+\/home/);
    await settled(bench);
    const file = join(served.folder, "own", "study.yaml");
    const before = readFileSync(file, "utf8");
    expect(parse(before)).not.toHaveProperty("indicators");

    // the first page leads there, and so do the empty screens
    const origin = new URL(bench.url()).origin;
    const way = bench.getByRole("link", { name: "Make indicators of your columns" });
    expect(await way.getAttribute("href")).toContain("/data/indicators");
    for (const screen of ["formula", "scoreboard"]) {
      await bench.goto(`${origin}/${screen}?lang=en`);
      await settled(bench);
      expect(await way.getAttribute("href")).toContain(`for=${screen}`);
    }
    await way.click();
    await bench.waitForSelector(".choose-columns");

    // columns of figures alone are offered
    const ticks = bench.locator(".choose-columns input[type=checkbox]");
    expect(await bench.locator(".choose-columns tbody th").allInnerTexts()).toHaveLength(2);
    const left = await bench.locator("main").innerText();
    expect(left).toMatch(/Left out: .*年份 \(year\)/);
    expect(left).toMatch(/经度 \(coordinate\)/);
    expect(await bench.getByRole("button", { name: /^Yes: write/ }).count()).toBe(0);
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    expect(await bench.locator(".to-be-written").innerText()).not.toContain("Less is better");
    await bench.getByLabel(/^What counts as better of PM2/).selectOption("down");
    const said = await bench.locator(".to-be-written").innerText();
    expect(said).toMatch(/More is better: .*收入/);
    expect(said).toMatch(/Less is better: PM2\.5/);
    expect(said).toContain("Weights: equal");
    expect(await seriousFaults(bench)).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe(before); // nothing is written before it is asked for

    await bench.getByRole("button", { name: "Yes: write these 2 indicators and rank the places" }).click();
    await bench.waitForURL(/\/scoreboard\?/);
    await until(bench, 'document.querySelector(".board svg") !== null');
    await settled(bench);
    expect(await bench.locator("main h1").innerText()).toBe("The order of all 4 places holds");
    const rows = await bench.evaluate<Record<string, unknown>[]>(scores);
    // income 28000 to 69434, PM2.5 38 to 63, pooled over both years; in 2020 Beijing has the best of both: 1. Tianjin:
    const tianjin = ((43854 - 28000) / (69434 - 28000) + (63 - 48) / (63 - 38)) / 2;
    const scored = rows.filter(({ year }) => year === 2020).map(({ score }) => Number(score));
    const [first, second] = scored.sort((a, b) => b - a);
    expect(first).toBe(1);
    expect(second).toBeCloseTo(tianjin, 12);
    const study = parse(readFileSync(file, "utf8"));
    expect(study.indicators.indicators.years).toEqual([2019, 2020]);
    const leaves = Object.values<{ direction: string }>(study.indicators.indicators.aspects.all.indicators);
    expect(leaves.map(({ direction }) => direction)).toEqual(["up", "down"]);
    expect(study.analyses.ranks.use).toBe("composite/rank-uncertainty");

    // the lab stands on it too, and one step back takes all of it away
    await bench.goto(`${origin}/formula?lang=en`);
    await settled(bench);
    expect(await bench.locator("input[type=range]").count()).toBe(3); // the aspect and its two
    await bench.getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(() => readFileSync(file, "utf8"), { timeout: 20_000 }).toBe(before);

    // another file, brought into the study that stands, leads on to its own columns
    await bench.goto(`${origin}/data/import?lang=zh`);
    await settled(bench);
    await drop(bench, "more.csv", table.replace("人均收入", "人均存款"));
    await bench.getByRole("button", { name: "加入后由其列建立指标" }).click();
    await bench.waitForSelector(".choose-columns");
    expect(new URL(bench.url()).searchParams.get("table")).toBe("more");
    expect(await bench.locator(".choose-columns tbody th").first().innerText()).toContain("人均存款");
    await bench.getByRole("button", { name: "全部勾选" }).click();
    await bench.getByLabel("人均存款（元） 的方面").fill("经济");
    expect(await bench.locator(".to-be-written").innerText()).toContain("各方面同等计入");
    expect(await seriousFaults(bench)).toEqual([]);
    await bench.getByRole("button", { name: "无误，写入 2 项指标并排名" }).click();
    await bench.waitForURL(/\/scoreboard\?/);
    await expect
      .poll(() => parse(readFileSync(file, "utf8")).indicators?.indicators.aspects, { timeout: 20_000 })
      .toMatchObject({ "aspect-1": { title: "经济" }, others: { title: { zh: "其他" } } });
    await bench.context().close();
  },
  patience,
);
