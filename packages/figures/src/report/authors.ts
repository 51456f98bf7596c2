import type { Language } from "@conurb/core/language";

/** Names in the study's order, as a title page gives them: "Li Ming, Wang Fang and J. Smith", “李明、王芳”. */
export function authorsLine(authors: readonly string[] | undefined, language: Language): string {
  const names = (authors ?? []).map((name) => name.trim()).filter((name) => name !== "");
  if (language === "zh") return names.join("、");
  const last = names.at(-1);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : (last ?? "");
}
