import type { Table } from "@conurb/core/contract";

/** The table behind a figure: its own columns and units, full precision, a gap as an empty cell. */
export function tableCsv(table: Table): string {
  const lines = [table.columns.map(({ name }) => quoted(name)).join(",")];
  for (let row = 0; row < table.rows; row += 1) {
    lines.push(
      table.columns
        .map(({ kind, values }) => {
          const value = values[row];
          if (kind === "number") return Number.isFinite(value) ? String(value) : "";
          return value === null ? "" : quoted(String(value));
        })
        .join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
