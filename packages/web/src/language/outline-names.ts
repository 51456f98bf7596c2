import type { Language, Text } from "@conurb/core/language";
import { shortNames } from "@conurb/figures";
import type { Outline } from "../bench/outline.ts";

/** What codes are called, in one language. */
export interface CodeNames {
  place(code: string): string;
  group(id: string): string;
  of(code: string): string;
}

export function codeNames({ names: { places, groups, labels } }: Outline, language: Language): CodeNames {
  const short = shortNames(places, language);
  const titled = (text: Text | undefined) => text?.[language];
  const place = (code: string) => short.get(code) ?? titled(labels[code]?.title) ?? code;
  const group = (id: string) => titled(groups[id]?.short ?? groups[id]?.title) ?? place(id);
  return {
    place,
    group,
    of: (code) => short.get(code) ?? titled(groups[code]?.short) ?? titled(labels[code]?.title) ?? code,
  };
}

/** 甲、乙和丙; A, B and C. */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "zh" ? "zh-CN" : "en-GB", { type: "conjunction" }).format(names);
}
