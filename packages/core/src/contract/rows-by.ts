/** The positions of each key, keys in the order in which they first come. Lists grow in place: copied at every row they take its square. */
export function rowsBy<Key>(keys: Iterable<Key>): Map<Key, number[]> {
  const found = new Map<Key, number[]>();
  let at = 0;
  for (const key of keys) {
    const rows = found.get(key);
    if (rows === undefined) found.set(key, [at]);
    else rows.push(at);
    at += 1;
  }
  return found;
}
