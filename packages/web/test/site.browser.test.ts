import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { conurb } from "../../cli/test/conurb.ts";
import { distanceOf } from "../src/static/compare-results.ts";
import { type FileHost, hostFiles } from "./file-host.ts";
import { settled, until } from "./workbench.ts";

const studies = fileURLToPath(new URL("../../../studies", import.meta.url));
const patience = 240_000; // milliseconds: a study computed from nothing, on a machine that does other things too

interface Site {
  readonly folder: string;
  readonly study: string;
  readonly host: FileHost;
}

let browser: Browser;
let cities: Site;
let deals: Site;

/** A site of a copy of a study, and a host for its files. */
async function siteOf(name: string, ...more: string[]): Promise<Site> {
  const study = mkdtempSync(join(tmpdir(), "conurb-site-"));
  cpSync(join(studies, name), study, { recursive: true, filter: (path) => !/[\\/](out|expected)$/.test(path) });
  const ran = await conurb(["build", study, "--json", ...more]);
  expect(ran.code, ran.err).toBe(0);
  const folder = join(study, "out", "site");
  return { folder, study, host: await hostFiles(folder) };
}

beforeAll(async () => {
  browser = await openBrowser();
  cities = await siteOf("three-agglomerations");
  deals = await siteOf("british-devolution", "--without", "deals");
}, patience);
afterAll(async () => {
  for (const site of [cities, deals]) {
    site?.host.close();
    if (site !== undefined) rmSync(site.study, { recursive: true, force: true });
  }
  await browser?.close();
});

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what was asked of anyone but the host. */
  readonly told: string[];
}

/** A page of a site, with no network but the host. */
async function open({ host }: Site, path: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const told: string[] = [];
  await context.route(
    (url) => url.origin !== host.origin,
    (route) => {
      told.push(`request: ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) told.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => told.push(`page error: ${error.message}`));
  host.asked.length = 0;
  await page.goto(host.address + path);
  await settled(page);
  return { page, told };
}

const screens = [
  "#/home",
  "#/data?table=city",
  "#/scoreboard?cluster=jing-jin-ji",
  "#/formula?cluster=jing-jin-ji",
  "#/structure?scope=all",
  "#/network",
  "#/disparity?scope=all",
  "#/policy",
  "#/methods",
  "#/methods/inequality/theil?of=disparity",
  "#/report",
];

const budget = 300_000; // bytes that a host sends, compressed and before any data, for a screen and its threads

/** The code that a page and its threads asked for, each file once, as a host compresses it. */
const sent = ({ folder, host }: Site): number =>
  [...new Set(host.asked)]
    .filter((name) => !/^(data|missing)/.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);

describe.each(["en", "zh"] as const)("offline, in %s", (language) => {
  it.each(screens)(
    "%s stands on a plain host, within the budget",
    async (path) => {
      const { page, told } = await open(cities, `${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
      expect(await page.getAttribute("html", "lang")).toBe(language === "zh" ? "zh-CN" : "en");
      expect(await page.locator("main h1").innerText()).not.toBe("");
      expect(told).toEqual([]);
      expect(cities.host.asked.filter((name) => name.startsWith("missing"))).toEqual([]);
      expect(sent(cities)).toBeLessThan(budget);
      await page.context().close();
    },
    patience,
  );
});

/** The files that a built file loads, at once or later. */
function loadedBy(folder: string, name: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const [, next] of readFileSync(join(folder, name), "utf8").matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g))
    loadedBy(folder, next as string, known);
  return known;
}

it("shares chunks between the page and its threads, of which none needs a page", () => {
  const assets = join(cities.folder, "assets");
  const named = (part: string) => readdirSync(assets).filter((name) => name.startsWith(part) && name.endsWith(".js"));
  const [worker, ...others] = named("worker-");
  expect(others).toEqual([]);
  const ofThreads = loadedBy(assets, worker as string);
  expect(named("lab-job-").every((name) => ofThreads.has(name))).toBe(true);
  const [page] = named("index-").filter((name) =>
    readFileSync(join(cities.folder, "index.html"), "utf8").includes(name),
  );
  expect(ofThreads.has(page as string)).toBe(false);
  const ofPage = loadedBy(assets, page as string);
  expect([...ofThreads].filter((name) => ofPage.has(name)).length).toBeGreaterThan(10);
});

it(
  "comes back to its address, forwards and backwards, and to the start without one",
  async () => {
    const { page } = await open(cities, "#/scoreboard?cluster=yangtze-delta&lang=en");
    const headline = await page.locator("main h1").innerText();
    await page.click("text=Structure");
    await settled(page);
    expect(page.url()).toContain("#/structure?");
    await page.goBack();
    await settled(page);
    expect(page.url()).toContain("#/scoreboard?cluster=yangtze-delta");
    expect(await page.locator("main h1").innerText()).toBe(headline);
    await page.goto(cities.host.address);
    await settled(page);
    expect(page.url()).toBe(`${cities.host.address}#/home`);
    await page.context().close();
  },
  patience,
);

it(
  "follows a number back to its files without a server",
  async () => {
    const { page, told } = await open(cities, "#/scoreboard?cluster=jing-jin-ji&place=130200&lang=en");
    await until(page, "document.querySelector('.passport .big') !== null");
    expect(await page.locator(".passport").last().innerText()).toMatch(/census|city/);
    expect(told).toEqual([]);
    await page.context().close();
  },
  patience,
);

/** A tolerance of the specification; what is seen is equality to the last bit, mathematical functions of the engine aside. */
const tolerance = 1e-12;

/** Every analysis of a text as the site's own thread computes it in this page, from tables alone: results by their names. */
function computedIn(page: Page, site: Site, text: string): Promise<[string, string][]> {
  const worker = readdirSync(join(site.folder, "assets")).find((name) => /^worker-.*\.js$/.test(name));
  return page.evaluate<[string, string][]>(`(async () => {
    const site = await (await fetch("./data/site.json")).json();
    const thread = new Worker("./assets/${worker}", { type: "module", name: "site" });
    const texts = new Map();
    const outline = await new Promise((done, failed) => {
      thread.addEventListener("error", ({ message }) => failed(new Error(message)));
      thread.addEventListener("message", ({ data }) => {
        if (data.kind === "kept") texts.set(data.key, data.text);
        else if (data.kind === "failed") failed(new Error(JSON.stringify(data.problems)));
        else if (data.kind === "ran") done(data.outline);
      });
      const data = new URL("./data/", document.baseURI).href;
      const text = ${JSON.stringify(text)};
      thread.postMessage({ kind: "run", site, data, text, known: new Map(), anew: true });
    });
    thread.terminate();
    return outline.analyses.flatMap(({ name, key }) => (key === undefined ? [] : [[name, texts.get(key)]]));
  })()`);
}

/** The results of the command line, by the names of the analyses. */
async function computedInNode(study: string): Promise<Map<string, string>> {
  const { analyses } = JSON.parse((await conurb(["run", study, "--json"])).out) as {
    analyses: Record<string, { key?: string }>;
  };
  const read = (key: string) => readFileSync(join(study, "out", "results", `${key}.json`), "utf8");
  return new Map(Object.entries(analyses).flatMap(([name, { key }]) => (key === undefined ? [] : [[name, read(key)]])));
}

/** By analysis, not by key: a last bit that an engine's mathematics sees otherwise makes another key of what rests on it. */
function expectEqual(here: readonly [string, string][], inNode: ReadonlyMap<string, string>): void {
  expect(here.map(([name]) => name).sort()).toEqual([...inNode.keys()].sort());
  for (const [name, text] of here) {
    expect(distanceOf(text, inNode.get(name) as string), name).toBeLessThanOrEqual(tolerance);
  }
}

it(
  "computes in Chromium what Node computed",
  async () => {
    const { page } = await open(cities, "#/home?lang=en");
    const text = readFileSync(join(cities.study, "study.yaml"), "utf8");
    expectEqual(await computedIn(page, cities, text), await computedInNode(cities.study));
    await page.context().close();
  },
  patience,
);

it(
  "keeps an edit in the tab, computes it there, hands it out, and takes it back",
  async () => {
    const { page, told } = await open(cities, "#/formula?cluster=jing-jin-ji&lang=en");
    const knob = page.locator("input[type=range]").first();
    await knob.focus();
    for (let step = 0; step < 8; step += 1) await knob.press("ArrowRight");
    await knob.blur();
    await until(page, "document.querySelector('.site-key').classList.contains('is-edited')");
    await settled(page);
    await page.reload();
    await settled(page);
    await page.click(".site-key");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Download study.yaml")]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).not.toBe(readFileSync(join(cities.study, "study.yaml"), "utf8"));
    expect(readFileSync(join(cities.folder, "data", "site.json"), "utf8")).not.toContain(JSON.stringify(text));

    // the file that was taken home gives the same numbers on the command line
    const home = mkdtempSync(join(tmpdir(), "conurb-site-"));
    cpSync(cities.study, home, { recursive: true, filter: (path) => !/[\\/]out$/.test(path) });
    cpSync(await download.path(), join(home, "study.yaml"));
    expectEqual(await computedIn(page, cities, text), await computedInNode(home));
    rmSync(home, { recursive: true, force: true });

    await page.click("text=Back to the published study");
    await until(page, "!document.querySelector('.site-key').classList.contains('is-edited')");
    expect(told).toEqual([]);
    await page.context().close();
  },
  patience,
);

it(
  "runs no script of a report that it shows, and says that changes stay in the tab",
  async () => {
    const report = join(cities.folder, "data", "reports", "report.en.html");
    const before = readFileSync(report, "utf8");
    writeFileSync(report, `${before}<script>parent.document.title = "reached"; document.title = "ran"</script>`);
    try {
      const { page } = await open(cities, "#/report?lang=en&preview=en");
      const frame = page.frameLocator(".preview iframe");
      await frame.locator("h1").first().waitFor();
      expect(await frame.locator("script").count()).toBe(1);
      expect(await page.title()).not.toBe("reached");
      expect(await page.locator(".rail").innerText()).toContain("in this tab");
      await page.context().close();
    } finally {
      writeFileSync(report, before);
    }
  },
  patience,
);

it(
  "says what is frozen, and why",
  async () => {
    const { page, told } = await open(deals, "#/home?lang=en");
    await page.click(".site-key");
    const about = await page.locator("dialog[open]").innerText();
    expect(about).toContain("the figures it rests on did not come with this site");
    expect(about).toMatch(/kept back/);
    expect(told).toEqual([]);
    await page.context().close();
  },
  patience,
);
