import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { book, noStack, output, run } from "./yearbook-files.ts";

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
    ["a web page", async () => strToU8("<html><h1>404</h1></html>"), /looks like a web page/],
    [
      "a web page that is cut off",
      async () => strToU8("<html><table><tr><td>1</td></tr><tr><td>2"),
      /table breaks off|is a workbook/,
    ],
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

describe("odd workbooks", () => {
  const withParts = async (parts: Readonly<Record<string, string>>) => {
    const all = unzipSync(await book(output));
    for (const [name, text] of Object.entries(parts)) all[name] = strToU8(text);
    return zipSync(all);
  };
  const cases: readonly (readonly [string, string, () => Promise<Uint8Array>, RegExp])[] = [
    [
      "macros",
      "x.xlsm",
      () => writeXlsx({ sheets: [output], vbaProject: Uint8Array.of(0xd0, 0xcf, 1, 2) }),
      /x\.xlsm.*macros/,
    ],
    [
      "links to other files",
      "x.xlsx",
      () => withParts({ "xl/externalLinks/externalLink1.xml": "<externalLink/>" }),
      /x\.xlsx.*other (files|workbooks)/,
    ],
    ["another ending", "x.xls", () => book(output), /x\.xls .*is XLSX|x\.xls.*XLSX/i],
    ["dates counted from 1904", "x.xlsx", () => writeXlsx({ sheets: [output], dateSystem: "1904" }), /x\.xlsx.*1904/],
  ];
  it.each(cases)("with %s are read, and that is said", async (_, name, make, says) => {
    const folder = folderWith({ [name]: await make() });
    const made = await run(folder, "import", name, "--name", "odd");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toMatch(says);
    // 36,102.6 and 14,083.7 in a sheet of 5 rows and 2 columns
    expect(made.err).toContain("2 read + 0 refused");
    noStack(made);
  });
});

describe("other hostile files", () => {
  const fixture = (name: string) =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(`../../store/test/fixtures/${name}`, import.meta.url))));
  const wide = () => {
    const row = Array<string | number | null>(16_384).fill(null);
    const rows = [
      ["地区", "2020年"],
      ["北京", 1],
    ].map((cells) => [...cells, ...row.slice(cells.length, -1), "x"]);
    return book({ name: "Wide", rows });
  };
  const leading = () => {
    const all = unzipSync(fixture("maps/degrees.zip"));
    return zipSync({ ...all, "../../evil.shp": strToU8("x") });
  };
  const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
    ["16,384 columns", "x.xlsx", wide, /sheet Wide has cells up to column XFD, which makes 16384 columns/],
    ["half of a .dta", "x.dta", () => fixture("stata/118-little.dta").slice(0, 2000), /x\.dta.*(ends|cut|truncated)/],
    ["a shapefile without .prj", "x.zip", () => fixture("maps/no-prj.zip"), /x\.zip has no no-prj\.prj/],
    ["an archive that leads out of itself", "x.zip", leading, /x\.zip.*\.\.\/\.\.\/evil\.shp/],
    ["a Word document called .csv", "x.csv", () => zipSync({ "word/document.xml": strToU8("<w/>") }), /x\.csv/],
  ];
  it.each(cases)("%s is named and refused, and nothing is written", async (_, name, make, says) => {
    const folder = folderWith({ [`in/${name}`]: await make() });
    const refused = await run(join(folder, "in"), "import", name, "--out", "out.csv");
    expect(refused.code, refused.err).toBe(1);
    expect(refused.err).toMatch(says);
    expect(refused.err).toMatch(/hint:|expected one of/);
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(["in", `in/${name}`]);
    const chinese = await conurb(["import", name, "--lang", "zh"], { cwd: join(folder, "in") });
    expect([chinese.code, /\p{Script=Han}/u.test(chinese.err)]).toEqual([1, true]);
    noStack(refused);
  });
});
