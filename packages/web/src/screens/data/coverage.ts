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

const roleNamed = (table: Table, role: string) => {
  const name = table.roles?.[role] ?? role;
  return typeof name === "string" ? findColumn(table, name) : undefined;
};

/** The columns of figures: neither years nor where a place lies, which is joined on. */
const figuresOf = (table: Table): NumberColumn[] => {
  const year = roleNamed(table, "year");
  return table.columns.filter(
    (each): each is NumberColumn => each.kind === "number" && each !== year && each.unit !== "degree",
  );
};

function yearsOf(table: Table): readonly number[] {
  const column = roleNamed(table, "year");
  const values = column?.kind === "number" ? [...column.values] : (column?.values ?? []).map(Number);
  return [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b);
}

/** Which figures there are, variable by variable and year by year; a table without years has one share a variable. */
export function coverageOf(table: Table): Coverage {
  const column = roleNamed(table, "year");
  const years = yearsOf(table);
  const variables = figuresOf(table).map((each) => {
    const filled = years.map(() => [0, 0] as [number, number]);
    let whole = 0;
    for (let row = 0; row < table.rows; row += 1) {
      const has = Number.isFinite(each.values[row]) ? 1 : 0;
      whole += has;
      const at = column === undefined ? -1 : years.indexOf(Number(column.values[row]));
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

/** What a place has in a year, or of a variable: a figure, perhaps with a flag, or none; nothing where there is no such row. */
export type Held = { readonly has: boolean; readonly flag?: string } | undefined;

export interface PlaceCoverage {
  /** Years of one variable, or the variables where there are no years. */
  readonly heads: readonly (number | NumberColumn)[];
  readonly places: readonly { readonly code: string; readonly held: readonly Held[] }[];
}

/** Place by place: one variable over the years; of a table without years, every variable. */
export function coverageByPlace(table: Table, variable: NumberColumn): PlaceCoverage {
  const years = yearsOf(table);
  const places = roleNamed(table, "place")?.values ?? [];
  const year = roleNamed(table, "year")?.values;
  const heads = years.length > 0 ? years : figuresOf(table);
  const found = new Map<string, Held[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const code = String(places[row] ?? "");
    if (code === "") continue;
    const held = found.get(code) ?? new Array<Held>(heads.length).fill(undefined);
    found.set(code, held);
    for (const [at, head] of heads.entries()) {
      if (typeof head === "number" && Number(year?.[row]) !== head) continue;
      const own = heldBy(typeof head === "number" ? variable : head, row);
      // of several rows of a place and year, such as its industries, one figure is enough
      if (held[at]?.has !== true) held[at] = own;
    }
  }
  return { heads, places: [...found].map(([code, held]) => ({ code, held })) };
}

function heldBy({ values, flags }: NumberColumn, row: number): Held {
  const flag = flags?.[row] ?? undefined;
  return { has: Number.isFinite(values[row]), ...(flag === undefined || flag === null ? {} : { flag }) };
}
