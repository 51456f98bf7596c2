import { numberCell } from "../tables/number-cell.ts";
import { frameOf, type Grid, textAt } from "./grid.ts";

/** From this share of names that head both a row and a column on, a sheet is a matrix and no table of columns. */
const mostly = 0.8;

/** Whether a sheet looks like a matrix of origins and destinations: the same names down its side and across its head. */
export function looksSquare(grid: Grid): boolean {
  const frame = frameOf(grid);
  if (frame === undefined || frame.columns.length < 2) return false;
  const across = new Set(frame.columns.map(({ name }) => name));
  const down = new Set(frame.rows.map(({ name }) => name));
  const both = [...down].filter((name) => across.has(name));
  if (both.length < mostly * Math.min(across.size, down.size) || both.length < 2) return false;
  if (both.every((name) => numberCell(name) !== undefined)) {
    // numbers across a head are names only where the corner and the first column say so: 1 2 3 over 1 2 3
    return frame.rows.every(({ name }, at) => name === frame.columns[at]?.name || at >= frame.columns.length);
  }
  return frame.rows.some(({ at }) =>
    frame.columns.some((column) => numberCell(textAt(grid, at, column.at)) !== undefined),
  );
}
