import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { type TableSchema, typeTable } from "@conurb/core/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../../test/temporary.ts";
import { decodeCsv } from "../decode-csv.ts";
import { type CellSpans, RowScanner } from "./row-scanner.ts";
import { surveyCsv } from "./survey-csv.ts";

const folder = temporaryFolder();
const path = join(folder, "x.csv");

async function plain(bytes: Uint8Array, schema: TableSchema, delimiter?: string) {
  const decoded = await decodeCsv(bytes, "x.csv", delimiter === undefined ? {} : { delimiter });
  const { table, ...typed } = typeTable(decoded.cells, schema);
  const columns = table?.columns.map((column) => ({
    name: column.name,
    kind: column.kind,
    ...(column.kind === "number" ? { unit: column.unit } : {}),
  }));
  return { ...typed, columns, encoding: decoded.encoding, delimiter: decoded.delimiter, sha256: decoded.cells.sha256 };
}

async function streamed(bytes: Uint8Array, schema: TableSchema, delimiter?: string) {
  writeFileSync(path, bytes);
  const options = delimiter === undefined ? {} : { delimiter };
  const {
    sample: _,
    size: __,
    file: ___,
    rows: ____,
    ...survey
  } = await surveyCsv(path, schema, { name: "x.csv", ...options });
  return survey;
}

async function sameAsPlain(bytes: Uint8Array, schema: TableSchema, delimiter?: string): Promise<void> {
  const asked = await plain(bytes, schema, delimiter).catch((error: unknown) => error);
  const given = await streamed(bytes, schema, delimiter).catch((error: unknown) => error);
  if (asked instanceof InputError) {
    expect(given).toBeInstanceOf(InputError);
    expect((given as InputError).code).toBe(asked.code);
    return;
  }
  if (asked instanceof Error || given instanceof Error) throw given;
  const expected = asked as Awaited<ReturnType<typeof plain>>;
  const found = given as Awaited<ReturnType<typeof streamed>>;
  expect({ ...found, columns: expected.columns === undefined ? undefined : found.columns }).toEqual(expected);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -99, max: 99 }).map(String) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...'1.5|.5|5.|-0.25|+3|1e3|1e999|9007199254740992|9007199254740993|-110101199003077759|1234567890123456.5|007|0|00|1,234.5|12.3%|45%|3‰|-|--|…|NA|n/a|null|缺失| 缺失 |无数据|北京|Beijing|北京 | |\u3000|２０１５|2015|2015年|2018(快报)|2019年（预计）|2015r|99999|12①|a\nb|x\r\ny|say "hi"|（|—|nation|Null |t'.split(
        "|",
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }).map((text) => text.replace(/[\ufeff\ud800-\udfff]/g, "")),
  },
);
const quoted = (text: string, force: boolean) =>
  force || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const heads = ["code", "year", "place", "v", "w (万人)", "share (%)", "备注", "flag", "", "lon"];
const sheet = fc
  .record({
    head: fc.shuffledSubarray(heads, { minLength: 1, maxLength: 6 }),
    rows: fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 0, maxLength: 7 }), { maxLength: 12 }),
    even: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    last: fc.boolean(),
    mark: fc.boolean(),
  })
  .map(({ head, rows, even, end, last, mark }) => {
    const fit = (row: (readonly [string, boolean])[]) =>
      even ? head.map((_, at) => row[at] ?? (["", false] as const)) : row;
    const lines = rows.map((row) =>
      fit(row.map((each) => each))
        .map(([text, force]) => quoted(text, force))
        .join(","),
    );
    return (
      (mark ? "\ufeff" : "") +
      [head.map((name) => quoted(name, false)).join(","), ...lines].join(end) +
      (last ? end : "")
    );
  });
const schema = fc.constantFrom<TableSchema>(
  { name: "x" },
  { name: "x", roles: { place: "place", value: "v" } },
  { name: "x", roles: { flag: "flag", values: ["v", "lon"] } },
  {
    name: "x",
    fields: [
      { name: "v", unit: "percent" },
      { name: "place", type: "integer" },
    ],
  },
  { name: "x", fields: [{ name: "v", unit: "no such unit" }, { name: "gone" }] },
  { name: "x", missingValues: ["-", "99999", "0"] },
);

describe("surveyCsv", () => {
  it("says what decodeCsv and typeTable say together, of any sheet", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, schema, async (text, asked) => sameAsPlain(utf8(text), asked, ",")),
      { numRuns: 600 },
    );
  });

  it("says it of any bytes, and finds encodings and delimiters out alike", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => sameAsPlain(bytes, { name: "x" })),
    );
    await sameAsPlain(utf8("a;b\n1,5;2\n"), { name: "x" });
    await sameAsPlain(Uint8Array.of(0xff, 0xfe, ...Buffer.from("码,v\r\n1,2\r\n", "utf16le")), { name: "x" });
    const gb = Buffer.from([0xb3, 0xc7, 0xca, 0xd0, 0x2c, 0x76, 0x0a, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x31, 0x0a]);
    await sameAsPlain(gb, { name: "x" });
    await sameAsPlain(Buffer.from("bfa4a5ab2c760abb4fa55fa5ab2c310a", "hex"), { name: "x" }); // 縣市,v / 臺北市,1 in Big5
    await sameAsPlain(Buffer.from("name,v\nÎle-de-France,1\n", "latin1"), { name: "x" });
  });

  it("reads years that say themselves that their figures are not the last word, flags these and says so once each", async () => {
    const text = "place,year,v (万人)\nA,2017,1\nA,2018(快报),2\nB,2018(快报),3\nB,2019r,\nB,2020 soon,5\n";
    await sameAsPlain(utf8(text), { name: "x" });
    const { account, columns, notes, problems } = await streamed(utf8(text), { name: "x" });
    expect(columns[1]).toEqual({ name: "year", kind: "number", unit: "year" });
    // of 15 cells: the values of 2018 flagged, that of 2019 missing, "2020 soon" refused
    expect(account).toEqual({ cells: 15, read: 11, flagged: 2, missing: 1, refused: 1 });
    const vintages = notes.filter(({ code }) => code === "year-vintage");
    expect(vintages.map(({ code, place }) => [code, place?.row])).toEqual([
      ["year-vintage", 3],
      ["year-vintage", 5],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["not-a-number"]);
  });

  it("counts problems beyond those that it lists", async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => (at % 2 === 0 ? "word,5%" : "1,2,3"));
    await sameAsPlain(utf8(`v,w\n${rows.join("\n")}\n`), {
      name: "x",
      roles: { values: ["v", "w"] },
      fields: [{ name: "v", unit: "1" }],
    });
  });

  it("refuses what decodeCsv refuses", async () => {
    for (const text of ["", "\n\n", "a,b\n", 'a\n"b', 'a\n"b"c\n', "%PDF-1.7\n", "PAR1....PAR1", '[{"a":1}]']) {
      await sameAsPlain(utf8(text), { name: "x" });
    }
    writeFileSync(path, 'a,b\n1,2\n"3,4\n5,6\n');
    expect((await refusalOf(surveyCsv(path, { name: "x" }, { name: "x.csv" }))).message).toBe(
      "x.csv: a quotation mark opened in line 3 is never closed",
    );
    expect((await refusalOf(surveyCsv(join(folder, "no"), { name: "x" }))).code).toBe("file-missing");
  });

  it("keeps the first rows", async () => {
    writeFileSync(path, 'a,b\n1,"x, y"\n2,z\n');
    const survey = await surveyCsv(path, { name: "x" }, { sample: 1 });
    expect([survey.sample, survey.rows]).toEqual([
      [
        ["a", "b"],
        ["1", "x, y"],
      ],
      2,
    ]);
  });
});

describe("RowScanner", () => {
  it("gives the same rows however the bytes are cut", () => {
    const rowsOf = (bytes: Uint8Array, size: number) => {
      const rows: [number, string[]][] = [];
      const row = (cells: CellSpans, line: number) =>
        rows.push([line, Array.from({ length: cells.count }, (_, at) => cells.text(at))]);
      const scanner = new RowScanner(",", { row });
      let rest = new Uint8Array();
      for (let at = 0; at < bytes.length; at += size) {
        const joined = Uint8Array.from([...rest, ...bytes.subarray(at, at + size)]);
        rest = joined.slice(scanner.scan(joined, false));
      }
      scanner.scan(rest, true);
      return { rows, fault: scanner.fault?.code };
    };
    fc.assert(
      fc.property(sheet, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const bytes = utf8(text);
        expect(rowsOf(bytes, size)).toEqual(rowsOf(bytes, bytes.length));
      }),
      { numRuns: 300 },
    );
  });
});

/** Two files of 14 and 8 MB, on a machine that does other things beside. */
const soon = 20_000; // ms

it(
  "reads a file whose lines end in \\r alone in one pass, and tells the line of a fault",
  async () => {
    const lines = Array.from({ length: 1_200_000 }, (_, at) => `${110_000 + (at % 900)},${at % 1000}.25`);
    writeFileSync(path, `code,jobs (person)\r${lines.join("\r")}\r`); // 14 MB: more than three pieces
    const survey = await surveyCsv(path, { name: "mine" }, { name: "x.csv" });
    expect(survey).toMatchObject({ rows: 1_200_000, encoding: "utf-8", problemCount: 0 });
    const faulty = Buffer.concat([Buffer.from(`code,jobs\r${"1,2\r".repeat(2_000_000)}`), Buffer.from([0xff, 0x0d])]);
    writeFileSync(path, faulty);
    const { problems } = await refusalOf(surveyCsv(path, { name: "mine" }, { name: "x.csv", encoding: "utf-8" }));
    expect(problems[0]?.place).toMatchObject({ line: 2_000_002 });
  },
  soon,
);
