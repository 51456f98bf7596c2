import type { Dropped } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import type { Say } from "./words.ts";

/** What one analysis could not do. */
export interface Limit {
  readonly head: string;
  readonly lines: readonly string[];
}

/** What was not computed or left out, and why: gathered from the run, nothing is added by hand. */
export function limitsOf(model: ReportModel, names: Names, language: Language, say: Say): Limit[] {
  const entries: Limit[] = [];
  const [colon, stop] = language === "zh" ? ["：", "——"] : [": ", " — "];
  for (const { name, title } of model.run.plan.analyses) {
    const outcome = model.run.outcomes.get(name);
    if (outcome?.kind === "lacking")
      entries.push({ head: title[language], lines: [`${say("notComputed")}${colon}${outcome.reason[language]}`] });
    if (outcome?.kind === "refused") {
      entries.push({
        head: title[language],
        lines: [...new Set(outcome.problems.map(({ text }) => `${say("notComputed")}${colon}${text[language]}`))],
      });
    }
    if (outcome === undefined || !("result" in outcome)) continue;
    const { warnings, dropped } = outcome.result;
    const lines = warnings.map((warning) => sentence(warning, names, language));
    for (const [reason, rows] of byReason(dropped, language)) {
      lines.push(`${say("dropped")}${colon}${rowList(rows, names, language)}${stop}${reason}`);
    }
    if (lines.length > 0) entries.push({ head: title[language], lines: [...new Set(lines)] });
  }
  return entries;
}

const rowsAlone = { en: "{rows}", zh: "{rows}" };

/** Rows by their keys: a code, and often a year behind it. */
function rowList(keys: readonly string[], names: Names, language: Language): string {
  const rows = keys.map((key) => {
    const [, name = key, year] = /^(.*) (\d{4})$/.exec(key) ?? [];
    const place = name.split(" ").map(names.of).join(" ");
    return year === undefined ? { place } : { place, year: Number(year) };
  });
  return sentence({ code: "dropped", text: rowsAlone, values: { rows: { rows } } }, names, language);
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
