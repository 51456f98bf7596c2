import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../cli/test/browser.ts";
import { listened, type Served, serve, until } from "./workbench.ts";

const folder = fileURLToPath(new URL("../../cli/templates", import.meta.url));
const templates = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ""));
const patience = 180_000; // milliseconds: studies computed from nothing, on a machine that does other things too

let browser: Browser;
const served = new Map<string, Served>();
const folders: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  await Promise.all(
    templates.map(async (name) => {
      const study = mkdtempSync(join(tmpdir(), "conurb-template-"));
      folders.push(study);
      writeFileSync(join(study, "study.yaml"), readFileSync(join(folder, `${name}.yaml`)));
      served.set(name, await serve(study));
    }),
  );
}, patience);
afterAll(async () => {
  await browser?.close();
  for (const each of served.values()) await each.close();
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

const slow = 10_000; // milliseconds
const calm = 120; // milliseconds in which nothing changes on the page

/** Until the screen of a path stands: its own headline, nothing being computed or looked for, and nothing that still changes. */
async function stands(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.changed = performance.now();
    window.watching ??= new MutationObserver(() => { window.changed = performance.now(); });
    window.watching.observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
  await until(
    page,
    `performance.now() - window.changed > ${calm} && !document.querySelector(".progress, .next-step [role=status]")
      && !/^(Opening|正在打开|Computing|正在计算)/.test(document.querySelector("main h1")?.textContent ?? "Opening")`,
  );
}

/** What there is to look at or to do under the headline: a picture, a table, fields, or a way on. */
const hasMatter = `[...document.querySelectorAll("main > :not(h1, .under, footer)")].some((each) =>
  each.matches("a, button, form, table, iframe") || each.querySelector("svg, table, form, input, select, iframe, a[href], button"))`;

it.each(templates)(
  "a study of the template %s has no empty screen and no complaint, in either language",
  async (name) => {
    const { address, origin } = served.get(name) as Served;
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const told = listened(page, origin);
    await page.goto(address);
    await page.waitForSelector("header nav a", { timeout: patience });
    await stands(page);
    const links = page.locator("header nav a");
    const count = await links.count();
    expect(count).toBeGreaterThan(8);
    for (let at = 0; at < count; at += 1) {
      await links.nth(at).click();
      await looked(page);
      await page.locator("header button[lang][aria-pressed=false]").click();
      await looked(page);
    }

    async function looked(page: Page): Promise<void> {
      await stands(page);
      const where = await page.evaluate<string>("location.pathname + location.search");
      const end = Date.now() + slow; // what is asked of the server may be on its way while nothing moves
      while (!(await page.evaluate(hasMatter)) && Date.now() < end) await page.waitForTimeout(50);
      expect(await page.evaluate(hasMatter), where).toBe(true);
      expect(told, where).toEqual([]);
    }
    await page.context().close();
  },
  patience,
);

describe("the smallest study", () => {
  it(
    "is led from five empty screens to what they show, line by line in its file, and back by undo",
    async () => {
      const { address, origin, study } = served.get("minimal") as Served;
      const before = readFileSync(study, "utf8");
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      const told = listened(page, origin);
      await page.goto(address);
      await page.goto(`${origin}/home?lang=en`);
      await stands(page);
      for (const screen of ["scoreboard", "structure", "network", "policy"]) {
        await page.goto(`${origin}/${screen}?lang=en`); // each a page of its own: what can be undone outlives it
        await stands(page);
        const was = readFileSync(study, "utf8");
        await page.getByRole("button", { name: "Add this analysis" }).first().click();
        await page.locator("main .figure svg").first().waitFor({ timeout: 20_000 });
        const now = readFileSync(study, "utf8").split("\n");
        expect(was.split("\n").filter((line) => !now.includes(line))).toEqual([]);
        expect(now.length).toBeGreaterThan(was.split("\n").length);
      }
      await page.goto(`${origin}/formula?lang=en`); // the ranking that the scoreboard was given serves the lab too
      await page.locator("main .figure svg").first().waitFor({ timeout: 20_000 });
      for (const _ of ["policy", "network", "structure", "scoreboard"]) {
        await page.getByRole("button", { name: "Undo" }).click();
        await stands(page);
      }
      await expect.poll(() => readFileSync(study, "utf8") === before, { timeout: 20_000 }).toBe(true);
      expect(told).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});
