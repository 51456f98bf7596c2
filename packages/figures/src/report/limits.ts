import { addTo, type Dropped } from "@conurb/core/contract";
import { closeHan, type Language } from "@conurb/core/language";
import { type AnalysisOutcome, leftOut, placeOfRow } from "@conurb/core/study";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import type { Say } from "./words.ts";

/** What some analyses could not do. */
export interface Limit {
  /** The titles of these analyses. */
  readonly head: string;
  readonly lines: readonly string[];
}

/** What was not computed or left out, and why: gathered from the run, nothing is added by hand, and nothing said twice. */
export function limitsOf(model: ReportModel, names: Names, language: Language, say: Say): Limit[] {
  const saidOf = new Map<string, Set<string>>();
  for (const { name, title } of model.run.plan.analyses) {
    for (const line of linesOf(model.run.outcomes.get(name), names, language, say)) {
      const titles = saidOf.get(line) ?? new Set();
      saidOf.set(line, titles.add(title[language]));
    }
  }
  const entries = new Map<string, string[]>();
  for (const [line, titles] of saidOf) {
    addTo(entries, [...titles].join(say("listComma")), line);
  }
  return [...entries].map(([head, lines]) => ({ head, lines }));
}

function linesOf(outcome: AnalysisOutcome | undefined, names: Names, language: Language, say: Say): string[] {
  if (outcome === undefined) return [];
  const notComputed = (reason: string) => `${say("notComputed")}${say("colon")}${reason}`;
  if (outcome.kind === "lacking") return [notComputed(outcome.reason[language])];
  if (outcome.kind === "refused") return outcome.problems.map(({ text }) => notComputed(text[language]));
  const { warnings } = outcome.result;
  const stop = language === "zh" ? "——" : " — ";
  return [
    ...warnings.map((warning) => sentence(warning, names, language)),
    ...[...byReason(leftOut(outcome), language)].map(
      ([reason, rows]) => `${say("dropped")}${say("colon")}${rowList(rows, names, language)}${stop}${reason}`,
    ),
  ];
}

const rowsAlone = { en: "{rows}", zh: "{rows}" };

function rowList(keys: readonly string[], names: Names, language: Language): string {
  const rows = keys.map((key) => {
    const row = placeOfRow(key);
    return { ...row, place: row.place.split(" ").map(names.of).join(" ") };
  });
  return sentence({ code: "dropped", text: rowsAlone, values: { rows: { rows } } }, names, language);
}

function byReason(dropped: readonly Dropped[], language: Language): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { row, reason } of dropped) {
    const said = language === "zh" ? closeHan(reason.zh) : reason.en;
    addTo(reasons, said, row);
  }
  return reasons;
}
