/** Sets of sections that hang together: two of them are one set once they are joined. */
export class LinkedSections {
  readonly #parents = new Map<string, string>();

  root(of: string): string {
    let at = of;
    for (let next = this.#parents.get(at); next !== undefined; next = this.#parents.get(at)) at = next;
    return at;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.root(a), this.root(b)].sort() as [string, string];
    if (x !== y) this.#parents.set(y, x);
  }
}
