/**
 * Results that were computed in this tab, by key, so that a text that comes back by undo need not be computed again. Those that the
 * page shows always stay; of the others the newest, as many as have room.
 */
export class KeptResults {
  readonly #room: number;
  #texts = new Map<string, string>();

  /** `room`: characters of all of them together. */
  constructor(room: number) {
    this.#room = room;
  }

  get all(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  put(key: string, text: string): void {
    this.#texts.delete(key);
    this.#texts.set(key, text);
  }

  /** Only between runs: whatever a run gives may be asked for once it stands. */
  trim(shown: ReadonlySet<string>): void {
    let held = 0;
    for (const [key, text] of [...this.#texts].reverse()) {
      held += text.length;
      if (held > this.#room && !shown.has(key)) this.#texts.delete(key);
    }
  }
}
