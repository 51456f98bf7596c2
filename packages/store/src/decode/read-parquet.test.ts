import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findColumn, InputError, labels, makeTable, numbers } from "@conurb/core/contract";
import { requireTable, typeTable } from "@conurb/core/tables";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import type { FileMetaData } from "hyparquet";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { writeParquet } from "../export/export-parquet.ts";
import { refuseCodecs } from "./parquet-codecs.ts";
import { decodeData, readData } from "./read-data.ts";
import { decodeParquet } from "./read-parquet.ts";

const folder = temporaryFolder();

/** A Parquet file of one query's rows, written by the engine. */
async function parquetOf(name: string, query: string, codec = "snappy"): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const path = join(folder, name);
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet, CODEC ${codec})`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

async function tableOf(path: string, name = "data/x.parquet") {
  const { cells } = await readData(path, { name });
  return requireTable(typeTable(cells, { name: "x" }));
}
const columnOf = async (path: string, name: string) => {
  const column = findColumn(await tableOf(path), name);
  return column && [column.kind, ...Array.from<unknown>(column.values as ArrayLike<unknown>)];
};

describe("decodeParquet", () => {
  it("reads numbers, text, dates and gaps by the file's own types", async () => {
    const path = await parquetOf(
      "types.parquet",
      `SELECT * FROM (VALUES
        (1::BIGINT, '010', 1.5::DOUBLE, DATE '2024-05-31', TIMESTAMP '2024-05-31 00:00:00', true, NULL::DOUBLE, NULL::VARCHAR),
        (NULL, NULL, NULL, NULL, TIMESTAMP '1969-12-31 23:59:58', NULL, NULL, NULL)
      ) t(whole, code, real, day, moment, yes, empty_number, empty_text)`,
    );
    expect(await columnOf(path, "whole")).toEqual(["number", 1, Number.NaN]);
    expect(await columnOf(path, "code")).toEqual(["label", "010", null]);
    expect(await columnOf(path, "real")).toEqual(["number", 1.5, Number.NaN]);
    expect(await columnOf(path, "day")).toEqual(["label", "2024-05-31", null]);
    expect(await columnOf(path, "moment")).toEqual(["label", "2024-05-31", "1969-12-31T23:59:58"]);
    expect(await columnOf(path, "yes")).toEqual(["number", 1, Number.NaN]);
    expect(await columnOf(path, "empty_number")).toEqual(["number", Number.NaN, Number.NaN]);
    expect(await columnOf(path, "empty_text")).toEqual(["label", null, null]);
    const { source, lines } = await tableOf(path);
    expect([source?.file, source?.sha256]).toEqual(["data/x.parquet", expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect([...(lines ?? [])]).toEqual([1, 2]); // no row is a header
  });

  it("gives the double nearest to a decimal of any width, and of either sign", async () => {
    const texts = ["0.3", "-0.7", "12345678901234567.1", "-0.1", "99999999999.9"];
    for (const width of [4, 9, 18, 38]) {
      const fitting = texts.filter((text) => text.replace(/\D/g, "").length <= width);
      const path = await parquetOf(
        `decimal${width}.parquet`,
        fitting.map((text) => `SELECT CAST('${text}' AS DECIMAL(${width},1)) AS v`).join(" UNION ALL "),
      );
      expect(await columnOf(path, "v")).toEqual(["number", ...fitting.map(Number)]);
    }
  });

  it("refuses a whole number that no double holds, an infinity, and a list, each with its column", async () => {
    const big = await refusalOf(tableOf(await parquetOf("big.parquet", "SELECT 9007199254740993::BIGINT AS id")));
    expect(big.message).toBe("data/x.parquet: 9007199254740993 in column id has more digits than a number can hold");
    expect(big.problems[0]?.place).toEqual({ file: "data/x.parquet", column: "id", row: 1 });
    const wide = await parquetOf("wide.parquet", "SELECT 9007199254740993::DECIMAL(20, 0) AS id");
    expect((await refusalOf(tableOf(wide))).message).toBe(big.message);
    const endless = await refusalOf(tableOf(await parquetOf("inf.parquet", "SELECT 'inf'::DOUBLE AS v")));
    expect(endless.code).toBe("parquet-infinite");
    const list = await refusalOf(tableOf(await parquetOf("list.parquet", "SELECT [1, 2] AS v")));
    expect(list.message).toBe("data/x.parquet: column v holds lists or records, expected numbers or text");
  });

  it("takes a text of digits for a text, and numbers for the role that they are asked to play", async () => {
    const path = await parquetOf("kinds.parquet", "SELECT '12' AS zip, 110000 AS adcode, 2019 AS year, 3 AS jobs");
    const { cells } = await readData(path);
    expect(cells.kinds).toEqual(["label", "number", "number", "number"]);
    const asked = requireTable(typeTable(cells, { name: "x", roles: { value: "zip", industry: "jobs" } }));
    expect(findColumn(asked, "zip")).toMatchObject({ kind: "number", values: Float64Array.of(12) });
    expect(findColumn(asked, "jobs")).toMatchObject({ kind: "label", values: ["3"] });
    expect(await columnOf(path, "zip")).toEqual(["label", "12"]);
    expect(await columnOf(path, "adcode")).toEqual(["label", "110000"]); // a code by its name, as in CSV
    expect(findColumn(await tableOf(path), "year")).toMatchObject({ unit: "year" });
  });

  it("is typed as the same table in CSV is: units from headers, roles, flags, notes, account", async () => {
    const csv = [
      "code,year,地区生产总值（亿元）,GDP (100 million yuan),备注",
      "110000,2019,35371.28,27.148,",
      "120000,2019,,1e-300,估算",
      "130000,2019,-0.1,123456789.125,",
    ].join("\n");
    const { cells: written } = await decodeData(new TextEncoder().encode(csv), "x.csv");
    const path = join(folder, "twin.parquet");
    await writeParquet(requireTable(typeTable(written, { name: "x" })), path);
    const { cells } = await readData(path);
    for (const roles of [{}, { place: "code", year: "year", flag: "备注" }]) {
      const [a, b] = [typeTable(written, { name: "x", roles }), typeTable(cells, { name: "x", roles })];
      expect(b.table?.columns).toEqual(a.table?.columns);
      expect(b.account).toEqual(a.account);
      expect(b.notes.map(({ text }) => text)).toEqual(a.notes.map(({ text }) => text));
    }
    const columns = requireTable(typeTable(cells, { name: "x" })).columns;
    const units = columns.map((column) => (column.kind === "number" ? column.unit : null));
    expect(units).toEqual([null, "year", "亿元", "100 million yuan", null]);
  });

  it("gives every number back to the bit", async () => {
    const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0);
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (values) => {
        const path = join(folder, "bits.parquet");
        await writeParquet(makeTable("bits", [], [numbers("v", "1", values)]), path);
        const plain = values.map((value) => (Object.is(value, -0) ? 0 : value)); // as text, -0 is 0
        expect(await columnOf(path, "v")).toEqual(["number", ...plain]);
      }),
      { numRuns: 20 },
    );
  });

  it("reads times with all their digits, as of Greenwich only where the file says so, and times of a day", async () => {
    const path = await parquetOf(
      "times.parquet",
      `SELECT * FROM (VALUES
        (TIMESTAMP '2015-06-30 12:00:00.123456', TIMESTAMPTZ '2015-06-30 12:00:00.5+00', TIMESTAMP_NS '1969-12-31 23:59:59.123456789', TIME '12:30:01.000005'),
        (TIMESTAMP '2015-06-30 00:00:00', NULL, TIMESTAMP_NS '2015-06-30 12:00:00', TIME '00:00:00')
      ) t(wall, greenwich, fine, clock)`,
    );
    expect(await columnOf(path, "wall")).toEqual(["label", "2015-06-30T12:00:00.123456", "2015-06-30"]);
    expect(await columnOf(path, "greenwich")).toEqual(["label", "2015-06-30T12:00:00.5Z", null]);
    expect(await columnOf(path, "fine")).toEqual(["label", "1969-12-31T23:59:59.123456789", "2015-06-30T12:00:00"]);
    expect(await columnOf(path, "clock")).toEqual(["label", "12:30:01.000005", "00:00:00"]);
  });

  it.each(["gzip", "brotli", "zstd", "lz4_raw", "snappy", "uncompressed"])(
    "reads what is packed by %s",
    async (codec) => {
      const query = "SELECT range AS i, range % 7 || '北京' AS place FROM range(60000)";
      const path = await parquetOf(`${codec}.parquet`, query, codec);
      expect(await columnOf(path, "i")).toEqual(["number", ...Array(60_000).keys()]);
      expect((await columnOf(path, "place"))?.at(-1)).toBe(`${59_999 % 7}北京`);
    },
  );

  it("names what it does not unpack", () => {
    const metadata = { row_groups: [{ columns: [{ meta_data: { codec: "LZO" } }] }] } as unknown as FileMetaData;
    expect(() => refuseCodecs(metadata, "x.parquet")).toThrow(
      /^x\.parquet is Parquet packed by LZO, expected one of UNCOMPRESSED, SNAPPY, GZIP, BROTLI, ZSTD, LZ4, LZ4_RAW/,
    );
  });

  it("refuses a file without rows", async () => {
    expect((await refusalOf(tableOf(await parquetOf("none.parquet", "SELECT 1 AS a WHERE false")))).code).toBe(
      "file-header-only",
    );
  });

  it("refuses more cells than the memory holds, though the file be small", async () => {
    const bytes = readFileSync(await parquetOf("many.parquet", "SELECT 1 AS a, 2 AS b FROM range(1000000)"));
    expect(bytes.length).toBeLessThan(10_000);
    const error = await refusalOf(decodeParquet(bytes, "x.parquet", 1e6));
    expect(error.message).toBe("x.parquet has 2000000 cells, expected at most 1000000");
  });

  it("gives back what was exported", async () => {
    const table = makeTable(
      "made",
      ["place"],
      [labels("place", ["北京", "b", null]), numbers("v", "person", [0.1, Number.NaN, -1e-300])],
    );
    const path = join(folder, "deep", "made.parquet");
    await writeParquet(table, path);
    expect(await columnOf(path, "place")).toEqual(["label", "北京", "b", null]);
    expect(await columnOf(path, "v")).toEqual(["number", 0.1, Number.NaN, -1e-300]);
  });

  it("answers a damaged file with a refusal", async () => {
    const sound = readFileSync(await parquetOf("sound.parquet", "SELECT range AS i, 'x' || range AS t FROM range(50)"));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sound.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const damaged = cut ? sound.subarray(0, at) : Uint8Array.from(sound);
          if (!cut) damaged[at] = (damaged[at] as number) ^ by;
          try {
            await decodeParquet(damaged, "x.parquet");
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
