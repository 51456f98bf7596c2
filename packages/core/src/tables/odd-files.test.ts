import { describe, expect, it } from "vitest";
import type { Cells } from "./cells.ts";
import { TableSurvey } from "./survey.ts";
import { type TableSchema, typeTable } from "./type-table.ts";

const sheet = (...rows: (readonly string[])[]): Cells => ({ file: "odd.csv", rows });
const mine: TableSchema = { name: "odd" };
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe("files that other programs wrote", () => {
  it("codes and years that went through a column of numbers are what they were", () => {
    const { table, notes, problems } = typeTable(
      sheet(["code", "year", "gdp"], ["110000.0", "2018.0", "33106"], ["120000.0", "2019.0", "14104"]),
      mine,
    );
    expect(problems).toEqual([]);
    expect(table?.columns[0]?.values).toEqual(["110000", "120000"]);
    expect(table?.columns[1]?.values).toEqual(Float64Array.of(2018, 2019));
    expect(notes.map(({ code }) => code)).toContain("codes-with-point");
  });

  it("a label that is no code keeps its point", () => {
    const { table } = typeTable(sheet(["version", "gdp"], ["1000.0", "1"], ["v2", "2"]), mine);
    expect(table?.columns[0]?.values).toEqual(["1000.0", "v2"]);
  });

  it("decimal commas under a unit are refused with what to write, and never words", () => {
    const { problems } = typeTable(sheet(["place", "gdp (亿元)"], ["北京", "33106,5"], ["天津", "13363,2"]), mine);
    expect(codes({ problems })).toEqual(["not-a-number", "not-a-number"]);
    expect(problems[0]?.hint?.en).toBe("write 33106.5 with a decimal point");
  });

  it("full-width commas part no columns, in a table held and in one that streams by", () => {
    const head = ["地区，年份，GDP"];
    expect(codes(typeTable(sheet(head, ["北京，2018，1"]), mine))).toEqual(["columns-not-parted"]);
    const survey = new TableSurvey({ file: "odd.csv" }, head, 0, mine);
    survey.tallies[0]?.add(1, "北京，2018，1", false);
    survey.addRow(1, 1, 0);
    expect(codes(survey.finish())).toEqual(["columns-not-parted"]);
  });
});
