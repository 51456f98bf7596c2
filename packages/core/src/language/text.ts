/** The languages of every string that a reader sees. */
export type Language = "en" | "zh";

export const languages: readonly Language[] = ["en", "zh"];

/** One string in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A string that is the same in both languages, such as a code or a symbol. */
export function same(text: string): Text {
  return { en: text, zh: text };
}

/** Chinese takes no space between two Han characters; words about a column leave one, for its name may be a code in Latin letters. */
export function closeHan(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
}
