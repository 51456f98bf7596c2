/** Eigenvalues from the largest down, and one unit vector each, as rows. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * All eigenvalues and vectors of a dense symmetric matrix (row-major), by Householder's tridiagonal form and the implicit QL
 * method with Wilkinson's shifts. The vectors are kept as rows, so that every sweep runs along memory.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const basis = Array.from({ length: n }, (_, row) => matrix.slice(row * n, (row + 1) * n));
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  tridiagonalise(basis, diagonal, beside, n);
  const rows = transpose(basis, n);
  diagonalise(rows, diagonal, beside, n);
  const order = Array.from(diagonal, (_, at) => at).sort((a, b) => (diagonal[b] as number) - (diagonal[a] as number));
  return {
    values: Float64Array.from(order, (at) => diagonal[at] as number),
    vectors: order.map((at) => rows[at] as Float64Array),
  };
}

function transpose(rows: readonly Float64Array[], n: number): Float64Array[] {
  return Array.from({ length: n }, (_, row) => Float64Array.from(rows, (line) => line[row] as number));
}

/** Leaves in `a` the orthogonal matrix of the reflections, columns being its vectors. */
function tridiagonalise(a: readonly Float64Array[], d: Float64Array, e: Float64Array, n: number): void {
  for (let i = n - 1; i > 0; i -= 1) {
    const row = a[i] as Float64Array;
    let scale = 0;
    for (let k = 0; k < i; k += 1) scale += Math.abs(row[k] as number);
    let h = 0;
    if (i === 1 || scale === 0) {
      e[i] = row[i - 1] as number;
    } else {
      for (let k = 0; k < i; k += 1) {
        row[k] = (row[k] as number) / scale;
        h += (row[k] as number) ** 2;
      }
      const f = row[i - 1] as number;
      const g = f >= 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      row[i - 1] = f - g;
      reflect(a, row, e, h, i);
    }
    d[i] = h;
  }
  d[0] = 0;
  e[0] = 0;
  for (let i = 0; i < n; i += 1) {
    const row = a[i] as Float64Array;
    if (d[i] !== 0) accumulate(a, row, i);
    d[i] = row[i] as number;
    row[i] = 1;
    for (let j = 0; j < i; j += 1) {
      row[j] = 0;
      (a[j] as Float64Array)[i] = 0;
    }
  }
}

/** A := A - v p' - p v' on the leading i rows (lower triangle), with v in `row` and v / h left in column i. */
function reflect(a: readonly Float64Array[], row: Float64Array, p: Float64Array, h: number, i: number): void {
  for (let j = 0; j < i; j += 1) p[j] = 0;
  for (let j = 0; j < i; j += 1) {
    const line = a[j] as Float64Array;
    line[i] = (row[j] as number) / h;
    const v = row[j] as number;
    let sum = (line[j] as number) * v;
    for (let k = 0; k < j; k += 1) {
      sum += (line[k] as number) * (row[k] as number);
      p[k] = (p[k] as number) + (line[k] as number) * v;
    }
    p[j] = (p[j] as number) + sum;
  }
  let along = 0;
  for (let j = 0; j < i; j += 1) {
    p[j] = (p[j] as number) / h;
    along += (p[j] as number) * (row[j] as number);
  }
  const half = along / (h + h);
  for (let j = 0; j < i; j += 1) p[j] = (p[j] as number) - half * (row[j] as number);
  for (let j = 0; j < i; j += 1) {
    const line = a[j] as Float64Array;
    const [v, q] = [row[j] as number, p[j] as number];
    for (let k = 0; k <= j; k += 1) {
      line[k] = (line[k] as number) - v * (p[k] as number) - q * (row[k] as number);
    }
  }
}

function accumulate(a: readonly Float64Array[], row: Float64Array, i: number): void {
  const sums = new Float64Array(i);
  for (let k = 0; k < i; k += 1) {
    const [line, v] = [a[k] as Float64Array, row[k] as number];
    for (let j = 0; j < i; j += 1) sums[j] = (sums[j] as number) + v * (line[j] as number);
  }
  for (let k = 0; k < i; k += 1) {
    const line = a[k] as Float64Array;
    const u = line[i] as number;
    for (let j = 0; j < i; j += 1) line[j] = (line[j] as number) - (sums[j] as number) * u;
  }
}

function diagonalise(z: readonly Float64Array[], d: Float64Array, e: Float64Array, n: number): void {
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  for (let l = 0; l < n; l += 1) {
    for (let sweep = 0; ; sweep += 1) {
      let m = l;
      while (m < n - 1) {
        const size = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
        if (Math.abs(e[m] as number) <= Number.EPSILON * size) break;
        m += 1;
      }
      if (m === l) break;
      if (sweep === 60) throw new Error("symmetric eigen: no convergence after 60 sweeps");
      let g = ((d[l + 1] as number) - (d[l] as number)) / (2 * (e[l] as number));
      let r = Math.hypot(g, 1);
      g = (d[m] as number) - (d[l] as number) + (e[l] as number) / (g + (g >= 0 ? r : -r));
      let [s, c, p, i] = [1, 1, 0, m - 1];
      for (; i >= l; i -= 1) {
        const f = s * (e[i] as number);
        const b = c * (e[i] as number);
        r = Math.hypot(f, g);
        e[i + 1] = r;
        if (r === 0) {
          d[i + 1] = (d[i + 1] as number) - p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = (d[i + 1] as number) - p;
        r = ((d[i] as number) - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        rotate(z[i] as Float64Array, z[i + 1] as Float64Array, s, c);
      }
      if (r === 0 && i >= l) continue;
      d[l] = (d[l] as number) - p;
      e[l] = g;
      e[m] = 0;
    }
  }
}

function rotate(low: Float64Array, high: Float64Array, s: number, c: number): void {
  for (let k = 0; k < low.length; k += 1) {
    const [f, own] = [high[k] as number, low[k] as number];
    high[k] = s * own + c * f;
    low[k] = c * own - s * f;
  }
}
