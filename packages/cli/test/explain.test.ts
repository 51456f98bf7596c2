import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

it("walks headline numbers to their inputs, files and hashes, and takes one of them by name", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", "."], { cwd: folder })).code).toBe(0);
  const { out, code, err } = await conurb(["explain", ".", "alike", "--lang", "en"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toMatch(/^statistic = \S+ {2}Moran's I$/m);
  expect(out).toMatch(
    /on the inputs as a whole:\n├─ cities = mine: all 30 rows of gdp, 30 cells {2}sha256 [0-9a-f]{64}\n/,
  );
  expect(out).toMatch(/│ {2}├─ mine p00 gdp = \S+ yuan {2}data\/figures\.csv:2\n/);
  expect(out).toContain("│  └─ ... 25 more cells (--all, --json)\n");
  expect(out).toMatch(/\(spatial\/weights\) {2}on the same cells as near\.weights p00 p01 value/);
  expect(out).toMatch(/files:\n {2}data\/figures\.csv: \d+ cells in 30 rows {2}sha256 [0-9a-f]{64}\n/);
  const one = await conurb(["explain", ".", "alike", "--column", "z"], { cwd: folder });
  expect(one.out).toMatch(/^z = /m);
  expect(one.out).not.toMatch(/^statistic = /m);
  const wrong = await conurb(["explain", ".", "alike", "--column", "statistc"], { cwd: folder });
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.err).toMatch(/no headline number statistc; there are expected, .*\n.*did you mean statistic\?/);
});

it("prints what a score is made of", async () => {
  const folder = folderWith(sampleStudy());
  const { out, code, err } = await conurb(["explain", ".", "index", "p03", "--lang", "en"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toContain("made up of (the contributions add up to the score):\n");
  expect(out.match(/weight \S+ · normalised \S+ · contribution \S+/g)).toHaveLength(4);
});

it("lists every cell as JSON and with --all", async () => {
  const folder = folderWith(sampleStudy());
  const explain = (...more: string[]) => conurb(["explain", ".", "ranks", ...more], { cwd: folder });
  const rank = ["p03", "--table", "ranks", "--column", "rank"];
  const { cell } = JSON.parse((await explain(...rank, "--json")).out);
  expect(cell.from).toHaveLength(120); // 30 places by 4 indicators
  expect(cell).not.toHaveProperty("more");
  expect((await explain(...rank)).out).toContain("... 60 more cells");
  expect((await explain(...rank, "--all")).out).not.toContain("more cells");
  const { inputs } = JSON.parse((await explain("--json")).out);
  expect(inputs[0].from).toHaveLength(120);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("takes no number from a result that was changed by hand: it says so, and computes it again", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", "."], { cwd: folder })).code).toBe(0);
  const lock = JSON.parse(readFileSync(join(folder, "out/study.lock.json"), "utf8"));
  const file = join(folder, "out/results", `${lock.analyses.gap.key}.json`);
  const written = readFileSync(file, "utf8");
  const forge = () => writeFileSync(file, written.replace(/"theil":[\d.e-]+/, '"theil":0.5'));
  forge();
  const explained = await conurb(["explain", ".", "gap"], { cwd: folder });
  expect(explained.out).not.toMatch(/^theil = 0\.5 /m);
  expect(explained.err).toMatch(
    /warning: gap: out\/results\/[0-9a-f]{64}\.json is not as it was written; computed again/,
  );
  for (const command of ["run", "report"]) {
    forge();
    const ran = await conurb([command, ".", "--json"], { cwd: folder });
    expect(ran.err).toMatch(/gap: .* is not as it was written/);
    const { gap, index } = JSON.parse(ran.out).analyses;
    expect([gap.outcome, index.outcome]).toEqual(["computed", "cached"]);
    expect(readFileSync(file, "utf8")).toBe(written);
  }
  expect((await conurb(["run", "."], { cwd: folder })).err).toBe("");
});

/** Three cities under their codes, and a recipe that sets the weights beside its indicators aside. */
const cities = () => ({
  "study.yaml": `conurb: 1
title: { zh: 例, en: Example }
cluster: { delta: { title: { zh: 长三角, en: Delta }, members: [310000, 320100, 330100] } }
datasets: { mine: { file: mine.csv, title: { zh: 城市, en: Cities }, source: a survey, units: { gdp: yuan, people: person } } }
indicators:
  main: { aspects: { all: { indicators: { rich: { expr: mine.gdp / mine.people, weight: 2, title: { zh: 人均, en: Per head } }, size: { expr: mine.gdp } } } } }
recipes: { plain: { indicators: main, weigh: entropy } }
analyses: { score: { use: composite/index, on: { data: main, recipe: plain } } }
`,
  "mine.csv": "place,gdp,people\n310000,10,2\n320100,9,3\n330100,8,1\n",
});

it.each(["南京", "南京市", "Nanjing", "320100"])("takes a place by code or name: %s", async (name) => {
  const folder = folderWith(cities());
  const { out, code, err } = await conurb(["explain", ".", "score", name, "--lang", "zh"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toContain("score.scores 320100 南京市");
});

it("refuses a name that is not there, or not quite, with what may be meant", async () => {
  const folder = folderWith(cities());
  const near = await conurb(["explain", ".", "score", "Nanjin", "--lang", "en"], { cwd: folder });
  expect([near.code, near.out]).toEqual([1, ""]);
  expect(near.err).toMatch(/Nanjin is not one place of table scores by its exact name; it may be .*320100/);
  const none = await conurb(["explain", ".", "score", "巴黎", "--lang", "zh"], { cwd: folder });
  expect(none.err).toMatch(/表 scores 中没有 巴黎 这一行；其主键为 place\n.*310000, 320100, 330100/);
});

it("says what a set of indicators and a dataset are, and where a figure of theirs was read", async () => {
  const folder = folderWith(cities());
  const explain = (...more: string[]) => conurb(["explain", ".", ...more, "--lang", "en"], { cwd: folder });
  const set = await explain("main");
  expect(set.code, set.err).toBe(0);
  expect(set.out).toMatch(/^set of indicators · 3 places · 3 rows · key: place$/m);
  expect(set.out).toMatch(/rich {2}Per head {2}\(yuan per person\) {2}= mine\.gdp \/ mine\.people {2}3 of 3 filled/);
  const cell = await explain("main.rich", "杭州");
  expect(cell.out).toMatch(/main 330100 Hangzhou rich = 8 yuan per person {2}= mine\.gdp \/ mine\.people/);
  expect(cell.out).toMatch(/mine 330100 Hangzhou gdp = 8 yuan {2}mine\.csv:4/);
  const dataset = await explain("mine");
  expect(dataset.out).toMatch(/^mine · Cities\ndataset, as the study reads it · 3 places · 3 rows/);
  expect(dataset.out).toMatch(/mine\.csv\n {2}source: a survey\n/);
  expect(JSON.parse((await conurb(["explain", ".", "mine", "--json"], { cwd: folder })).out)).toMatchObject({
    kind: "dataset",
    columns: [{ name: "gdp", unit: "yuan", filled: 3 }, { name: "people" }],
  });
  const wrong = await explain("mein");
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/nothing is called mein; .*\n.*did you mean m/)]);
});

it("check warns of weights that the recipe does not use", async () => {
  const { out, err } = await conurb(["check", ".", "--lang", "en"], { cwd: folderWith(cities()) });
  expect(out + err).toContain("recipe plain weighs by entropy: the weights beside rich in main are not used");
});
