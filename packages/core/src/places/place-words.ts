import type { DatedPlace } from "./dated-place.ts";
import { bareKey, isChinese } from "./name-forms.ts";

/** Every word by which a page may call these places: their names, and the Chinese ones without 市, 县 and their kin. */
export function placeWords(places: Iterable<DatedPlace>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { names } of places) {
    for (const name of names) {
      words.add(name);
      if (isChinese(name)) words.add(bareKey(name));
    }
  }
  return words;
}
