/** Places in which a column of 0s and 1s, as of a treatment, goes back from 1 to 0 in a later year, in the order of their names. */
export function switchedOff(
  place: readonly string[],
  year: ArrayLike<number>,
  values: ArrayLike<number>,
): readonly string[] {
  const rows = place.map((_, row) => row).filter((row) => !Number.isNaN(values[row]));
  if (rows.some((row) => values[row] !== 0 && values[row] !== 1)) return [];
  rows.sort((a, b) => (year[a] as number) - (year[b] as number));
  const treated = new Set<string>();
  const off = new Set<string>();
  for (const row of rows) {
    const name = place[row] as string;
    if (values[row] === 1) treated.add(name);
    else if (treated.has(name)) off.add(name);
  }
  return [...off].sort();
}
