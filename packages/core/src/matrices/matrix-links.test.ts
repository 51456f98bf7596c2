import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typeTable } from "../tables/type-table.ts";
import { looksSquare } from "./looks-square.ts";
import { matrixLinks } from "./matrix-links.ts";

const grid = (...rows: (string | number | null)[][]) => ({ file: "x.csv", rows });
const codes = (found: { notes: readonly { code: string }[] }) => found.notes.map(({ code }) => code);

describe("matrixLinks", () => {
  it("keeps the diagonal, both directions and zeros; blanks and marks are no pairs", () => {
    const found = matrixLinks(
      grid(["", "A", "B", "C"], ["A", "1", "2", ""], ["B", "1,234.5", "0", "-"], ["C", "", "...", "７"]),
    );
    expect(found.cells.rows).toEqual([
      ["from", "to", "value"],
      ["A", "A", "1"],
      ["A", "B", "2"],
      ["B", "A", "1234.5"],
      ["B", "B", "0"],
      ["C", "C", "7"],
    ]);
    expect(Array.from(found.cells.lines ?? [])).toEqual([0, 2, 2, 3, 3, 4]);
    expect(found.account).toEqual({ cells: 16, names: 6, read: 5, missing: 4, refused: 0, left: 1 });
    expect([found.symmetric, codes(found), found.nodes]).toEqual([false, [], ["A", "B", "C"]]);
    const typed = typeTable(found.cells, { name: "od", roles: { from: "from", to: "to", value: "value" } });
    expect(typed.problemCount).toBe(0);
  });

  it("goes by names where rows and columns come in another order, and passes titles, notes and totals", () => {
    const found = matrixLinks(
      grid(
        ["旅客流量", null, null, null],
        ["", "B", "A", "合计"],
        ["A", 5, null, 5],
        ["B", null, 6, 6],
        ["合计", 5, 6, 11],
        ["注：2015 年", null, null, null],
      ),
    );
    expect(found.cells.rows.slice(1)).toEqual([
      ["A", "B", "5"],
      ["B", "A", "6"],
    ]);
    expect(codes(found)).toEqual(["matrix-left"]);
    const { cells, names, read, missing, refused, left } = found.account;
    expect(names + read + missing + refused + left).toBe(cells);
  });

  it("says that names differ, that half is filled, and mirrors when told", () => {
    expect(codes(matrixLinks(grid(["", "X", "Y"], ["A", 1, 2], ["B", 3, 4])))).toEqual(["matrix-names-apart"]);
    const half = grid(["", "A", "B", "C"], ["A", null, 1, 2], ["B", null, null, 3], ["C", null, null, null]);
    expect(codes(matrixLinks(half))).toEqual(["matrix-half"]);
    const both = matrixLinks(half, { mirror: true });
    expect(both.cells.rows).toHaveLength(7);
    expect(both.cells.rows).toContainEqual(["C", "B", "3"]);
    expect(both.account.read).toBe(3);
  });

  it("names cells that are no numbers, and refuses what would be lost or doubled", () => {
    const wrong = matrixLinks(grid(["", "A", "B"], ["A", 1, "many"], ["B", 2, "5%"]));
    expect([wrong.problemCount, wrong.account.refused]).toEqual([2, 2]);
    expect(wrong.problems[0]?.text.en).toBe('x.csv: A to B reads "many", expected a number or a blank');
    expect(wrong.problems[0]?.place).toEqual({ file: "x.csv", row: 2, column: 3 });
    expect(() => matrixLinks(grid(["", "A", "A"], ["A", 1, 2]))).toThrow(
      "two rows or two columns of the matrix are called A",
    );
    expect(() => matrixLinks(grid(["", "A", "B", ""], ["A", 1, 2, 3]))).toThrow(
      "row 2, column 4, whose row or column has no name",
    );
    expect(() => matrixLinks(grid(["", "A", "B"], ["", 1, 2], ["B", 1, 2]))).toThrow("has no name");
    expect(() => matrixLinks(grid(["A"], ["B"]))).toThrow("there is no matrix");
  });

  it("gives any matrix back", () => {
    const cell = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
    const square = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(square, (values) => {
        const names = values.map((_, at) => `p${at}`);
        const found = matrixLinks(grid(["x", ...names], ...values.map((row, at) => [names[at] as string, ...row])));
        const pairs = values.flatMap((row, a) =>
          row.flatMap((value, b) => (value === null ? [] : [[names[a], names[b], String(value)]])),
        );
        expect(found.cells.rows.slice(1)).toEqual(pairs);
        const { cells, ...parts } = found.account;
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(cells);
      }),
    );
  });
});

describe("looksSquare", () => {
  it.each([
    [
      true,
      [
        ["", "A", "B"],
        ["A", 1, 2],
        ["B", 3, ""],
      ],
    ],
    [
      true,
      [
        ["城市", "B", "A"],
        ["A", 1, 2],
        ["B", 3, ""],
      ],
    ],
    [
      true,
      [
        ["", "1", "2"],
        ["1", 0, 2],
        ["2", 3, 0],
      ],
    ],
    [
      false,
      [
        ["from", "to", "value"],
        ["A", "B", 1],
        ["B", "A", 2],
      ],
    ],
    [
      false,
      [
        ["place", "2015", "2016"],
        ["A", 1, 2],
        ["B", 3, 4],
      ],
    ],
    [false, [["A"], ["B"]]],
  ])("%s for %j", (expected, rows) => {
    expect(looksSquare(grid(...rows))).toBe(expected);
  });
});
