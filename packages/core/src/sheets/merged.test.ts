import { expect, it } from "vitest";
import { mergedCells } from "./merged.ts";
import type { Sheet } from "./sheet.ts";

it("goes over no more cells than a sheet has, however often its merges lie over one another", () => {
  const rows = Array.from({ length: 1000 }, (_, row) =>
    Array.from({ length: 26 }, (_, column) => (column > 0 ? null : row)),
  );
  const sheet: Sheet = {
    ...{ file: "x.xlsx", sheet: "S", hidden: false, rows, marks: new Map(), hiddenRows: [], hiddenColumns: [] },
    merges: Array.from({ length: 100_000 }, () => ({ top: 0, left: 0, bottom: 999, right: 0 })),
  };
  const merged = mergedCells(sheet); // 10^8 cells otherwise
  expect(merged.origin(999, 0)).toEqual({ row: 0, column: 0 });
  expect(merged.value(999, 0)).toBe(999);
});
