import { InputError } from "@conurb/core/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { decodeCsv } from "./decode-csv.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
/** 城市,增加值 / 北京,1 in GB 2312, written out by hand from the code table. */
const gb = Uint8Array.of(
  ...[0xb3, 0xc7, 0xca, 0xd0, 0x2c, 0xd4, 0xf6, 0xbc, 0xd3, 0xd6, 0xb5, 0x0a],
  ...[0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x31, 0x0a],
);

describe("decodeCsv", () => {
  it("reads a header and rows as they stand", async () => {
    const { cells, encoding, delimiter } = await decodeCsv(bytes('code,name\n010,"a ""b"", c"\n'), "x.csv");
    expect(cells.rows).toEqual([
      ["code", "name"],
      ["010", 'a "b", c'],
    ]);
    expect([encoding, delimiter, cells.file]).toEqual(["utf-8", ",", "x.csv"]);
    expect(cells.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["tab", "a\tb\n1\t2\n", "\t"],
    ["semicolon with decimal commas", "a;b\n1,5;2,5\n", ";"],
    ["bar", "a|b\n1|2\n", "|"],
    ["one column", "a\n1\n2\n", ","],
    ["commas inside texts between tabs", "name\tv\na, b\t1\nc, d\t2\n", "\t"],
    ["a quoted header with commas", '"a, b";"c, d"\n1;2\n', ";"],
  ])("finds out the delimiter: %s", async (_, text, delimiter) => {
    expect((await decodeCsv(bytes(text), "x.csv")).delimiter).toBe(delimiter);
  });

  it("keeps the file lines over quoted line ends, blank lines and both kinds of line ends", async () => {
    const text = 'a,b\r\n"one\r\ntwo",1\r\n\r\nx,"p\n\nq"\r\ny,3';
    const { cells } = await decodeCsv(bytes(text), "x.csv");
    expect(Array.from(cells.lines ?? [])).toEqual([1, 2, 5, 8]); // 2-3 quoted, 4 blank, 5-7 quoted
    expect(cells.rows[1]).toEqual(["one\ntwo", "1"]);
  });

  it("leaves a byte order mark out, in UTF-8 and in UTF-16", async () => {
    const marked = await decodeCsv(bytes("\ufeffcode,v\n1,2\n"), "x.csv");
    expect(marked.cells.rows[0]).toEqual(["code", "v"]);
    const little = Uint8Array.of(0xff, 0xfe, ...Buffer.from("码,v\n1,2\n", "utf16le"));
    const wide = await decodeCsv(little, "x.csv");
    expect([wide.encoding, wide.cells.rows[0]]).toEqual(["utf-16le", ["码", "v"]]);
  });

  it("takes bytes at random after a UTF-16 mark for no text", async () => {
    const noise = fc.uint8Array({ minLength: 100, maxLength: 2000 });
    for (const [mark, encoding] of [
      [[0xff, 0xfe], "utf-16le"],
      [[0xfe, 0xff], "utf-16be"],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(noise, async (data) => {
          // the generator likes runs of small bytes; mixing them makes each as likely as the others
          const mixed = data.map((byte, at) => (Math.imul(byte + 31 * at + 1, 2_654_435_761) >>> 16) & 255);
          const error = await refusalOf(decodeCsv(Uint8Array.of(...mark, ...mixed), "x.csv"));
          expect([error.code, error.problems[0]?.place]).toEqual(["file-not-text", { file: "x.csv" }]);
          expect(error.message).toBe(
            `x.csv is not text: it begins as ${encoding} does, but what follows are no characters; expected CSV or Parquet`,
          );
        }),
      );
    }
  });

  it("reads UTF-16 with rare signs in it, and says where one that was cut off ends", async () => {
    const marked = (text: string) => Uint8Array.of(0xff, 0xfe, ...Buffer.from(text, "utf16le"));
    const text = "地区,备注\n𠮷林,😀\n天津,-\n";
    expect((await decodeCsv(marked(text), "x.csv")).cells.rows[1]).toEqual(["𠮷林", "😀"]);
    const cut = await refusalOf(decodeCsv(marked(text).slice(0, -1), "x.csv"));
    expect(cut.code).toBe("encoding-wrong");
    const controls = await refusalOf(decodeCsv(marked("a,b\n\u0001,\u0002\n"), "x.csv"));
    expect(controls.code).toBe("file-not-text");
    const wider = Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0);
    expect((await refusalOf(decodeCsv(wider, "x.csv"))).message).toContain("looks like UTF-32 text");
  });

  it("falls back to GB18030 and says so", async () => {
    const { cells, encoding } = await decodeCsv(gb, "x.csv");
    expect(encoding).toBe("gb18030");
    expect(cells.rows).toEqual([
      ["城市", "增加值"],
      ["北京", "1"],
    ]);
  });

  it("tells Big5 and Shift_JIS from GB18030, which gives a reading to their bytes too", async () => {
    for (const [encoding, hex, name] of [
      ["big5", "bfa4a5ab2ca448a4660abb4fa55fa5ab2c323438303638310ab773a55fa5ab2c343033303935340a", "臺北市"],
      [
        "shift_jis",
        "937393b9957b8ca72c906c8cfb0a82b382a282bd82dc8e732c313332343032350a938c8b9e93732c31343034373539340a",
        "さいたま市",
      ],
    ] as const) {
      const found = await decodeCsv(Buffer.from(hex, "hex"), "x.csv");
      expect([found.encoding, found.cells.rows[1]?.[0]]).toEqual([encoding, name]);
    }
    // 北京α,β比: Greek is of GB 2312, and all of it are usual pairs of Big5 too
    const greek = Buffer.from("b1b1bea9a6c12ca6c2b1c80a312c320a", "hex");
    expect((await decodeCsv(greek, "x.csv")).cells.rows[0]).toEqual(["北京α", "β比"]);
    // single letters and signs of Windows-1252 that are pairs of Big5 with the letter behind them
    for (const text of ["town,v\nÅrhus,1\nÅlborg,2\n", "place,v\nOslo,5 °C\nBergen,7 °C\n"]) {
      expect((await refusalOf(decodeCsv(Buffer.from(text, "latin1"), "x.csv"))).code).toBe("encoding-unknown");
    }
  });

  it("does not take Latin letters with accents for Chinese, but reads them when told", async () => {
    const latin = Uint8Array.of(...Buffer.from("name,v\nÎle-de-France,1\nKöln,2\n", "latin1"));
    const error = await refusalOf(decodeCsv(latin, "x.csv"));
    expect(error.message).toBe(
      // byte 8 may begin a character
      "x.csv is not UTF-8 (byte 9 of the file, in line 2, does not fit), nor GB18030, Big5 or Shift_JIS",
    );
    expect(error.hint?.en).toContain("windows-1252");
    const told = await decodeCsv(latin, "x.csv", { encoding: "windows-1252" });
    expect(told.cells.rows[1]?.[0]).toBe("Île-de-France");
    expect((await refusalOf(decodeCsv(latin, "x.csv", { encoding: "utf-8" }))).code).toBe("encoding-wrong");
  });

  it.each([
    ["nothing", "", "file-empty", "x.csv is empty, expected a header and rows"],
    ["blank lines", "\n  \n", "file-empty", "x.csv is empty, expected a header and rows"],
    ["a header alone", "a,b\n", "file-header-only", "x.csv has a header and no rows, expected at least one row"],
    [
      "an open quote",
      'a,b\n1,2\n"3,4\n5,6\n',
      "csv-quote-open",
      "x.csv: a quotation mark opened in line 3 is never closed",
    ],
    ["a web page", "<!DOCTYPE html><p>404", "file-is-binary", "x.csv looks like a web page, expected CSV or Parquet"],
    ["JSON", '[{"a":1}]', "file-is-binary", "x.csv looks like JSON, expected CSV or Parquet"],
    ["NUL bytes", "a,b\n\0,1\n", "file-is-binary", "x.csv looks like a binary file, expected CSV or Parquet"],
    [
      "UTF-16 without a mark",
      "c\0o\0d\0e\0,\0v\0\n\0",
      "file-is-binary",
      "x.csv looks like UTF-16 text without its byte order mark, expected CSV or Parquet",
    ],
    ["a PDF", "%PDF-1.7\n", "file-is-binary", "x.csv looks like PDF, expected CSV or Parquet"],
    ["a ZIP", "PK\u0003\u0004....", "file-is-binary", "x.csv looks like a ZIP archive, expected CSV or Parquet"],
    [
      "a workbook",
      "PK\u0003\u0004....xl/workbook.xml",
      "file-is-workbook",
      "x.csv is a workbook, expected CSV or Parquet",
    ],
  ])("refuses %s", async (_, text, code, message) => {
    const error = await refusalOf(decodeCsv(bytes(text), "x.csv"));
    expect([error.code, error.message]).toEqual([code, message]);
    expect(error.problems[0]?.place?.file).toBe("x.csv");
  });

  it("refuses a quotation mark inside a quoted cell with its line", async () => {
    const error = await refusalOf(decodeCsv(bytes('a,b\n"x"y,2\n'), "x.csv"));
    expect([error.code, error.problems[0]?.place?.line]).toEqual(["csv-quote-inside", 2]);
  });

  it("gives back any grid that was written as CSV", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/\r\n?/g, "\n"));
    const grid = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }),
      );
    await fc.assert(
      fc.asyncProperty(
        grid,
        fc.constantFrom(",", "\t", ";", "|"),
        fc.constantFrom("\n", "\r\n"),
        async (rows, delimiter, end) => {
          const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
          const { cells } = await decodeCsv(bytes(quoted.join(end)), "x.csv", { delimiter, encoding: "utf-8" });
          expect(cells.rows).toEqual(rows);
          expect(Array.from(cells.lines ?? [])).toEqual(
            rows.map(
              (_, at) => 1 + rows.slice(0, at).reduce((n, row) => n + 1 + row.join("").split("\n").length - 1, 0),
            ),
          );
        },
      ),
    );
  });

  it("answers any bytes with cells or a refusal", async () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom(...bytes('",\n\r;\t|a1='), 0, 0xff, 0xfe, 0xef, 0xb1), { maxLength: 60 })
        .map((list) => Uint8Array.from(list)),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (data) => {
        try {
          const { cells } = await decodeCsv(data, "x.csv");
          expect(cells.rows.length).toBe(cells.lines?.length);
          expect(cells.rows.length).toBeGreaterThan(1);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is no text table", () => {
  it("refuses more columns than a sheet of a workbook may have, and says what to do", async () => {
    const wide = (columns: number) => bytes(`${"a,".repeat(columns - 1)}a\n${"1,".repeat(columns - 1)}1\n`);
    expect((await decodeCsv(wide(4096), "x.csv")).cells.rows[0]).toHaveLength(4096);
    const titled = bytes(`title\n${new TextDecoder().decode(wide(4097))}`);
    expect((await refusalOf(decodeCsv(titled, "x.csv"))).code).toBe("file-too-wide");
    expect(await refusalOf(decodeCsv(wide(16_384), "x.csv"))).toMatchObject({
      code: "file-too-wide",
      message: "x.csv has 16384 columns, expected at most 4096",
      hint: { zh: "请改为长表（地区、指标、年份、数值各占一列），或拆分为几个文件" },
    });
  });

  it("knows a workbook by what its archive holds or by its name, whatever encoding is named", async () => {
    const zip = bytes("PK\u0003\u0004....");
    const codeOf = async (data: Uint8Array, name: string, encoding?: "gb18030") =>
      (await refusalOf(decodeCsv(data, name, encoding === undefined ? {} : { encoding }))).code;
    expect(await codeOf(zip, "x.zip")).toBe("file-is-binary");
    for (const name of ["x.xlsx", "X.XLSM", "x.ods"]) expect(await codeOf(zip, name)).toBe("file-is-workbook");
    const sheets = bytes("PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    expect(await codeOf(sheets, "x.zip")).toBe("file-is-workbook");
    expect(await codeOf(zip, "x.xlsx", "gb18030")).toBe("file-is-workbook");
    for (const name of ["x.xlsx", "x.dta", "x.parquet"]) {
      expect(await codeOf(bytes("not really\n"), name)).toBe("file-not-as-named");
    }
    expect(await codeOf(bytes("not really\n"), "x.csv")).toBe("file-header-only");
    expect((await decodeCsv(bytes("PKG,v\na,1\n"), "x.xls")).cells.rows).toHaveLength(2);
  });

  it("says that an encoding may be left out where the named one is wrong", async () => {
    const latin = Uint8Array.of(0x61, 0x0a, 0xe9, 0x0a);
    const error = await refusalOf(decodeCsv(latin, "x.csv", { encoding: "utf-8" }));
    expect(error.hint).toEqual({ en: "leave encoding out: it is recognised", zh: "删去 encoding 即自动识别" });
    const marked = await refusalOf(decodeCsv(Uint8Array.of(0xef, 0xbb, 0xbf, ...latin), "x.csv"));
    expect([marked.code, marked.hint]).toEqual(["encoding-wrong", undefined]);
  });
});
