import { readInputs } from "../src/contract/invoke.ts";
import type { AnyMethod, Cell, Example, Origin } from "../src/contract/method.ts";
import type { Random } from "../src/contract/random.ts";
import type { Input } from "../src/contract/readings.ts";
import { type Column, findColumn, numbers, type Table } from "../src/contract/table.ts";
import { inputCells, ownCells, type TableCell } from "../src/study/origin-cells.ts";

const rowsOfColumn = 2; // cells tried of each column of each table
/** Which part of what a trace does not name is changed at once: all of it, then less and less, so that ends stay where they are. */
const parts = [1, 0.5, 0.2, 0.05];

interface Tables {
  readonly tables: readonly Table[];
}
/** Runs an example; nothing where the method refuses it. */
type Run = (example: Example) => Promise<Tables | undefined>;

/** A cell that moved though its trace names nothing of what was changed. */
export interface Moved {
  readonly cell: string;
  readonly before: unknown;
  readonly after: unknown;
}
export interface Verdict {
  /** Cells that were held against a change of what their trace does not name. */
  readonly held: number;
  /** Cells whose trace is whole columns and leaves nothing to change. */
  readonly whole: number;
  readonly moved: readonly Moved[];
}

/**
 * Changes figures that the traces of some cells do not name. Such a cell stays as it is to the last bit, unless a table of
 * the same result that its trace names has moved too (then the change says nothing of it, and a smaller one is tried).
 */
export async function traceLaw(method: AnyMethod, example: Example, run: Run, draw: Random): Promise<Verdict> {
  const before = await run(example);
  if (before === undefined) throw new Error("the example itself is refused");
  const { readings } = readInputs(method, example.inputs);
  let [held, whole] = [0, 0];
  const moved: Moved[] = [];
  for (const cell of someCells(before.tables, draw)) {
    const origins: readonly Origin[] = method.trace?.(cell, before.tables, readings) ?? [];
    const free = unnamed(method, example, origins);
    if (free.length === 0) {
      if (origins.some(isWholeColumn)) whole += 1;
      continue;
    }
    for (const part of parts) {
      const changed = some(free, part, draw);
      const after = await run(withFigures(example, changed, draw));
      if (after === undefined) continue; // a share above 1, say: less of a change may do
      if (origins.some((origin) => "table" in origin && hasMoved(origin, before.tables, after.tables))) continue;
      held += 1;
      const [was, is] = [valueAt(before.tables, before.tables, cell), valueAt(before.tables, after.tables, cell)];
      if (!Object.is(was, is))
        moved.push({ cell: `${cell.table}[${cell.row}].${cell.column}`, before: was, after: is });
      break;
    }
  }
  return { held, whole, moved };
}

const isWholeColumn = (origin: Origin): boolean => "input" in origin && Object.keys(origin.where ?? {}).length === 0;

function tablesIn({ inputs }: Example): Record<string, Table> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, each]) =>
      typeof each === "object" && each !== null && "columns" in each ? [[name, each as Table]] : [],
    ),
  );
}

/** A few cells of every column that is no part of its table's key. */
function someCells(tables: readonly Table[], draw: Random): Cell[] {
  return tables.flatMap((table) =>
    table.columns.flatMap(({ name }) => {
      if (table.key.includes(name) || (table.key.length === 0 && table.rows > 1)) return [];
      const count = Math.min(rowsOfColumn, table.rows);
      return Array.from({ length: count }, () => ({ table: table.name, row: draw.integer(table.rows), column: name }));
    }),
  );
}

interface Figure extends TableCell {
  readonly input: string;
}

/** Figures of the inputs that no origin names: numbers other than 0, for 0 is made no less. */
function unnamed(method: AnyMethod, example: Example, origins: readonly Origin[]): Figure[] {
  return Object.entries(tablesIn(example)).flatMap(([input, table]) => {
    const spec = (method.inputs as Record<string, Input>)[input];
    if (spec === undefined || spec.shape === "record") return [];
    const nameOf = ({ row, column }: TableCell) => `${row} ${column}`;
    const named = new Set(
      origins.flatMap((origin) =>
        "input" in origin && origin.input === input ? inputCells(input, spec, table, {}, origin).map(nameOf) : [],
      ),
    );
    return inputCells(input, spec, table, {}, { input }).flatMap((cell) => {
      const column = findColumn(table, cell.column);
      const isFigure = column?.kind === "number" && Math.abs(column.values[cell.row] as number) > 0;
      return isFigure && !named.has(nameOf(cell)) ? [{ input, ...cell }] : [];
    });
  });
}

/** The example with another year of every place, where the method reads years and the example has none. */
export function asPanel(method: AnyMethod, example: Example, draw: Random): Example | undefined {
  const read = Object.entries(tablesIn(example)).flatMap(([input, table]) => {
    const spec = (method.inputs as Record<string, Input>)[input];
    const takesYears = spec !== undefined && spec.shape !== "record" && "year" in spec.roles && "place" in spec.roles;
    return takesYears && findColumn(table, "year") === undefined ? [[input, spec, table] as const] : [];
  });
  if (read.length === 0) return undefined;
  const inputs = read.map(([input, spec, table]) => {
    const figures = inputCells(input, spec, table, {}, { input }).map((cell) => ({ input, ...cell }));
    const later = tablesIn(withFigures({ inputs: { [input]: table } }, figures, draw))[input] as Table;
    const columns = table.columns.map((column, at): Column => {
      const other = later.columns[at] as Column;
      return column.kind === "number"
        ? { ...column, values: Float64Array.from([...column.values, ...(other.values as Float64Array)]) }
        : { ...column, values: [...column.values, ...column.values] };
    });
    const year = numbers("year", "year", [...new Array(table.rows).fill(2019), ...new Array(table.rows).fill(2020)]);
    const panel = { ...table, rows: 2 * table.rows, key: [...table.key, "year"], columns: [...columns, year] };
    return [input, { ...panel, ...(table.roles === undefined ? {} : { roles: { ...table.roles, year: "year" } }) }];
  });
  return { ...example, inputs: { ...example.inputs, ...Object.fromEntries(inputs) } };
}

function some<T>(all: readonly T[], part: number, draw: Random): T[] {
  const order = Uint32Array.from(all.keys());
  draw.shuffle(order);
  return Array.from(order.subarray(0, Math.max(1, Math.round(part * all.length))), (at) => all[at] as T);
}

/** The example with these figures made smaller: a share stays a share, a size a size. */
function withFigures(example: Example, figures: readonly Figure[], draw: Random): Example {
  const inputs = Object.entries(tablesIn(example)).map(([input, table]) => {
    const columns = table.columns.map((column) => {
      const mine = figures.filter((each) => each.input === input && each.column === column.name);
      if (column.kind === "label" || mine.length === 0) return column;
      const values = column.values.slice();
      for (const { row } of mine) values[row] = (values[row] as number) * (0.5 + 0.49 * draw.uniform());
      return { ...column, values };
    });
    return [input, { ...table, columns }];
  });
  return { ...example, inputs: { ...example.inputs, ...Object.fromEntries(inputs) } };
}

function hasMoved(origin: Extract<Origin, { table: string }>, before: readonly Table[], after: readonly Table[]) {
  const table = before.find(({ name }) => name === origin.table);
  if (table === undefined) return false;
  return ownCells(table, origin).some(({ row, column }) => {
    const cell = { table: table.name, row, column };
    return !Object.is(valueAt(before, before, cell), valueAt(before, after, cell));
  });
}

/** The value of a cell, found in `now` by the key that it has in `before`. */
function valueAt(before: readonly Table[], now: readonly Table[], { table, row, column }: Cell): unknown {
  const keyOf = (each: Table, at: number) => each.key.map((name) => findColumn(each, name)?.values[at]).join("\n");
  const [then, there] = [before, now].map((tables) => tables.find(({ name }) => name === table)) as [Table, Table];
  const wanted = keyOf(then, row);
  const at =
    then === there
      ? row
      : Array.from({ length: there.rows }, (_, each) => each).find((each) => keyOf(there, each) === wanted);
  return at === undefined ? "gone" : findColumn(there, column)?.values[at];
}
