import type { Finding, FindingValue } from "@conurb/core/contract";
import { fill, type Language } from "@conurb/core/language";
import { numberFormat } from "../format.ts";
import type { Names } from "./names.ts";

/** A finding as a sentence: its numbers written as the language writes them, its codes by their names. */
export function sentence(finding: Finding, names: Names, language: Language): string {
  const values = Object.entries(finding.values).map(([key, value]) => [key, written(value, names, language)] as const);
  return fill(finding.text[language], language, Object.fromEntries(values));
}

function written(value: FindingValue, names: Names, language: Language): string | number {
  if (typeof value !== "object") return value;
  if ("place" in value) return names.place(value.place);
  if ("places" in value) return value.places.map(names.place).join(language === "zh" ? "、" : ", ");
  if ("group" in value) return names.group(value.group);
  if ("text" in value) return value.text[language];
  return numberFormat(value.unit, [value.number], language, value.digits).full(value.number);
}
