/** A decoded sheet: text cells as they stand in the file, before any reading of numbers. */
export interface Cells {
  readonly file: string;
  readonly sheet?: string;
  /** sha256 of the file's own bytes. */
  readonly sha256?: string;
  /** `rows[0]` is the header. */
  readonly rows: readonly (readonly string[])[];
  /** The file row of each of `rows`, header included; without it, 1, 2, 3, ... */
  readonly lines?: ArrayLike<number>;
}
