import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runSite, type Site, sitePorts } from "@conurb/core/site";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const bundle = fileURLToPath(new URL("../../web/dist/index.html", import.meta.url));
const study = `conurb: 1
title: { zh: 例 <b>, en: "Example & more" }
datasets:
  panel: { file: panel.csv }
  firms: { file: firms.csv }
analyses:
  gap: { use: inequality/gini, on: { data: { from: panel, roles: { value: x } } } }
  firm-gap: { use: inequality/gini, on: { data: { from: firms, roles: { place: firm, value: jobs } } } }
  spread:
    use: inequality/gini
    on: { data: { from: firm-gap.indices, roles: { place: scope, value: gini } } }
`;
const panel = "place,x\na,1\nb,2\nc,4\n";
// rows of no place, year or industry: single firms, of which one stands out
const firms = "firm,jobs\nf1,71234.5\nf2,2\nf3,30\nf4,8\n";
const files = { "study.yaml": study, "panel.csv": panel, "firms.csv": firms };

interface Told {
  readonly folder: string;
  readonly tables: readonly { name: string; rows: number; size?: number; keptBack?: string }[];
  readonly frozen: readonly string[];
  readonly keptBack: readonly string[];
  readonly results: number;
}

async function built(folder: string, ...more: string[]): Promise<{ told: Told; site: string }> {
  const ran = await conurb(["build", folder, "--json", ...more]);
  expect(ran.err).toBe("");
  return { told: JSON.parse(ran.out) as Told, site: join(folder, "out", "site") };
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

const siteIn = (folder: string): Site => JSON.parse(readFileSync(join(folder, "data", "site.json"), "utf8")) as Site;

/** Ports over the files of a site, as a browser has them; what is computed is put into `made`. */
const portsOver = (folder: string, site: Site, taken: readonly string[], made: Map<string, string>) =>
  sitePorts(site, async (name) => JSON.parse(await readFile(join(folder, "data", name), "utf8")), {
    results: {
      read: async (key) =>
        taken.includes(key) ? readFile(join(folder, "data", "results", `${key}.json`), "utf8") : undefined,
      write: async (key, text) => void made.set(key, text),
    },
    notify: () => {},
    signal: new AbortController().signal,
  });

// a bundle is built by `npm run build:web`; without one the command says so
describe.runIf(existsSync(bundle))("a site", () => {
  it("hands on the panel and not the firms, and freezes what rests on them", async () => {
    const folder = folderWith(files);
    const { told, site } = await built(folder);
    expect(told.tables).toEqual([
      { name: "panel", rows: 3, size: expect.any(Number) },
      { name: "firms", rows: 4, keptBack: "micro-data" },
    ]);
    // the curve of the firms names them one by one; what was made of its sums may be told
    expect(told.keptBack).toEqual(["firm-gap"]);
    expect(told.frozen).toEqual(["spread"]);
    expect(told.results).toBe(2);
    const data = join(site, "data");
    for (const name of namesIn(data)) expect(readFileSync(join(data, name), "utf8")).not.toMatch(/71234\.5|"f4"/);
  });

  it("says so in words", async () => {
    const folder = folderWith(files);
    const ran = await conurb(["build", folder]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("  panel: 3 rows, 1 kB");
    expect(ran.out).toContain("  firms: 4 rows of micro-data; --with firms hands them on");
    expect(ran.out).toContain("because they tell single rows of it: firm-gap; --with NAME hands one on");
    expect(ran.out).toContain("frozen, because they rest on what was kept back: spread");
    const chinese = await conurb(["build", folder, "--lang", "zh", "--without", "panel"]);
    expect(chinese.out).toContain("因依据未发布的数据而冻结：gap、spread");
  });

  it("hands on micro-data where it is asked to, and keeps back what it is asked to", async () => {
    const folder = folderWith(files);
    const { told, site } = await built(folder, "--with", "firms", "--without", "panel");
    expect(told.frozen).toEqual(["gap"]);
    expect(told.keptBack).toEqual([]);
    expect(told.tables.map(({ keptBack }) => keptBack)).toEqual(["asked", undefined]);
    expect(siteIn(site).prepared).toEqual({ firms: expect.stringMatching(/^tables\/firms\./) });
  });

  it("gives the same bytes each time, and replaces nothing but a site", async () => {
    const folder = folderWith(files);
    const { site } = await built(folder);
    const read = () => namesIn(site).map((name) => [name, readFileSync(join(site, name)).toString("base64")]);
    const before = read();
    await built(folder);
    expect(read()).toEqual(before);
    const ran = await conurb(["build", folder, "--out", folder]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("is not empty and holds no site that conurb wrote");
    expect(readFileSync(join(folder, "panel.csv"), "utf8")).toBe(panel);
  });

  it("is one page under a strict policy, whose addresses are all relative", async () => {
    const { site } = await built(folderWith(files));
    const page = readFileSync(join(site, "index.html"), "utf8");
    expect(page).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'`);
    expect(page).not.toMatch(/unsafe|<script(?![^>]* src=)|<style| style=/);
    expect(page).toContain("<title>例 &lt;b&gt; · Example &amp; more</title>");
    expect(page).not.toMatch(/(src|href)="(?!\.\/)/);
    const scripts = namesIn(site).filter((name) => name.endsWith(".js"));
    const absolute = scripts.filter((name) => /["'`]\/assets\//.test(readFileSync(join(site, name), "utf8")));
    expect(absolute).toEqual([]);
  });

  it("computes over its files what the command line computed, to the last byte", async () => {
    const { site: folder } = await built(folderWith(files), "--with", "firm-gap");
    const site = siteIn(folder);
    const made = new Map<string, string>();
    const frozen = site.frozen.map(({ key }) => key);
    const { run } = await runSite(site, site.text, portsOver(folder, site, frozen, made));
    expect([...made.keys(), ...frozen].sort()).toEqual([...site.results].sort());
    for (const [key, text] of made)
      expect(text).toBe(readFileSync(join(folder, "data", "results", `${key}.json`), "utf8"));
    expect([...run.outcomes.values()].map(({ kind }) => kind)).toEqual(["computed", "cached", "computed"]);
  });

  it("refuses a change to what is frozen, and computes the rest", async () => {
    const { site: folder } = await built(folderWith(files), "--with", "firm-gap");
    const site = siteIn(folder);
    const text = site.text.replace(
      "roles: { place: firm, value: jobs } } }",
      "roles: { place: firm, value: jobs } } }, with: { correction: small-sample }",
    );
    expect(text).not.toBe(site.text);
    const { run } = await runSite(site, text, portsOver(folder, site, site.results, new Map()));
    const outcome = run.outcomes.get("firm-gap");
    expect(outcome?.kind === "refused" && outcome.problems[0]?.code).toBe("needs-store");
    expect(run.outcomes.get("gap")?.kind).toBe("cached");
    expect(run.outcomes.get("spread")?.kind).toBe("lacking");
  });

  it.each([
    [["--without", "panle"], "--without: the study has no panle, expected one of panel, firms"],
    [["--with", "x"], "--with: the study has no x, expected one of panel, firms, gap, firm-gap, spread"],
  ])("refuses %j in words", async (args, told) => {
    const ran = await conurb(["build", folderWith(files), ...args]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(told);
  });
});

it("refuses a study that has no folder", async () => {
  const ran = await conurb(["build", "-"], { input: study });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("a study on standard input has no folder to build from");
});
