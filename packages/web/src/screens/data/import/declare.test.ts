import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { freeName, withConfirmed, withDatasets } from "./declare.ts";

const lines = [
  "  gdp:",
  "    file: data/gdp.xlsx",
  "    layout: { titles: [1], tables: [{ rows: [2, 3], columns: [A, B] }] }",
];
const declared = { file: "data/gdp.xlsx", layout: { titles: [1], tables: [{ rows: [2, 3], columns: ["A", "B"] }] } };

describe("datasets that an import declares", () => {
  it.each([
    ["a study without any", "conurb: 1\ntitle: A # both\n"],
    ["a study whose last line does not end", "conurb: 1\ntitle: A # both"],
    ["behind others", "conurb: 1\ndatasets:\n  a: { file: a.csv } # first\n\nanalyses: {}\n# the end\n"],
    ["at another depth", "datasets:\n      a:\n            file: a.csv\n            # kept\nconurb: 1\n"],
    ["as the last thing there is", "conurb: 1\ndatasets:\n  a:\n    file: a.csv"],
  ])("are put %s, and nothing else changes", (_, text) => {
    const after = withDatasets(text, lines);
    expect(parse(after).datasets.gdp).toEqual(declared);
    expect(parse(after)).toMatchObject(parse(text));
    const kept = after.split("\n").filter((line) => text.split("\n").includes(line));
    expect(kept.join("\n").trimEnd()).toBe(text.trimEnd());
  });
  it("stand on one line where the others do", () => {
    const after = withDatasets("conurb: 1\ndatasets: { a: { file: a.csv } } # all\n", lines);
    expect(parse(after).datasets).toEqual({ a: { file: "a.csv" }, gdp: declared });
    expect(after).toContain("# all");
  });
  it("are none where nothing is declared", () => expect(withDatasets("conurb: 1\n", [])).toBe("conurb: 1\n"));
});

it("confirms names beside those that are confirmed", () => {
  const text = 'conurb: 1\nplaces: { confirm: { 朝阳: "211300" } }\n';
  expect(parse(withConfirmed(text, { "130000|新华区": "130105" })).places.confirm).toEqual({
    朝阳: "211300",
    "130000|新华区": "130105",
  });
  expect(parse(withConfirmed("conurb: 1\n", { a: "1" })).places.confirm).toEqual({ a: "1" });
});

it("finds a name that is free", () => {
  expect(freeName("gdp", [])).toBe("gdp");
  expect(freeName("gdp", ["gdp", "gdp_2"])).toBe("gdp_3");
});
