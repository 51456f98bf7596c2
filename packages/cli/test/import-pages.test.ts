import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, unzipSync, zipSync } from "fflate";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { bytesOf, dirtyPages, provinces } from "../../store/test/dirty-pages.ts";
import { truth } from "../../store/test/true-figures.ts";
import { conurb, folderWith, type Ran } from "./conurb.ts";

const book = (...sheets: WriteSheet[]) => writeXlsx({ sheets });
const english = { LANG: "en" } as const;
const run = (folder: string, ...args: string[]) => conurb([...args, "--lang", "en"], { cwd: folder, env: english });
const noStack = ({ err, out }: Ran) => expect(`${err}${out}`).not.toMatch(/\n\s+at .*\.(js|ts):\d+/);

/** Bytes in GB18030, by the inverse of the decoder's own table of two-byte characters. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && [...sign].length === 1 && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => [...(table.get(sign) ?? [sign.charCodeAt(0)])]));
}

const page = [
  "表2-1　各地区生产总值(2020—2021年),,,",
  "单位：亿元,,,",
  "地区,2020年,2021年,备注",
  '全　国,"1,013,567.0","1,143,669.7",',
  '北　京,"36,102.6",40269.6①,',
  "天　津,１４０８３．７,15695.0,",
  "河　北,…,40391.3,",
  "注：① 为普查修订数。,,,",
].join("\r\n");

/** A folder in which the printed study stands beside its data. */
async function studyFrom(folder: string, ...args: string[]): Promise<Ran> {
  const made = await run(folder, "import", ...args, "--study");
  writeFileSync(join(folder, "study.yaml"), made.out);
  return made;
}

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
      "6 rows of totals are set apart: 全国",
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
      "place,year,gdp\r\n北京,2020,36102.6\r\n北京,2021,40269.6\r\n天津,2020,14083.7\r\n天津,2021,15695\r\n河北,2020,\r\n河北,2021,40391.3\r\n",
    );
    expect(made.err).toContain("tidy.csv holds figures without their flags and cells");
    expect(parse(made.out).datasets.page).toEqual({
      file: "tidy.csv",
      roles: { place: "place", year: "year", values: ["gdp"] },
      units: { gdp: "亿元" },
    });
  });
});

const words: WriteSheet = { name: "说明", rows: [["本表为示例"]] };
const output: WriteSheet = {
  name: "2-1",
  rows: [["各地区生产总值"], [null, "单位：亿元"], ["地区", "2020年"], ["北京", "36,102.6"], ["天津", 14083.7]],
};
const people: WriteSheet = {
  name: "2-2 人口",
  rows: [["各地区年末常住人口(万人)"], ["地区", "2020年"], ["北京", 2189], ["天津", "n/k"], ["朝阳", 280]],
};

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
      /2-1!A5 holds "天津", and belongs to no table/,
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
    expect(open.out).toContain('choose one, such as places: confirm: { "朝阳":');
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

describe("hostile workbooks", () => {
  const sound = () => book(output);
  const bomb = async () => {
    const bytes = Uint8Array.from(await sound());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7ffffff0, true);
    return bytes;
  };
  const corners = async () =>
    zipSync({
      ...unzipSync(await sound()),
      "xl/worksheets/sheet1.xml": strToU8(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      ),
    });
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, RegExp])[] = [
    ["a password", () => writeXlsx({ sheets: [output], encryption: { password: "秘密", spinCount: 10 } }), /password/],
    ["a bomb", bomb, /unpacks to 2148 MB/],
    ["two far corners", corners, /a sheet too large to hold/],
    ["half of one", async () => (await sound()).subarray(0, 900), /not a sound workbook/],
    ["a web page", async () => strToU8("<html><table><tr><td>1</td></tr></table></html>"), /looks like a web page/],
    ["nothing", async () => new Uint8Array(0), /empty/],
  ];
  it.each(cases)("%s is named: import says 1, calc 1, check 3, without a stack", async (_, make, says) => {
    const folder = folderWith({ "x.xlsx": await make() });
    mkdirSync(join(folder, "s"));
    writeFileSync(join(folder, "s/x.xlsx"), await make());
    writeFileSync(join(folder, "s/study.yaml"), "conurb: 1\ntitle: t\ndatasets: { x: { file: x.xlsx } }\n");
    const ran = await Promise.all([
      run(folder, "import", "x.xlsx"),
      run(folder, "calc", "inequality/theil", "x.xlsx"),
      run(folder, "check", "s"),
    ]);
    expect(ran.map(({ code }) => code)).toEqual([1, 1, 3]);
    for (const each of ran) {
      expect(each.err + each.out).toMatch(says);
      noStack(each);
    }
    expect(ran[2]?.out).toContain("study.yaml:3");
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

it("a CSV file that is too large to be held is read as a stream, and declared for SQL", async () => {
  const lines = Array.from(
    { length: 900_000 },
    (_, at) => `${110_000 + (at % 900)},${2000 + (at % 22)},${at % 1000}.25`,
  );
  const folder = folderWith({ "large.csv": `code,year,jobs (10000 person)\n${lines.join("\n")}\n` });
  const env = { ...english, NODE_OPTIONS: "--max-old-space-size=100" }; // a sixteenth of the heap is held at most
  const ran = await conurb(["import", "large.csv", "--lang", "en"], { cwd: folder, env });
  expect(ran.code, ran.err).toBe(0);
  expect(ran.err).toContain("900000 rows; of 2700000 cells 2700000 read, 0 flagged, 0 missing, 0 refused");
  expect(ran.out).toContain("# too large to be held: let SQL add it up");
  expect(parse(ran.out).datasets.large).toEqual({
    file: "large.csv",
    roles: { place: "code", year: "year", value: "jobs (10000 person)" },
    units: { "jobs (10000 person)": "10000 person" },
  });
});

it("files of other formats are datasets as CSV is", async () => {
  const fixtures = fileURLToPath(new URL("../../store/test/fixtures/", import.meta.url));
  const files = {
    "map.zip": readFileSync(join(fixtures, "maps/no-prj.zip")),
    "panel.dta": readFileSync(join(fixtures, "stata/missing-118.dta")),
    "links.net": '*Vertices 2\n1 "A"\n2 "B"\n*Arcs\n1 2 3.5\n',
  };
  const folder = folderWith(files);
  const options: Readonly<Record<string, string[]>> = { "map.zip": ["--projection", "EPSG:4326"] };
  const made = await Promise.all(
    Object.keys(files).map((file) => run(folder, "import", file, ...(options[file] ?? []))),
  );
  for (const { code, err } of made) expect(code, err).toBe(0);
  const datasets = Object.assign({}, ...made.map(({ out }) => parse(out).datasets));
  expect(datasets).toMatchObject({
    map: { projection: "EPSG:4326", roles: { place: "code", lon: "lon", lat: "lat" } },
    panel: { roles: { place: "place" } },
    links: { roles: { from: "from", to: "to", value: "value" } },
  });
  writeFileSync(join(folder, "study.yaml"), stringify({ conurb: 1, title: "t", datasets }));
  const checked = await run(folder, "check", ".");
  expect(checked.code).toBe(0);
  expect(checked.out).toContain("nothing wrong: 0 analyses, 3 datasets\n");
});
