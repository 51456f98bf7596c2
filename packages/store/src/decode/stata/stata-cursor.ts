import { refusal } from "../../refuse.ts";

/** Walks through the bytes of a file and refuses, by the part it was in, to read beyond their end. */
export class StataCursor {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly file: string;
  little = true;
  at = 0;
  #part = "header";

  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.file = file;
  }

  /** Where `size` more bytes begin; they are passed over. */
  skip(size: number): number {
    const { at, bytes, file } = this;
    if (size > bytes.length - at) {
      const values = { file, part: this.#part, needed: String(at + size), size: String(bytes.length) };
      throw refusal("stata-truncated", values, { file });
    }
    this.at += size;
    return at;
  }

  take(size: number): Uint8Array {
    const at = this.skip(size);
    return this.bytes.subarray(at, at + size);
  }

  /** A text of fixed width, up to the first NUL. */
  field(size: number): Uint8Array {
    const all = this.take(size);
    const end = all.indexOf(0);
    return end < 0 ? all : all.subarray(0, end);
  }

  /** A whole number without sign of 1 to 8 bytes; one that no double holds becomes infinite, which nothing is long enough for. */
  whole(size: number): number {
    const at = this.skip(size);
    let value = 0;
    for (let k = 0; k < size; k += 1) {
      value = value * 256 + (this.bytes[this.little ? at + size - 1 - k : at + k] as number);
    }
    return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
  }

  int32(): number {
    return this.view.getInt32(this.skip(4), this.little);
  }

  sees(mark: string): boolean {
    if (this.at + mark.length > this.bytes.length) return false;
    for (let k = 0; k < mark.length; k += 1) if (this.bytes[this.at + k] !== mark.charCodeAt(k)) return false;
    return true;
  }

  /** Passes the mark that must stand here; those between `<` and `>` name the part that begins. */
  pass(mark: string): void {
    if (this.sees(mark)) {
      this.at += mark.length;
      if (!mark.startsWith("</")) this.#part = mark.slice(1, -1);
      return;
    }
    if (this.at + mark.length > this.bytes.length) this.skip(mark.length);
    this.refuse(`"${mark}" is not where it should be, at byte ${this.at + 1}`);
  }

  refuse(reason: string): never {
    throw refusal("stata-broken", { file: this.file, reason }, { file: this.file });
  }
}
