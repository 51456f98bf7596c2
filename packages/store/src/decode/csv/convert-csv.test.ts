import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireTable, tableToCsv, typeTable, withFlagColumns } from "@conurb/core/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../../test/temporary.ts";
import { decodeCsv } from "../decode-csv.ts";
import { decodeParquet } from "../read-parquet.ts";
import { convertCsv } from "./convert-csv.ts";
import { surveyCsv } from "./survey-csv.ts";

const folder = temporaryFolder();

async function streamed(bytes: Uint8Array | string, ending: "csv" | "parquet") {
  const [from, to] = [join(folder, "from.csv"), join(folder, `to.${ending}`)];
  writeFileSync(from, bytes);
  const survey = await surveyCsv(from, { name: "mine" });
  expect(survey.problems).toEqual([]);
  await convertCsv(from, "mine", survey, to);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  return readFileSync(to);
}

async function held(bytes: Uint8Array) {
  const { cells } = await decodeCsv(bytes, "from.csv");
  return requireTable(typeTable(cells, { name: "mine" }));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const cell = fc.constantFrom("1", "-2.50", "1,234.5", "12.3%", "0.5", "…", "缺", "", "２０", "1e3", "n.a.");
const word = fc.constantFrom("北京", "=A1+1", 'say "hi"', "a,b", "", " x ", "-", "a\nb", "无");

describe("convertCsv", () => {
  it("writes byte for byte what the table in memory would be written as", async () => {
    const sheet = fc.array(fc.tuple(word, cell, cell), { minLength: 1, maxLength: 20 });
    const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    await fc.assert(
      fc.asyncProperty(sheet, async (rows) => {
        const lines = rows.map(([name, ...figures]) => ["甲", name, ...figures].map(quoted).join(","));
        const bytes = utf8(["region,name,v,share (percent)", ...lines].join("\n"));
        const typed = typeTable((await decodeCsv(bytes, "from.csv")).cells, { name: "mine" });
        fc.pre(typed.problemCount === 0 && typed.table !== undefined);
        expect((await streamed(bytes, "csv")).toString()).toBe(tableToCsv(requireTable(typed)));
      }),
      { numRuns: 200 },
    );
  });

  it("reads GB18030 and other line ends, and gives percent in the column's unit", async () => {
    const gb = Buffer.from([
      0xb3, 0xc7, 0xca, 0xd0, 0x2c, 0x76, 0x0d, 0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0x31, 0x2e, 0x30, 0x0d,
    ]);
    expect((await streamed(gb, "csv")).toString()).toBe("城市,v\r\n北京,1\r\n");
    // a column in plain numbers by its head: 45% is .45
    const made = await streamed("place,share (1/1)\na,45%\nb,12.5%\n", "csv");
    expect(made.toString()).toBe(tableToCsv(await held(utf8("place,share (1/1)\na,45%\nb,12.5%\n"))));
  });

  it("writes the year alone of one that says more, and what it says behind each figure", async () => {
    const text = "place,year,v,v_flag,w\na,2017,1,x,5\na,2018(快报),2,y,\na,2019年（预计）,3,z,7\n";
    const table = await held(utf8(text));
    expect((await streamed(text, "csv")).toString()).toBe(tableToCsv({ ...table, columns: withFlagColumns(table) }));
    expect((await streamed(text, "csv")).toString()).toBe(
      "place,year,v,v_flag_,v_flag,w,w_flag\r\na,2017,1,,x,5,\r\na,2018,2,vintage,y,,vintage\r\na,2019,3,vintage,z,7,vintage\r\n",
    );
    const cells = await decodeParquet(await streamed(text, "parquet"), "to.parquet");
    expect(cells.rows[0]).toEqual(["place", "year", "v", "v_flag_", "v_flag", "w", "w_flag"]);
  });

  it("says in both languages that a file was changed between the survey and the writing", async () => {
    const [from, to] = [join(folder, "changing.csv"), join(folder, "changed.csv")];
    writeFileSync(from, "place,v\na,1.5\n");
    const survey = await surveyCsv(from, { name: "mine" });
    writeFileSync(from, "place,v\na,b\n");
    const { problems } = await refusalOf(convertCsv(from, "mine", survey, to));
    expect(problems).toMatchObject([{ code: "file-changed" }]);
    expect(problems[0]?.text).toEqual({
      en: `${survey.file} was changed while it was read`,
      zh: `${survey.file} 在读取过程中被改动`,
    });
  });

  it("writes Parquet with types, gaps and units, in the order of the rows", async () => {
    const text = 'code,name,jobs (10000 person)\n001,"=sum, ""x""",1.5\n002,,缺\n003,北京,"1,234"\n';
    await streamed(text, "parquet");
    const bytes = readFileSync(join(folder, "to.parquet"));
    const cells = await decodeParquet(bytes, "to.parquet");
    expect(cells.rows).toEqual([
      ["code", "name", "jobs (10000 person)"],
      ["001", '=sum, "x"', "1.5"],
      ["002", "", ""],
      ["003", "北京", "1234"],
    ]);
    expect(cells.kinds).toEqual(["label", "label", "number"]);
    expect(bytes.toString("latin1")).toContain('"unit":"10000 person"');
  });
});
