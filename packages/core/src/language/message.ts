import { IntlMessageFormat } from "intl-messageformat";
import { messages } from "./messages.ts";
import type { Language, Text } from "./text.ts";

export type MessageCode = keyof typeof messages;
export type MessageValues = Readonly<Record<string, string | number>>;

const locales: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** Fills one ICU pattern with values. Numbers are given as text where their digits matter. */
export function fill(pattern: string, language: Language, values: MessageValues = {}): string {
  return String(
    new IntlMessageFormat(pattern, locales[language], undefined, { ignoreTag: true }).format({ ...values }),
  );
}

/** The catalogue's message `code`, filled, in both languages. */
export function message(code: MessageCode, values: MessageValues = {}): Text {
  const pattern = messages[code];
  return { en: fill(pattern.en, "en", values), zh: fill(pattern.zh, "zh", values) };
}
