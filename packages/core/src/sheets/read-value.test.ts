import { describe, expect, it } from "vitest";
import { noSigns, readValue } from "./read-value.ts";

const said = (value: Parameters<typeof readValue>[0], mark?: Parameters<typeof readValue>[1]) => {
  const cell = readValue(value, mark);
  return cell.kind === "number"
    ? [cell.value, cell.percent, ...cell.marks]
    : cell.kind === "refused"
      ? cell.why
      : cell.kind;
};

describe("readValue", () => {
  it.each([
    ["１２３．５", [123.5, false]],
    ["1,234.5", [1234.5, false]],
    ["1，234", [1234, false]],
    ["1 234 567", [1234567, false]],
    ["1\u202f234.5", [1234.5, false]],
    [" 12\u00a0", [12, false]],
    ["12.3%", [12.3, true]],
    ["-5", [-5, false]],
    ["−5", [-5, false]],
    ["123①", [123, false, "①"]],
    ["12.5²", [12.5, false, "²"]],
    [".5", [0.5, false]],
  ])("reads %j", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each(["-", "…", "...", "‥", "……", "n.a.", "N.A.", "空格", "—", "", " ", "　", "－"])("%j is missing", (text) => {
    expect(said(text.toLowerCase())).toBe("missing");
  });

  it.each(["12a", "约12", "1,23", "(12)", "1 23", "3-4", "十二", "12.3‰"])("refuses %j", (text) => {
    expect(said(text)).toBe("text");
  });

  it.each([
    ["(4.0)", -4],
    ["（1,234）", -1234],
    ["(１２)", -12],
    ["(1a)", undefined],
  ])("reads %j below zero where the page says so", (text, expected) => {
    const cell = readValue(text, undefined, { ...noSigns, brackets: "negative" });
    expect(cell.kind === "number" ? cell.value : undefined).toBe(expected);
  });

  it.each([
    ["△4.0", -4],
    ["▲ 1,234.5%", -1234.5],
    ["△12①", -12],
  ])("reads %j below zero or as a footnote's where the page says so, and else not at all", (text, expected) => {
    expect(said(text)).toBe("text");
    expect(readValue(text, undefined, { ...noSigns, triangles: "negative" })).toMatchObject({ value: expected });
    expect(readValue(text, undefined, { ...noSigns, triangles: "mark" })).toMatchObject({ value: -expected });
  });

  it("knows failures of formulas, logical values, dates and percent cells by their marks", () => {
    expect(said("#DIV/0!", { error: true, formula: true })).toBe("error");
    expect(said(true)).toBe("logical");
    expect(said("2015-03-04", { date: true })).toBe("date");
    expect(said(0.123, { percent: true })).toEqual([12.3, true]);
    expect(said(Number.POSITIVE_INFINITY)).toBe("error");
  });

  it("takes a sign for zero only where it is told to", () => {
    expect(readValue("-", undefined, { ...noSigns, zero: new Set(["-"]) }).kind).toBe("zero");
    expect(readValue("12p", undefined, { ...noSigns, marks: ["p"] })).toMatchObject({ value: 12, marks: ["p"] });
    expect(readValue("x", undefined, { ...noSigns, missing: new Set(["x"]) }).kind).toBe("missing");
  });
});
