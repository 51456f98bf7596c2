import { cellKey, guessLayout, readPage, type Sheet, valueAt } from "@conurb/core/sheets";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { type WriteOptions, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { container, writeXls, writeXlsb } from "../../test/old-workbooks.ts";
import { refusalOf } from "../../test/temporary.ts";
import { decodeWorkbook } from "./read-workbook.ts";

const rows = [
  ["地区", "年份", "地区生产总值(亿元)"],
  ["北京", 2020, 35943.3],
  ["天津", 2020, 14008],
];
const book = (more: Partial<WriteOptions> = {}) => writeXlsx({ sheets: [{ name: "数据", rows }], ...more });
const first = async (bytes: Uint8Array, file = "a.xlsx"): Promise<Sheet> =>
  (await decodeWorkbook(bytes, file)).sheets[0] as Sheet;
const codes = async (bytes: Uint8Array, file = "a.xlsx") =>
  (await decodeWorkbook(bytes, file)).notes.map(({ code }) => code);
const refused = async (bytes: Uint8Array, file = "a.xlsx") =>
  (await refusalOf(decodeWorkbook(bytes, file))).problems[0];

/** An archive with parts added or changed. */
function withParts(bytes: Uint8Array, parts: Record<string, string>): Uint8Array {
  return zipSync({
    ...unzipSync(bytes),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
}

describe("decodeWorkbook", () => {
  it("reads the same cells from XLSX, XLSB, XLS and ODS", async () => {
    const ods = await writeOds({ sheets: [{ name: "数据", rows }] });
    const made = [
      ["xlsx", await book()],
      ["xlsb", writeXlsb(rows)],
      ["xls", writeXls(rows)],
      ["ods", ods],
    ] as const;
    for (const [format, bytes] of made) {
      const { sheets, ...found } = await decodeWorkbook(bytes, `页.${format}`);
      const [sheet] = sheets as [Sheet];
      expect([found.format, sheet.sheet, sheet.file], format).toEqual([format, "数据", `页.${format}`]);
      const { layout } = guessLayout(sheet);
      const { account } = readPage(sheet, layout as never);
      expect(account, format).toMatchObject({ cells: 9, head: 7, read: 2, refused: 0 });
      expect(
        rows.every((row, line) => row.every((value, column) => valueAt(sheet, line, column) === value)),
        format,
      ).toBe(true);
      const said = found.notes.map(({ code }) => code);
      expect(said, format).toEqual(format === "xls" || format === "xlsb" ? ["workbook-hidden-unknown"] : []);
    }
  });

  it("says which cells a format shows smaller than they are", async () => {
    const shown = (numFmt: string, value: number) => ({ value, style: { numFmt } });
    const cells = new Map([
      ["1,2", shown("0.00,,", 35_943_300_000)],
      ["2,2", shown('0!.0,"万"', 14_008)],
      ["2,1", shown("#,##0", 2020)],
    ]);
    const { sheets, notes } = await decodeWorkbook(
      await writeXlsx({ sheets: [{ name: "数据", rows, cells }] }),
      "a.xlsx",
    );
    expect(notes.map(({ code, text }) => [code, text.en])).toEqual([
      [
        "workbook-scaled",
        "a.xlsx: 数据!C2 and 1 more: a number format shows them smaller than they are; what the cells hold is read",
      ],
    ]);
    expect(valueAt(sheets[0] as Sheet, 1, 2)).toBe(35_943_300_000);
    for (const code of ["0.00", "#,##0.0", "#,##0_);(#,##0)", '0.0"万"', "yyyy!.mm"]) {
      const plain = new Map([["1,2", shown(code, 35_943.3)]]);
      expect(await codes(await writeXlsx({ sheets: [{ name: "数据", rows, cells: plain }] }))).toEqual([]);
    }
  });

  it("marks formulas, failures, dates and percents, and takes values that were never stored for no blanks", async () => {
    const cells = new Map<string, object>([
      ["1,0", { value: 3, type: "formula", formula: "1+2", formulaResult: 3 }],
      ["1,1", { value: "#DIV/0!", type: "error" }],
      ["1,2", { value: 0.123, type: "number", style: { numFmt: "0.0%" } }],
      ["1,3", { value: 12.3, type: "number", style: { numFmt: '0.0"%"' } }],
      ["1,4", { value: null, type: "formula", formula: "SUM(A1:A9)" }],
    ]);
    const sheet = await first(
      await writeXlsx({
        sheets: [
          {
            name: "S",
            rows: [
              ["a", "b", "c", "d", "e", "f"],
              [3, "#DIV/0!", 0.123, 12.3, null, new Date("2015-12-31")],
            ],
            cells: cells as never,
          },
        ],
      }),
    );
    const mark = (column: number) => sheet.marks.get(16_384 + column);
    expect(mark(0)).toEqual({ formula: true });
    expect(mark(1)).toEqual({ error: true });
    expect(mark(2)).toEqual({ percent: true });
    expect(mark(3)).toBeUndefined();
    expect([mark(4), valueAt(sheet, 1, 4)]).toEqual([{ formula: true, error: true }, "=SUM(A1:A9)"]);
    expect([mark(5), valueAt(sheet, 1, 5)]).toEqual([{ date: true }, "2015-12-31"]);
  });

  it("reads both date systems, and says which", async () => {
    const day = [["日期"], [new Date("2015-12-31")]];
    for (const dateSystem of ["1900", "1904"] as const) {
      const bytes = await writeXlsx({ sheets: [{ name: "S", rows: day }], dateSystem });
      expect(valueAt(await first(bytes), 1, 0)).toBe("2015-12-31");
      expect(await codes(bytes)).toEqual(dateSystem === "1904" ? ["workbook-dates-1904"] : []);
    }
  });

  it("names hidden rows, columns and sheets, and merged cells", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "Seen",
          rows,
          rowDefs: new Map([[1, { hidden: true }]]),
          columns: [{}, { hidden: true }],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        },
        { name: "Hidden", rows, hidden: true },
      ],
    });
    const { sheets } = await decodeWorkbook(bytes, "a.xlsx");
    expect(
      sheets.map(({ sheet, hidden, hiddenRows, hiddenColumns, merges }) => ({
        sheet,
        hidden,
        hiddenRows,
        hiddenColumns,
        merges,
      })),
    ).toEqual([
      {
        sheet: "Seen",
        hidden: false,
        hiddenRows: [1],
        hiddenColumns: [1],
        merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      },
      { sheet: "Hidden", hidden: true, hiddenRows: [], hiddenColumns: [], merges: [] },
    ]);
    const asked = await decodeWorkbook(bytes, "a.xlsx", { sheets: ["Hidden"] });
    expect(asked.sheets.map(({ sheet }) => sheet)).toEqual(["Hidden"]);
    const none = await refusalOf(decodeWorkbook(bytes, "a.xlsx", { sheets: ["None"] }));
    expect([none.message, none.hint?.en]).toEqual(["a.xlsx has no sheet None", "the sheets are Seen, Hidden"]);
  });

  it("says that macros are not run and other files not opened", async () => {
    const macro = await book({ vbaProject: Uint8Array.of(0xd0, 0xcf, 1, 2) });
    expect(await codes(macro, "a.xlsm")).toEqual(["workbook-macros"]);
    const linked = withParts(await book(), { "xl/externalLinks/externalLink1.xml": "<externalLink/>" });
    expect(await codes(linked)).toEqual(["workbook-links"]);
  });

  it("goes by the contents where the name is wrong, and says so", async () => {
    expect(await codes(await book(), "a.xls")).toEqual(["workbook-ending"]);
    expect(await codes(writeXls(rows), "a.xlsx")).toContain("workbook-ending");
  });

  it.each([
    ["a web page", strToU8("<html><p>404</p></html>")],
    ["plain text", strToU8("a,b\n1,2\n")],
    ["an empty file", new Uint8Array(0)],
    ["PDF", strToU8("%PDF-1.7 ")],
    ["a ZIP archive", zipSync({ "a.txt": strToU8("a") })],
    ["a Word document", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") })],
    ["another Office file", container("WordDocument", new Uint8Array(4096))],
  ])("refuses %s that is called .xlsx", async (looks, bytes) => {
    const problem = await refused(bytes, "yearbook.xlsx");
    expect(problem?.text.en).toContain(`yearbook.xlsx looks like ${looks}`);
    expect(problem?.hint?.en).toContain("save it as .xlsx");
  });

  it("refuses a password, in the new formats and the old", async () => {
    const locked = await book({ encryption: { password: "秘密", spinCount: 10 } });
    for (const bytes of [locked, writeXls(rows, { locked: true })]) {
      expect((await refused(bytes))?.code).toBe("workbook-password");
    }
  });

  it("refuses what would unpack to too much, by the directory alone", async () => {
    const bytes = Uint8Array.from(await book());
    const view = new DataView(bytes.buffer);
    // the size once unpacked, in the directory's entry of the sheet
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7ffffff0, true);
    }
    const problem = await refused(bytes);
    expect(problem?.code).toBe("workbook-too-large");
    expect(problem?.text.en).toMatch(/unpacks to 2148 MB, expected at most \d+ MB/);
  });

  it("refuses a part that unpacks to more than it says", async () => {
    const bytes = Uint8Array.from(
      zipSync({ ...unzipSync(await book()), "xl/worksheets/sheet1.xml": new Uint8Array(5e6).fill(32) }),
    );
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 5e6)
        view.setUint32(at + 24, 1000, true);
    }
    expect((await refused(bytes))?.code).toMatch(/^workbook-(too-many-cells|broken)$/);
  });

  it("refuses 16,384 columns of which the last hold stray cells, but not their format alone", async () => {
    const wide = await writeXlsx({ sheets: [{ name: "Wide", rows: [...rows, [...Array(16_383).fill(null), 1]] }] });
    const problem = await refused(wide);
    expect([problem?.code, problem?.place?.sheet]).toEqual(["sheet-too-wide", "Wide"]);
    expect(problem?.text.en).toContain("sheet Wide has cells up to column XFD, which makes 16384 columns");
    const formatted = await writeXlsx({
      sheets: [{ name: "Wide", rows, columns: Array.from({ length: 16_384 }, () => ({ width: 9 })) }],
    });
    expect((await first(formatted)).sheet).toBe("Wide");
  });

  it("refuses two far corners that make a sheet of billions of cells", async () => {
    const xml = (cells: string) =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
    const bytes = withParts(await book(), {
      "xl/worksheets/sheet1.xml": xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    });
    expect((await refused(bytes))?.code).toBe("workbook-too-many-cells");
  });

  it("refuses a workbook that was cut off, at any byte", async () => {
    const whole = await book();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect((await refused(whole.subarray(0, Math.floor(whole.length * share))))?.code).toBe("workbook-broken");
    }
    expect((await refused(writeXls(rows).subarray(0, 2000)))?.code).toBe("workbook-broken");
  });

  it("reads rows of an ODS that stand in a group, or are repeated on each page", async () => {
    const plain = await writeOds({ sheets: [{ name: "数据", rows }] });
    const content = new TextDecoder().decode(unzipSync(plain)["content.xml"]);
    const grouped = content.replace(
      /(<table:table-row.*?<\/table:table-row>)/s,
      "<table:table-header-rows>$1</table:table-header-rows>",
    );
    expect(grouped).not.toBe(content);
    const sheet = await first(withParts(plain, { "content.xml": grouped }), "a.ods");
    expect(sheet.rows.length).toBe(3);
    expect(valueAt(sheet, 0, 0)).toBe("地区");
  });

  it("knows percentages of an ODS by what their cells say, wherever their style stands", async () => {
    const plain = await writeOds({ sheets: [{ name: "数据", rows: [["比重"], [0.123], [0.5]] }] });
    const content = new TextDecoder().decode(unzipSync(plain)["content.xml"]);
    // as LibreOffice writes 12.3%: its format stands in styles.xml
    const shown = content.replace(
      /<table:table-cell([^<>]*)office:value-type="float"/g,
      '<table:table-cell table:style-name="ce9"$1office:value-type="percentage"',
    );
    expect(shown).not.toBe(content);
    const sheet = await first(withParts(plain, { "content.xml": shown }), "a.ods");
    expect([1, 2].map((row) => [valueAt(sheet, row, 0), sheet.marks.get(cellKey(row, 0))])).toEqual([
      [0.123, { percent: true }],
      [0.5, { percent: true }],
    ]);
  });

  it("refuses or reads damaged bytes, and throws nothing else", async () => {
    const made = [await book(), writeXls(rows), writeXlsb(rows), await writeOds({ sheets: [{ name: "数据", rows }] })];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...made),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (whole, changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const found = await decodeWorkbook(bytes, "a.xlsx").catch((error: Error) => error);
          if (found instanceof Error && found.name !== "InputError") throw found;
          if (found instanceof Error) return true;
          return found.sheets.every((sheet) => guessLayout(sheet) !== undefined);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
