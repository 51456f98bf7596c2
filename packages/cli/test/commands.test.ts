import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import { expect, it } from "vitest";
import { commands } from "../src/command-table.ts";
import { messages } from "../src/messages.ts";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

const han = /\p{Script=Han}/u;

it("lists every method with how to cite it", async () => {
  const { code, out } = await conurb(["methods", "--json"]);
  expect(code).toBe(0);
  const methods = JSON.parse(out);
  expect(methods.map(({ id }: { id: string }) => id)).toEqual(Object.keys(catalogue));
  for (const method of methods) {
    expect(method).toMatchObject({
      version: expect.any(Number),
      title: { en: expect.any(String), zh: expect.any(String) },
    });
    for (const key of ["question", "cites", "conventions", "inputs", "options"]) expect(method).toHaveProperty(key);
  }
});

it("shows one method as a page, in both languages", async () => {
  const [en, zh] = await Promise.all(
    ["en", "zh"].map((lang) => conurb(["methods", "inequality/theil", "--lang", lang])),
  );
  expect(en?.out).toMatch(/Worked case[\s\S]*0\.1308[\s\S]*Theil, H\. \(1967\)/);
  expect(zh?.out).toMatch(/算例[\s\S]*引用/);
});

it("helps with every command in both languages", async () => {
  const [en, zh] = await Promise.all(["en", "zh"].map((lang) => conurb(["--help", "--lang", lang])));
  for (const { name } of commands) expect(en?.out).toContain(`  ${name} `);
  expect(zh?.out).toMatch(/退出码/);
  const zhHelps = await Promise.all(
    commands.map(({ name }) => conurb([name, "--help"], { env: { LC_ALL: "zh_CN.UTF-8" } })),
  );
  for (const { code, out } of zhHelps) {
    expect(code).toBe(0);
    expect(out).toMatch(han);
  }
});

it("says everything in both languages", () => {
  const words = /\{(\w+)/g;
  for (const [code, { en, zh }] of Object.entries(messages)) {
    const named = (text: string) => new Set([...text.matchAll(words)].map(([, name]) => name));
    expect(named(zh), code).toEqual(named(en));
    if (code !== "option-format") expect(zh, code).toMatch(han);
  }
});

it("goes from init to a report, and back from a number to its cells", async () => {
  const folder = folderWith();
  const study = join(folder, "mine");
  expect((await conurb(["init", study])).code).toBe(0);
  expect((await conurb(["init", study])).code).toBe(1);
  const checked = await conurb(["check", study, "--json"]);
  expect(JSON.parse(checked.out)).toEqual({ problems: [], notes: [] });
  const reported = await conurb(["report", study]);
  expect(reported.code, reported.err).toBe(0);
  for (const lang of ["zh", "en"]) expect(existsSync(join(study, `out/report.${lang}.html`))).toBe(true);
  const again = JSON.parse((await conurb(["report", study, "--json"])).out);
  expect(again.analyses.inequality.outcome).toBe("cached");
  expect(again.reports).toHaveLength(2);
  const told = await conurb(["explain", study, "inequality", "place", "--table", "decomposition", "--json"]);
  const { cell } = JSON.parse(told.out);
  expect(cell).toMatchObject({ column: "component", method: "inequality/theil" });
  expect(cell.from).toHaveLength(13);
  expect(cell.from[0]).toMatchObject({
    key: { code: "110000" },
    file: "china-clusters/gdp.csv",
    row: 4,
    value: 36102.6,
  });
});

it("computes again what was taken away or changed, and keeps a study's folder to one run", async () => {
  const folder = folderWith(sampleStudy());
  const outcome = async (...flags: string[]) =>
    JSON.parse((await conurb(["run", folder, "--json", ...flags])).out).analyses;
  expect((await outcome()).gap.outcome).toBe("computed");
  expect((await outcome()).gap.outcome).toBe("cached");
  expect((await outcome("--no-cache")).gap.outcome).toBe("computed");
  const { writeFileSync, rmSync, readdirSync } = await import("node:fs");
  const table = join(folder, "out/tables/gap.groups.csv");
  const text = readFileSync(table, "utf8");
  rmSync(table);
  expect((await outcome()).gap.outcome).toBe("cached");
  expect(readFileSync(table, "utf8")).toBe(text);
  const study = readFileSync(join(folder, "study.yaml"), "utf8");
  writeFileSync(join(folder, "study.yaml"), study.replace(/ {2}gap: .*\n/, ""));
  expect(await outcome("--prune")).not.toHaveProperty("gap");
  expect(existsSync(table)).toBe(false);
  expect(readdirSync(join(folder, "out/results"))).toHaveLength(5);
});

it("declares a file for a study", async () => {
  const folder = folderWith({
    "My Data.csv": "代码,年份,gdp (10000 yuan),note\n110000,2019,3.5,x\n120000,2019,1.25,\n",
  });
  const { code, out, err } = await conurb(["import", "My Data.csv", "--out", "data/typed.csv"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toMatch(/datasets:\n {2}my_data:\n {4}file: data\/typed\.csv\n {4}roles: \{ place: 代码, year: 年份/);
  expect(readFileSync(join(folder, "data/typed.csv"), "utf8")).toMatch(/110000,2019,3\.5,x/);
  expect(err).toMatch(/2 rows; of 8 cells/);
});

it("writes completions for three shells, and the schema of a study", async () => {
  const scripts = await Promise.all(["bash", "zsh", "fish"].map((shell) => conurb(["completion", shell])));
  for (const { code, out } of scripts) {
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(name);
  }
  expect((await conurb(["completion", "tcsh"])).code).toBe(2);
  const schema = JSON.parse((await conurb(["schema"])).out);
  expect(Object.keys(schema.properties)).toContain("analyses");
});

it("ends quietly when its reader has seen enough", async () => {
  const ran = await conurb(["methods", "--json"], { started: (child) => child.stdout?.destroy() });
  expect(ran.err).toBe("");
  expect(ran.code).toBe(0);
});
