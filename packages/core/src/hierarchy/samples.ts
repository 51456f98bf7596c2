/** A row of a table of places, perhaps of some years and in groups (`""` where there are none). */
export interface Sampled {
  readonly place: string;
  readonly year: number | undefined;
  readonly group: string;
}

/** Rows by group and year, in the order of group, then year. */
export function samples<Row extends Sampled>(rows: readonly Row[]): readonly Row[][] {
  const found = new Map<string, Row[]>();
  const ordered = [...rows].sort((a, b) => compare(a.group, b.group) || (a.year ?? 0) - (b.year ?? 0));
  for (const row of ordered) {
    const key = JSON.stringify([row.group, row.year ?? null]);
    const sample = found.get(key);
    if (sample === undefined) found.set(key, [row]);
    else sample.push(row);
  }
  return [...found.values()];
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place, and its year where it has one, as messages call it. */
export function named({ place, year }: Pick<Sampled, "place" | "year">): string {
  return year === undefined ? place : `${place} ${year}`;
}
