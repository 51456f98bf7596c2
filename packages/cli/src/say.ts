import { fill, type MessageValues, type Text } from "@conurb/core/language";
import { messages } from "./messages.ts";

export type CliCode = keyof typeof messages;

/** The command line's message `code`, filled, in both languages; a value may differ by language. */
export function say(code: CliCode, values: Readonly<Record<string, string | number | Text>> = {}): Text {
  const { en, zh } = messages[code];
  const inLanguage = (language: "en" | "zh"): MessageValues =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
    );
  return { en: fill(en, "en", inLanguage("en")), zh: fill(zh, "zh", inLanguage("zh")) };
}
