import { InputError } from "./errors.ts";

/** Refuses keys of a direct call of which one stands twice. What comes through the door is distinct already. */
export function distinct(method: string, keys: Iterable<string>): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw repeated(method, key);
    seen.add(key);
  }
}

export function repeated(method: string, key: string): InputError {
  return new InputError({
    code: "row-repeated",
    text: {
      en: `${method}: ${key} stands twice, expected once`,
      zh: `${method}：${key} 出现两次，应只出现一次`,
    },
  });
}
