import type { Cells } from "../tables/cells.ts";

/** Rows written inside the file of a table, as cells with their lines; `first` is the line that the header stands on. */
export function inlineCells(text: string, file: string, first: number): Cells {
  const lines = text.split("\n");
  const header = lines.find((line) => line.trim() !== "") ?? "";
  const separator = header.includes(",") ? "," : header.includes("\t") ? "\t" : /\s+/;
  const kept = lines.flatMap((line, at) => (line.trim() === "" ? [] : [{ line: line.trim(), at: first + at }]));
  return {
    file,
    rows: kept.map(({ line }) => line.split(separator).map((cell) => cell.trim())),
    lines: kept.map(({ at }) => at),
  };
}

/** Without rows that hold nothing, so that row by row everything read from them stays side by side. */
export function filledRows(cells: Cells): Cells {
  const kept = cells.rows.flatMap((row, at) => (at === 0 || row.some((cell) => cell.trim() !== "") ? [at] : []));
  return {
    file: cells.file,
    rows: kept.map((at) => cells.rows[at] ?? []),
    lines: kept.map((at) => cells.lines?.[at] ?? at + 1),
  };
}

const fraction = /^\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)\s*$/;

/** Fractions such as `1/3` in columns that are exact, as decimals. */
export function withoutFractions(cells: Cells, isExact: (column: string) => boolean): Cells {
  const [header = [], ...rows] = cells.rows;
  const exact = header.map((name) => isExact(name.trim()));
  return {
    ...cells,
    rows: [
      header,
      ...rows.map((row) =>
        row.map((cell, at) => {
          const parts = exact[at] === true ? fraction.exec(cell) : null;
          return parts === null ? cell : String(Number(parts[1]) / Number(parts[2]));
        }),
      ),
    ],
  };
}
