import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkTable } from "@conurb/core/quality";
import { openAtlas } from "@conurb/store";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../src/study/load-dataset.ts";
import { conurb, folderWith } from "./conurb.ts";

/**
 * What is told of the figures that ship, by table. Each was looked at:
 * - gdp: in 50 of 321 rows the three sectors are not the published GDP, mostly in 2010, as the package's flags say;
 * - provinces: Xinjiang's secondary industry of 2016 is that of 2015; jumps of registered unemployed (Beijing 2020, Shanghai 2021, Shandong 2022, Hebei 2023), of urban units in
 *   Hebei 2017, Jiangxi 2016 and Inner Mongolia 2019, of urban density in Tibet 2017 and Ningxia 2019, as published;
 * - aspects: rail passengers 2020, 2022 and 2023, other passengers 2023 (change of scope); recorded accidents in Guangxi and
 *   Guizhou; Liaoning's revenue 2015; Zhejiang's patents 2015; Xinjiang's expressways 2014; Qinghai's contracts fell to a
 *   ninth in 2019 and stayed there;
 * - British output: transport and hotels in 2020, hotels again in 2021; jobs: figures to a tenth that repeat the year before.
 */
const alarms: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "china-clusters/gdp": { "sum-off": 1 },
  "china-provinces/panel": { "level-break": 10, "repeated-value": 1 },
  "china-provinces-aspects/panel": { "level-break": 10, "unit-slip": 1 },
  "britain/gva": { "level-break": 3 },
  "britain/jobs": { "repeated-value": 6 },
};

it("tells no more of the figures that ship than was looked at", async () => {
  const atlas = openAtlas();
  const found: Record<string, Record<string, number>> = {};
  for (const { id, resource } of await atlas.list()) {
    if (!["panel", "composition", "edges"].includes(resource.shape)) continue;
    const declaration = { atlas: id, places: "all" };
    const table = await loadDataset({ name: "d", declaration, folder: ".", atlas, threads: 1 });
    for (const { code } of checkTable(table).faults) {
      const counts = found[id] ?? {};
      found[id] = { ...counts, [code]: (counts[code] ?? 0) + 1 };
    }
  }
  expect(found).toEqual(alarms);
}, 120_000);

const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017];
const places = ["110000", "120000", "130100", "130200", "130600", "130700"];

/** GDP that grows by 7 percent a year, in 100 million yuan; one cell in 10,000 yuan, one row twice, one code misspelt. */
function figures(isDirty: boolean): string {
  const rows = places.flatMap((place, p) =>
    years.map((year, y) => {
      const gdp = (1000 + 357 * p) * 1.07 ** y * (1 + ((p * 7 + y * 3) % 5) / 200);
      const isSlipped = isDirty && place === "130100" && year === 2013;
      return `${isDirty && place === "130700" && year === 2017 ? "13O700" : place},${year},${(isSlipped ? gdp * 10_000 : gdp).toFixed(2)}`;
    }),
  );
  return ["code,year,gdp（亿元）", ...rows, ...(isDirty ? [rows[0]] : [])].join("\n");
}

describe("a data file", () => {
  it("is checked by itself: what is wrong with its cell and what to do, in both languages", async () => {
    const folder = folderWith({ "gdp.csv": figures(true), "sound.csv": figures(false) });
    const { code, out } = await conurb(["check", "gdp.csv", "--lang", "zh"], { cwd: folder });
    expect(code).toBe(3);
    expect(out).toContain("问题 第 50 行");
    expect(out).toContain("13O700");
    expect(out).toMatch(/提示 第 21 行.*石家庄市 2013 年.* 2012、2014 年的 \d+ 倍/);
    expect(out).toContain("单位可能是万元而非亿元");
    const sound = await conurb(["check", "sound.csv", "--lang", "en"], { cwd: folder });
    expect([sound.code, sound.err]).toEqual([0, ""]);
    expect(sound.out).toContain("6 places, 8 years, 1 column, 100% filled");
    expect(sound.out).toContain("figures: 0 problems, 0 notes");
  });

  it("gives all of it as JSON, and the coverage as a figure", async () => {
    const gappy = figures(false)
      .split("\n")
      .filter((_, line) => line !== 9)
      .join("\n");
    const folder = folderWith({ "gdp.csv": gappy });
    const { code, out } = await conurb(["check", "gdp.csv", "--json", "--coverage", "there.svg"], { cwd: folder });
    expect(code).toBe(0);
    const { data, problems, notes } = JSON.parse(out);
    expect([problems, notes]).toEqual([[], []]);
    const [measure] = Object.values(data[0].coverage.present) as Record<string, string>[];
    expect(measure?.["120000"]).toBe("01111111");
    expect(readFileSync(join(folder, "there.svg"), "utf8")).toMatch(/^<svg/);
  });
});

describe("a study", () => {
  const study = (file: string) => `conurb: 1
title: { zh: 甲, en: A }
cluster: jing-jin-ji@2015
datasets:
  gdp: { file: ${file}, roles: { place: code, year: year, value: "gdp（亿元）" } }
`;

  it("is checked with its figures; the picture fits a screen", async () => {
    const folder = folderWith({ "study.yaml": study("gdp.csv"), "gdp.csv": figures(true) });
    const { code, out } = await conurb(["check", ".", "--lang", "en"], { cwd: folder, env: { NO_COLOR: "1" } });
    expect(code).toBe(3);
    for (const said of [
      "row 50 and 1 more cell",
      "13O700 is in no list of codes",
      "10,000 yuan and not in 100 million yuan",
    ])
      expect(out).toContain(said);
    expect(out).toContain("2 problems");
    for (const line of out.split("\n")) if (/[█▓▒░]/.test(line)) expect(line.length).toBeLessThan(80);
    const { problems, notes } = JSON.parse((await conurb(["check", ".", "--json"], { cwd: folder })).out);
    expect(problems.map((problem: { code: string; dataset: string }) => [problem.code, problem.dataset])).toEqual([
      ["duplicate-key", "gdp"],
      ["unknown-code", "gdp"],
    ]);
    expect(notes.map((note: { code: string }) => note.code)).toEqual([
      "rows-left-aside", // of 13O700, which is no place of the study
      "prices-unsaid",
      "unit-slip",
    ]);
  });
});
