import type { Roles, Table } from "@conurb/core/contract";
import { suggestion } from "@conurb/core/language";
import { interpolated, spanOf } from "@conurb/core/study";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { tellFirst } from "./tell-first.ts";

/** The columns that `--interpolate` names. */
export const columnsAsked = (given: string | undefined): readonly string[] =>
  (given ?? "")
    .split(/[,，]/)
    .map((column) => column.trim())
    .filter((column) => column !== "");

/** What a study will fill of the gaps of a table, by column. */
export interface Interpolation {
  readonly column: string;
  readonly filled: readonly {
    readonly row: number;
    readonly value: number;
    readonly told: ReturnType<typeof spanOf>;
  }[];
  readonly left: number;
}

/** Looks at which gaps a study would fill; the table itself is left as it is. */
export function interpolationOf(file: string, table: Table, roles: Roles, asked: readonly string[]): Interpolation[] {
  if (asked.length === 0) return [];
  const figures = table.columns.flatMap(({ kind, name }) => (kind === "number" && name !== roles.year ? [name] : []));
  for (const column of asked) {
    if (figures.includes(column)) continue;
    const text = say("interpolate-column", { column, columns: figures.join(", ") });
    throw new UsageError(text, suggestion(column, figures));
  }
  if (roles.year === undefined) throw new UsageError(say("interpolate-years", { file }));
  const named = { ...table, roles };
  const { filled, left } = interpolated(named, asked);
  return asked.map((column) => ({
    column,
    filled: filled
      .filter((gap) => gap.column === column)
      .map((gap) => ({ row: table.lines?.[gap.row] ?? gap.row + 1, value: gap.value, told: spanOf(named, gap) })),
    left: left[column] ?? 0,
  }));
}

const mostShown = 5;

export function tellInterpolation(found: readonly Interpolation[], terminal: Terminal): void {
  for (const { column, filled, left } of found) {
    const account = { column, filled: filled.length, left, gaps: filled.length + left };
    terminal.tell(terminal.text(say("interpolate-account", account)));
    tellFirst(
      filled.map(({ told }) => `  ${terminal.text(told)}`),
      mostShown,
      terminal,
    );
  }
}
