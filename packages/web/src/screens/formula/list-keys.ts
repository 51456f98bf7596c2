/** The row of a list that a key leads to, from the chosen one; from none, the first. Nothing for other keys, and in an empty list. */
export function rowByKey(
  key: string,
  { chosen, count, page }: { readonly chosen: number; readonly count: number; readonly page: number },
): number | undefined {
  if (count === 0) return undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
  if (by === undefined) return undefined;
  return chosen < 0 ? 0 : Math.min(Math.max(chosen + by, 0), count - 1);
}
