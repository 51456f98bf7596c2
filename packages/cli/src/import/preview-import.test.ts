import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { conurb, folderWith } from "../../test/conurb.ts";
import { book, gb18030, page } from "../../test/yearbook-files.ts";
import { importChoices } from "./import-choices.ts";
import { type ImportPreview, previewImport } from "./preview-import.ts";

const plain = "city,year,gdp\na,2019,1\na,2020,2\nb,2020,\n";
const across = [
  ["表1 两市发展水平", null, null],
  ["地区", "地区生产总值（亿元）", null],
  [null, 2019, 2020],
  ["北京市", 35445.1, "…"],
  ["朝阳", 900, 910],
];
const workbook = () =>
  book({ name: "表1", rows: across, merges: [{ startRow: 1, startCol: 1, endRow: 1, endCol: 2 }] });

const preview = (bytes: Uint8Array | string, file: string, choices: object = {}): Promise<ImportPreview> =>
  previewImport(
    { bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, file, name: "mine" },
    importChoices(choices),
  );

describe("a preview is what conurb import does", () => {
  it.each([
    ["mine.csv", async () => new TextEncoder().encode(plain)],
    ["mine.csv", async () => gb18030(page)],
    ["mine.xlsx", workbook],
  ] as const)("the same lines for %s", async (file, make) => {
    const bytes = await make();
    const folder = folderWith({ [file]: bytes });
    const printed = await conurb(["import", file, "--name", "mine", "--lang", "en"], { cwd: folder });
    const { lines } = await preview(bytes, file);
    const said = printed.out.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    expect(["datasets:", ...lines]).toEqual(said);
  });

  it("and a layout that was settled is read as the study reads it", async () => {
    const bytes = await workbook();
    const { layout } = await preview(bytes, "mine.xlsx");
    const settled = { ...(layout as object), totals: ["朝阳"] };
    const seen = await preview(bytes, "mine.xlsx", { layout: settled });
    expect(seen.tables[0]?.rows).toBe(2); // Beijing of two years
    expect(seen.reasons).toEqual([]);
    const folder = folderWith({ "mine.xlsx": bytes });
    writeFileSync(join(folder, "layout.yaml"), JSON.stringify(settled));
    const args = ["import", "mine.xlsx", "--name", "mine", "--layout", "layout.yaml", "--lang", "en"];
    const printed = await conurb(args, { cwd: folder });
    expect(parse(printed.out).datasets).toEqual(parse(["datasets:", ...seen.lines].join("\n")).datasets);
  });
});

describe("a preview says", () => {
  it("the sheet as it stands, the account, and what the names may be", async () => {
    const { grid, account = {}, names, sheets } = await preview(await workbook(), "mine.xlsx");
    expect(grid).toMatchObject({ height: 5, width: 3 });
    expect(grid.rows[1]?.cells).toEqual(["地区", "地区生产总值（亿元）", ""]);
    const { cells = 0, ...parts } = account;
    expect(Object.values(parts).reduce((sum, each) => sum + each, 0)).toBe(cells);
    expect(parts).toMatchObject({ read: 3, missing: 1, refused: 0 });
    expect(sheets).toEqual([expect.objectContaining({ sheet: "表1", rows: 5, columns: 3, hasFigures: true })]);
    expect(names.map(({ given, code }) => [given, code])).toEqual([
      ["北京市", "110000"],
      ["朝阳", undefined],
    ]);
    expect(names[1]?.candidates.map(({ code }) => code)).toContain("211300");
  });
  it("what confirming a name comes to", async () => {
    const { names, study } = await preview(await workbook(), "mine.xlsx", {
      confirm: { 朝阳: "211300" },
      title: "两市",
    });
    expect(names[1]).toMatchObject({ code: "211300", status: "confirmed" });
    expect(parse(study.join("\n"))).toMatchObject({ title: "两市", places: { confirm: { 朝阳: "211300" } } });
  });
  it("which cells are refused, and then writes nothing", async () => {
    const rows = [...across.slice(0, 4), ["天津市", 14055.5, "about 14,000"]];
    const bytes = await book({ name: "表1", rows, merges: [{ startRow: 1, startCol: 1, endRow: 1, endCol: 2 }] });
    const { account, problems, lines, study } = await preview(bytes, "mine.xlsx");
    expect(account).toMatchObject({ refused: 1 });
    expect(problems).toEqual([expect.objectContaining({ place: expect.objectContaining({ row: 5, column: "C" }) })]);
    expect([lines, study]).toEqual([[], []]);
  });
  it("units and parts as they are chosen, where the file says none", async () => {
    const choices = { units: { gdp: "亿元" }, roles: { place: "city", year: "year", value: "gdp" } };
    const { tables, lines } = await preview(plain, "mine.csv", choices);
    expect(tables[0]?.columns.find(({ name }) => name === "gdp")).toMatchObject({ unit: "亿元", hasOwnUnit: false });
    expect(parse(["datasets:", ...lines].join("\n")).datasets.mine).toEqual({
      file: "mine.csv",
      roles: choices.roles,
      units: { gdp: "亿元" },
    });
  });
  it("no more of a long cell than can be read", async () => {
    const { grid, tables } = await preview(`place,x\n${"<b>".repeat(100_000)},1\n`, "mine.csv");
    expect(JSON.stringify([grid, tables]).length).toBeLessThan(2000);
  });
});

describe("choices", () => {
  it.each([
    [null],
    [[]],
    ["x"],
    [{ sheet: 1 }],
    [{ encoding: "latin1" }],
    [{ name: "A b" }],
    [{ roles: { place: 1 } }],
    [{ x: 1 }],
  ])("%j are none", (given) => expect(() => importChoices(given)).toThrow(/import/));
  it("with a layout that is none are refused with its place", async () => {
    const refused = preview(await workbook(), "mine.xlsx", { layout: { tables: [{ rows: "1" }] } });
    await expect(refused).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: "layout-invalid" })]),
    });
  });
});
