import type { Column, Roles, Table } from "@conurb/core/contract";
import { unitWords } from "@conurb/figures/unit-words";
import { say } from "../say.ts";
import { shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { tellFirst } from "./tell-first.ts";

export const unitOf = (column: Column): string | undefined =>
  column.kind === "number" && column.unit !== "1" ? column.unit : undefined;

export const columnsJson = (table: Table) =>
  table.columns.map((column) => ({ name: column.name, kind: column.kind, unit: unitOf(column) ?? null }));

/** The columns of a table with the parts they play; `whyOf` says why, where that is not told elsewhere. */
export function tellColumns(
  table: Table,
  roles: Roles,
  terminal: Terminal,
  whyOf?: (column: Column, role: string) => string,
): void {
  const roleOf = new Map(
    Object.entries(roles).flatMap(([role, columns]) => [columns].flat().map((name) => [name, role])),
  );
  const parts = ["column", "role", "kind", "unit", "first", ...(whyOf === undefined ? [] : ["why"])];
  const heads = parts.map((part) => terminal.text(say(`import-${part}` as "import-unit")));
  const rows = table.columns.slice(0, mostColumns).map((column) => {
    const role = roleOf.get(column.name) ?? "";
    return [
      column.name,
      role,
      terminal.text(say(column.kind === "number" ? "kind-number" : "kind-label")),
      unitIn(column, terminal),
      short(shownNumber(column.values[0])),
      ...(whyOf === undefined ? [] : [role === "" ? "" : whyOf(column, role)]),
    ];
  });
  tellFirst(textTable([heads, ...rows]), mostColumns + 1, terminal, table.columns.length - mostColumns);
}

const mostColumns = 40;

/** As the file has it, but in Chinese in words: 年, 亿元. */
function unitIn(column: Column, { language }: Terminal): string {
  const unit = unitOf(column) ?? "";
  return language === "zh" && unit !== "" ? unitWords(unit, "zh") : unit;
}

const longest = 28;
const short = (given: string): string => {
  const text = given.replace(/\s+/g, " ");
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};
