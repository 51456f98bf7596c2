/** A queue that gives back the entry of the least key first: a binary heap on typed arrays. */
export class NearestFirst {
  readonly #keys: Float64Array;
  readonly #entries: Uint32Array;
  #size = 0;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
    this.#entries = new Uint32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  get leastKey(): number {
    return this.#keys[0] as number;
  }

  push(key: number, entry: number): void {
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#keys[at] = this.#keys[parent] as number;
      this.#entries[at] = this.#entries[parent] as number;
      at = parent;
    }
    this.#keys[at] = key;
    this.#entries[at] = entry;
  }

  pop(): number {
    const least = this.#entries[0] as number;
    this.#size -= 1;
    const key = this.#keys[this.#size] as number;
    const entry = this.#entries[this.#size] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && (this.#keys[child + 1] as number) < (this.#keys[child] as number)) child += 1;
      if ((this.#keys[child] as number) >= key) break;
      this.#keys[at] = this.#keys[child] as number;
      this.#entries[at] = this.#entries[child] as number;
      at = child;
    }
    this.#keys[at] = key;
    this.#entries[at] = entry;
    return least;
  }
}
