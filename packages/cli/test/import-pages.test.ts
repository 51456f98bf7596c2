import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WriteSheet } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bytesOf, dirtyPages, provinces } from "../../store/test/dirty-pages.ts";
import { truth } from "../../store/test/true-figures.ts";
import { conurb, folderWith, type Ran } from "./conurb.ts";
import { gb18030, page, run, studyFrom } from "./yearbook-files.ts";

describe("a dirty workbook, from its bytes to a number's cell", () => {
  let folder: string;
  let made: Ran;
  beforeAll(async () => {
    const dirty = dirtyPages.find(({ name }) => name === "all of it together");
    if (dirty === undefined) throw new Error("no such page");
    const [sheet] = dirty.workbook.sheets as [WriteSheet];
    const bytes = await bytesOf({ ...dirty, workbook: { sheets: [{ ...sheet, name: "3-2" }] } });
    folder = folderWith({ "data/yearbook.xlsx": bytes });
    made = await studyFrom(folder, "data/yearbook.xlsx");
  });

  it("is read by import with each guess, every cell accounted for", () => {
    expect(made.code, made.err).toBe(0);
    for (const said of [
      "data/yearbook.xlsx: 1 sheet",
      "column A holds codes of places, by its head 代码",
      "rows 3-6 are one head of 4 lines",
      "figures marked ① are flagged vintage",
      "totals are set apart: 全国",
      "77 more figures of va_secondary are converted from 亿元 to 万元",
    ])
      expect(made.err).toContain(said);
    const [, parts = "", cells] = /^(.+) = (\d+) cells of the sheet$/m.exec(made.err) ?? [];
    const counts = parts.split(" + ").map((part) => Number.parseInt(part, 10));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(cells));
  });

  it("is declared so that the study reads it in the same way", async () => {
    const { datasets } = parse(made.out);
    expect(datasets.yearbook).toMatchObject({ file: "data/yearbook.xlsx", sheet: "3-2" });
    expect(datasets.yearbook.layout.tables).toHaveLength(2);
    const again = await run(folder, "import", "data/yearbook.xlsx", "--layout", "study-layout.yaml", "--study");
    expect(again.code).toBe(1); // there is no such file yet
    writeFileSync(join(folder, "study-layout.yaml"), JSON.stringify(datasets.yearbook));
    const given = await run(folder, "import", "data/yearbook.xlsx", "--layout", "study-layout.yaml", "--study");
    expect(given.code, given.err).toBe(0);
    expect(given.out).toBe(made.out);
    expect(given.err).toContain("3-2 is read by study-layout.yaml");
  });

  it("runs, and explain walks a number back to its cell and what stands in it", async () => {
    expect((await run(folder, "check", ".")).code).toBe(0);
    const ran = await run(folder, "run", ".");
    expect(ran.code, ran.out + ran.err).toBe(0);
    const told = await run(folder, "explain", ".", "gap", "--all");
    expect(told.out).toContain(
      'yearbook 130000 Hebei 2020 va_primary = 38804000 万元  data/yearbook.xlsx 3-2!H10 "３８８０．４"',
    );
    expect(told.out).toContain(
      'yearbook 140000 Shanxi 2020 va_primary = 11666000 万元  [vintage]  data/yearbook.xlsx 3-2!H11 "1166.6①"',
    );
    expect(told.out).toMatch(/3-2![A-Z]+\d+ "\d+,\d{3}/); // thousands separators
    const { inputs } = JSON.parse((await run(folder, "explain", ".", "gap", "--json")).out);
    expect(inputs[0].from[2]).toMatchObject({
      file: "data/yearbook.xlsx",
      cell: { sheet: "3-2", address: "H10", raw: "３８８０．４" },
    });
    const { datasets } = JSON.parse(readFileSync(join(folder, "out/study.lock.json"), "utf8"));
    expect(datasets.yearbook.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a page saved as CSV in GB18030", () => {
  it("is imported, checked, run and explained", async () => {
    const folder = folderWith({ "data/page.csv": gb18030(page) });
    const made = await studyFrom(folder, "data/page.csv", "--name", "output");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toContain(
      "4 read + 3 flagged + 1 missing + 0 refused + 13 empty + 2 title + 8 head + 1 note = 32 cells of the sheet",
    );
    expect(parse(made.out).datasets.output).toMatchObject({
      encoding: "gb18030",
      layout: { totals: ["全国"], marks: { "①": "vintage" }, names: { 地区生产总值: "gdp" } },
      units: { gdp: "亿元" },
    });
    expect((await run(folder, "run", ".")).code).toBe(0);
    const told = await run(folder, "explain", ".", "gap");
    expect(told.out).toContain(
      'output 110000 Beijing 2021 gdp = 40269.6 亿元  [vintage]  data/page.csv page!C5 "40269.6①"',
    );
    const chinese = await conurb(["import", "data/page.csv", "--lang", "zh"], { cwd: folder });
    expect(chinese.err).toContain("标题给出指标名称：地区生产总值");
    expect(chinese.err).toContain("= 工作表共 32 个单元格");
  });

  it("is written tidily with --out, without what only the page knows", async () => {
    const folder = folderWith({ "page.csv": gb18030(page) });
    const made = await run(folder, "import", "page.csv", "--out", "tidy.csv");
    expect(made.code, made.err).toBe(0);
    expect(readFileSync(join(folder, "tidy.csv"), "utf8")).toBe(
      "place,year,gdp,gdp_flag\r\n北京,2020,36102.6,\r\n北京,2021,40269.6,vintage\r\n天津,2020,14083.7,\r\n天津,2021,15695,\r\n河北,2020,,\r\n河北,2021,40391.3,\r\n",
    );
    expect(made.err).toContain("tidy.csv holds figures and their flags without their cells");
    expect(parse(made.out).datasets.page).toEqual({
      file: "tidy.csv",
      roles: { place: "place", year: "year", values: ["gdp"] },
      units: { gdp: "亿元" },
    });
  });
});

it("the guide's page holds the figures of the atlas", async () => {
  const guide = fileURLToPath(new URL("../../../docs/guide/", import.meta.url));
  const folder = folderWith({ "page.csv": readFileSync(join(guide, "page.csv")) });
  expect((await run(folder, "import", "page.csv", "--out", "tidy.csv")).code).toBe(0);
  const codes = new Map(provinces.map(({ short, code }) => [short, code]));
  const [, ...rows] = readFileSync(join(folder, "tidy.csv"), "utf8").trimEnd().split("\r\n");
  expect(rows).toHaveLength(12);
  for (const row of rows) {
    const [place = "", year, gdp] = row.split(",");
    expect(Number(gdp), row).toBe(truth(codes.get(place) as string, Number(year), "gdp"));
  }
});

describe("what newcomers bring", () => {
  const file = (name: string, text: string) => folderWith({ [name]: text });

  it("places across, by their short names, with a title and without", async () => {
    const rows = [
      "指标,南京,苏州,无锡",
      "地区生产总值(亿元),16355.3,22718.3,14003.2",
      "年末常住人口(万人),942.3,1284.8,748.0",
    ];
    for (const text of [["表1 江苏省各市主要指标,,,", ...rows].join("\n"), rows.join("\n")]) {
      const ran = await run(file("across.csv", text), "import", "across.csv");
      expect(ran.code, ran.err).toBe(0);
      expect(ran.err).toContain("the heads of columns are places (南京, 苏州, 无锡, ...)");
      expect(ran.err).toContain("places: 3 of 3 names are places that the atlas knows");
      const { layout, roles } = parse(ran.out).datasets.across;
      expect([layout.tables[0].across, roles.place]).toEqual(["place", "place"]);
    }
  });

  it("provinces over their own cities, which import, check and run tell of until one level is kept", async () => {
    const folder = file(
      "both.csv",
      "地区,地区生产总值(亿元)\n江苏省,30358.1\n南京市,16355.3\n无锡市,14002.8\n浙江省,9\n",
    );
    const said = "an analysis of all rows";
    const made = await studyFrom(folder, "both.csv");
    expect(made.err).toContain(
      "  2 of them are part of others (江苏省): an analysis of all rows would count them twice",
    );
    const told = "both: 2 places stand beside those that they are part of (Jiangsu): an analysis of all rows";
    for (const command of ["check", "run"]) {
      const { out, err } = await run(folder, command, ".");
      expect(out + err).toContain(told);
    }
    const level = "地区,地区生产总值(亿元)\n上海市,8\n南京市,16355.3\n无锡市,14002.8\n浙江省,9\n";
    expect((await run(file("cities.csv", level), "import", "cities.csv")).err).not.toContain(said);
  });

  it("a web page under the name of a workbook, from import to a checked study", async () => {
    const html =
      "<html><table><tr><th>地区</th><th>2019年</th><th>2020年</th></tr><tr><td>南京市</td><td>14,030.2</td><td>14817.9</td></tr><tr><td>苏州市</td><td>19235.8</td><td>20170.5</td></tr></table></html>";
    const folder = file("page.xls", html);
    const made = await studyFrom(folder, "page.xls");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toContain("page.xls is HTML by its contents, whatever its name ends in: read as such");
    const checked = await run(folder, "check", ".");
    expect(checked.code, checked.out + checked.err).toBe(0);
  });

  it.each(["省份", "省", "省（区、市）"])("a column that is headed %s holds places", async (head) => {
    const ran = await run(
      file("cpi.csv", `${head},年份,居民消费价格指数\n北京,2019,102.3\n天津,2019,102.7\n`),
      "import",
      "cpi.csv",
    );
    expect(parse(ran.out).datasets.cpi.roles).toEqual({ place: head, year: "年份", value: "居民消费价格指数" });
  });

  it("of provinces and cities side by side, the finer ones are the places", async () => {
    const ran = await run(file("c.csv", "省份,地级市,人口\n江苏,南京市,1\n江苏,苏州市,2\n"), "import", "c.csv");
    expect(parse(ran.out).datasets.c.roles).toEqual({ place: "地级市", value: "人口" });
  });

  it("a total of which a part was refused is not said to hold", async () => {
    const text = "表2 各市利润总额,,\n单位：亿元,,\n地区,2019,2020\n全市,30.0,20.0\n甲市,10.0,(4.0)\n乙市,20.0,24.0\n";
    const folder = file("loss.csv", text);
    const ran = await run(folder, "import", "loss.csv");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("totals: 1 of 1 is the sum of its parts");
    expect(ran.err).toContain("1 total cannot be compared, for a part of it is not there or was refused (C4 全市: C5)");
    expect(ran.err).toMatch(
      /"\(4\.0\)", which may be a figure below zero[^\n]*\n\s+hint: if brackets mean below zero, write `brackets: negative`/,
    );
    const { layout } = parse(ran.out).datasets.loss;
    writeFileSync(join(folder, "layout.json"), JSON.stringify({ ...layout, brackets: "negative" }));
    const mended = await run(folder, "import", "loss.csv", "--layout", "layout.json");
    expect(mended.code, mended.err).toBe(0);
    expect(mended.err).toContain("totals: 2 of 2 are the sum of their parts");
    expect(parse(mended.out).datasets.loss.layout.brackets).toBe("negative");
  });
});
