/** A sparse square matrix: row i holds `indices[starts[i]..starts[i + 1]]`, ascending, with their `values`. */
export interface CompressedRows {
  readonly n: number;
  readonly starts: Uint32Array;
  readonly indices: Uint32Array;
  readonly values: Float64Array;
}

/** Builds the rows from cells in any order; no cell may come twice. */
export function compressedRows(
  n: number,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
  value: ArrayLike<number>,
): CompressedRows {
  const starts = new Uint32Array(n + 1);
  for (let at = 0; at < row.length; at += 1) (starts[(row[at] as number) + 1] as number) += 1;
  for (let at = 0; at < n; at += 1) (starts[at + 1] as number) += starts[at] as number;
  if (isAscending(row, column))
    return { n, starts, indices: Uint32Array.from(column), values: Float64Array.from(value) };
  const order = Uint32Array.from({ length: row.length }, (_, at) => at).sort(
    (a, b) => (row[a] as number) - (row[b] as number) || (column[a] as number) - (column[b] as number),
  );
  return {
    n,
    starts,
    indices: Uint32Array.from(order, (at) => column[at] as number),
    values: Float64Array.from(order, (at) => value[at] as number),
  };
}

function isAscending(row: ArrayLike<number>, column: ArrayLike<number>): boolean {
  for (let at = 1; at < row.length; at += 1) {
    const step = (row[at] as number) - (row[at - 1] as number);
    if (step < 0 || (step === 0 && (column[at] as number) < (column[at - 1] as number))) return false;
  }
  return true;
}

/** The same cells with rows and columns exchanged. */
export function transposed({ n, starts, indices, values }: CompressedRows): CompressedRows {
  const row = new Uint32Array(indices.length);
  for (let at = 0; at < n; at += 1) row.fill(at, starts[at], starts[at + 1]);
  return compressedRows(n, indices, row, values);
}

/** Each row divided by its sum; an empty row stays empty. */
export function rowStandardised(rows: CompressedRows): CompressedRows {
  const sums = rowSums(rows);
  const values = rows.values.slice();
  for (let at = 0; at < rows.n; at += 1) {
    for (let k = rows.starts[at] as number; k < (rows.starts[at + 1] as number); k += 1) {
      values[k] = (values[k] as number) / (sums[at] as number);
    }
  }
  return { ...rows, values };
}

export function rowSums({ n, starts, values }: CompressedRows): Float64Array {
  return Float64Array.from({ length: n }, (_, at) => {
    let total = 0;
    for (let k = starts[at] as number; k < (starts[at + 1] as number); k += 1) total += values[k] as number;
    return total;
  });
}

/** The matrix times a vector. */
export function multiply({ n, starts, indices, values }: CompressedRows, x: Float64Array): Float64Array {
  const product = new Float64Array(n);
  for (let at = 0; at < n; at += 1) {
    let total = 0;
    const end = starts[at + 1] as number;
    for (let k = starts[at] as number; k < end; k += 1)
      total += (values[k] as number) * (x[indices[k] as number] as number);
    product[at] = total;
  }
  return product;
}
