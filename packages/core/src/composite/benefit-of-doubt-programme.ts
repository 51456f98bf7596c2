import type { Programme, Solve } from "../contract/method.ts";

const violation = 1e-10; // to which the solver holds its own rows
const addedAtOnce = 8; // the most violated rows of a round; 4 to 16 take about as long

/**
 * The weights that suit `own` best with every row of `frontier` at 1 or below. Few rows bind, so the programme starts
 * with the best row of each indicator and takes in what its answer violates until nothing is: the answer of the whole
 * programme, in a fraction of the time where the frontier is long.
 */
export async function bestWeights(
  own: readonly number[],
  frontier: readonly (readonly number[])[],
  shares: Programme["rows"],
  solve: Solve,
): Promise<readonly number[]> {
  const asked = new Set(own.map((_, at) => bestIn(frontier, at)));
  for (;;) {
    const rows = [...asked].map((row) => ({ coefficients: frontier[row], lower: Number.NEGATIVE_INFINITY, upper: 1 }));
    const { status, values } = await solve({ sense: "maximise", objective: own, rows: [...rows, ...shares] });
    // no weights at all are always allowed, and the best row of an indicator binds its weight
    if (status !== "optimal") throw new Error(`benefit-of-doubt: a programme of ${rows.length} rows is ${status}`);
    const violated = frontier
      .map((y, row) => ({ row, reached: y.reduce((sum, value, at) => sum + values[at] * value, 0) }))
      .filter(({ row, reached }) => reached > 1 + violation && !asked.has(row))
      .sort((a, b) => b.reached - a.reached);
    if (violated.length === 0) return values;
    for (const { row } of violated.slice(0, addedAtOnce)) asked.add(row);
  }
}

function bestIn(rows: readonly (readonly number[])[], at: number): number {
  return rows.reduce((best, row, position) => (row[at] > rows[best][at] ? position : best), 0);
}
