import { fillText, type Text, type TextValues } from "@conurb/core/language";
import { messages } from "./messages.ts";

export type CliCode = keyof typeof messages;

/** The command line's message `code`, filled, in both languages; a value may differ by language. */
export function say(code: CliCode, values: TextValues = {}): Text {
  return fillText(messages[code], values);
}
