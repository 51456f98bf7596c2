import type { Language } from "@conurb/core/language";
import type { Outline } from "../../bench/outline.ts";
import { viewKinds } from "../../figures/view-kinds.ts";

/** What an exhibit is called in a list: the analysis and which of its views or tables, and whether there is anything to show. */
export interface ExhibitNames {
  of(name: string): { readonly title: string; readonly part: string; readonly isThere: boolean };
}

export function exhibitNames(
  { analyses, datasets, indicators }: Outline,
  language: Language,
  table: string,
): ExhibitNames {
  const tables = new Map([...datasets, ...indicators].map(({ name, title }) => [name, title[language]] as const));
  return {
    of: (name) => {
      const [of = "", part] = name.split(".");
      const analysis = analyses.find((each) => each.name === of);
      if (analysis === undefined) return { title: tables.get(of) ?? of, part: table, isThere: tables.has(of) };
      const found = analysis.parts.find((each) => each.part === part);
      const kind = found === undefined ? "" : found.kind === "table" ? table : viewKinds[found.kind].name[language];
      const own = found?.title?.[language];
      const said =
        part === undefined ? "" : own === undefined ? kind || part : own + (language === "zh" ? "，" : ", ") + kind;
      const isThere = analysis.outcome === "computed" || analysis.outcome === "cached";
      return { title: analysis.title[language], part: said, isThere };
    },
  };
}
