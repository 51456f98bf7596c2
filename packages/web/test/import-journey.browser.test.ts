import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArchive } from "@conurb/store";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openBrowser } from "../../cli/test/browser.ts";
import { conurb } from "../../cli/test/conurb.ts";
import { gb18030 } from "../../cli/test/yearbook-files.ts";
import { open, type Served, serve, settled, until } from "./workbench.ts";

const patience = 180_000; // milliseconds: a study computed from nothing, on a machine that does other things too

const page = [
  "表1　京津冀部分城市经济与环境发展水平,,,,",
  "地区,经济发展水平,,生态环境水平,",
  ",2019,2020,2019,2020",
  "北京市,0.91,0.93,0.72,0.75",
  "天津市,0.74,0.73,0.61,0.64",
  "石家庄市,0.52,0.55,0.38,0.43",
  "唐山市,0.58,0.60,0.35①,0.41",
  "保定市,0.33,0.35,…,0.52",
  "注：① 为初步数。,,,,",
].join("\r\n");

let browser: Browser;
let root: string;
let served: Served;
beforeAll(async () => {
  browser = await openBrowser();
}, patience);
afterAll(async () => {
  await browser?.close();
});

/** Drops a file on the place that takes files, as a hand would. */
async function drop(on: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await on.evaluateHandle<unknown>(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(${JSON.stringify([...bytes])})], ${JSON.stringify(name)}));
    return transfer;
  })()`);
  await on.dispatchEvent(".drop", "dragover", { dataTransfer: transfer });
  await on.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
}

const wizardStands = (on: Page) =>
  until(on, 'document.querySelector(".account-sum dd") !== null && document.querySelector(".wizard.is-old") === null');

/** The parts of the account, and the cells that they add up to. */
async function accountOf(on: Page): Promise<{ parts: Record<string, number>; cells: number }> {
  const entries = await on.evaluate<[string, number][]>(
    `[...document.querySelectorAll(".account dl > div")].map((each) => [each.querySelector("dt").textContent.trim(), Number(each.querySelector("dd").textContent.replaceAll(",", ""))])`,
  );
  const { "= cells": cells = Number.NaN, ...parts } = Object.fromEntries(entries);
  return { parts, cells };
}

const download = async (on: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> => {
  const [file] = await Promise.all([on.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync((await file.path()) as string)) };
};

describe("from a dropped workbook to an archive", () => {
  beforeAll(async () => {
    const empty = mkdtempSync(join(tmpdir(), "conurb-empty-"));
    served = await serve(empty);
    rmSync(empty, { recursive: true });
    root = served.folder;
  }, patience);
  afterAll(() => served?.close());

  it(
    "a GB18030 page with two rows of heads becomes a study, a flagged panel, a coupling with its variants, a figure and an archive",
    async () => {
      const { page: bench } = await open(browser, served, "/?lang=en");
      expect(await bench.locator("main h1").innerText()).toBe("Begin with a file, a template or an example");
      await drop(bench, "发展水平.csv", gb18030(page));
      await bench.waitForURL(/\/data\/import\?.*upload=/);
      await wizardStands(bench);

      // two rows of heads, and every cell in the account once
      for (const row of [2, 3]) {
        expect(await bench.locator(`select[aria-label="row ${row} is"]`).inputValue()).toBe("head");
      }
      const { parts, cells } = await accountOf(bench);
      expect(Object.values(parts).reduce((sum, each) => sum + each, 0)).toBe(cells);
      expect(parts).toMatchObject({ read: 18, flagged: 1, missing: 1, refused: 0 });
      expect(await bench.locator(".fields select").first().inputValue()).toBe("gb18030");

      // what each choice does is seen at once: a head that is taken for figures is refused, and nothing can be written
      await bench.locator('select[aria-label="row 3 is"]').selectOption("figures");
      await until(
        bench,
        'document.querySelectorAll(".sheet-grid td.is-refused").length > 0 || document.querySelector(".wizard [role=alert]") !== null',
      );
      await bench.goBack();
      await bench.goForward();
      await wizardStands(bench);
      await bench.getByRole("button", { name: "Guess anew" }).click();
      await wizardStands(bench);
      await until(bench, 'document.querySelector(".lines") !== null');
      expect(existsSync(join(root, "coupling"))).toBe(false); // nothing is written before it is asked for

      await bench.getByLabel("Name in the study").fill("levels");
      await bench.getByLabel("Title of the study").fill("Coupling of economy and environment");
      await bench.getByLabel(/^Folder/).fill("coupling");
      await until(bench, 'document.querySelector(".lines").textContent.includes("  levels:")');
      await bench.getByRole("button", { name: "Begin a study" }).click();
      await bench.waitForURL(/127\.0\.0\.1:\d+\/home/);
      await settled(bench);
      expect(await bench.locator("main h1").innerText()).toBe("Coupling of economy and environment");
      expect(readdirSync(join(root, "coupling", "data"))).toEqual(["发展水平.csv"]);
      const study = join(root, "coupling", "study.yaml");
      expect(parse(readFileSync(study, "utf8")).datasets.levels).toMatchObject({
        file: "data/发展水平.csv",
        encoding: "gb18030",
      });

      // the flagged panel
      const origin = new URL(bench.url()).origin;
      await bench.goto(`${origin}/data?table=levels&lang=en`);
      await settled(bench);
      expect(await bench.locator(".flags").innerText()).toContain("vintage");
      expect((await accountOf(bench)).parts).toMatchObject({ read: 18, flagged: 1, missing: 1 });

      // a figure is corrected with a reason: a line of the study, and the file stays as it was
      const bytes = readFileSync(join(root, "coupling", "data", "发展水平.csv"));
      await bench.getByRole("button", { name: "as the file has them" }).click();
      await bench.waitForSelector("table.file-figures");
      await bench
        .locator("table.file-figures tr", { hasText: "2019" })
        .filter({ hasText: "Baoding" })
        .locator("button.cell")
        .nth(1)
        .click();
      await bench.getByLabel("It should say").fill("0.44");
      await bench.getByLabel("Reason, and who says so").fill("bulletin of 2020, p. 3");
      await bench.getByRole("button", { name: "Write the correction" }).click();
      await until(bench, 'document.querySelector(".cell.is-corrected") !== null');
      await expect
        .poll(() => parse(readFileSync(study, "utf8")).datasets.levels.corrections, { timeout: 20_000 })
        .toEqual([
          {
            at: { place: "130600", year: 2019 },
            column: "生态环境水平",
            was: null,
            value: 0.44,
            reason: "bulletin of 2020, p. 3",
          },
        ]);
      expect(readFileSync(join(root, "coupling", "data", "发展水平.csv")).equals(bytes)).toBe(true);
      await settled(bench);
      await expect.poll(() => bench.locator(".flags").innerText(), { timeout: 20_000 }).toContain("corrected");

      // coupling coordination, every variant side by side, kept in the study
      const ask = {
        data: { data: "levels" },
        roles: { data: { subsystems: ["经济发展水平", "生态环境水平"] } },
        options: {},
      };
      await bench.goto(
        `${origin}/methods/composite/coupling-coordination?lang=en&ask=${encodeURIComponent(JSON.stringify(ask))}`,
      );
      await settled(bench);
      await until(bench, "/computed here in/.test(document.querySelector('main')?.innerText ?? '')");
      const said = await bench.locator("main").innerText();
      for (const variant of ["standard", "adjusted", "wang-2021", "uncapped"]) expect(said).toContain(variant);
      await bench.getByRole("button", { name: "Keep in the study" }).click();
      await expect
        .poll(() => Object.keys(parse(readFileSync(study, "utf8")).analyses), { timeout: 20_000 })
        .toContain("coupling-coordination");

      // its figure
      await bench.goto(`${origin}/home?lang=en`);
      await settled(bench);
      await bench.getByRole("link", { name: "Coupling coordination degree" }).click();
      await bench.waitForSelector(".view-strip");
      const figure = await download(bench, () =>
        bench.locator(".view-strip").first().getByRole("button", { name: "SVG" }).click(),
      );
      expect(figure.name).toMatch(/^coupling-coordination\..+\.svg$/);
      expect(new TextDecoder().decode(figure.bytes)).toContain("<svg");

      // the archive: the study, its file, the results; the command line replays it to the same numbers
      await bench.goto(`${origin}/home?lang=en`);
      await settled(bench);
      const archive = await download(bench, () =>
        bench.getByRole("link", { name: "Replication archive (zip)" }).click(),
      );
      expect(archive.name).toBe("coupling.zip");
      const names = [...readArchive(archive.bytes, archive.name).keys()];
      for (const name of ["study/study.yaml", "study/data/发展水平.csv", "study/out/study.lock.json"])
        expect(names).toContain(name);
      writeFileSync(join(root, "coupling.zip"), archive.bytes);
      const replayed = await conurb(["replay", "coupling.zip", "--lang", "en"], { cwd: root });
      expect(replayed.code, replayed.err).toBe(0);
      await bench.context().close();
    },
    patience,
  );
});
