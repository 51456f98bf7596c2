import { message, suggestion, type Text } from "@conurb/core/language";

/** What a head says before the unit in its brackets: `GDP` of `GDP（亿元）`. */
const withoutUnit = (head: string): string => head.replace(/\s*[（(][^（()）]*[)）]$/, "");

const called = (name: string, columns: readonly string[]): string[] => {
  const word = name.toLowerCase();
  return columns.filter((head) => withoutUnit(head).toLowerCase() === word);
};

/** The column of this name, or the one that alone is called so when its unit is left out. */
export function columnMeant(name: string, columns: readonly string[]): string | undefined {
  if (columns.includes(name)) return name;
  const [only, ...others] = called(name, columns);
  return others.length === 0 ? only : undefined;
}

/** The columns that a name may have meant: those that differ in their unit alone or begin with it, else the nearest. */
export function columnSuggestion(name: string, columns: readonly string[]): Text | undefined {
  const alike = called(name, columns);
  const near = alike.length > 0 ? alike : columns.filter((head) => name !== "" && head.startsWith(name));
  if (near.length > 0) return message("did-you-mean", { suggestion: near.join(", ") });
  return suggestion(name, columns);
}
