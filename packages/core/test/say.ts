import type { Finding, FindingValue } from "../src/contract/method.ts";
import { fill } from "../src/language/message.ts";
import type { Language } from "../src/language/text.ts";

/** A finding as a sentence, its codes as they are; how reports write numbers and name places is theirs. */
export function say({ text, values }: Finding, language: Language = "en"): string {
  const words = Object.entries(values).map(([name, value]) => [name, plain(value, language)]);
  return fill(text[language], language, Object.fromEntries(words));
}

function plain(value: FindingValue, language: Language): string | number {
  if (typeof value !== "object") return value;
  if ("place" in value) return value.place;
  if ("places" in value) return value.places.join(", ");
  if ("group" in value) return value.group;
  if ("text" in value) return value.text[language];
  return value.number.toFixed(value.digits ?? 2) + (value.unit === "percent" ? "%" : "");
}
