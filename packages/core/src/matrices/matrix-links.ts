import { InputError, type Place, type Problem } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import type { Cells } from "../tables/cells.ts";
import { isMissingMark, numberCell } from "../tables/number-cell.ts";
import { type Frame, frameOf, type Grid, lineAt, textAt } from "./grid.ts";

export interface MatrixOptions {
  /** Half a matrix stands for both directions: a pair whose other direction is blank has it too. */
  readonly mirror?: boolean;
}

/**
 * What became of each cell from the first to the last in use: `names + read + missing + refused + left = cells`. `left` are
 * titles, notes, totals, and blanks outside the matrix.
 */
export interface MatrixAccount {
  readonly cells: number;
  readonly names: number;
  readonly read: number;
  readonly missing: number;
  readonly refused: number;
  readonly left: number;
}

export interface MatrixLinks {
  /** `from`, `to`, `value`: the row's name first. */
  readonly cells: Cells;
  /** Every name, those without any pair among them: rows first, then the columns that are no row. */
  readonly nodes: readonly string[];
  /** Every pair that is there has the same value both ways. */
  readonly symmetric: boolean;
  /** Cells that are neither a number nor missing: the first thousand. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly notes: readonly Problem[];
  readonly account: MatrixAccount;
}

const most = 1000;
const totals = /^(合计|总计|小计|总和|全部|total|sum|all|grand total)$/i;
const remarks = /^(注|备注|说明|资料来源|数据来源|来源|notes?|sources?)\s*[:：.]/i;

/**
 * The pairs of a matrix of origins (rows) and destinations (columns) whose names stand in its first column and row. A blank or a mark such as `-` is no
 * pair; zero is a value; the diagonal stays, as do two directions that differ. Rows and columns may come in another order, and need not
 * be the same. Totals and notes are left out, and said.
 */
export function matrixLinks(grid: Grid, { mirror = false }: MatrixOptions = {}): MatrixLinks {
  const frame = frameOf(grid);
  if (frame === undefined) throw refused(grid, "matrix-none", notMatrix);
  const rows = frame.rows.filter(({ at, name }) => !totals.test(name) && !isRemark(grid, frame, at, name));
  const columns = frame.columns.filter(({ name }) => !totals.test(name));
  for (const names of [rows, columns]) refuseTwice(grid, names);
  refuseUnnamed(grid, frame);
  const notes: Problem[] = [];
  const problems: Problem[] = [];
  let problemCount = 0;
  const links = new Map<string, Link>();
  let missing = 0;
  for (const row of rows) {
    for (const column of columns) {
      const text = textAt(grid, row.at, column.at);
      if (isMissingMark(text)) {
        missing += 1;
        continue;
      }
      const cell = numberCell(text);
      if (cell === undefined || cell.unit !== undefined) {
        problemCount += 1;
        if (problems.length < most) problems.push(notNumber(grid, row.at, column.at, row.name, column.name, text));
      } else links.set(key(row.name, column.name), { from: row.name, to: column.name, value: cell.value, row: row.at });
    }
  }
  const read = links.size;
  const symmetric = [...links.values()].every(({ from, to, value }) => links.get(key(to, from))?.value === value);
  noteLeft(grid, frame, rows.length, columns.length, notes);
  noteApart(grid, rows, columns, notes);
  if (isHalf(links, rows)) {
    if (!mirror) notes.push(note(grid, "matrix-half", half, halfHint));
    else for (const link of [...links.values()]) addMirrored(links, link);
  }
  const nodes = [...new Set([...rows, ...columns].map(({ name }) => name))];
  const all = [...links.values()];
  const cells: Cells = {
    file: grid.file,
    ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }),
    ...(grid.sha256 === undefined ? {} : { sha256: grid.sha256 }),
    rows: [["from", "to", "value"], ...all.map(({ from, to, value }) => [from, to, String(value)])],
    lines: Uint32Array.from([0, ...all.map(({ row }) => lineAt(grid, row))]),
    kinds: ["label", "label", "number"],
  };
  const names = rows.length + columns.length;
  const size = grid.rows.length * frame.width;
  const counted = { names, read, missing, refused: problemCount };
  const account = { cells: size, ...counted, left: size - names - read - missing - problemCount };
  return { cells, nodes, symmetric, problems, problemCount, notes, account };
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly row: number;
}

const key = (from: string, to: string): string => JSON.stringify([from, to]);

function addMirrored(links: Map<string, Link>, { from, to, value, row }: Link): void {
  if (!links.has(key(to, from))) links.set(key(to, from), { from: to, to: from, value, row });
}

/** All pairs lie on one side of the diagonal, in the order of the rows. */
function isHalf(links: ReadonlyMap<string, Link>, rows: readonly { readonly name: string }[]): boolean {
  const order = new Map(rows.map(({ name }, at) => [name, at]));
  const sides = new Set<number>();
  for (const { from, to } of links.values()) {
    const [a, b] = [order.get(from), order.get(to)];
    if (a === undefined || b === undefined) return false;
    if (a !== b) sides.add(Math.sign(a - b));
  }
  return sides.size === 1 && rows.length > 2;
}

const isRemark = (grid: Grid, frame: Frame, row: number, name: string): boolean =>
  remarks.test(name) && frame.columns.every(({ at }) => textAt(grid, row, at) === "");

function refuseTwice(grid: Grid, names: readonly { readonly name: string; readonly at: number }[]): void {
  const seen = new Set<string>();
  for (const { name } of names) {
    if (seen.has(name)) {
      throw refused(grid, "matrix-name-twice", {
        en: `two rows or two columns of the matrix are called ${name}`,
        zh: `矩阵有两行或两列都叫 ${name}`,
      });
    }
    seen.add(name);
  }
}

/** Figures under no name, or beside none, would be lost. */
function refuseUnnamed(grid: Grid, { head, side, width, columns, rows }: Frame): void {
  const named = new Set(columns.map(({ at }) => at));
  const namedRows = new Set(rows.map(({ at }) => at));
  for (let row = head + 1; row < grid.rows.length; row += 1) {
    for (let column = side + 1; column < width; column += 1) {
      if (textAt(grid, row, column) === "" || (named.has(column) && namedRows.has(row))) continue;
      throw refused(
        grid,
        "matrix-unnamed",
        {
          en: `there is a figure in row ${lineAt(grid, row)}, column ${column + 1}, whose row or column has no name`,
          zh: `第 ${lineAt(grid, row)} 行第 ${column + 1} 列有数值，但所在行或列没有名称`,
        },
        { row: lineAt(grid, row), column: column + 1 },
      );
    }
  }
}

function noteLeft(grid: Grid, frame: Frame, rows: number, columns: number, notes: Problem[]): void {
  const left = frame.rows.length + frame.columns.length - rows - columns;
  if (left === 0) return;
  notes.push(
    note(grid, "matrix-left", {
      en: `${left} rows and columns of totals or notes are left out`,
      zh: `合计与附注的行列共 ${left} 处，未读入`,
    }),
  );
}

function noteApart(
  grid: Grid,
  rows: readonly { readonly name: string }[],
  columns: readonly { readonly name: string }[],
  notes: Problem[],
): void {
  const [down, across] = [rows, columns].map((names) => new Set(names.map(({ name }) => name)));
  const apart = (a: Set<string> | undefined, b: Set<string> | undefined) =>
    [...(a ?? [])].filter((name) => !b?.has(name));
  const [onlyDown, onlyAcross] = [apart(down, across), apart(across, down)];
  if (onlyDown.length + onlyAcross.length === 0) return;
  const shown = (names: readonly string[]) => (names.length === 0 ? "-" : names.slice(0, 8).join(", "));
  notes.push(
    note(grid, "matrix-names-apart", {
      en: `names of rows alone: ${shown(onlyDown)}; of columns alone: ${shown(onlyAcross)}`,
      zh: `仅为行名：${shown(onlyDown)}；仅为列名：${shown(onlyAcross)}`,
    }),
  );
}

function notNumber(grid: Grid, row: number, column: number, from: string, to: string, text: string): Problem {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    code: "not-a-number",
    text: {
      en: `${grid.file}: ${from} to ${to} reads "${shown}", expected a number or a blank`,
      zh: `${grid.file}：${from} 至 ${to} 为“${shown}”，应为数字或空白`,
    },
    hint: { en: "mend the cell, or leave it empty if there is no such pair", zh: "请更正；若无此联系请留空" },
    place: placeOf(grid, { row: lineAt(grid, row), column: column + 1 }),
  };
}

const notMatrix: Text = {
  en: "there is no matrix: expected names in the first row and in the first column",
  zh: "未找到矩阵：首行和首列应为名称",
};
const half: Text = {
  en: "only one half of the matrix is filled: each pair stands once",
  zh: "矩阵只填了一半：每对只列一次",
};
const halfHint: Text = {
  en: "mirror it if the other direction is the same",
  zh: "若两个方向相同，可选择镜像补全",
};

const placeOf = ({ file, sheet }: Grid, at: Place = {}): Place => ({
  file,
  ...(sheet === undefined ? {} : { sheet }),
  ...at,
});

function note(grid: Grid, code: string, { en, zh }: Text, hint?: Text): Problem {
  const text = { en: `${grid.file}: ${en}`, zh: `${grid.file}：${zh}` };
  return { code, text, ...(hint === undefined ? {} : { hint }), place: placeOf(grid) };
}

function refused(grid: Grid, code: string, { en, zh }: Text, at?: Place): InputError {
  const text = { en: `${grid.file}: ${en}`, zh: `${grid.file}：${zh}` };
  return new InputError({ code, text, place: placeOf(grid, at) });
}
