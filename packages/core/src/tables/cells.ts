import type { Text } from "../language/text.ts";

/** A decoded sheet: text cells as they stand in the file, before any reading of numbers. */
export interface Cells {
  readonly file: string;
  readonly sheet?: string;
  /** sha256 of the file's own bytes. */
  readonly sha256?: string;
  /** `rows[0]` is the header. */
  readonly rows: readonly (readonly string[])[];
  /** The file row of each of `rows`, header included; without it, 1, 2, 3, ... A header that stands in no row has 0. */
  readonly lines?: ArrayLike<number>;
  /** What each column holds, where the file itself says so: it is not guessed then. */
  readonly kinds?: readonly ("number" | "label" | "year")[];
  /** What the file itself calls each column, beside its name. A unit in brackets at its end is the column's. */
  readonly titles?: readonly (string | Text | undefined)[];
  /** By column: what the file says of single cells, by their place in `rows`, such as why one is missing. */
  readonly flags?: readonly (ReadonlyMap<number, string> | undefined)[];
}
