import type { Reference } from "./reference.ts";
import { surnameLetters } from "./surname-letters.ts";

/** Words that say nothing of a title. */
const idle = new Set(
  "a an and are as at between by for from how in into is its new of on or some the their to towards under using via what when with".split(
    " ",
  ),
);

/**
 * Keys as people expect them: author, year, first word of the title that says something, such as `moran1950notes`. In plain letters,
 * for what LaTeX takes anywhere; the same in both languages where the English words are known; each once in a file.
 */
export function keysOf(references: readonly Reference[]): string[] {
  const taken = new Set<string>();
  return references.map((reference) => {
    const stem = stemOf(reference);
    let key = stem;
    for (let nth = 2; taken.has(key); nth += 1) key = `${stem}-${nth}`;
    taken.add(key);
    return key;
  });
}

function stemOf({ authors: [first], title, year = "", kind, inEnglish }: Reference): string {
  const name = inEnglish?.author ?? (first === undefined ? "" : "name" in first ? first.name : first.family);
  const isPerson = first !== undefined && "family" in first;
  const author = isPerson ? plain(name) : (surnameLetters(name) ?? agency(name));
  const word = wordsOf(inEnglish?.title ?? title).find((each) => !idle.has(each)) ?? "";
  const stem = `${author}${year}${word}`;
  return /[a-z]/.test(stem) ? stem : `${kind}${year}`;
}

/** `oecd`, `eurostat`; `nbsc` for the National Bureau of Statistics of China. */
function agency(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  return plain(words.length > 2 ? words.map((word) => word[0]).join("") : (words[0] ?? name)).slice(0, 20);
}

/** Letters with accents lose them; what is not of the Latin alphabet is left out. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z]/gu, "")
    .toLowerCase();

const wordsOf = (title: string): string[] =>
  title
    .split(/[^\p{L}\p{M}'’]+/u)
    .map(plain)
    .filter((word) => word.length > 1);
