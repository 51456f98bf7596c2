import { fill, type Language, type MessageValues, type Text } from "@conurb/core/language";
import { createContext, useContext } from "react";
import { remember, remembered } from "../bench/remember.ts";
import { siteData } from "../bench/site-data.ts";

export const LanguageContext = createContext<Language>("en");
export const useLanguage = (): Language => useContext(LanguageContext);

/** Words by name; `site`: what a site says in their place, where nothing is written to a file. */
export type Catalogue = Readonly<Record<string, Text & { readonly site?: Text }>>;
export type Say<W extends Catalogue> = (word: keyof W & string, values?: MessageValues) => string;

/** The words of one catalogue in the reader's language, filled: every screen has its own. */
export function sayIn<const W extends Catalogue>(
  words: W,
  language: Language,
  isSite: boolean = siteData !== undefined,
): Say<W> {
  return (word, values) => {
    const text = words[word] as Catalogue[string];
    return fill(((isSite ? text.site : undefined) ?? text)[language], language, values);
  };
}
export function useSay<const W extends Catalogue>(words: W): Say<W> {
  return sayIn(words, useLanguage());
}

const place = "conurb-language";

export function keepLanguage(language: Language): void {
  remember("localStorage", place, language);
}

/** The language asked for in the address, else the one chosen before, else the reader's own. */
export function firstLanguage(asked: string | null): Language {
  const wanted = asked ?? remembered("localStorage", place) ?? navigator.language;
  return /^zh/i.test(wanted) ? "zh" : "en";
}
