import { closest, distance } from "fastest-levenshtein";
import { message } from "./message.ts";
import type { Text } from "./text.ts";

/** "did you mean ...?", where a known name is near, whatever the case: a slip in three letters, or letters that changed places. */
export function suggestion(given: string, known: readonly string[]): Text | undefined {
  const [word, words] = [given.toLowerCase(), known.map((each) => each.toLowerCase())];
  if (words.length === 0) return undefined;
  const near = closest(word, words);
  const slips = distance(word, near);
  const length = Math.max(word.length, near.length);
  const isNear = slips < length && slips <= Math.max(1, Math.floor(length / 3));
  if (!isNear && sorted(word) !== sorted(near)) return undefined;
  return message("did-you-mean", { suggestion: known[words.indexOf(near)] as string });
}

const sorted = (word: string): string => [...word].sort().join("");
