import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { originOf } from "../contract/cell-origin.ts";
import { findColumn } from "../contract/table.ts";
import { guessLayout, type Layout, readPage, sheetOfCells } from "../sheets.ts";
import { widen } from "../tables/widen.ts";
import { checkStudy } from "./check.ts";
import { passportOf } from "./passport.ts";
import type { Plan } from "./plan.ts";
import { runPlan } from "./run.ts";

const sheet = sheetOfCells({
  file: "page.csv",
  sheet: "2-1",
  rows: [
    ["地区", "年份", "指标", "数值"],
    ["110000", "2020", "gdp", "1,234.5"],
    ["110000", "2020", "jobs", "7"],
    ["120000", "2020", "gdp", "20"],
    ["120000", "2020", "jobs", "8①"],
  ],
});
const layout = { ...(guessLayout(sheet).layout as Layout), marks: { "①": "break" } };
const page = readPage(sheet, layout, { name: "page" }).tables[0]?.table;
if (page === undefined) throw new Error("the page has no table");

describe("cells of a page", () => {
  it("are named at the end of a walk, with what stands in them", async () => {
    const { ports } = memoryPorts({ "page.csv": page });
    const text = `conurb: 1
title: t
datasets: { page: { file: page.csv, places: all } }
indicators: { i: { year: 2020, places: all, aspects: { a: { indicators: { g: { expr: page.gdp }, j: { expr: page.jobs } } } } } }
analyses: { gap: { use: inequality/theil, on: { data: { from: i, roles: { value: g } } } } }
`;
    const { plan, groups, data, problems } = await checkStudy(text, "study.yaml", ports);
    expect(problems).toEqual([]);
    const passport = await passportOf(await runPlan(plan as Plan, groups, ports, data), "gap");
    const cells = passport.inputs?.[0]?.from.flatMap(({ from }) => from.map(({ cell }) => cell));
    expect(cells).toEqual([
      { sheet: "2-1", address: "D2", raw: "1,234.5" },
      { sheet: "2-1", address: "D4", raw: "20" },
    ]);
    expect(passport.files).toMatchObject([{ file: "page.csv", rows: 2, cells: 2 }]);
  });

  it("stay with their figures when a long table is made wide", () => {
    const gdp = findColumn(page, "gdp");
    if (gdp?.kind !== "number") throw new Error("no figures");
    const long = {
      ...page,
      key: ["place", "year"],
      columns: [
        { kind: "label" as const, name: "place", values: ["110000", "120000"] },
        { kind: "label" as const, name: "variable", values: ["gdp", "gdp"] },
        { ...gdp, name: "value" },
      ],
    };
    const { table } = widen(long, { variable: "variable", value: "value", key: ["place"] });
    expect(originOf(table, "gdp", 0)).toEqual({ file: "page.csv", sheet: "2-1", row: 2, column: 4, raw: "1,234.5" });
    expect(originOf(table, "gdp", 1)).toMatchObject({ row: 4, column: 4 });
  });
});
