import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Outcome } from "./compute.ts";
import { type Panel, type PublishedColumn, rowNames } from "./panel.ts";

/** One published figure. */
export interface PublishedCell {
  /** The published column, or the name of a single number. */
  readonly column: string;
  /** What tells its row apart; empty for a single number. */
  readonly row: string;
  readonly printed: number;
  readonly decimals: number;
  readonly half: number;
  /** The line that it is printed on. */
  readonly line?: number;
}

/** The published figures, column by column, and a reader that takes the same figures from a result, in the same order. */
export function publishedCells(panel: Panel): {
  cells: readonly PublishedCell[];
  read: (outcome: Outcome) => Float64Array;
} {
  const names = rowNames(panel);
  const { columns, scalars, rows } = panel;
  const printedRows = columns.map(({ values }) => [...values.keys()].filter((row) => !Number.isNaN(values[row])));
  const cells = [
    ...columns.flatMap(({ name, values, decimals, half }, at) =>
      (printedRows[at] ?? []).map((row): PublishedCell => {
        const line = rows.lines?.[row];
        const printed = values[row] as number;
        return {
          column: name,
          row: names[row] ?? "",
          printed,
          decimals,
          half,
          ...(line === undefined ? {} : { line }),
        };
      }),
    ),
    ...scalars.map(({ name, value, decimals, half }) => ({ column: name, row: "", printed: value, decimals, half })),
  ];
  const read = (outcome: Outcome): Float64Array =>
    Float64Array.from([
      ...columns.flatMap((column, at) => columnOf(outcome, column, printedRows[at] ?? [], panel)),
      ...scalars.map(({ name }) => scalarOf(outcome, name, panel)),
    ]);
  return { cells, read };
}

function columnOf(outcome: Outcome, column: PublishedColumn, wanted: readonly number[], panel: Panel): number[] {
  const { target, name } = column;
  const table = outcome.tables.find((each) => each.name === target.table);
  const names = outcome.tables.map((each) => each.name);
  if (table === undefined) throw new InputError(unknown(panel, name, `${target.table}`, names));
  const found = findColumn(table, target.column);
  const figures = table.columns.flatMap((each) => (each.kind === "number" ? [each.name] : []));
  if (found?.kind !== "number") throw new InputError(unknown(panel, name, `${target.table}.${target.column}`, figures));
  const inRows = (part: string) => findColumn(panel.rows, [panel.file.roles[part] ?? part].flat()[0] ?? part);
  const open = table.key.filter((part) => !Object.hasOwn(target.where, part) && inRows(part) === undefined);
  if (open.length > 0) throw new InputError(undetermined(panel, name, table, open));
  const joined = table.key.filter((part) => inRows(part) !== undefined && !Object.hasOwn(target.where, part));
  const keyed = new Map<string, number>();
  const kept = Object.entries(target.where).map(([part, value]) => [findColumn(table, part), String(value)] as const);
  const keys = joined.map((part) => findColumn(table, part));
  for (let row = 0; row < table.rows; row += 1) {
    if (kept.some(([part, value]) => String(part?.values[row]) !== value)) continue;
    keyed.set(JSON.stringify(keys.map((part) => String(part?.values[row]))), found.values[row] as number);
  }
  const printed = joined.map(inRows);
  return wanted.map((row) => keyed.get(JSON.stringify(printed.map((part) => String(part?.values[row])))) ?? Number.NaN);
}

function scalarOf({ scalars }: Outcome, name: string, panel: Panel): number {
  const value = scalars[name];
  if (typeof value === "number") return value;
  const names = Object.keys(scalars);
  const hint = suggestion(name, names);
  const list = names.join(", ");
  throw new InputError({
    code: "table-target",
    text: {
      en: `scalars: the result has no ${name}; there is ${list}`,
      zh: `scalars：结果中没有 ${name}；现有：${list}`,
    },
    place: panel.locate(["scalars", name]),
    ...(hint === undefined ? {} : { hint }),
  });
}

function unknown(panel: Panel, column: string, asked: string, names: readonly string[]): Problem {
  const hint = suggestion(asked.split(".").at(-1) ?? "", names);
  const list = names.join(", ");
  return {
    code: "table-target",
    text: {
      en: `published.${column}: the result has no ${asked}; there is ${list}`,
      zh: `published.${column}：结果中没有 ${asked}；现有：${list}`,
    },
    place: panel.locate(["published", column]),
    ...(hint === undefined ? {} : { hint }),
  };
}

function undetermined(panel: Panel, column: string, table: Table, open: readonly string[]): Problem {
  const list = open.join(", ");
  return {
    code: "table-target",
    text: {
      en: `published.${column}: rows of ${table.name} are told apart by ${list} as well, expected a column or where for it`,
      zh: `published.${column}：结果表 ${table.name} 还以 ${list} 区分各行，应有同名的列，或用 where 指明`,
    },
    place: panel.locate(["published", column]),
  };
}
