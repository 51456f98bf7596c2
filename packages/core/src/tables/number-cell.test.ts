import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMissingMark, numberCell, yearCell } from "./number-cell.ts";

describe("numberCell", () => {
  it.each([
    ["1234.5", 1234.5, undefined],
    ["1,234.5", 1234.5, undefined],
    ["-1,234,567", -1234567, undefined],
    ["１２．５", 12.5, undefined],
    ["１，２３４", 1234, undefined],
    [" 3 ", 3, undefined],
    ["\u00a03\u3000", 3, undefined],
    ["\u22123.5", -3.5, undefined],
    ["+4", 4, undefined],
    [".5", 0.5, undefined],
    ["5.", 5, undefined],
    ["1e3", 1000, undefined],
    ["12.3%", 12.3, "percent"],
    ["１２．３％", 12.3, "percent"],
    ["5 ‰", 5, "per mille"],
    ["9007199254740992", 2 ** 53, undefined],
    ["1152921504606846976", 2 ** 60, undefined],
    ["1152921504606847000", 2 ** 60, undefined], // as a double of 2^60 is printed
  ])("reads %j", (text, value, unit) => {
    expect(numberCell(text)).toEqual({ value, unit });
  });

  it.each([
    "",
    "-",
    "n.d.",
    "12a",
    "1,23",
    "12,34,567",
    "1 234",
    "(5)",
    "0x10",
    "Infinity",
    "NaN",
    "1e999",
    "--5",
    "%",
    "123①",
    "12²",
    "½",
    "9007199254740993", // 2^53 + 1
    "110101199003077759",
    "-9,007,199,254,740,993",
  ])("does not read %j", (text) => {
    expect(numberCell(text)).toBeUndefined();
  });

  it("reads every double as it is printed, also with thousands separated", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect((numberCell(String(value))?.value ?? Number.NaN) === value).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(numberCell(value.toLocaleString("en-US"))?.value).toBe(value + 0);
      }),
    );
  });
});

describe("yearCell", () => {
  it("reads years with and without their sign", () => {
    expect(["2015", "2015年", "２０１５", "2015.5", "15-16", ""].map(yearCell)).toEqual([
      2015,
      2015,
      2015,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("isMissingMark", () => {
  it("knows the usual marks", () => {
    expect(["", " ", "-", "...", "…", "NA", "N/A", "n/a", "——", "null", "缺失"].every(isMissingMark)).toBe(true);
    expect(["0", "none", "x"].some(isMissingMark)).toBe(false);
  });
});
