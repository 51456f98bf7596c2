import type { Language } from "@conurb/core/language";
import { type CodeNames, codeNames as named } from "@conurb/figures";
import type { Outline } from "../bench/outline.ts";

export type { CodeNames };

/** What codes of a study are called, in one language. */
export const codeNames = ({ names }: Pick<Outline, "names">, language: Language): CodeNames => named(names, language);

/** 甲、乙和丙; A, B and C. */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "zh" ? "zh-CN" : "en-GB", { type: "conjunction" }).format(names);
}
