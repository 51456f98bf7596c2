import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Column, labels, makeTable, numbers, type Table, takeRows } from "../contract/table.ts";
import { hashTable } from "./hash-table.ts";

const columns: Column[] = [labels("place", ["a", "b", "a"]), numbers("gdp", "亿元", [1, 0.1, Number.NaN])];
const make = (given: readonly Column[], more: Parameters<typeof makeTable>[3] = {}) => makeTable("t", [], given, more);
const base = hashTable(make(columns));
const [place, gdp] = columns as [Column, Column];

describe("hashTable", () => {
  it("is of the stated bytes", () => {
    // printf '%s\n' '[{"flagged":false,"kind":"number","name":"gdp","unit":"亿元"},{"kind":"label","name":"place"}]' \
    //   '0.1,"b"' '1,"a"' 'null,"a"' | sha256sum
    expect(base).toBe("f03bf1b6ba849522862899ddc59c3add99e438419093e87e32614ba69444916b");
  });

  it("is the same for any order of rows and columns", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.boolean(), (order, swap) => {
        const table = takeRows(make(swap ? [gdp, place] : columns), order);
        expect(hashTable(table)).toBe(base);
      }),
    );
  });

  it("does not know titles, lines, roles, key and source", () => {
    const title = { en: "x", zh: "y" };
    const other: Table = {
      ...make([{ ...place, title }, { ...gdp, title, lines: Uint32Array.of(5, 6, 7) } as Column]),
      title,
      name: "other",
      key: ["gdp"],
      roles: { place: "place" },
      source: { dataset: "d", file: "f" },
      lines: Uint32Array.of(5, 6, 7),
    };
    expect(hashTable(other)).toBe(base);
  });

  it.each([
    ["a value", [place, numbers("gdp", "亿元", [1, 0.2, Number.NaN])]],
    ["a gap that is a zero", [place, numbers("gdp", "亿元", [1, 0.1, 0])]],
    ["a unit", [place, numbers("gdp", "万元", [1, 0.1, Number.NaN])]],
    ["a name", [place, numbers("gnp", "亿元", [1, 0.1, Number.NaN])]],
    ["a flag", [place, numbers("gdp", "亿元", [1, 0.1, Number.NaN], { flags: ["x", null, null] })]],
    ["a pairing", [labels("place", ["a", "a", "b"]), gdp]],
  ])("changes with %s", (_, changed) => {
    expect(hashTable(make(changed))).not.toBe(base);
  });

  it("takes flags that are all empty for none", () => {
    const unflagged = numbers("gdp", "亿元", [1, 0.1, Number.NaN], { flags: [null, null, null] });
    expect(hashTable(make([place, unflagged]))).toBe(base);
  });
});
