import type { Language, Text } from "@conurb/core/language";
import { creditsInFull } from "./credits.ts";
import { type Html, h } from "./html.ts";
import type { Limit } from "./limits.ts";
import type { ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

/** What is told of one dataset. */
export interface DatasetEntry {
  readonly title: string;
  readonly name: string;
  /** Sources, credit and licence, a line each. */
  readonly lines: readonly { readonly text: string; readonly isCredit: boolean }[];
  readonly lists: readonly { readonly head: string; readonly items: readonly string[] }[];
}

/** Sources, licences, caveats and flags of every dataset, as the data packages give them; what several share is said once. */
export function datasetEntries(model: ReportModel, language: Language, say: Say): DatasetEntry[] {
  const seen = new Set<string>();
  const fresh = (head: string, list: readonly Text[]) => {
    const items = list.filter(({ en }) => !seen.has(en));
    for (const { en } of items) seen.add(en);
    return items.length === 0 ? [] : [{ head, items: items.map((each) => each[language]) }];
  };
  return [...model.notes].map(([name, { title, sources, credit, licenses, prepared = [], caveats, lacks, flags }]) => {
    const colon = say("colon");
    const licences = licenses.map((each) => (language === "zh" ? (each.title_zh ?? each.title) : each.title));
    const licence = `${say("licence")}${colon}${licences.join(language === "zh" ? "；" : "; ")}`;
    const inFull = creditsInFull(sources, language);
    return {
      title: title[language],
      name,
      lines: [
        { text: `${say("sources")}${colon}${inFull}`, isCredit: true },
        ...(credit === inFull ? [] : [{ text: credit, isCredit: true }]),
        ...(licenses.length > 0 ? [{ text: licence, isCredit: false }] : []),
      ],
      lists: [
        // of this dataset alone, even where another's money is in the same prices
        ...(prepared.length === 0 ? [] : [{ head: say("prepared"), items: prepared.map((each) => each[language]) }]),
        ...fresh(say("caveats"), caveats),
        ...fresh(say("lacks"), lacks),
        ...fresh(
          say("flags"),
          flags.map(({ name: flag, en, zh }) => ({ en: `${flag}: ${en}`, zh: `${flag}：${zh}` })),
        ),
      ],
    };
  });
}

export function limits(list: readonly Limit[]): Html[] {
  return list.map(({ head, lines }) =>
    h(
      "div",
      { class: "limit" },
      h("dt", {}, head),
      h(
        "dd",
        {},
        lines.map((line) => h("p", {}, line)),
      ),
    ),
  );
}

export function dataNotes(entries: readonly DatasetEntry[]): Html[] {
  return entries.map(({ title, name, lines, lists }) =>
    h(
      "article",
      { class: "dataset" },
      h("h3", {}, title, " ", h("code", {}, name)),
      lines.map(({ text, isCredit }) => h("p", isCredit ? { class: "credit" } : {}, text)),
      lists.map(({ head, items }) => [
        h("h4", {}, head),
        h(
          "ul",
          {},
          items.map((each) => h("li", {}, each)),
        ),
      ]),
    ),
  );
}
