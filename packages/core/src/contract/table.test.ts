import { describe, expect, it } from "vitest";
import { same } from "../language/text.ts";
import {
  codeOf,
  findColumn,
  ifAny,
  labelOf,
  labels,
  makeTable,
  numberOf,
  numbers,
  tableOf,
  takeRows,
  wordsOf,
} from "./table.ts";

interface City {
  readonly name: string;
  readonly people?: number;
  readonly year?: number;
  readonly size: "large" | "small" | null;
}
const words = { large: { en: "large city", zh: "大城市" }, small: { en: "small city", zh: "小城市" } };
const cities: City[] = [
  { name: "a", people: 5, size: "large" },
  { name: "b", size: null },
];
const name = labelOf("city", { en: "city", zh: "城市" }, (row: City) => row.name);
const year = ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, (row: City) => row.year));

describe("tableOf", () => {
  const table = tableOf(
    "cities",
    ["city", "year"],
    cities,
    [
      name,
      year,
      numberOf("people", "person", { en: "people", zh: "人口" }, ({ people }) => people),
      codeOf(
        "size",
        { en: "size", zh: "规模" },
        ({ size }) => size,
        ({ size }) => (size === null ? null : words[size]),
      ),
    ],
    { title: { en: "Cities", zh: "城市" } },
  );

  it("takes each column from the rows, a code with its words, gaps as gaps", () => {
    expect(table.columns.map((column) => column.name)).toEqual(["city", "people", "size", "size_en", "size_zh"]);
    expect(findColumn(table, "people")?.values).toEqual(Float64Array.of(5, Number.NaN));
    expect(findColumn(table, "size")?.values).toEqual(["large", null]);
    expect(findColumn(table, "size_en")?.values).toEqual(["large city", null]);
    expect(findColumn(table, "size_zh")?.values).toEqual(["大城市", null]);
    expect(table.title?.zh).toBe("城市");
  });

  it("titles words by what they are in their own language", () => {
    const title = (column: string) => findColumn(table, column)?.title;
    expect(title("size")).toEqual({ en: "size (code)", zh: "规模（代码）" });
    expect(title("size_en")).toEqual({ en: "size", zh: "规模（英文）" });
    expect(title("size_zh")).toEqual({ en: "size (Chinese)", zh: "规模" });
  });

  it("leaves a column out of table and key where no row has a value, and keeps it where one has", () => {
    expect(table.key).toEqual(["city"]);
    const dated = tableOf("cities", ["city", "year"], [{ ...cities[0], year: 2020 }, cities[1]], [name, year]);
    expect(dated.key).toEqual(["city", "year"]);
    expect(findColumn(dated, "year")?.values).toEqual(Float64Array.of(2020, Number.NaN));
    const words = ifAny(wordsOf("size", same("size"), () => null));
    expect(tableOf("cities", [], cities, [name, words]).columns.length).toBe(1);
  });

  it("makes an empty table with its columns, and refuses a key that no column has", () => {
    expect(tableOf("cities", ["city"], [], [name])).toMatchObject({ rows: 0, key: ["city"] });
    expect(() => tableOf("cities", ["town"], cities, [name])).toThrow("table cities: no key column town");
  });
});

describe("makeTable", () => {
  it("refuses columns of unequal length", () => {
    expect(() => makeTable("t", [], [labels("a", ["x"]), numbers("b", "1", [1, 2])])).toThrow(
      "table t: column b has 2 rows, expected 1",
    );
  });

  it("refuses two columns of one name", () => {
    expect(() => makeTable("t", [], [labels("a", ["x"]), numbers("a", "1", [1])])).toThrow(
      "table t: two columns are called a",
    );
  });
});

describe("takeRows", () => {
  it("keeps flags and file rows with their values", () => {
    const value = numbers("v", "1", [1, 2, 3], { flags: [null, "estimated", null], lines: Uint32Array.of(2, 3, 4) });
    const taken = takeRows({ ...makeTable("t", [], [value]), lines: Uint32Array.of(2, 3, 4) }, [2, 1]);
    expect(taken).toMatchObject({ rows: 2, lines: Uint32Array.of(4, 3) });
    expect(taken.columns[0]).toMatchObject({
      values: Float64Array.of(3, 2),
      flags: [null, "estimated"],
      lines: Uint32Array.of(4, 3),
    });
  });
});
