import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
  expect(en?.out).toMatch(/^ {4}groups +Nested groups +many labels$/m);
  expect(zh?.out).toMatch(/^ {4}groups +嵌套分组 +多列文字$/m);
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

/** Messages of signs alone. */
const wordless = ["option-format", "effect-amount", "value-boolean"];
/** A message that only sets other words side by side has none of its own. */
const isFrame = (text: string) => !/\p{L}/u.test(text.replace(/\{[^{}]*\}/g, ""));

it("says everything in both languages", () => {
  const words = /(?<!\b(?:one|other|yes|none) )\{(\w+)/g; // an argument, not the words of a plural or a choice
  for (const [code, { en, zh }] of Object.entries(messages)) {
    const named = (text: string) => new Set([...text.matchAll(words)].map(([, name]) => name));
    expect(named(zh), code).toEqual(named(en));
    if (!wordless.includes(code) && !isFrame(en)) expect(zh, code).toMatch(han);
  }
});

it("goes from init to a report, and back from a number to its cells", async () => {
  const folder = folderWith();
  const study = join(folder, "mine");
  expect((await conurb(["init", study])).code).toBe(0);
  expect((await conurb(["init", study])).code).toBe(1);
  const checked = await conurb(["check", study, "--json"]);
  expect(JSON.parse(checked.out)).toMatchObject({ problems: [] });
  const reported = await conurb(["report", study]);
  expect(reported.code, reported.err).toBe(0);
  for (const lang of ["zh", "en"]) expect(existsSync(join(study, `out/report.${lang}.html`))).toBe(true);
  const again = JSON.parse((await conurb(["report", study, "--json"])).out);
  expect(again.analyses.inequality.outcome).toBe("cached");
  expect(again.reports).toHaveLength(2);
  const told = await conurb(["explain", study, "inequality", "place", "--table", "decomposition", "--json"]);
  const { cell } = JSON.parse(told.out);
  expect(cell).toMatchObject({ column: "component", method: "inequality/theil" });
  expect(cell.from).toHaveLength(26); // output and people of 13 places
  expect(cell.from[0].from[0]).toMatchObject({
    key: { code: "110000" },
    file: "china-clusters/gdp.csv",
    row: 4,
    value: 36102.6,
  });
});

it("lists what a study can begin from: templates, clusters, tables", async () => {
  const folder = folderWith();
  const [json, zh, help, fish] = await Promise.all([
    conurb(["init", "--list", "--json"], { cwd: folder }),
    conurb(["init", "--list", "--lang", "zh"], { cwd: folder }),
    conurb(["init", "--help"]),
    conurb(["completion", "fish"]),
  ]);
  const { templates, clusters, tables } = JSON.parse(json.out);
  expect(templates).toContain("minimal");
  expect(clusters).toContainEqual({
    id: "jing-jin-ji",
    edition: "2015",
    title: { en: expect.any(String), zh: "京津冀城市群" },
    places: 13,
  });
  expect(tables).toContainEqual(
    expect.objectContaining({ id: "china-clusters/gdp", years: [2010, 2020], places: 107 }),
  );
  expect(tables).toContainEqual(
    expect.objectContaining({ id: "china-clusters/industries", years: null, places: null }),
  );
  expect(zh.out).toMatch(/jing-jin-ji@2015 +13 个地区 +京津冀城市群/);
  expect(zh.out).toMatch(/china-clusters\/gdp +2010–2020 +107 个地区/);
  expect(help.out).toContain("--list");
  expect(fish.out).toMatch(/__fish_seen_subcommand_from init' -l list/);
  expect(existsSync(join(folder, "study.yaml"))).toBe(false);
  expect((await conurb(["init", "--template", "minmal"], { cwd: folder })).err).toMatch(/did you mean minimal\?/);
});

it("computes again what was taken away or changed, and keeps a study's folder to one run", async () => {
  const folder = folderWith(sampleStudy());
  const outcome = async (...flags: string[]) =>
    JSON.parse((await conurb(["run", folder, "--json", ...flags])).out).analyses;
  expect((await outcome()).gap.outcome).toBe("computed");
  expect((await outcome()).gap.outcome).toBe("cached");
  expect((await outcome("--no-cache")).gap.outcome).toBe("computed");
  const { rmSync, readdirSync } = await import("node:fs");
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

it("writes a whole study of a file, and spells its columns for expressions", async () => {
  const folder = folderWith({
    "彩灯.csv": "城市,年份,经度,彩灯（串）\na,2019,116,3\nb,2019,117,5\na,2020,116,4\nb,2020,117,9\n",
  });
  const { code, out, err } = await conurb(["import", "彩灯.csv", "--study"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(err).toContain('in an expression: data["彩灯（串）"]');
  expect(err).toContain('"彩灯（串）": UNIT');
  expect(err).not.toMatch(/10000 person|万人/);
  writeFileSync(join(folder, "study.yaml"), out);
  const ran = await conurb(["run", ".", "--json"], { cwd: folder });
  expect(ran.code, ran.out + ran.err).toBe(0);
  expect(JSON.parse(ran.out).analyses.gap.outcome).toBe("computed");
});

it("fails where nothing at all could be computed, and only there", async () => {
  const analyses = "analyses:\n  none: { use: inequality/theil, on: away }\n";
  const absent = "  away: { absent: { zh: 无, en: no figures } }\n";
  const head = "conurb: 1\ntitle: { zh: 例, en: Example }\ndatasets:\n";
  const folder = folderWith({
    "nothing.yaml": `${head}${absent}${analyses}`,
    "some.yaml": `${head}${absent}  here: { file: data.csv }\n${analyses}  some: { use: inequality/theil, on: here }\n`,
    "data.csv": "place,value\na,1\nb,3\n",
  });
  const run = (name: string) => conurb(["run", `${name}.yaml`, "--out", `out-${name}`], { cwd: folder });
  for (const _ of ["computed", "unchanged"]) {
    const nothing = await run("nothing");
    expect(nothing.code).toBe(1);
    expect(nothing.err).toMatch(/nothing could be computed/);
    const some = await run("some");
    expect(some.code, some.err).toBe(0);
    expect(some.out).toMatch(/not computed none: .*no figures/);
  }
});

it("says of coordinates in a study's file what they are", async () => {
  const folder = folderWith({
    "study.yaml": `conurb: 1
title: { zh: 例, en: Example }
datasets:
  mine: { file: data.csv, roles: { place: code }, units: { gdp: yuan, beds: "1" } }
analyses:
  near: { use: spatial/weights, on: mine, with: { k: 1 } }
  index: { use: composite/index, on: mine }
`,
    "data.csv": "code,经度,纬度,gdp,beds\n110000,10,0,1,2\n120000,11,0,3,1\n130100,13,0,2,5\n",
  });
  const ran = await conurb(["run", "."], { cwd: folder });
  expect(ran.code, ran.out + ran.err).toBe(0);
  const near = readFileSync(join(folder, "out/tables/near.weights.csv"), "utf8");
  expect(near).toMatch(/130100,120000,.*222\.39/); // two degrees of the equator: 2 pi 6371.0088 / 180 km
  const explained = await conurb(["explain", ".", "index", "110000", "--lang", "zh"], { cwd: folder });
  expect(explained.out).toMatch(/110000 北京/);
  const goalposts = readFileSync(join(folder, "out/tables/index.goalposts.csv"), "utf8").trim().split("\r\n");
  expect(goalposts.slice(1).map((line) => line.split(",")[0])).toEqual(["gdp", "beds"]);
});

it("asks for a build where there is none", async () => {
  const folder = folderWith({ "bin/conurb.js": readFileSync(new URL("../bin/conurb.js", import.meta.url)) });
  const child = spawnSync(process.execPath, [join(folder, "bin/conurb.js"), "--help"], { encoding: "utf8" });
  expect(child.status).toBe(1);
  expect(child.stderr).toBe("conurb: run npm run build first (请先运行 npm run build)\n");
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
