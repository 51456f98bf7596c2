import { labels, makeTable, numbers, type Roles, type Table } from "../src/contract/table.ts";
import { atlasRows } from "./atlas-panels.ts";

/** A table of the atlas as the store gives it: cells of these columns as numbers, the others as text, empty ones as gaps. */
export function atlasTable(path: string, numeric: Readonly<Record<string, string>> = {}, roles: Roles = {}): Table {
  const rows = atlasRows(path);
  const columns = Object.keys(rows[0] ?? {}).map((name) => {
    const cells = rows.map((row) => row[name] as string);
    const unit = numeric[name];
    if (unit === undefined)
      return labels(
        name,
        cells.map((cell) => (cell === "" ? null : cell)),
      );
    return numbers(
      name,
      unit,
      cells.map((cell) => (cell === "" ? Number.NaN : Number(cell))),
    );
  });
  return makeTable(path, [], columns, { roles });
}
