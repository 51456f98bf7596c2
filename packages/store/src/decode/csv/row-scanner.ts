import { ColumnReader } from "./column-reader.ts";

const [tab, newline, carriage, space, quote] = [0x09, 0x0a, 0x0d, 0x20, 0x22];

/** What a row's cells are told to. Rows and lines are counted from 0. */
export interface RowSink {
  /** `cells.count` cells of a row that has any; its positions are good until the next row. */
  row(cells: CellSpans, line: number): void;
}

/** Where the cells of a row begin and end in `bytes`; of a quoted cell the quotes are left out, and `quoted` is 1, or 2 if it holds quotes. */
export class CellSpans {
  bytes: Uint8Array = new Uint8Array();
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  quoted = new Uint8Array(64);

  push(start: number, end: number, quoted: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.quoted[this.count] = quoted;
    this.count += 1;
  }

  #grow(): void {
    const grown = new CellSpans();
    grown.starts = new Int32Array(2 * this.count);
    grown.ends = new Int32Array(2 * this.count);
    grown.quoted = new Uint8Array(2 * this.count);
    grown.starts.set(this.starts);
    grown.ends.set(this.ends);
    grown.quoted.set(this.quoted);
    [this.starts, this.ends, this.quoted] = [grown.starts, grown.ends, grown.quoted];
  }

  text(at: number): string {
    return ColumnReader.textOf(this, at);
  }
}

/** A quotation mark that is not closed, or that stands inside a quoted cell; `line` counts from 1. */
export interface QuoteFault {
  readonly code: "csv-quote-open" | "csv-quote-inside";
  readonly line: number;
}

/**
 * Finds the rows of UTF-8 text by its bytes, chunk by chunk, with the rules of RFC 4180: a cell is quoted if it begins with a quotation
 * mark, and a doubled one inside it is one. Any of \r\n, \n and \r ends a line. Blank lines are no rows.
 */
export class RowScanner {
  readonly #delimiter: number;
  readonly #sink: RowSink;
  readonly #cells = new CellSpans();
  /** The line that comes next, counted from 0. */
  line = 0;
  fault: QuoteFault | undefined;

  constructor(delimiter: string, sink: RowSink) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#sink = sink;
  }

  /** Tells the whole rows of `bytes`, and gives the number of bytes they take: what follows has to come again with more. */
  scan(bytes: Uint8Array, isLast: boolean): number {
    const cells = this.#cells;
    const delimiter = this.#delimiter;
    const { length } = bytes;
    cells.bytes = bytes;
    let begin = 0;
    while (begin < length) {
      cells.count = 0;
      let at = begin;
      let ends = 1;
      let isWhole = false;
      for (;;) {
        if (bytes[at] === quote) {
          const found = this.#quoted(at, isLast);
          if (found < 0) return begin;
          ends += this.#inner;
          at = found;
        } else {
          const start = at;
          while (at < length) {
            const byte = bytes[at] as number;
            if (byte === delimiter || byte === newline || byte === carriage) break;
            at += 1;
          }
          cells.push(start, at, 0);
        }
        if (at >= length) {
          isWhole = isLast;
          break;
        }
        const byte = bytes[at] as number;
        if (byte === delimiter) {
          at += 1;
          if (at < length || isLast) continue;
          break;
        }
        if (byte === carriage && at + 1 >= length && !isLast) break;
        at += byte === carriage && bytes[at + 1] === newline ? 2 : 1;
        isWhole = true;
        break;
      }
      if (!isWhole) return begin;
      if (cells.count > 1 || !this.#isBlank(0)) this.#sink.row(cells, this.line);
      this.line += ends;
      begin = at;
    }
    return length;
  }

  /** Line ends within the quoted cell that was read last. */
  #inner = 0;

  /** The end of a quoted cell that begins at `from`, or -1 if it is not there yet. */
  #quoted(from: number, isLast: boolean): number {
    const { bytes } = this.#cells;
    const { length } = bytes;
    let at = from + 1;
    let doubled = 1;
    this.#inner = 0;
    for (;;) {
      while (at < length && bytes[at] !== quote) {
        if (bytes[at] === newline || (bytes[at] === carriage && bytes[at + 1] !== newline)) this.#inner += 1;
        at += 1;
      }
      if (at >= length) {
        if (isLast) this.#stop("csv-quote-open");
        return -1;
      }
      if (bytes[at + 1] !== quote) break;
      doubled = 2;
      at += 2;
    }
    if (at + 1 >= length && !isLast) return -1;
    let after = at + 1;
    while (after < length && (bytes[after] === space || (bytes[after] === tab && this.#delimiter !== tab))) after += 1;
    if (after >= length && !isLast) return -1;
    const next = bytes[after];
    if (after < length && next !== this.#delimiter && next !== newline && next !== carriage) {
      this.#stop("csv-quote-inside");
      return -1;
    }
    this.#cells.push(from + 1, at, doubled);
    return after;
  }

  #stop(code: QuoteFault["code"]): void {
    this.fault ??= { code, line: this.line + 1 };
  }

  #isBlank(at: number): boolean {
    return ColumnReader.isBlank(this.#cells, at);
  }
}
