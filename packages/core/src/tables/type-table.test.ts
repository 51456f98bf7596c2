import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import type { NumberColumn, Table } from "../contract/table.ts";
import type { Cells } from "./cells.ts";
import { requireTable, type TableSchema, type TypedTable, typeTable } from "./type-table.ts";

const sheet = (...rows: (readonly string[])[]): Cells => ({ file: "panel.csv", rows });
const mine: TableSchema = { name: "mine" };
const codes = (problems: TypedTable["problems"]) => problems.map(({ code }) => code);
const column = (typed: TypedTable, name: string) => typed.table?.columns.find((each) => each.name === name);
const balances = ({ account }: TypedTable) =>
  account.read + account.flagged + account.missing + account.refused === account.cells;

describe("typeTable, guessing", () => {
  const typed = typeTable(
    sheet(
      ["place", "code", "adcode", "year", "gdp (亿元)", "growth", "share", "note", "empty"],
      ["北京", "000001", "110000", "2015", "1,234.5", "6.5%", "0.5", "", ""],
      ["", "", "", "", "", "", "", "", ""],
      ["天津", "000002", "120000", "2016", "...", "７％", "-", "old", ""],
    ),
    mine,
  );

  it("tells numbers from labels, codes and years", () => {
    expect(typed.problems).toEqual([]);
    expect(typed.table?.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["place", "label"],
      ["code", "label"],
      ["adcode", "label"],
      ["year", "number"],
      ["gdp (亿元)", "number"],
      ["growth", "number"],
      ["share", "number"],
      ["note", "label"],
      ["empty", "label"],
    ]);
    expect(column(typed, "code")?.values).toEqual(["000001", "000002"]);
    expect([...(column(typed, "gdp (亿元)") as NumberColumn).values]).toEqual([1234.5, Number.NaN]);
    expect(column(typed, "growth")).toMatchObject({ unit: "percent", values: Float64Array.of(6.5, 7) });
    expect(column(typed, "year")).toMatchObject({ unit: "year" });
  });

  it("takes a unit from the header and says so, and names the columns without one", () => {
    expect(column(typed, "gdp (亿元)")).toMatchObject({ unit: "亿元" });
    expect(codes(typed.notes)).toEqual(["unit-from-header", "unit-undeclared"]);
    expect(typed.notes[1]?.text.en).toBe("mine: no unit is declared for share: taken as plain numbers");
  });

  it("keeps file rows over a row left blank, and accounts for every cell", () => {
    expect([...(typed.table?.lines ?? [])]).toEqual([2, 4]);
    // 2 rows of 9: missing are ..., -, one note and two cells of the empty column
    expect(typed.account).toEqual({ cells: 18, read: 13, flagged: 0, missing: 5, refused: 0 });
  });

  it("uses the rows' numbers in the file where they are given", () => {
    const { table } = typeTable({ file: "f", sheet: "s", rows: [["a"], ["x"]], lines: [7, 9] }, mine);
    expect([...(table?.lines ?? [])]).toEqual([9]);
  });

  it("takes the file's word for what a column holds, before the looks of its cells and after the schema's", () => {
    const rows = [
      ["a", "b", "c", "code"],
      ["12", "", "1", "7"],
    ];
    const { table, notes } = typeTable(
      { file: "f.parquet", rows, lines: [0, 1], kinds: ["label", "number", "label", "number"] },
      { name: "mine", roles: { value: "c" } },
    );
    expect(table?.columns.map(({ kind }) => kind)).toEqual(["label", "number", "number", "label"]);
    expect([...(table?.lines ?? [])]).toEqual([1]);
    expect(notes.map(({ place }) => place)).toEqual([{ file: "f.parquet" }]); // no unit; the header is in no row
  });

  it("does not take a mix of cells with and without a percent sign", () => {
    const { problems } = typeTable(sheet(["share"], ["12%"], ["0.13"]), mine);
    expect(problems[0]?.text.en).toBe('mine: column share holds "12%", and other cells have no such sign');
  });
});

describe("typeTable, by a schema", () => {
  it("collects every cell that is no number, with its place, and balances", () => {
    const typed = typeTable(sheet(["code", "gdp"], ["1", "n.d."], ["2", "12,5"], ["3", ""], ["4", "5"]), {
      name: "mine",
      fields: [{ name: "gdp", type: "number", unit: "亿元", title: { en: "GDP", zh: "地区生产总值" } }],
      roles: { place: "code" },
    });
    expect(typed.problems).toEqual([
      {
        code: "not-a-number",
        text: {
          en: 'mine: column gdp holds "n.d.", expected a number',
          zh: "mine：列 gdp 中出现“n.d.”，应为数字",
        },
        hint: {
          en: "mend the cell, or leave it empty if the figure is missing",
          zh: "请更正；如数据缺失请留空",
        },
        place: { file: "panel.csv", row: 2, column: "gdp" },
      },
      expect.objectContaining({ hint: { en: "write 12.5 with a decimal point", zh: "小数点请写作 12.5" } }),
    ]);
    expect(column(typed, "code")?.kind).toBe("label");
    expect(column(typed, "gdp")).toMatchObject({ unit: "亿元", title: { en: "GDP", zh: "地区生产总值" } });
    expect(typed.account).toEqual({ cells: 8, read: 5, flagged: 0, missing: 1, refused: 2 });
    expect(() => requireTable(typed)).toThrow(InputError);
  });

  it("makes a column numbers because of its role or its unit", () => {
    const cells = sheet(["p", "v", "w"], ["a", "x", "y"]);
    const { problems } = typeTable(cells, { name: "mine", roles: { value: "v" }, fields: [{ name: "w", unit: "人" }] });
    expect(problems.map(({ place }) => place?.column)).toEqual(["v", "w"]);
  });

  it("reads percent signs into the declared unit, and refuses them in another dimension", () => {
    const fields = (unit: string) => [{ name: "share", unit }];
    const cells = sheet(["share"], ["12.5%"], ["0.5"]);
    expect(column(typeTable(cells, { name: "mine", fields: fields("1") }), "share")?.values).toEqual(
      Float64Array.of(0.125, 0.5),
    );
    expect(typeTable(cells, { name: "mine", fields: fields("yuan") }).problems[0]?.text.en).toBe(
      'mine: column share is in yuan, but holds "12.5%"',
    );
  });

  it("takes declared marks as missing, and then no others", () => {
    const typed = typeTable(sheet(["p", "v"], ["a", ":"], ["b", "NA"], ["c", ""]), {
      name: "mine",
      fields: [{ name: "v", type: "number", unit: "1" }],
      missingValues: ["", ":"],
    });
    expect(typed.account).toMatchObject({ missing: 2, refused: 1 });
  });

  it("hands each row's flag to its values", () => {
    const typed = typeTable(sheet(["code", "year", "gdp", "flag"], ["1", "2015", "5", "old"], ["2", "2015", "6", ""]), {
      name: "mine",
      key: ["code", "year"],
      roles: { place: "code", year: "year", value: "gdp", flag: "flag" },
    });
    expect(column(typed, "gdp")).toMatchObject({ flags: ["old", null] });
    expect(column(typed, "year")).not.toHaveProperty("flags");
    expect(typed.account).toEqual({ cells: 8, read: 7, flagged: 1, missing: 0, refused: 0 });
  });

  it.each([
    [{ type: "integer" }, "1.5", 'mine: column v holds "1.5", expected a whole number'],
    [{ type: "year" }, "199x", 'mine: column v holds "199x", expected a year'],
    [{ type: "number", unit: "(x)" }, "1", 'mine: column v: unit "(x)": "(x)" is no word'],
  ])("refuses by type %j", (field, cell, expected) => {
    const { problems } = typeTable(sheet(["v"], [cell]), { name: "mine", fields: [{ name: "v", ...field }] });
    expect(problems[0]?.text.en).toBe(expected);
  });
});

describe("typeTable, on sheets that are broken", () => {
  it.each([
    [sheet(), ["file-empty"]],
    [sheet([]), ["file-empty"]],
    [sheet(["a", "b"]), ["file-without-rows"]],
    [sheet(["a", "a"], ["1", "2"]), ["column-repeated"]],
    [sheet(["a", ""], ["1", "2"]), ["column-unnamed"]],
    [sheet(["a", "b"], ["1"], ["1", "2", "3"]), ["row-ragged", "row-ragged"]],
  ])("%#", (cells, expected) => {
    const typed = typeTable(cells, mine);
    expect(codes(typed.problems)).toEqual(expected);
    expect(balances(typed)).toBe(true);
    expect(() => requireTable(typed)).toThrow();
  });

  it("forgives the empty margin of a spreadsheet and a byte order mark", () => {
    const typed = typeTable(sheet(["\uFEFFa", "", ""], ["1", "", ""], ["2", "", "", ""]), mine);
    expect(typed.problems).toEqual([]);
    expect(typed.table?.columns.map(({ name }) => name)).toEqual(["a"]);
  });

  it("names a declared column that is not there, with the one that was meant", () => {
    const { problems, table } = typeTable(sheet(["gpd"], ["1"]), { name: "mine", fields: [{ name: "gdp" }] });
    expect(table).toBeUndefined();
    expect(problems[0]?.text.en).toBe("mine: no column gdp; the columns are gpd");
    expect(problems[0]?.hint?.en).toBe("did you mean gpd?");
  });

  it("shows a thousand problems and counts the rest", () => {
    const typed = typeTable(sheet(["v"], ...Array.from({ length: 1500 }, () => ["x"])), {
      name: "mine",
      fields: [{ name: "v", type: "number" }],
    });
    expect([typed.problems.length, typed.problemCount]).toEqual([1000, 1500]);
    try {
      requireTable(typed);
    } catch (error) {
      const { problems } = error as InputError;
      expect(problems.length).toBe(1001);
      expect(problems[1000]?.text.en).toBe("and 500 more");
    }
  });

  it("takes no identity for a number that would lose its last digit", () => {
    const ids = ["110101199003077758", "110101199003077759"];
    const guessed = typeTable(sheet(["企业", "jobs"], [ids[0] as string, "5"], [ids[1] as string, "7"]), mine);
    expect(column(guessed, "企业")?.values).toEqual(ids);
    const told = typeTable(sheet(["企业"], ["5"], [ids[1] as string]), {
      ...mine,
      fields: [{ name: "企业", unit: "1" }],
    });
    expect(told.problems.map(({ code, text }) => [code, text.en])).toEqual([
      ["number-inexact", "mine: column 企业 holds 110101199003077759, which has more digits than a number can hold"],
    ]);
    expect(balances(told)).toBe(true);
  });

  it("throws nothing on any sheet, and the account balances", () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "1",
        "2015",
        "007",
        "12%",
        "x",
        "-",
        "人口(万人)",
        "__proto__",
        "constructor",
        "\uFEFF",
        "1,2",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
    const roles = fc.constantFrom({}, { place: "1", value: "x" }, { flag: "x", values: ["1", "007"] });
    const fields = fc.array(fc.record({ name: cell, type: fc.constantFrom("number", "string", "year", "integer") }), {
      maxLength: 2,
    });
    fc.assert(
      fc.property(rows, roles, fields, (given, part, declared) => {
        const typed = typeTable(sheet(...given), { name: "mine", roles: part, fields: declared });
        expect(balances(typed)).toBe(true);
        if (typed.problemCount === 0) expect(requireTable(typed).rows).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly roles?: Table["roles"];
  readonly schema: {
    readonly fields: { name: string; type: string; unit?: string }[];
    readonly primaryKey?: string | string[];
    readonly missingValues?: string[];
  };
}
const atlas = new URL("../../../atlas/", import.meta.url);
const packages = JSON.parse(readFileSync(new URL("atlas.json", atlas), "utf8")).packages as { name: string }[];

describe("the shipped figures", () => {
  it.each(packages.map(({ name }) => name))("of %s are typed without a problem, each cell accounted for", (name) => {
    const folder = new URL(`${name}/`, atlas);
    const { resources } = JSON.parse(readFileSync(new URL("datapackage.json", folder), "utf8")) as {
      resources: Resource[];
    };
    for (const { path, roles, schema } of resources) {
      const { data } = Papa.parse<string[]>(readFileSync(new URL(path, folder), "utf8"), { skipEmptyLines: true });
      const typed = typeTable(
        { file: path, rows: data },
        {
          name: path,
          fields: schema.fields.map(({ name: field, type, unit }) => ({
            name: field,
            type,
            ...(unit ? { unit } : {}),
          })),
          key: [schema.primaryKey ?? []].flat(),
          ...(roles ? { roles } : {}),
          ...(schema.missingValues ? { missingValues: schema.missingValues } : {}),
        },
      );
      expect(typed.problems).toEqual([]);
      expect(balances(typed)).toBe(true);
      expect(requireTable(typed).rows).toBe(data.length - 1);
    }
  });
});

it("takes what the file itself says of columns and cells: titles with their units, and why a cell is missing", () => {
  const cells = {
    file: "x.dta",
    rows: [
      ["place", "gdp", "jobs"],
      ["A", "1.5", ""],
      ["B", "", "2"],
    ],
    titles: [undefined, "Output (100 million yuan)", { en: "Jobs (person)", zh: "从业人员（人）" }],
    flags: [undefined, new Map([[2, "refused"]]), undefined],
  };
  const { table, account } = typeTable(cells, { name: "x", fields: [{ name: "jobs", type: "number" }] });
  const title = { en: "Output (100 million yuan)", zh: "Output (100 million yuan)" };
  expect(table?.columns[1]).toMatchObject({ unit: "100 million yuan", title, flags: [null, "refused"] });
  expect(table?.columns[2]).toMatchObject({ unit: "person", title: { zh: "从业人员（人）" } });
  expect(account).toEqual({ cells: 6, read: 4, flagged: 0, missing: 2, refused: 0 });
});

describe("a year that says itself what its figures are", () => {
  it("is read as the year, and flags the figures of its row", () => {
    const rows = [
      ["city", "year", "gdp"],
      ["A", "2017", "1"],
      ["A", "2018(快报)", "2"],
      ["B", "2018r", "3"],
      ["B", "2018x", "4"],
    ];
    const { table, notes, problems, account } = typeTable({ file: "f.csv", rows }, { name: "f" });
    expect(table?.columns.map((column) => (column.kind === "number" ? [...column.values] : column.values))).toEqual([
      ["A", "A", "B", "B"],
      [2017, 2018, 2018, Number.NaN],
      [1, 2, 3, 4],
    ]);
    expect(table?.columns[2]).toMatchObject({ flags: [null, "vintage", "vintage", null] });
    expect(notes.filter(({ code }) => code === "year-vintage").map(({ text }) => text.en)).toEqual([
      'f: column year says "2018(快报)": figures of 2018 that are preliminary; flagged vintage',
      'f: column year says "2018r": figures of 2018 that are revised; flagged vintage',
    ]);
    expect(problems.map(({ text }) => text.en)).toEqual(['f: column year holds "2018x", expected a year']);
    expect(account).toMatchObject({ cells: 12, read: 9, flagged: 2, refused: 1 });
  });
});
