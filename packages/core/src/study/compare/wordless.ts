/** Keys whose texts a reader sees and no number depends on. */
const words = new Set(["title", "titles", "short", "note", "evidence", "source"]);

/** Part of a study without its words. What only is called like one, such as an indicator named `note`, stays. */
export function wordless<T>(value: T): T {
  if (Array.isArray(value)) return value.map(wordless) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, each]) => !(words.has(key) && isText(each)));
  return Object.fromEntries(kept.map(([key, each]) => [key, wordless(each)])) as T;
}

function isText(value: unknown): boolean {
  if (typeof value === "string" || value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  const parts = Object.values(value);
  const isPair = "en" in value && "zh" in value && parts.every((part) => typeof part === "string");
  return isPair || (parts.length > 0 && parts.every(isText) && parts.every((part) => typeof part === "object"));
}
