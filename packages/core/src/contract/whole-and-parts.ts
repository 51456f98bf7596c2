import type { NumberColumn } from "./table.ts";

/** A column that is the sum of others in every row: a total among its own parts. */
export interface WholeAndParts {
  readonly whole: NumberColumn;
  readonly parts: readonly NumberColumn[];
}

/** Fewer rows, or figures of a few steps of their last digit, add up by chance. */
const fewestRows = 8;
const coarse = 20;
/** Of more columns only the sum of all the others is looked for. */
const mostTried = 16;
const mostDecimals = 6;

/** The first column that its others, or some of them, add up to in every row that has figures of all, to the rounding of the print. */
export function wholeAndParts(columns: readonly NumberColumn[]): WholeAndParts | undefined {
  if (columns.length < 3) return undefined;
  const rows = [...(columns[0]?.values.keys() ?? [])].filter((row) =>
    columns.every(({ values }) => (values[row] as number) >= 0),
  );
  if (rows.length < fewestRows) return undefined;
  const step = stepOf(columns, rows);
  for (const whole of columns) {
    const others = columns.filter((each) => each !== whole);
    const room = (parts: number, row: number) => ((parts + 1) * step) / 2 + 1e-9 * (whole.values[row] as number);
    const largest = rows.reduce((best, row) =>
      (whole.values[row] as number) > (whole.values[best] as number) ? row : best,
    );
    if (rows.some((row) => (whole.values[row] as number) < coarse * room(others.length, row))) continue;
    const isSum = (parts: readonly NumberColumn[]) =>
      rows.every((row) => Math.abs(sum(parts, row) - (whole.values[row] as number)) <= room(parts.length, row));
    const present = others.filter(({ values }) => rows.every((row) => (values[row] as number) > step));
    const sets = others.length < mostTried ? addingUp(present, whole, largest, room(others.length, largest)) : [others];
    for (const parts of sets) if (parts.length > 1 && isSum(parts)) return { whole, parts };
  }
  return undefined;
}

/** Sets of columns that add up to the whole in one row. */
function* addingUp(
  columns: readonly NumberColumn[],
  whole: NumberColumn,
  row: number,
  room: number,
): Generator<NumberColumn[]> {
  const sought = whole.values[row] as number;
  function* from(at: number, taken: NumberColumn[], reached: number): Generator<NumberColumn[]> {
    if (Math.abs(reached - sought) <= room) yield taken;
    for (let next = at; next < columns.length; next += 1) {
      const column = columns[next] as NumberColumn;
      const sum = reached + (column.values[row] as number);
      if (sum <= sought + room) yield* from(next + 1, [...taken, column], sum);
    }
  }
  yield* from(0, [], 0);
}

const sum = (columns: readonly NumberColumn[], row: number): number =>
  columns.reduce((total, { values }) => total + (values[row] as number), 0);

/** The step between neighbouring values: 0.01 where they have two decimals. */
function stepOf(columns: readonly NumberColumn[], rows: readonly number[]): number {
  const decimals = columns.flatMap(({ values }) =>
    rows.map((row) => /\.(\d+)$/.exec(String(values[row]))?.[1]?.length ?? 0),
  );
  return 10 ** -decimals.reduce((most, each) => Math.max(most, Math.min(each, mostDecimals)), 0);
}
