import { remember, remembered } from "./remember.ts";

/** A study's text, the version of the file that it was made of, and its steps both ways. */
export interface History {
  readonly text: string;
  readonly version: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
}

const key = "conurb-history";
const mostCharacters = 2_000_000; // what a browser surely keeps for a tab

/** Outlives a reload of the tab, and no more than that. */
export function keepHistory({ text, version, past, future }: History): void {
  const kept = {
    text,
    version,
    past: newest(past, mostCharacters),
    future: newest(future.toReversed(), mostCharacters / 4).toReversed(),
  };
  remember("sessionStorage", key, JSON.stringify(kept)); // half a history would be undone into the wrong text
}

/**
 * The text that is to stand on the table, with its steps. It is the file's; where the file is still what an edit was made to that
 * never reached it, it is the edit's. Of any other text no step is taken: they would lead astray.
 */
export function keptText(file: { readonly text: string; readonly version: string }): Omit<History, "version"> {
  try {
    const kept = JSON.parse(remembered("sessionStorage", key) ?? "null") as History | null;
    if (kept !== null && (kept.text === file.text || kept.version === file.version))
      return { text: kept.text, past: kept.past, future: kept.future };
  } catch {
    // what cannot be read is none
  }
  return { text: file.text, past: [], future: [] };
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
