import { InputError, type Place, type Problem } from "@conurb/core/contract";
import { fill, type Language, type Text } from "@conurb/core/language";
import { messages } from "./messages.ts";

export type StoreCode = keyof typeof messages;

/** A value in a message, or one in each language. */
export type Values = Readonly<Record<string, string | number | Text>>;

const inLanguage = (values: Values, language: Language): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
  );

/** The store's message `code`, filled, in both languages. */
export function say(code: StoreCode, values: Values = {}): Text {
  const { en, zh } = messages[code];
  return { en: fill(en, "en", inLanguage(values, "en")), zh: fill(zh, "zh", inLanguage(values, "zh")) };
}

/** A problem with the hint that belongs to its code, unless another is given. */
export function problem(code: StoreCode, values: Values, place?: Place, hint?: Text): Problem {
  const own = `${code}-hint`;
  const said = hint ?? (own in messages ? say(own as StoreCode, values) : undefined);
  return {
    code,
    text: say(code, values),
    ...(said === undefined ? {} : { hint: said }),
    ...(place === undefined ? {} : { place }),
  };
}

export function refusal(code: StoreCode, values: Values, place?: Place, hint?: Text): InputError {
  return new InputError(problem(code, values, place, hint));
}
