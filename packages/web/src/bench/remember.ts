/** For this tab, or for every page of this origin. */
type Where = "sessionStorage" | "localStorage";

/** What the browser kept; nothing where it is told to keep nothing, which it says by a fault. */
export function remembered(where: Where, key: string): string | undefined {
  try {
    return globalThis[where].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it where there is none; what has no room, or may not be kept, is forgotten: half of it would mislead. */
export function remember(where: Where, key: string, value: string | undefined): void {
  try {
    if (value === undefined) globalThis[where].removeItem(key);
    else globalThis[where].setItem(key, value);
  } catch {
    if (value !== undefined) remember(where, key, undefined);
  }
}
