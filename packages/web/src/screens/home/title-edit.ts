import type { Text } from "@conurb/core/language";
import { isMap, parseDocument } from "yaml";
import { setAt } from "../../bench/edit-text.ts";

/** The study's text under another title. One that is alike in both languages is written once, unless the study keeps both apart. */
export function withTitle(text: string, title: Text): string {
  const there = parseDocument(text).get("title", true);
  if (!isMap(there)) return setAt(text, ["title"], title.zh === title.en ? title.en : { zh: title.zh, en: title.en });
  return (["zh", "en"] as const).reduce((now, language) => setAt(now, ["title", language], title[language]), text);
}
