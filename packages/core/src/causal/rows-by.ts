/** Positions of equal values, each value once, in the order in which they are met. */
export function rowsBy<T>(values: Iterable<T>, rows?: readonly number[]): Map<T, number[]> {
  const groups = new Map<T, number[]>();
  let at = 0;
  for (const value of values) {
    const row = rows === undefined ? at : (rows[at] as number);
    const own = groups.get(value);
    if (own === undefined) groups.set(value, [row]);
    else own.push(row);
    at += 1;
  }
  return groups;
}
