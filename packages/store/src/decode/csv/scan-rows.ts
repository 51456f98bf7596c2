import type { InputError } from "@conurb/core/contract";
import { refusal } from "../../refuse.ts";
import { RowScanner, type RowSink } from "./row-scanner.ts";

/** A row longer than that is no row: a quotation mark was opened in it. */
const longestRow = 67_108_864; // bytes

/** Tells every row of UTF-8 text that comes in pieces to `sink`; `between` is waited for after each piece. */
export async function scanRows(
  pieces: AsyncIterable<Uint8Array>,
  { delimiter, file }: { readonly delimiter: string; readonly file: string },
  sink: RowSink,
  between?: () => Promise<void>,
): Promise<void> {
  const scanner = new RowScanner(delimiter, sink);
  let rest: Uint8Array = new Uint8Array();
  const scan = (bytes: Uint8Array, isLast: boolean): void => {
    const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const read = scanner.scan(joined, isLast);
    if (scanner.fault === undefined && joined.length - read > longestRow) {
      throw quoteRefusal("csv-quote-open", scanner.line + 1, file);
    }
    if (scanner.fault !== undefined) throw quoteRefusal(scanner.fault.code, scanner.fault.line, file);
    rest = joined.subarray(read);
  };
  for await (const piece of pieces) {
    scan(piece, false);
    await between?.();
  }
  scan(new Uint8Array(), true);
  await between?.();
}

const quoteRefusal = (code: "csv-quote-open" | "csv-quote-inside", line: number, file: string): InputError =>
  refusal(code, { file, line }, { file, line, row: line });
