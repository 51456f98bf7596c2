/** Columns aligned by row; `place` and `year` are needed by `at` and `lag` and name the rows in messages. */
export interface Frame {
  readonly rows: number;
  readonly place?: readonly string[];
  readonly year?: ArrayLike<number>;
  /** By the spelling of `columnName`. */
  readonly columns: ReadonlyMap<string, FrameColumn>;
}
export interface FrameColumn {
  readonly values: Float64Array;
  readonly unit: string;
}

/** The row of a place in a year. */
export function rowFinder(frame: Frame): (place: string | undefined, year: number) => number | undefined {
  const rows = new Map<string | undefined, Map<number, number>>();
  for (let row = 0; row < frame.rows; row += 1) {
    const place = frame.place?.[row];
    const ofPlace = rows.get(place) ?? new Map<number, number>();
    ofPlace.set(frame.year?.[row] as number, row);
    rows.set(place, ofPlace);
  }
  return (place, year) => rows.get(place)?.get(year);
}

/** How a row is called in messages: `110000 2015`. */
export function rowName(frame: Frame, row: number): string {
  const name = [frame.place?.[row], frame.year?.[row]].filter((part) => part !== undefined).join(" ");
  return name === "" ? `${row + 1}` : name;
}
