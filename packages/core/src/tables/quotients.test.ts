import { describe, expect, it } from "vitest";
import type { Cells } from "./cells.ts";
import { typeTable } from "./type-table.ts";

const sheet = (...rows: (readonly string[])[]): Cells => ({ file: "judgements.csv", rows });

describe("fractions in a matrix of comparisons", () => {
  const typed = typeTable(
    sheet(
      ["indicator", "economy", "society", "nature"],
      ["economy", "1", "3", "9"],
      ["society", "1/3", "1", "５"],
      ["nature", "１／９", "⅕", "1"],
    ),
    { name: "ahp" },
  );

  it("reads 1/3 as a third, in full width and as one sign, and says so", () => {
    const [, economy, society] = typed.table?.columns ?? [];
    expect(economy).toMatchObject({ kind: "number", values: Float64Array.of(1, 1 / 3, 1 / 9) });
    expect(society).toMatchObject({ kind: "number", values: Float64Array.of(3, 1, 1 / 5) });
    expect(typed.problems).toEqual([]);
    expect(typed.notes.filter(({ code }) => code === "quotients-read").map(({ place }) => place?.column)).toEqual([
      "economy",
      "society",
    ]);
    const { cells, read, flagged, missing, refused } = typed.account;
    expect(read + flagged + missing + refused).toBe(cells);
    expect(refused).toBe(0);
  });

  it("leaves them as they are where columns are not named as rows are: they may be dates", () => {
    const { table } = typeTable(sheet(["place", "x", "y"], ["a", "1/3", "1"], ["b", "1/9", "2"]), { name: "dates" });
    expect(table?.columns[1]).toMatchObject({ kind: "label", values: ["1/3", "1/9"] });
  });

  it("refuses what divides by nothing", () => {
    const { problems } = typeTable(sheet(["indicator", "a", "b"], ["a", "1", "1/0"], ["b", "1/2", "1"]), {
      name: "ahp",
      roles: { values: ["a", "b"] },
    });
    expect(problems.map(({ code }) => code)).toEqual(["not-a-number"]);
  });
});
