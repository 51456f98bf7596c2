import { findColumn, type NumberColumn, type Table } from "@conurb/core/contract";

export interface Coverage {
  readonly years: readonly number[];
  readonly variables: readonly {
    readonly column: NumberColumn;
    /** By year: the share of that year's rows with a figure. */
    readonly shares: readonly number[];
    readonly whole: number;
  }[];
  /** Of all cells of figures. */
  readonly whole: number;
}

/** Which figures there are, variable by variable and year by year; a table without years has one share a variable. */
export function coverageOf(table: Table): Coverage {
  const column = findColumn(table, "year");
  const years =
    column?.kind === "number" ? [...new Set(column.values)].filter(Number.isFinite).sort((a, b) => a - b) : [];
  const isFigure = (each: Table["columns"][number]): each is NumberColumn =>
    each.kind === "number" && each.name !== "year" && each.unit !== "degree"; // where a place lies is joined on
  const variables = table.columns.filter(isFigure).map((each) => {
    const filled = years.map(() => [0, 0] as [number, number]);
    let whole = 0;
    for (let row = 0; row < table.rows; row += 1) {
      const has = Number.isFinite(each.values[row]) ? 1 : 0;
      whole += has;
      const at = column === undefined ? -1 : years.indexOf(column.values[row] as number);
      const cell = filled[at];
      if (cell === undefined) continue;
      cell[0] += has;
      cell[1] += 1;
    }
    return {
      column: each,
      shares: filled.map(([has, all]) => (all === 0 ? 0 : has / all)),
      whole: table.rows === 0 ? 0 : whole / table.rows,
    };
  });
  const whole = variables.length === 0 ? 0 : variables.reduce((sum, each) => sum + each.whole, 0) / variables.length;
  return { years, variables, whole };
}
