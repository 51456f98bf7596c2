/**
 * The cheapest way to give each row a column of its own (Hungarian method, shortest augmenting paths with potentials,
 * O(rows^2 columns)). `costs` is row-major, rows <= columns. Returns the column of each row.
 */
export function assign(costs: Float64Array, rows: number, columns: number): Int32Array {
  if (rows > columns) throw new Error(`assign: ${rows} rows but ${columns} columns`);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1); // 0: free; column 0 stands for the row being placed
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const shortest = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const current = rowOf[column] as number;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j += 1) {
        if (done[j]) continue;
        const cost = costs[(current - 1) * columns + j - 1] as number;
        const reduced = cost - (rowPotential[current] as number) - (columnPotential[j] as number);
        if (reduced < (shortest[j] as number)) {
          shortest[j] = reduced;
          cameFrom[j] = column;
        }
        if ((shortest[j] as number) < step) {
          step = shortest[j] as number;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j += 1) {
        if (done[j]) {
          rowPotential[rowOf[j] as number] = (rowPotential[rowOf[j] as number] as number) + step;
          columnPotential[j] = (columnPotential[j] as number) - step;
        } else shortest[j] = (shortest[j] as number) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  const found = new Int32Array(rows);
  for (let j = 1; j <= columns; j += 1) {
    const row = rowOf[j] as number;
    if (row > 0) found[row - 1] = j - 1;
  }
  return found;
}
