import { findColumn } from "@conurb/core/contract";
import { requireTable, typeTable } from "@conurb/core/tables";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { decodeData } from "./read-data.ts";

const read = (value: unknown, options = {}) =>
  decodeData(new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)), "x.json", options);

describe("decodeJson", () => {
  it("reads records, keys in the order of their coming", async () => {
    const { cells, format, encoding } = await read([
      { code: "010", v: 1.5 },
      { v: null, ok: true, code: "020" },
    ]);
    expect([format, encoding]).toEqual(["json", "utf-8"]);
    expect(cells.rows).toEqual([
      ["code", "v", "ok"],
      ["010", "1.5", ""],
      ["020", "", "1"],
    ]);
    expect(cells.kinds).toEqual(["label", "number", "number"]);
    expect(Array.from(cells.lines ?? [])).toEqual([0, 1, 2]);
  });

  it("reads columns and rows, and the tables of calc --json with titles and units", async () => {
    expect((await read({ columns: ["a", "b"], rows: [[1, "x"], { b: "y" }] })).cells.rows).toEqual([
      ["a", "b"],
      ["1", "x"],
      ["", "y"],
    ]);
    const table = {
      columns: [
        { name: "place", unit: null, title: { en: "Place", zh: "城市" } },
        { name: "gdp", unit: "100 million yuan", title: { en: "Output", zh: "产出" } },
      ],
      rows: [{ place: "A", gdp: 1 }],
    };
    const { cells } = await read({ method: "x", tables: { shares: table } });
    const typed = requireTable(typeTable(cells, { name: "x" }));
    expect(findColumn(typed, "gdp")).toMatchObject({
      unit: "100 million yuan",
      title: { zh: "产出 (100 million yuan)" },
    });
    expect(cells.sheet).toBe("shares");
    const several = { tables: { a: table, b: table } };
    expect((await refusalOf(read(several))).message).toBe("x.json holds several tables: a, b");
    expect((await read(several, { layer: "b" })).cells.sheet).toBe("b");
  });

  it("reads records and features that stand one a line", async () => {
    const plain = await decodeData(Buffer.from('{"code":"010","v":1}\r\n\n{"code":"020"}\n'), "x.ndjson");
    expect([plain.format, plain.notes, plain.cells.rows]).toEqual([
      "json",
      undefined,
      [
        ["code", "v"],
        ["010", "1"],
        ["020", ""],
      ],
    ]);
    const feature = (name: string) =>
      JSON.stringify({ type: "Feature", properties: { name }, geometry: { type: "Point", coordinates: [116, 40] } });
    const map = await decodeData(Buffer.from(`${feature("a")}\n${feature("b")}\n`), "x.geojsonl");
    expect(map.cells.rows.slice(1)).toEqual([
      ["a", "116", "40"],
      ["b", "116", "40"],
    ]);
    expect((await refusalOf(read('{"a":1}\n{"a":\n'))).code).toBe("json-broken");
  });

  it.each([
    ['[{"a":1},', "json-broken"],
    ['{"a":1}', "json-shape"],
    ["[[1,2]]", "json-shape"],
    ["[]", "file-header-only"],
    ['[{"a":{"b":1}}]', "json-cell"],
    ['[{"code":110000000000000001}]', "json-integer-inexact"],
    ['{"columns":["a","a"],"rows":[[1,2]]}', "json-column-twice"],
    ['{"columns":["a"],"rows":[[1,2]]}', "json-row"],
    ['{"columns":["a"],"rows":[{"b":2}]}', "json-column-unknown"],
    ['{"tables":{"a":{}}}', "json-shape"],
  ])("refuses %s", async (text, code) => {
    expect((await refusalOf(read(text))).code).toBe(code);
  });

  it("reads JSON with a byte order mark, and says that a name fits another format", async () => {
    const bytes = new TextEncoder().encode('\ufeff[{"a":1}]');
    const data = await decodeData(bytes, "x.csv");
    expect([data.format, data.notes?.[0]?.text.zh]).toEqual([
      "json",
      "x.csv 按内容为 JSON，与扩展名不符：已按内容读取",
    ]);
  });
});
