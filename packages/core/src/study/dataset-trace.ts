import { findColumn, type Table } from "../contract/table.ts";
import type { StudyData } from "./data.ts";
import { describe } from "./describe-cell.ts";
import { rowIndex } from "./row-index.ts";
import type { Trace } from "./trace.ts";

/**
 * A cell of a dataset as its file has it, or as the dataset's steps worked it out: then with the cells that it was worked
 * out from, to the file of each. Steps keep the key of a row, so a row is found in an earlier table by its key.
 */
export function datasetTracer(data: Pick<StudyData, "steps">) {
  const rows = rowIndex();
  const cell = (name: string, table: Table, row: number, column: string, before?: number): Trace => {
    const own = describe(table, row, column);
    const keys = Object.keys(own.key);
    const values = keys.map((key) => findColumn(table, key)?.values[row]);
    const steps = data.steps(name);
    for (let at = (before ?? steps.length) - 1; at >= 0; at -= 1) {
      const step = steps[at];
      if (step === undefined) continue;
      const same = step.after === table ? [row] : rows(step.after, keys, values);
      const found = same.length === 1 ? same[0] : undefined; // rows that were added up since have a key in common
      const behind = found === undefined ? undefined : step.behind(found, column);
      if (behind === undefined) continue;
      const { file: _, row: __, cell: ___, ...made } = own;
      const from = behind.cells.map((each) =>
        cell(each.of, each.table, each.row, each.column, each.of === name ? at : undefined),
      );
      const why = behind.why === undefined || behind.why.length === 0 ? {} : { why: behind.why };
      return { ...made, of: name, expr: behind.expr, ...why, from };
    }
    return { ...own, of: name, from: [] };
  };
  return (name: string, table: Table, row: number, column: string): Trace => cell(name, table, row, column);
}
