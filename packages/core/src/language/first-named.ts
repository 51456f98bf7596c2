import type { Text } from "./text.ts";

/** The first of many names, and how many there are beside them: `a, b and 388 more`. */
export function firstNamed(names: readonly string[], most = 12): Text {
  const more = names.length - most;
  if (more <= 0) return { en: names.join(", "), zh: names.join("、") };
  const first = names.slice(0, most);
  return { en: `${first.join(", ")} and ${more} more`, zh: `${first.join("、")} 等 ${names.length} 项` };
}
