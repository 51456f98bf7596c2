/** Bytes of a file of unknown length, written from front to back; numbers with the least significant byte first. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  get size(): number {
    return this.#at;
  }

  #room(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (this.#at > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#at, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }

  text(text: string): void {
    this.raw(new TextEncoder().encode(text));
  }

  raw(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#room(bytes.length));
  }

  /** In so many bytes, the rest of them NUL. */
  field(bytes: Uint8Array, size: number): void {
    const at = this.#room(size);
    this.#bytes.set(bytes.subarray(0, size), at);
  }

  whole(value: number, size: 1 | 2 | 4 | 6 | 8): void {
    const at = this.#room(size);
    let rest = value;
    for (let k = 0; k < size; k += 1) {
      this.#bytes[at + k] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }

  int8(value: number): void {
    const at = this.#room(1); // first: it may take another view
    this.#view.setInt8(at, value);
  }
  int16(value: number): void {
    const at = this.#room(2);
    this.#view.setInt16(at, value, true);
  }
  int32(value: number): void {
    const at = this.#room(4);
    this.#view.setInt32(at, value, true);
  }
  double(value: number): void {
    const at = this.#room(8);
    this.#view.setFloat64(at, value, true);
  }

  /** Overwrites 8 bytes written before. */
  patch(at: number, value: number): void {
    this.#view.setBigUint64(at, BigInt(value), true);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }
}
