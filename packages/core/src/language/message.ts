import { IntlMessageFormat } from "intl-messageformat";
import { messages } from "./messages.ts";
import type { Language, Text } from "./text.ts";

export type MessageCode = keyof typeof messages;
export type MessageValues = Readonly<Record<string, string | number>>;
/** Values of a message in both languages, some of which differ by language. */
export type TextValues = Readonly<Record<string, string | number | Text>>;

const locales: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** Patterns come from the program, so there are few: each is parsed once, which takes longer than to fill it. */
const parsed: Readonly<Record<Language, Map<string, IntlMessageFormat>>> = { en: new Map(), zh: new Map() };

function formatOf(pattern: string, language: Language): IntlMessageFormat {
  const known = parsed[language].get(pattern);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(pattern, locales[language], undefined, { ignoreTag: true });
  parsed[language].set(pattern, format);
  return format;
}

/** Fills one ICU pattern with values. Numbers are given as text where their digits matter. */
export function fill(pattern: string, language: Language, values: MessageValues = {}): string {
  return String(formatOf(pattern, language).format({ ...values }));
}

/** Fills a pattern in both languages. */
export function fillText(pattern: Text, values: TextValues = {}): Text {
  const inLanguage = (language: Language): MessageValues =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
    );
  return { en: fill(pattern.en, "en", inLanguage("en")), zh: fill(pattern.zh, "zh", inLanguage("zh")) };
}

/** The catalogue's message `code`, filled, in both languages. */
export function message(code: MessageCode, values: TextValues = {}): Text {
  return fillText(messages[code], values);
}
