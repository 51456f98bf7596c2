import { type Column, labels, numbers, type Table } from "@conurb/core/contract";
import { type Cube, cubeTable } from "@conurb/core/tables";
import { type CubeQuery, cubeQuery, planCube, presentOf, refuseRounded, roundedOf } from "./cube-query.ts";
import type { SqlPort, SqlValue } from "./port.ts";

/** Runs `query` and gives the cube as a table keyed and sorted by its keys; a sum over no figures is a gap. */
export async function cube(port: SqlPort, query: CubeQuery, name: string = query.from): Promise<Table> {
  const { sums, count } = await cubeSums(port, query);
  const table = cubeTable(sums, name);
  return count === undefined ? table : { ...table, columns: [...table.columns, count] };
}

/** The same with the numbers of figures behind each sum: what `sumBy` of core gives on the same rows, to the last bit. */
export async function cubeSums(port: SqlPort, query: CubeQuery): Promise<{ sums: Cube; count: Column | undefined }> {
  const plan = planCube(query);
  // the rows are counted even when nobody asks, because what is not present is missing
  const counted = plan.count ?? "rows_counted";
  const result = await port.run(await cubeQuery({ ...query, count: counted }, port.dialect));
  const columnOf = (column: string): readonly SqlValue[] => {
    const values = result[column];
    if (values === undefined) throw new Error(`cube: the engine gave no column ${column}`);
    return values;
  };
  const rows = columnOf(counted).length;
  const keys = plan.by.map(({ as, kind }) => ({ as, kind, values: columnOf(as) }));
  const order = Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    for (const { values } of keys) {
      const difference = compare(values[a] ?? null, values[b] ?? null);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const sorted = (column: string) => order.map((row) => columnOf(column)[row] ?? null);
  const by = keys.map(({ as, kind }): Column => {
    const values = sorted(as);
    if (kind === "label") return labels(as, values as (string | null)[]);
    return numbers(
      as,
      kind === "year-of" ? "year" : "1",
      values.map((value) => (value === null ? Number.NaN : Number(value))),
    );
  });
  const measures = plan.sum.map((measure) => {
    const { as, unit } = measure;
    refuseRounded(
      measure,
      sorted(roundedOf(as)).reduce<bigint>((total, value) => total + BigInt(value as SqlInteger), 0n),
    );
    const present = Uint32Array.from(sorted(presentOf(as)), Number);
    const total = Uint32Array.from(sorted(counted), Number);
    return {
      name: as,
      unit,
      sums: Float64Array.from(sorted(as), (text, row) => (present[row] === 0 ? Number.NaN : Number(text))),
      present,
      missing: total.map((all, row) => all - (present[row] as number)),
    };
  });
  const count = plan.count === undefined ? undefined : numbers(plan.count, "1", sorted(counted).map(Number));
  return { sums: { rows, by, measures }, count };
}

type SqlInteger = string | number | bigint;

/** By code unit for labels and by size for numbers, empty keys first: the same on every engine. */
function compare(a: SqlValue, b: SqlValue): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
