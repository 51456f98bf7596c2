/** Something that is fetched: not there yet, there, or failed. */
export interface Fetched<T> {
  readonly value?: T;
  readonly error?: unknown;
}

/** Something fetched, and what it is about. */
export interface Held<T> extends Fetched<T> {
  readonly about?: string | undefined;
}

/** What is held of a thing, and nothing of another: its numbers would stand under a name that is not theirs. */
export function heldOf<T>(held: Held<T>, about: string | undefined): Held<T> {
  return about !== undefined && held.about === about ? held : {};
}
