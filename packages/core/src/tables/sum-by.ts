import { InputError } from "../contract/errors.ts";
import {
  type Column,
  makeTable,
  type NumberColumn,
  numbers,
  type PriceBasis,
  type Table,
  takeRows,
} from "../contract/table.ts";
import { DecimalTotal, decimalsOf } from "./exact-sum.ts";
import { requireColumn } from "./require-column.ts";
import { compareRows } from "./row-order.ts";

export interface MeasureSums {
  readonly name: string;
  readonly unit: string;
  /** `NaN` where no cell is present. A missing cell is not a zero. */
  readonly sums: Float64Array;
  readonly present: Uint32Array;
  readonly missing: Uint32Array;
  /** Of money. Chained figures do not add up, so that their sum is in prices that nobody knows. */
  readonly prices?: PriceBasis;
}

/** Sums by group, groups sorted: what a cube of the store holds. */
export interface Cube {
  readonly rows: number;
  readonly by: readonly Column[];
  readonly measures: readonly MeasureSums[];
}

/** Sums measures by group, exactly: the decimals that the values show are added as whole numbers and rounded once. */
export function sumBy(table: Table, by: readonly string[], measures: readonly string[]): Cube {
  const keys = by.map((name) => requireColumn(table, name));
  const { groupOf, firstRows } = groupsOf(keys, table.rows);
  return {
    rows: firstRows.length,
    by: takeRows({ name: table.name, rows: table.rows, key: [], columns: keys }, firstRows).columns,
    measures: measures.map((name) => sumsOf(numberColumnOf(table, name), groupOf, firstRows.length)),
  };
}

function numberColumnOf(table: Table, name: string): NumberColumn {
  const column = requireColumn(table, name);
  if (column.kind === "number") return column;
  throw new InputError({
    code: "not-a-number",
    text: {
      en: `${table.name}: column ${name} holds labels, expected numbers to add up`,
      zh: `${table.name}：列 ${name} 是文字，不能求和`,
    },
  });
}

/** The group of each row, groups in the order of their keys; and a row of each group. */
function groupsOf(keys: readonly Column[], rows: number): { groupOf: Uint32Array; firstRows: Uint32Array } {
  const found = new Map<string, number>();
  const first: number[] = [];
  const raw = Uint32Array.from({ length: rows }, (_, row) => {
    const key = JSON.stringify(keys.map(({ values }) => values[row]));
    const known = found.get(key);
    if (known !== undefined) return known;
    found.set(key, first.length);
    return first.push(row) - 1;
  });
  const order = first
    .map((_, group) => group)
    .sort((a, b) => compareRows(keys, first[a] as number, first[b] as number));
  const position = new Uint32Array(first.length);
  order.forEach((group, at) => {
    position[group] = at;
  });
  return {
    groupOf: raw.map((group) => position[group] as number),
    firstRows: Uint32Array.from(order, (group) => first[group] as number),
  };
}

function sumsOf({ name, unit, values, prices }: NumberColumn, groupOf: Uint32Array, groups: number): MeasureSums {
  const decimals = decimalsOf(values);
  const totals = Array.from({ length: groups }, () => new DecimalTotal(decimals));
  const [present, missing] = [new Uint32Array(groups), new Uint32Array(groups)];
  groupOf.forEach((group, row) => {
    const value = values[row] as number;
    const counts = Number.isNaN(value) ? missing : present;
    counts[group] = (counts[group] as number) + 1;
    (totals[group] as DecimalTotal).add(value);
  });
  const sums = Float64Array.from(totals, (total, group) => (present[group] === 0 ? Number.NaN : total.value()));
  return {
    name,
    unit,
    sums,
    present,
    missing,
    ...(prices === undefined || prices.basis === "chained" ? {} : { prices }),
  };
}

/** The cube as a table keyed by its groups, sums under the measures' names. */
export function cubeTable({ by, measures }: Cube, name: string): Table {
  const sums = measures.map(({ name: of, unit, sums: values, prices }) =>
    numbers(of, unit, values, prices === undefined ? {} : { prices }),
  );
  return makeTable(
    name,
    by.map((column) => column.name),
    [...by, ...sums],
  );
}
