import { type Check, shown } from "./context.ts";

const fewestRows = 8;

/** Figures that are the same in every row. */
export const constantColumns: Check = (panel, _context, faults) => {
  for (const measure of panel.measures) {
    const cells = [...measure.values.keys()].filter((cell) => Number.isFinite(measure.values[cell]));
    const first = measure.values[cells[0] as number] as number;
    const places = new Set(cells.map((cell) => Math.floor(cell / panel.years.length)));
    if (cells.length < fewestRows || places.size < 2 || cells.some((cell) => measure.values[cell] !== first)) continue;
    const told = { measure: measure.title, value: shown(first), count: String(cells.length) };
    faults.raise(
      "constant-column",
      told,
      cells.map((cell) => ({ row: measure.rows[cell] as number, column: measure.column.name })),
    );
  }
};
