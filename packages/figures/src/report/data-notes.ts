import type { Dropped } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { creditsInFull } from "./credits.ts";
import { type Html, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import type { Say } from "./words.ts";

const listed = 12;

/** What was not computed or left out, and why: gathered from the run, nothing is added by hand. */
export function limits(model: ReportModel, names: Names, language: Language, say: Say): Html[] {
  const entries: { head: string; lines: string[] }[] = [];
  const [colon, stop] = language === "zh" ? ["：", "——"] : [": ", " — "];
  for (const { name, title } of model.run.plan.analyses) {
    const outcome = model.run.outcomes.get(name);
    if (outcome?.kind === "lacking")
      entries.push({ head: title[language], lines: [`${say("notComputed")}${colon}${outcome.reason[language]}`] });
    if (outcome?.kind === "refused") {
      entries.push({
        head: title[language],
        lines: outcome.problems.map(({ text }) => `${say("notComputed")}${colon}${text[language]}`),
      });
    }
    if (outcome === undefined || !("result" in outcome)) continue;
    const { warnings, dropped } = outcome.result;
    const lines = warnings.map((warning) => sentence(warning, names, language));
    for (const [reason, rows] of byReason(dropped, language)) {
      const shown = rows.slice(0, listed).map((row) => row.split(" ").map(names.of).join(" "));
      const more = rows.length > listed ? ` … +${rows.length - listed}` : "";
      lines.push(`${say("dropped")}${colon}${shown.join(language === "zh" ? "、" : ", ")}${more}${stop}${reason}`);
    }
    if (lines.length > 0) entries.push({ head: title[language], lines });
  }
  return entries.map(({ head, lines }) =>
    h(
      "div",
      { class: "limit" },
      h("dt", {}, head),
      h(
        "dd",
        {},
        [...new Set(lines)].map((line) => h("p", {}, line)),
      ),
    ),
  );
}

function byReason(dropped: readonly Dropped[], language: Language): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { row, reason } of dropped) {
    const rows = reasons.get(reason[language]) ?? [];
    rows.push(row);
    reasons.set(reason[language], rows);
  }
  return reasons;
}

/** Sources, licences, caveats and flags of every dataset, as the data packages give them. */
export function dataNotes(model: ReportModel, language: Language, say: Say): Html[] {
  const texts = (head: string, list: readonly Text[]) =>
    list.length > 0 && [
      h("h4", {}, head),
      h(
        "ul",
        {},
        list.map((each) => h("li", {}, each[language])),
      ),
    ];
  const seen = new Set<string>();
  const fresh = (list: readonly Text[]): Text[] =>
    list.filter(({ en }) => {
      if (seen.has(en)) return false;
      seen.add(en);
      return true;
    });
  return [...model.notes].map(([name, notes]) =>
    h(
      "article",
      { class: "dataset" },
      h("h3", {}, notes.title[language], " ", h("code", {}, name)),
      h("p", { class: "credit" }, `${say("sources")}${say("colon")}`, creditsInFull(notes.sources, language)),
      h("p", { class: "credit" }, notes.credit),
      notes.licenses.length > 0 &&
        h("p", {}, `${say("licence")}${say("colon")}`, notes.licenses.map(({ title }) => title).join("; ")),
      texts(say("caveats"), fresh(notes.caveats)),
      texts(say("lacks"), fresh(notes.lacks)),
      texts(
        say("flags"),
        fresh(notes.flags.map(({ name: flag, en, zh }) => ({ en: `${flag}: ${en}`, zh: `${flag}：${zh}` }))),
      ),
    ),
  );
}
