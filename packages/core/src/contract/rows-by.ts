import { addTo } from "./add-to.ts";

/** The positions of each key, keys in the order in which they first come. */
export function rowsBy<Key>(keys: Iterable<Key>): Map<Key, number[]> {
  const found = new Map<Key, number[]>();
  let at = 0;
  for (const key of keys) {
    addTo(found, key, at);
    at += 1;
  }
  return found;
}
