/** A study's text, and its steps both ways. */
export interface History {
  readonly text: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
}

const key = "conurb-history";
const mostCharacters = 2_000_000; // what a browser surely keeps for a tab

/** Outlives a reload of the tab, and no more than that. */
export function keepHistory({ text, past, future }: History): void {
  const kept = {
    text,
    past: newest(past, mostCharacters),
    future: newest(future.toReversed(), mostCharacters / 4).toReversed(),
  };
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(key); // no room: half a history would be undone into the wrong text
  }
}

/** Nothing where the text became another since: its steps would lead astray. */
export function keptHistory(text: string): Pick<History, "past" | "future"> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as History | null;
    if (kept?.text === text) return { past: kept.past, future: kept.future };
  } catch {
    // what cannot be read is none
  }
  return { past: [], future: [] };
}

/** The last of the texts, as many as have room. */
function newest(texts: readonly string[], room: number): readonly string[] {
  let left = room;
  let from = texts.length;
  while (from > 0 && left >= (texts[from - 1] as string).length) {
    from -= 1;
    left -= (texts[from] as string).length;
  }
  return texts.slice(from);
}
