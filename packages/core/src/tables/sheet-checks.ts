import { suggestion } from "../language/suggestion.ts";
import { type CellProblems, lineOf } from "./cell-problems.ts";
import type { Cells } from "./cells.ts";
import type { Heading } from "./header.ts";
import type { TableSchema } from "./type-table.ts";

/** A file without header or rows, and columns that are asked for but not there. */
export function checkSheet(
  headings: readonly Heading[],
  rows: number,
  cells: Cells,
  schema: TableSchema,
  problems: CellProblems,
): void {
  if (headings.length === 0 && rows === 0) {
    problems.add(
      "file-empty",
      { en: "the file is empty", zh: "文件为空" },
      {},
      { en: "the first row names the columns, one row a record follows", zh: "首行为列名，其后每行一条记录" },
    );
    return;
  }
  if (rows === 0) {
    problems.add(
      "file-without-rows",
      { en: "there is a header and no row under it", zh: "只有表头，没有数据行" },
      { row: 0 },
    );
  }
  const names = headings.map(({ name }) => name);
  refuseFullWidth(names, problems);
  const wanted = new Set([...(schema.fields ?? []).map(({ name }) => name), ...(schema.key ?? [])]);
  for (const name of wanted) {
    if (names.includes(name)) continue;
    const list = names.join(", ");
    problems.add(
      "column-missing",
      { en: `no column ${name}; the columns are ${list}`, zh: `没有列 ${name}；现有列：${list}` },
      cells.rows.length > 0 ? { row: 0 } : {},
      suggestion(name, names),
    );
  }
}

/** A single column called 地区，年份，GDP is a table whose commas were typed on a Chinese keyboard. */
function refuseFullWidth([only = "", ...others]: readonly string[], problems: CellProblems): void {
  const sign = others.length > 0 ? undefined : /[，；、]/.exec(only)?.[0];
  if (sign === undefined) return;
  problems.add(
    "columns-not-parted",
    {
      en: `there is one column, and its name "${only}" holds ${sign}: full-width signs part no columns`,
      zh: `只有一列，列名“${only}”中含有“${sign}”：全角标点不能分隔各列`,
    },
    { row: 0 },
    { en: "write half-width commas between the columns", zh: "请改用半角逗号分隔各列" },
  );
}

/** Rows longer or shorter than the header. Cells beyond it are refused; those not there are missing in no honest sense. */
export function checkWidths(cells: Cells, rows: readonly number[], problems: CellProblems): { extra: number } {
  const width = cells.rows[0]?.length ?? 0;
  let extra = 0;
  for (const row of rows) {
    const given = cells.rows[row] as readonly string[];
    const beyond = given.slice(width).filter((cell) => cell.trim() !== "").length;
    extra += beyond;
    if (given.length >= width && beyond === 0) continue;
    addRagged(problems, row, lineOf(cells, row), given.length, width);
  }
  return { extra };
}

export function addRagged(problems: CellProblems, row: number, line: number, found: number, width: number): void {
  problems.add(
    "row-ragged",
    {
      en: `row ${line} has ${found} ${found === 1 ? "cell" : "cells"}, expected ${width}`,
      zh: `第 ${line} 行有 ${found} 个单元格，应为 ${width} 个`,
    },
    { row },
    { en: "put cells that hold a comma between quotation marks", zh: "含逗号的单元格请加引号" },
  );
}
