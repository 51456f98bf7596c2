import { type Finding, sentence as spoken, type Warning } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { numberFormat } from "../format.ts";
import type { Names } from "./names.ts";

/** A finding or warning as a sentence: its numbers written as the language writes them, its codes by their names. */
export function sentence(
  saying: Finding | Warning,
  names: Pick<Names, "place" | "group" | "of">,
  language: Language,
): string {
  return spoken(saying, language, {
    place: names.place,
    group: names.group,
    industry: names.of,
    number: (value, unit, digits) => numberFormat(unit, [value], language, digits).full(value),
  });
}
