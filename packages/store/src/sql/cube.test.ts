import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findColumn, hashOf, labels, makeTable, numbers, random, type Table } from "@conurb/core/contract";
import { sumBy, tableToCsv } from "@conurb/core/tables";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { writeParquet } from "../export/export-parquet.ts";
import { cube, cubeSums } from "./cube.ts";
import { type CubeQuery, cubeQuery } from "./cube-query.ts";
import { openDuckDb } from "./duckdb.ts";

const folder = temporaryFolder();

/** Micro-data: places x industries x years, decimals of two and four digits of either sign, gaps, and a group of gaps alone. */
function microData(rows: number): Table {
  const stream = random(7, "micro-data");
  const pick = (n: number) => stream.integer(n);
  const place = Array.from({ length: rows }, () => `${110000 + 100 * pick(60)}`);
  const industry = Array.from({ length: rows }, () => "ABCDEFGHIJ"[pick(10)] as string);
  const year = Array.from({ length: rows }, () => 2010 + pick(5));
  const gap = (row: number) => stream.uniform() < 0.05 || (place[row] === "110000" && industry[row] === "A");
  const output = place.map((_, row) => (gap(row) ? Number.NaN : Number(`${pick(2e9) - 5e8}e-4`)));
  const staff = place.map((_, row) => (gap(row) ? Number.NaN : Number(`${pick(1e6)}e-2`)));
  return makeTable(
    "firms",
    [],
    [
      labels("place", place),
      labels("industry", industry),
      numbers("year", "year", year),
      numbers("output", "10000 yuan", output),
      numbers("staff", "person", staff),
    ],
  );
}

const query: CubeQuery = {
  from: "firms",
  by: ["place", "industry", { column: "year", kind: "integer" }],
  sum: [
    { column: "output", scale: 4, unit: "10000 yuan" },
    { column: "staff", scale: 2, unit: "person" },
  ],
};
const firms = microData(100_000);
const parquet = join(folder, "firms.parquet");
const csv = join(folder, "firms.csv");
const written = writeParquet(firms, parquet).then(() => writeFileSync(csv, tableToCsv(firms)));

async function over<T>(path: string, work: (port: Awaited<ReturnType<typeof openDuckDb>>) => Promise<T>, threads = 2) {
  await written;
  const port = await openDuckDb({ files: { firms: path }, threads });
  return work(port).finally(() => port.close());
}

describe("cube", () => {
  it("binds every statement, then runs it", async () => {
    const statements: CubeQuery[] = [
      query,
      { from: "firms", by: [], sum: [], count: "rows_all" },
      { ...query, by: ["place"], count: "n", where: [{ column: "year", is: "<=", value: 2012 }] },
      { ...query, by: ["industry"], where: [{ column: "place", is: "in", values: ["110000", "110100"] }] },
      {
        ...query,
        where: [
          { column: "output", is: "not null" },
          { column: "staff", is: "null" },
        ],
      },
      ...(["=", "<>", "<", "<=", ">", ">="] as const).map(
        (is): CubeQuery => ({ ...query, where: [{ column: "industry", is, value: "C" }] }),
      ),
    ];
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      "CREATE TABLE firms (place VARCHAR, industry VARCHAR, year BIGINT, output DOUBLE, staff DOUBLE)",
    );
    for (const each of statements) {
      const { sql, parameters } = await cubeQuery(each, "duckdb");
      const prepared = await connection.prepare(sql);
      expect(prepared.parameterCount).toBe(parameters.length);
    }
    connection.closeSync();
    instance.closeSync();
    await over(parquet, async (port) => {
      for (const each of statements) expect((await cube(port, each)).columns.length).toBeGreaterThan(0);
    });
  });

  it.each([
    ["Parquet", parquet],
    ["CSV", csv],
  ])("of 100,000 rows of %s is what sumBy gives, to the last bit", async (_, path) => {
    const twin = sumBy(firms, ["place", "industry", "year"], ["output", "staff"]);
    const { sums } = await over(path, (port) => cubeSums(port, query));
    expect(sums.rows).toBe(twin.rows);
    expect(hashOf(sums.by.map(({ values }) => values))).toBe(hashOf(twin.by.map(({ values }) => values)));
    sums.measures.forEach((measure, at) => {
      const other = twin.measures[at];
      expect([measure.name, measure.unit]).toEqual([other?.name, other?.unit]);
      expect(measure.sums).toEqual(other?.sums);
      expect(measure.present).toEqual(other?.present);
      expect(measure.missing).toEqual(other?.missing);
    });
  });

  it("gives the same bytes on one thread and on two, from Parquet and from CSV", async () => {
    const hashes = new Set<string>();
    for (const threads of [1, 2, 2, 2]) {
      for (const path of [parquet, csv]) {
        hashes.add(hashOf((await over(path, (port) => cube(port, query), threads)).columns));
      }
    }
    expect(hashes.size).toBe(1);
  });

  it("is keyed and sorted, with units, and with the count of rows where asked", async () => {
    const table = await over(parquet, (port) => cube(port, { ...query, by: ["place"], count: "firms_counted" }));
    expect(table.key).toEqual(["place"]);
    const places = findColumn(table, "place")?.values as string[];
    expect(places).toEqual([...places].sort());
    const output = findColumn(table, "output");
    expect(output?.kind === "number" && output.unit).toBe("10000 yuan");
    const counts = findColumn(table, "firms_counted")?.values as Float64Array;
    expect(counts.reduce((all, count) => all + count, 0)).toBe(100_000);
  });

  it("by hand: 0.1 + 0.2 is 0.3, gaps alone are a gap, zeros are zero", async () => {
    await written;
    const path = join(folder, "hand.csv");
    writeFileSync(
      path,
      "place,v,founded\na,0.1,2019-12-31\na,0.2,2020-01-01\nb,,2020-05-05\nc,0,\nc,-0.0,2020-05-05\n",
    );
    const port = await openDuckDb({ files: { hand: path } });
    const byPlace = await cube(port, { from: "hand", by: ["place"], sum: [{ column: "v", scale: 1 }] });
    expect(findColumn(byPlace, "v")?.values).toEqual(Float64Array.of(0.3, Number.NaN, 0));
    const byYear = await cube(port, {
      from: "hand",
      by: [{ column: "founded", kind: "year-of", as: "year" }],
      sum: [],
      count: "n",
    });
    await port.close();
    expect(findColumn(byYear, "year")?.values).toEqual(Float64Array.of(Number.NaN, 2019, 2020));
    expect(findColumn(byYear, "n")?.values).toEqual(Float64Array.of(1, 1, 3));
  });

  it("adds figures of more than 18 digits exactly: 90071992547409931.5 + 0.5, where doubles would give ...936", async () => {
    const path = join(folder, "long.csv");
    writeFileSync(path, "place,v,w\na,90071992547409931.5,1\na,0.5,123456789012345678.25\na,-90071992547409931.5,-1\n");
    const port = await openDuckDb({ files: { long: path } });
    const { sql, parameters } = await cubeQuery(
      {
        from: "long",
        by: [],
        sum: [
          { column: "v", scale: 1 },
          { column: "w", scale: 2 },
        ],
        where: [{ column: "w", is: ">", value: 0 }],
      },
      "duckdb",
    );
    const { v, w } = await port.run({ sql, parameters });
    await port.close();
    expect([v, w]).toEqual([["90071992547409932.0"], ["123456789012345679.25"]]);
  });

  it("refuses to round a figure in silence", async () => {
    const rounded = { ...query, sum: [{ column: "output", scale: 3 }] };
    const error = await refusalOf(over(parquet, (port) => cube(port, rounded)));
    expect(error.code).toBe("sql-rounded");
    expect(error.hint?.en).toBe("raise the scale of the measure, so that the sum is exact");
  });

  it("takes not-a-number in a file for a gap", async () => {
    const path = join(folder, "nan.parquet");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 'a' AS place, 'NaN'::DOUBLE AS v UNION ALL SELECT 'a', 2) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const port = await openDuckDb({ files: { t: path } });
    const { sums } = await cubeSums(port, { from: "t", by: ["place"], sum: [{ column: "v", scale: 0 }] });
    await port.close();
    expect([sums.measures[0]?.sums, sums.measures[0]?.missing]).toEqual([Float64Array.of(2), Uint32Array.of(1)]);
  });
});

describe("openDuckDb", () => {
  it("reads no other file, writes none, and lets no setting be changed", async () => {
    const other = join(folder, "other.csv");
    writeFileSync(other, "a\n1\n");
    await over(parquet, async (port) => {
      for (const sql of [
        `SELECT * FROM read_csv('${other}')`,
        `COPY (SELECT 1) TO '${join(folder, "made.csv")}'`,
        `ATTACH '${join(folder, "made.db")}'`,
        "INSTALL spatial",
        "SET enable_external_access = true",
      ]) {
        await expect(port.run({ sql, parameters: [] })).rejects.toThrow(/disabled|locked/);
      }
    });
  });

  it("reads the file of that name, and none that its name would fit as a pattern", async () => {
    for (const [name, value] of Object.entries({ "x[1].csv": 1000, "x1.csv": 1 }))
      writeFileSync(join(folder, name), `place,v\na,${value}\n`);
    const port = await openDuckDb({ files: { x: join(folder, "x[1].csv") } });
    const table = await cube(port, { from: "x", by: ["place"], sum: [{ column: "v", scale: 0 }] });
    expect(findColumn(table, "v")?.values[0]).toBe(1000);
    await port.close();
  });

  it("refuses a missing file, a file that is none, an unknown column, and a word for a number", async () => {
    expect((await refusalOf(openDuckDb({ files: { firms: join(folder, "no.parquet") } }))).code).toBe("file-missing");
    const false_ = join(folder, "false.parquet");
    writeFileSync(false_, "a,b\n1,2\n");
    expect((await refusalOf(openDuckDb({ files: { firms: false_ } }))).code).toBe("sql-file");
    const unknown = await refusalOf(over(parquet, (port) => cube(port, { ...query, by: ["city"] })));
    expect(unknown.message).toContain('column named "city"');
    const word = join(folder, "word.csv");
    writeFileSync(word, "place,v\na,many\n");
    const port = await openDuckDb({ files: { t: word } });
    const error = await refusalOf(cube(port, { from: "t", by: ["place"], sum: [{ column: "v", scale: 0 }] }));
    await port.close();
    expect([error.code, error.message]).toEqual(["sql-value", expect.stringContaining("many")]);
  });
});
