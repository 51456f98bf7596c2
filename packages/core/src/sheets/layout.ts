import { z } from "zod";
import { columnPosition } from "./address.ts";

/** What a sheet means, as a plain value that a study keeps. Rows are the sheet's own, from 1; columns are letters. */

const row = z.int().min(1).max(1_048_576);
const rowRange = z.string().regex(/^[1-9]\d{0,6}-[1-9]\d{0,6}$/, { error: "expected-rows" });
const rows = z.array(z.union([row, rowRange])).describe("Rows of the sheet: 3, or a range such as 5-35");
const column = z.string({ error: "expected-column" }).regex(/^[A-Za-z]{1,3}$/, { error: "expected-column" });
const unit = z.string().min(1);

export const rowHeads = ["place", "code", "year", "industry", "item", "unit", "flag"] as const;
export type RowHead = (typeof rowHeads)[number];

const sections = ["place", "province", "year", "unit", "item", "industry", "group"] as const;
export type SectionKind = (typeof sections)[number];

const block = z.strictObject({
  rows: z.tuple([row, row]).describe("First and last row of figures, sections among them"),
  columns: z.tuple([column, column]).describe("First and last column, heads of rows among them"),
  head: rows.default([]).describe("Rows of the head, from the top; merged cells are read as one"),
  english: rows.default([]).describe("Rows of the head that repeat it in English"),
  by: z
    .partialRecord(z.enum(rowHeads), column)
    .default({})
    .describe("Columns that say what a row is: { place: A, year: B }"),
  labels: z
    .record(z.string().min(1), column)
    .default({})
    .describe("Other columns of words to keep, by the name they get"),
  fill: z.array(z.enum(rowHeads)).default([]).describe("Heads of rows that are written once and hold until the next"),
  years: z.enum(["across", "down", "sections", "one", "none"]).default("none").describe("Where the years stand"),
  across: z.enum(["variable", "place", "industry"]).default("variable").describe("What the heads of columns name"),
  acrossRow: row
    .optional()
    .describe("Row of the head that names the places or industries, where others name the figures"),
  year: z
    .union([z.int().min(1800).max(2199), z.literal("sheet")])
    .optional()
    .describe("The year of every figure, where none is written beside it; sheet where the sheet's name gives it"),
  place: z
    .string()
    .min(1)
    .optional()
    .describe("The place of every figure, where none is written beside it; sheet where it is the sheet's name"),
  variable: z.string().min(1).optional().describe("What the figures are, where the head does not say"),
  sections: z.partialRecord(z.enum(sections), rows).default({}).describe("Rows that stand over a group of rows"),
  unit: unit.optional().describe("Unit of the figures whose head and row say none"),
  units: z.record(column, unit).default({}).describe("Unit of a column, whatever its head says"),
  leave: z
    .strictObject({ rows: rows.default([]), columns: z.array(column).default([]) })
    .default({ rows: [], columns: [] })
    .describe("Rows and columns that are not wanted"),
});

export const layoutSchema = z
  .strictObject({
    sheet: z.string().optional().describe("Name of the sheet"),
    titles: rows.default([]).describe("Rows of titles and units above a table"),
    notes: rows.default([]).describe("Rows of notes and sources"),
    tables: z.array(block).min(1).describe("The tables on the sheet, continued ones each on their own"),
    totals: z.array(z.string()).default([]).describe("Row heads that are sums, not places: 全国, 合计"),
    zero: z.array(z.string()).default([]).describe("Signs that mean zero on this page: flagged inferred-zero"),
    missing: z.array(z.string()).default([]).describe("Signs that mean missing, beside -, … and their kin"),
    brackets: z
      .literal("negative")
      .optional()
      .describe("What a figure in brackets is: (4.0) is -4.0 where this says negative, else refused"),
    triangles: z
      .literal("negative")
      .optional()
      .describe("What a figure behind △ or ▲ is: △4.0 is -4.0 where this says negative, else refused"),
    marks: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe("Flag of each footnote mark: { ①: break, p: vintage }"),
    signs: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe('Flag of cells that hold a sign alone, as the notes explain it: { …: below-unit, "": not-available }'),
    names: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe("Names of the columns by head, in either language: { 地区生产总值: gdp }"),
    records: z
      .boolean()
      .default(false)
      .describe("Every row is a record of its own: nothing is brought together by key"),
  })
  .describe("How a sheet of a workbook is read");

export type Layout = z.output<typeof layoutSchema>;
export type LayoutBlock = z.output<typeof block>;
export type RowList = readonly (number | string)[];

/** The rows of a list, counted from 0. */
export function rowsIn(list: RowList): number[] {
  return list.flatMap((each) => {
    if (typeof each === "number") return [each - 1];
    const [from, to] = each.split("-").map(Number) as [number, number];
    return to < from ? [] : Array.from({ length: to - from + 1 }, (_, at) => from - 1 + at);
  });
}

/** Rows counted from 0 as a list of the layout, runs of three and more as ranges. */
export function rowList(given: Iterable<number>): (number | string)[] {
  const sorted = [...new Set(given)].sort((a, b) => a - b);
  const list: (number | string)[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] as number) + 1) end += 1;
    const [from, to] = [(sorted[at] as number) + 1, (sorted[end] as number) + 1];
    if (to - from >= 2) list.push(`${from}-${to}`);
    else for (let each = from; each <= to; each += 1) list.push(each);
    at = end + 1;
  }
  return list;
}

/** First and last row and column of a block, counted from 0. */
export function extent({ rows: [top, bottom], columns: [left, right] }: LayoutBlock) {
  return { top: top - 1, bottom: bottom - 1, left: columnPosition(left), right: columnPosition(right) };
}
