import { describe, expect, it } from "vitest";
import { labels, makeTable, type NumberColumn, numbers } from "../contract/table.ts";
import { unusableFlags } from "./unusable-flags.ts";

const flags = [
  { name: "old", en: "old boundary", zh: "旧区划", severity: "note" as const },
  { name: "wrong", en: "wrong at the source", zh: "来源有误", severity: "unusable" as const },
];
const table = makeTable(
  "gdp",
  ["code"],
  [
    labels("code", ["a", "b", "c", "d"]),
    numbers("gdp", "亿元", [1, 2, 3, Number.NaN], { flags: ["old", "old;wrong", null, "wrong"] }),
  ],
  { roles: { place: "code" } },
);

describe("unusableFlags", () => {
  it("takes out what is declared unusable and says why", () => {
    const screened = unusableFlags(table, flags);
    expect([...(screened.table.columns[1] as NumberColumn).values]).toEqual([1, Number.NaN, 3, Number.NaN]);
    expect(screened.dropped).toEqual([
      {
        input: "gdp",
        row: "b",
        reason: { en: "gdp is flagged: wrong at the source", zh: "gdp 带有标记：来源有误" },
      },
    ]);
    expect(screened.used.map(({ flag, cells }) => [flag, cells])).toEqual([
      ["old", 2],
      ["wrong", 1],
    ]);
    expect((table.columns[1] as NumberColumn).values[1]).toBe(2);
  });

  it("keeps the values of a flag that nobody declared, as a problem", () => {
    const screened = unusableFlags(table, flags.slice(0, 1));
    expect((screened.table.columns[1] as NumberColumn).values[1]).toBe(2);
    expect(screened.problems.map(({ text }) => text.en)).toEqual([
      "gdp: flag wrong is not declared; the flags are old",
    ]);
  });
});
