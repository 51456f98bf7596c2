import { describe, expect, it } from "vitest";
import type { Cells } from "./cells.ts";
import { type TableSchema, typeTable } from "./type-table.ts";

const sheet = (...rows: (readonly string[])[]): Cells => ({ file: "panel.csv", rows });
const mine: TableSchema = { name: "mine" };

describe("the kind of a column, by its cells", () => {
  it("keeps a column of numbers in spite of a word, which is refused with its cell", () => {
    const rows = ["1", "2", "3", "4", "n.d."].map((value) => ["a", value]);
    const { problems, table, account } = typeTable(sheet(["place", "gdp"], ...rows), mine);
    expect(table?.columns[1]?.kind).toBe("number");
    expect(account).toEqual({ cells: 10, read: 9, flagged: 0, missing: 0, refused: 1 });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "not-a-number",
      text: { en: 'mine: column gdp holds "n.d.", expected a number' },
      hint: { en: expect.stringContaining("roles: { name: gdp }") },
      place: { file: "panel.csv", row: 6, column: "gdp" },
    });
  });

  it("takes 缺 and its kin for missing figures, and counts what they say", () => {
    const said = ["缺", "缺失", "无", "无数据", "NA", "N/A", "n.a.", "not available", "不详", "未统计", "--", "－"];
    const rows = [...said, "缺", "", "1", "2.5"].map((value) => ["a", value]);
    const { problems, table, account, missingAs } = typeTable(sheet(["place", "gdp"], ...rows), mine);
    expect(problems).toEqual([]);
    expect(table?.columns[1]).toMatchObject({ kind: "number" });
    // 16 rows of two cells: all places are read and two figures; 13 say that they are missing, one says nothing
    expect(account).toEqual({ cells: 32, read: 18, flagged: 0, missing: 14, refused: 0 });
    expect(missingAs).toEqual({ ...Object.fromEntries(said.map((each) => [each, 1])), 缺: 2 });
  });

  it("leaves a column of words alone, whatever numbers stand among them", () => {
    // 9 numbers of 10, but the column is called so, or the word is a code
    const numbers = Array.from({ length: 9 }, (_, at) => String(at + 1));
    const kinds = (name: string, word: string) => {
      const { problems, table, notes } = typeTable(sheet([name], ...[...numbers, word].map((each) => [each])), mine);
      expect(problems).toEqual([]);
      expect(notes[0]).toMatchObject({ code: "mostly-numbers", place: { row: 11 } });
      return table?.columns[0]?.kind;
    };
    expect(kinds("备注", "普查数")).toBe("label");
    expect(kinds("industry", "other")).toBe("label");
    expect(kinds("section", "2.3 and 5.2.3")).toBe("label");
    expect(kinds("class", "44-45")).toBe("label");
    expect(kinds("class", "C14")).toBe("label");
    const few = typeTable(sheet(["x"], ["1"], ["2"], ["3"], ["many"]), mine); // 3 of 4 are fewer than .8
    expect([few.table?.columns[0]?.kind, few.notes]).toEqual(["label", []]);
  });
});
