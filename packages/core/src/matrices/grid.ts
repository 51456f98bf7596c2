/** Rows of a sheet or of a text file before anyone says what they mean; `Cells` and `Sheet` are grids. */
export interface Grid {
  readonly file: string;
  readonly sheet?: string;
  readonly sha256?: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** The file row of each of `rows`; without it, 1, 2, 3, ... */
  readonly lines?: ArrayLike<number>;
}

export const textAt = ({ rows }: Grid, row: number, column: number): string => {
  const value = rows[row]?.[column];
  return value === null || value === undefined
    ? ""
    : String(value)
        .replace(/^\ufeff/, "")
        .trim();
};

export const lineAt = ({ lines }: Grid, row: number): number => lines?.[row] ?? row + 1;

/** Where the names of a matrix stand: those of its columns in row `head`, those of its rows in column `side`. */
export interface Frame {
  readonly head: number;
  readonly side: number;
  readonly width: number;
  readonly columns: readonly { readonly at: number; readonly name: string }[];
  readonly rows: readonly { readonly at: number; readonly name: string }[];
}

/** The first row with two names or more heads the matrix; its first column in use names the rows. Titles stand above. */
export function frameOf(grid: Grid): Frame | undefined {
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const across = Array.from({ length: width }, (_, column) => column);
  const filled = (row: number) => across.filter((column) => textAt(grid, row, column) !== "");
  const head = grid.rows.findIndex((_, row) => filled(row).length >= 2);
  if (head < 0) return undefined;
  const below = grid.rows.flatMap((_, row) => (row > head ? [row] : []));
  const side = across.find((column) => below.some((row) => textAt(grid, row, column) !== ""));
  if (side === undefined) return undefined;
  const columns = across.flatMap((at) => {
    const name = at > side ? textAt(grid, head, at) : "";
    return name === "" ? [] : [{ at, name }];
  });
  const rows = below.flatMap((at) => {
    const name = textAt(grid, at, side);
    return name === "" ? [] : [{ at, name }];
  });
  return columns.length === 0 || rows.length === 0 ? undefined : { head, side, width, columns, rows };
}
