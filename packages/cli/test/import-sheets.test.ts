import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WriteSheet } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { conurb, folderWith } from "./conurb.ts";
import { book, gb18030, noStack, output, page, people, run, studyFrom, words } from "./yearbook-files.ts";

describe("sheets", () => {
  it("are listed; the first with figures is read, another by name or number", async () => {
    const folder = folderWith({
      "two.xlsx": await book(words, output, people, { ...output, name: "old", hidden: true }),
    });
    const made = await run(folder, "import", "two.xlsx");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toMatch(/^two\.xlsx: 4 sheets\n {2}说明 +1 x 1 +no figures found\n {2}2-1 +5 x 2 +read here\n/);
    expect(made.err).toContain("has figures: --sheet '2-2 人口'");
    expect(made.err).toMatch(/old +5 x 2 +hidden, has figures: --sheet old/);
    expect(parse(made.out).datasets.two.sheet).toBe("2-1");
    for (const asked of ["2-2 人口", "3"]) {
      const other = await run(folder, "import", "two.xlsx", "--sheet", asked);
      expect(parse(other.out).datasets.two.sheet).toBe("2-2 人口");
    }
    const gone = await run(folder, "import", "two.xlsx", "--sheet", "2-3");
    expect([gone.code, gone.err]).toEqual([2, "two.xlsx has no sheet 2-3\n  hint: did you mean 2-1?\n"]);
  });

  it("with a cell that cannot be read are refused with its address, in import and in check", async () => {
    const folder = folderWith({ "two.xlsx": await book(people) });
    const made = await studyFrom(folder, "two.xlsx");
    expect(made.code).toBe(1);
    expect(made.err).toContain('two.xlsx: 2-2 人口!B4 holds "n/k", expected a number of population');
    expect(made.err).toContain("1 cell is refused: mend the file or the layout below, and import again");
    const checked = await run(folder, "check", ".");
    expect(checked.code).toBe(3);
    expect(checked.out).toContain('study.yaml:5 datasets.two: two.xlsx: 2-2 人口!B4 holds "n/k"');
    const mended = made.out.replace("layout:", 'layout:\n      missing: ["n/k"]');
    writeFileSync(join(folder, "study.yaml"), mended);
    expect((await run(folder, "check", ".")).out).toContain("朝阳 may be any of");
  });

  it("of one layout are read as one table, each with the year that its name gives", async () => {
    const sheet = (year: string, unit: string, [nanjing, suzhou]: readonly (number | string)[]): WriteSheet => ({
      name: year,
      rows: [
        ["各市主要指标"],
        ["地区", `地区生产总值(${unit})`],
        ["南京市", nanjing],
        ["苏州市", suzhou],
        ["注：快报数。"],
      ],
    });
    const years = [
      sheet("2017", "亿元", [100, 101]),
      sheet("2018", "亿元", [110, "…"]),
      sheet("2019", "万元", [1_200_000, 1_210_000]),
    ];
    const folder = folderWith({ "years.xlsx": await book(words, ...years) });
    const made = await studyFrom(folder, "years.xlsx", "--sheet", "20*");
    expect(made.code, made.err).toBe(0);
    const { sheet: named, layout } = parse(made.out).datasets.years;
    expect([named, layout.tables[0].year]).toEqual([["2017", "2018", "2019"], "sheet"]);
    expect(made.err).toMatch(/ read \+ 1 missing \+ 0 refused .* = 30 cells of the 3 sheets/);
    expect(made.err).toContain("2019: gdp is converted from 万元 to 亿元, the unit of the first sheet");
    expect((await run(folder, "check", ".")).out).toContain("2 places, 3 years");
    const listed = await run(folder, "import", "years.xlsx", "--sheet", "2017,2019");
    expect(parse(listed.out).datasets.years.sheet).toEqual(["2017", "2019"]);
    // the last year by name: its figure is told with its own sheet
    writeFileSync(join(folder, "study.yaml"), made.out.replace('["2017", "2018", "2019"]', '"20*"'));
    expect((await run(folder, "run", ".")).code).toBe(0);
    const told = await run(folder, "explain", ".", "gap", "place");
    expect(told.out, told.err).toContain("years.xlsx 2019!B3");
    const gone = await run(folder, "import", "years.xlsx", "--sheet", "19*");
    expect([gone.code, gone.err]).toEqual([
      2,
      "years.xlsx has no sheet 19*\n  hint: the sheets are 说明, 2017, 2018, 2019\n",
    ]);
    writeFileSync(join(folder, "flat.csv"), "place,gdp\nA,1\nB,2\n");
    writeFileSync(
      join(folder, "study.yaml"),
      made.out.replace("years.xlsx", "flat.csv").replace(/ {4}layout:[\s\S]*?(?= {4}roles:)/, ""),
    );
    expect((await run(folder, "check", ".")).out).toContain(
      "flat.csv is no workbook that is read by a layout: expected the name of one sheet",
    );
  });

  it("without a table that is recognised give a layout to fill in", async () => {
    const odd: WriteSheet = { name: "甲", rows: [["没有数"], ["地区", "数"], ["北京", "一"]] };
    const folder = folderWith({ "odd.xlsx": await book(words, odd) });
    const none = await run(folder, "import", "odd.xlsx");
    expect(none.code).toBe(1);
    expect(none.err).toContain("no table was recognised on any sheet (说明, 甲)");
    expect(none.err).toContain("conurb import odd.xlsx --sheet 说明 --layout layout.yaml");
    const one = await run(folder, "import", "odd.xlsx", "--sheet", "甲");
    expect(parse(one.out).tables).toEqual([
      { rows: [3, 3], columns: ["A", "B"], head: [2], by: { place: "A" }, years: "none" },
    ]);
    writeFileSync(join(folder, "layout.yaml"), one.out);
    const read = await run(folder, "import", "odd.xlsx", "--sheet", "甲", "--layout", "layout.yaml");
    expect(read.code).toBe(1);
    expect(read.err).toContain('甲!B3 holds "一", expected a number of 数');
    writeFileSync(join(folder, "layout.yaml"), "tables: [{ rows: [3], columns: [A, 2] }]");
    const wrong = await run(folder, "import", "odd.xlsx", "--layout", "layout.yaml");
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/layout\.yaml: tables\.0\.rows/);
    noStack(wrong);
  });
});

describe("a study's workbook", () => {
  const study = (dataset: string, more = "") =>
    `conurb: 1\ntitle: t\n${more}datasets:\n  out:\n    file: two.xlsx\n${dataset}`;
  const layout =
    "    layout: { titles: [1, 2], tables: [{ rows: [4, 5], columns: [A, B], head: [3], by: { place: A }, years: across, variable: gdp, unit: 亿元 }] }\n";
  it.each([
    ["no layout", "    sheet: 2-1\n", /datasets\.out\): two\.xlsx is a workbook, expected a layout.*\n.*conurb import/],
    ["no sheet said", layout, /two\.xlsx has 2 sheets, expected the name of one\n.*the sheets are 2-1, 2-2 人口/],
    ["a sheet that is not there", `    sheet: "2-3"\n${layout}`, /two\.xlsx has no sheet 2-3\n.*did you mean 2-1/],
    ["a table that is not there", `    sheet: 2-1\n    table: 2\n${layout}`, /two\.xlsx has 1 table by its layout/],
    [
      "another unit",
      `    sheet: 2-1\n    units: { gdp: 万元 }\n${layout}`,
      /gdp is in 亿元 by the page, in 万元 by the study/,
    ],
    [
      "an unknown column",
      `    sheet: 2-1\n    units: { gpd: 亿元 }\n${layout}`,
      /no column gpd; .*\n.*did you mean gdp/,
    ],
    [
      "a layout with a slip",
      `    sheet: 2-1\n    layout: { tabels: [] }\n`,
      /study\.yaml:7: datasets\.out\.layout\.tabels.*\n.*did you mean tables/,
    ],
    [
      "rows the sheet has more of",
      `    sheet: 2-1\n${layout.replace("4, 5", "4, 4")}`,
      /2-1!A5 to B5: 2 cells, from "天津" on, belong to no table/,
    ],
  ])("with %s is refused in check with the line", async (_, dataset, says) => {
    const folder = folderWith({ "two.xlsx": await book(output, people), "study.yaml": study(dataset) });
    const checked = await run(folder, "check", ".");
    expect([checked.code, checked.err]).toEqual([3, ""]);
    expect(checked.out).toMatch(/^study\.yaml:[4-9]/);
    expect(checked.out).toMatch(says);
    noStack(checked);
  });

  it("has its names turned into codes: exact ones at once, others once they are confirmed", async () => {
    const own = { ...output, rows: [...(output.rows ?? []), ["朝阳", 5], ["某高新区", 1]] };
    const dataset = `    sheet: 2-1\n    units: { gdp: 100 million yuan }\n${layout.replace("4, 5", "4, 7")}`;
    const cluster = "cluster: { mine: { title: m, members: [110000, 120000, 211300] } }\n";
    const folder = folderWith({ "two.xlsx": await book(own), "study.yaml": study(dataset, cluster) });
    const open = await run(folder, "check", ".");
    expect(open.code).toBe(3);
    expect(open.out).toMatch(/datasets\.out: two\.xlsx \[2-1\] row 6: place: 朝阳 may be any of: .*211300/);
    expect(open.out).toContain('choose one of 110105, 211300, 220104: places: confirm: { "朝阳": … }');
    const confirmed = 'places: { confirm: { 朝阳: "211300" } }\n';
    const analysis =
      "analyses: { gap: { use: inequality/theil, on: { data: { from: out, roles: { value: gdp } } } } }\n";
    writeFileSync(join(folder, "study.yaml"), study(dataset + analysis, cluster + confirmed));
    const sound = await run(folder, "check", ".");
    expect(sound.code, sound.out).toBe(0);
    expect(sound.out).toMatch(/note: .*no list of places has 某高新区; they stay as they are/);
    expect((await run(folder, "run", ".")).code).toBe(0);
    const told = await run(folder, "explain", ".", "gap", "--column", "theil");
    expect(told.out).toContain("all 3 rows of gdp");
    expect(told.out).toContain("out 211300 Chaoyang 2020 gdp = 5 100 million yuan  two.xlsx 2-1!B6");
  });

  it("is computed with by calc, as guessed and said", async () => {
    const folder = folderWith({ "two.xlsx": await book(words, output), "page.csv": gb18030(page) });
    const by = ["calc", "inequality/theil"] as const;
    const asked = ["--data.value", "gdp", "--json"];
    const ran = await run(folder, ...by, "two.xlsx", ...asked);
    expect(ran.code, ran.err).toBe(0);
    expect(ran.err).toBe(
      "two.xlsx, sheet 2-1: read as guessed, 2 rows of place, year, gdp (conurb import tells how and why)\n",
    );
    const named = await run(folder, ...by, "two.xlsx", "--sheet", "2-1", ...asked);
    expect(named.out).toBe(ran.out);
    const none = await run(folder, ...by, "two.xlsx", "--sheet", "说明", ...asked);
    expect([none.code, none.err.split("\n")[0]]).toEqual([1, "two.xlsx: no table was recognised on sheet 说明"]);
    const csv = await run(folder, ...by, "page.csv", ...asked);
    expect(csv.err).toMatch(/^page\.csv, sheet page: read as guessed/);
  });
});

describe("notes under a table", () => {
  it("say what a sign means and what is to be cited: the study flags the cells and names the source", async () => {
    const sheet: WriteSheet = {
      name: "3-7",
      rows: [
        ["各地区就业人员(2020年)"],
        [null, null, "单位：万人"],
        ["地区", "第一产业", "第二产业"],
        ["北京", 27, 195.6],
        ["天津", "…", 217],
        ["河北", 730.1, "-"],
        ["注：“…”表示数据不足本表最小单位数，“-”表示数据不详。"],
        ["资料来源：国家统计局《中国统计年鉴2021》。"],
      ],
    };
    const folder = folderWith({ "jobs.xlsx": await book(sheet) });
    const made = await studyFrom(folder, "jobs.xlsx");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toContain("4 read + 2 explained by a note + 0 refused");
    expect(made.err).toContain('3-7!B5 holds "…": below the smallest unit of its table, flagged below-unit');
    expect(made.out).toContain("# source is what 3-7!A8 says");
    const { source, layout } = parse(made.out).datasets.jobs;
    expect(source).toBe("国家统计局《中国统计年鉴2021》");
    expect(layout.signs).toEqual({ "…": "below-unit", "-": "not-available" });
    const checked = await run(folder, "check", ".");
    expect(checked.code, checked.out + checked.err).toBe(0);
  });
});

describe("a page of hundreds of columns", () => {
  it("is told by its first ones and a count, and declared and listed as JSON whole", async () => {
    const names = Array.from({ length: 200 }, (_, at) => `指标${at}`);
    const rows = ["北京", "天津"].map((place, row) => [place, ...names.map((_, at) => at + row + 0.5)]);
    const folder = folderWith({ "wide.xlsx": await book({ name: "1", rows: [["地区", ...names], ...rows] }) });
    const made = await run(folder, "import", "wide.xlsx");
    expect(made.code, made.err).toBe(0);
    expect(made.err.split("\n").length).toBeLessThan(70);
    expect(made.err).toContain("... and 161 more (--json for all)");
    expect(made.err).toContain("400 read");
    expect(made.err).toContain("no unit is given for 指标0");
    expect(made.out.split("\n").length).toBeLessThan(70);
    expect(Object.keys(parse(made.out).datasets.wide.units)).toEqual(names);
    const json = JSON.parse((await run(folder, "import", "wide.xlsx", "--json")).out);
    expect(json.tables[0].columns).toHaveLength(201);
    expect(json.notes.filter(({ code }: { code: string }) => code === "unit-undeclared")).toHaveLength(200);
    const chinese = await conurb(["import", "wide.xlsx", "--lang", "zh"], { cwd: folder });
    expect(chinese.err).toContain("…… 另有 161 条（--json 列出全部）");
  });
});
