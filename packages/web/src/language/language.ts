import { fill, type Language, type MessageValues, type Text } from "@conurb/core/language";
import { createContext, useContext } from "react";

export const LanguageContext = createContext<Language>("en");
export const useLanguage = (): Language => useContext(LanguageContext);

export type Catalogue = Readonly<Record<string, Text>>;
export type Say<W extends Catalogue> = (word: keyof W & string, values?: MessageValues) => string;

/** The words of one catalogue in the reader's language, filled: every screen has its own. */
export function sayIn<const W extends Catalogue>(words: W, language: Language): Say<W> {
  return (word, values) => fill((words[word] as Text)[language], language, values);
}
export function useSay<const W extends Catalogue>(words: W): Say<W> {
  return sayIn(words, useLanguage());
}

/** The language asked for in the address, else the one chosen before, else the reader's own. */
export function firstLanguage(asked: string | null): Language {
  const wanted = asked ?? localStorage.getItem("conurb-language") ?? navigator.language;
  return /^zh/i.test(wanted) ? "zh" : "en";
}
