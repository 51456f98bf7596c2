import { refusal } from "../refuse.ts";

/** Where a value stands in a file. */
export interface JsonPlace {
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

/** A number of JSON as text. One without a fraction that may have lost digits when it was read is refused: `12e20` never had them. */
export function jsonNumber(value: number, place: JsonPlace): string {
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21) {
    throw refusal("json-integer-inexact", { ...place, value: String(value) }, place);
  }
  return String(value);
}
