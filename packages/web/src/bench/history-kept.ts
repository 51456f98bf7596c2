import { remember, remembered } from "./remember.ts";

/** The text of a study's file, and its version. */
export interface Filed {
  readonly file: string;
  readonly text: string;
  readonly version: string;
}

/** A study's text, the file that it was made of, and its steps both ways. */
export interface History extends Filed {
  /** The file's text at that version. */
  readonly filed: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
}

const key = "conurb-history";
const mostCharacters = 2_000_000; // what a browser surely keeps for a tab

/** Outlives a reload of the tab, and no more than that. */
export function keepHistory({ file, text, version, filed, past, future }: History): void {
  const kept = {
    file,
    text,
    version,
    ...(filed === text ? {} : { filed }),
    past: newest(past, mostCharacters),
    future: newest(future.toReversed(), mostCharacters / 4).toReversed(),
  };
  remember("sessionStorage", key, JSON.stringify(kept)); // half a history would be undone into the wrong text
}

/**
 * The text that is to stand on the table, with its steps: the file's, unless an edit never reached it. That one stands with what it was
 * made of, so that saving it asks where the file is another since. Of any other text no step is taken: they would lead astray.
 */
export function keptText({ file, text, version }: Filed): History {
  const plain = { file, text, version, filed: text };
  try {
    const kept = JSON.parse(remembered("sessionStorage", key) ?? "null") as (Filed & Partial<History>) | null;
    const steps = { past: kept?.past ?? [], future: kept?.future ?? [] };
    if (kept?.text === text) return { ...plain, ...steps };
    if (kept?.file === file && kept.filed !== undefined)
      return { file, text: kept.text, version: kept.version, filed: kept.filed, ...steps };
  } catch {
    // what cannot be read is none
  }
  return { ...plain, past: [], future: [] };
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
