import { InputError } from "../contract/errors.ts";
import { type Column, findColumn, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";

/** An analysis of a list with its table; without one where it has no answer. */
export interface StackPiece {
  readonly name: string;
  readonly title?: Text;
  readonly table?: Table;
}

/**
 * Tables one under the other, each row with the analysis it is of and that one's place in the list, from 1. A column that a
 * table lacks is a gap there; an analysis without a table is one row of gaps. Columns of one name must be of one unit.
 */
export function stackTables(name: string, pieces: readonly StackPiece[]): Table {
  const known = pieces.flatMap((piece) => (piece.table === undefined ? [] : [{ ...piece, table: piece.table }]));
  const columns = [...new Set(known.flatMap(({ table }) => table.columns.map((column) => column.name)))];
  const rows = pieces.flatMap((piece, at) => {
    const count = piece.table?.rows ?? 1;
    return Array.from({ length: count }, (_, row) => ({ piece, row, position: at + 1 }));
  });
  const own = columns.map((column): Column => {
    const [first, ...others] = known.flatMap(({ table, name: of }) => {
      const found = findColumn(table, column);
      return found === undefined ? [] : [{ of, found }];
    }) as [{ of: string; found: Column }, ...{ of: string; found: Column }[]];
    const { title } = first.found;
    if (first.found.kind === "label") {
      return labels(
        column,
        rows.map(({ piece, row }) => cellOf(piece, column, row, "label")),
        title,
      );
    }
    const { unit } = first.found;
    for (const { of, found } of others) {
      const otherUnit = found.kind === "number" ? found.unit : "-";
      if (otherUnit !== unit) throw unitsDiffer(name, column, first.of, unit, of, otherUnit);
    }
    const values = rows.map(({ piece, row }) => cellOf(piece, column, row, "number") ?? Number.NaN);
    return numbers(column, unit, values, title === undefined ? {} : { title });
  });
  const shared = (known[0]?.table.key ?? []).filter((key) => known.every(({ table }) => table.key.includes(key)));
  const analysis = { en: "analysis", zh: "分析" };
  return makeTable(
    name,
    ["analysis", ...shared],
    [
      labels(
        "analysis",
        rows.map(({ piece }) => piece.name),
        analysis,
      ),
      ...(["en", "zh"] as const).map((language) =>
        labels(
          `analysis_${language}`,
          rows.map(({ piece }) => piece.title?.[language] ?? null),
        ),
      ),
      numbers(
        "position",
        "1",
        rows.map(({ position }) => position),
      ),
      ...own,
    ],
  );
}

function cellOf(piece: StackPiece, column: string, row: number, kind: "label"): string | null;
function cellOf(piece: StackPiece, column: string, row: number, kind: "number"): number | null;
function cellOf({ table }: StackPiece, column: string, row: number, kind: Column["kind"]): string | number | null {
  const found = table === undefined ? undefined : findColumn(table, column);
  return found === undefined || found.kind !== kind ? null : (found.values[row] ?? null);
}

function unitsDiffer(
  input: string,
  column: string,
  one: string,
  unit: string,
  other: string,
  otherUnit: string,
): InputError {
  const text = message("stack-units", { input, column, one, unit, other, otherUnit });
  return new InputError({ code: "stack-units", text });
}
