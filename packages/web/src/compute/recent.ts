/**
 * The newest few values by name. The page and its thread keep the same few without a word between them: both put in the same
 * names in the same order, so that what one still knows the other does too.
 */
export class Recent<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();
  constructor(most: number) {
    this.#most = most;
  }
  has(name: string): boolean {
    return this.#kept.has(name);
  }
  get(name: string): T | undefined {
    return this.#kept.get(name);
  }
  put(name: string, value: T): void {
    this.#kept.delete(name);
    this.#kept.set(name, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) return;
      this.#kept.delete(oldest);
    }
  }
  delete(name: string): void {
    this.#kept.delete(name);
  }
}

/** Sets of tables that stand in a thread at a time. */
export const mostHeld = 8;
