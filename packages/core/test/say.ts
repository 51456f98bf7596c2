import type { Finding, Warning } from "../src/contract/method.ts";
import { sentence } from "../src/contract/sentence.ts";
import type { Language } from "../src/language/text.ts";

/** A finding or warning as a sentence, its codes as they are; how reports write numbers and name places is theirs. */
export function say(saying: Finding | Warning | undefined, language: Language = "en"): string {
  return saying === undefined ? "" : sentence(saying, language);
}
