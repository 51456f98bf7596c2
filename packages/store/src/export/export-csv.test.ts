import { labels, makeTable, numbers } from "@conurb/core/contract";
import { tableToCsv } from "@conurb/core/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCsv } from "../decode/decode-csv.ts";

const table = makeTable(
  "t",
  ["place"],
  [
    labels("place", ["北京, 市", null], { en: "Place", zh: "城市" }),
    numbers("v", "10000 person", [-0.1, Number.NaN], { title: { en: "Employees", zh: "从业人员" } }),
  ],
);

describe("tableToCsv", () => {
  it("writes names, quoted texts, full digits and gaps", () => {
    expect(tableToCsv(table)).toBe('place,v\r\n"北京, 市",-0.1\r\n,\r\n');
  });

  it("writes titles with units in the language asked for, and a byte order mark for Excel", () => {
    expect(tableToCsv(table, { language: "zh", bom: true })).toMatch(/^\ufeff城市,从业人员（10000 person）\r\n/);
    expect(tableToCsv(table, { language: "en" })).toMatch(/^Place,Employees \(10000 person\)\r\n/);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])("takes the formula out of %j", (text) => {
    const written = tableToCsv(makeTable("t", [], [labels("a", [text]), numbers("b", "1", [-1])]));
    expect(written.split("\r\n").slice(1).join("\r\n")).toMatch(/^"?'/);
    expect(written).toContain(",-1\r\n");
  });

  it("takes formulas out of headers too", () => {
    expect(tableToCsv(makeTable("t", [], [labels("=cmd", ["x"])]))).toBe("'=cmd\r\nx\r\n");
  });

  it("is read back as it was, but for the apostrophes", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
      .map((each) => each.replace(/\r\n?/g, "\n"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 }),
        async (rows) => {
          const written = tableToCsv(
            makeTable(
              "t",
              [],
              [
                labels(
                  "a",
                  rows.map(([each]) => each),
                ),
                numbers(
                  "b",
                  "1",
                  rows.map(([, value]) => value),
                ),
              ],
            ),
          );
          const { cells } = await decodeCsv(new TextEncoder().encode(written), "x.csv", { encoding: "utf-8" });
          const back = cells.rows.slice(1).map(([label, value]) => [label, Number(value)]);
          expect(back.map(([, value]) => value)).toEqual(rows.map(([, value]) => value + 0)); // -0 is written 0
          back.forEach(([label], at) => {
            expect([rows[at]?.[0], `'${rows[at]?.[0]}`]).toContain(label);
          });
        },
      ),
    );
  });
});
