import type { Text } from "../language/text.ts";

const shown = 20;

/** Places (or industries) as they are listed in a sentence. */
export function placeList(names: readonly string[]): Text {
  const first = names.slice(0, shown);
  const rest = names.length - first.length;
  return {
    en: first.join(", ") + (rest > 0 ? ` and ${rest} more` : ""),
    zh: first.join("、") + (rest > 0 ? `等 ${names.length} 个` : ""),
  };
}
