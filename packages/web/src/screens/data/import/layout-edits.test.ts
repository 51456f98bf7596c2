import { layoutSchema } from "@conurb/core/sheets";
import { describe, expect, it } from "vitest";
import { columnPart, rowPart, settableColumns, settableRows, withColumn, withRow } from "./layout-edits.ts";
import type { ShortLayout } from "./preview.ts";

const layout: ShortLayout = {
  titles: [1],
  notes: [9],
  tables: [
    {
      rows: [4, 8],
      columns: ["A", "D"],
      head: [2, 3],
      by: { place: "A" },
      sections: { province: [5] },
      leave: { rows: [], columns: ["D"] },
    },
  ],
};
const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const parts = (of: ShortLayout) => rows.map((row) => rowPart(of, row));

describe("rows of a layout", () => {
  it("are told apart", () => {
    expect(parts(layout)).toEqual([
      ...["title", "head", "head", "figures", "section", "figures", "figures", "figures", "note", "outside"],
    ]);
  });
  it.each(rows.flatMap((row) => settableRows.map((part) => [row, part] as const)))(
    "row %i made %s is that, no other row changes, and the layout stays one",
    (row, part) => {
      const after = withRow(layout, row, part, 0);
      expect(layoutSchema.safeParse(after).error).toBeUndefined();
      const before = parts(layout);
      const now = parts(after);
      expect(now[row - 1]).toBe(part);
      // a table that is made to reach a row takes what lies between and belongs to nothing
      const others = (list: string[]) => list.filter((_, at) => at !== row - 1 && before[at] !== "outside");
      expect(others(now)).toEqual(others(before));
    },
  );
  it("are written as a study would write them", () => {
    const many = [10, 11, 12].reduce((now, row) => withRow(now, row, "note", 0), layout);
    expect(many.notes).toEqual(["9-12"]);
  });
});

describe("columns of a layout", () => {
  it("are told apart", () => {
    expect(["A", "B", "C", "D", "E"].map((column) => columnPart(layout, column, 0))).toEqual([
      ...["place", "figures", "figures", "left", "outside"],
    ]);
  });
  it.each(["A", "B", "D", "E"].flatMap((column) => settableColumns.map((part) => [column, part] as const)))(
    "column %s made %s is that, and the layout stays one",
    (column, part) => {
      const after = withColumn(layout, column, part, 0);
      expect(layoutSchema.safeParse(after).error).toBeUndefined();
      expect(columnPart(after, column, 0)).toBe(part);
    },
  );
  it("give a head to one column alone", () => {
    const after = withColumn(layout, "B", "place", 0);
    expect(columnPart(after, "A", 0)).toBe("figures");
    expect(columnPart(after, "B", 0)).toBe("place");
  });
});
