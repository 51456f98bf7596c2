import { addTo, type Dropped } from "@conurb/core/contract";
import { closeHan, type Language } from "@conurb/core/language";
import { type AnalysisOutcome, leftOut, placeOfRow } from "@conurb/core/study";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import type { Say } from "./words.ts";

/** What some analyses could not do; or what was left out of them, and why. */
export interface Limit {
  /** The titles of these analyses; or the rows that were left out. */
  readonly head: string;
  readonly lines: readonly string[];
}

/** What was not computed or left out, and why: gathered from the run, nothing is added by hand, and nothing said twice. */
export function limitsOf(model: ReportModel, names: Names, language: Language, say: Say): Limit[] {
  const saidOf: Sayings = new Map();
  const outOf: Sayings = new Map();
  for (const { name, title } of model.run.plan.analyses) {
    const outcome = model.run.outcomes.get(name);
    if (outcome === undefined) continue;
    for (const line of linesOf(outcome, names, language, say)) note(saidOf, line, "", title[language]);
    for (const [reason, rows] of byReason(leftOut(outcome), language)) {
      note(outOf, rowList(rows, names, language), reason, title[language]);
    }
  }
  const listed = (titles: ReadonlySet<string>) => [...titles].join(say("listComma"));
  const entries = new Map<string, string[]>();
  for (const [line, told] of saidOf) for (const titles of told.values()) addTo(entries, listed(titles), line);
  return [
    ...[...entries].map(([head, lines]) => ({ head, lines })),
    ...[...outOf].map(([rows, reasons]) => ({
      head: `${say("dropped")}${say("colon")}${rows}`,
      lines: [...reasons].map(([reason, titles]) => say("droppedOf", { reason, analyses: listed(titles) })),
    })),
  ];
}

/** The analyses of which something is said, for each reason. */
type Sayings = Map<string, Map<string, Set<string>>>;

function note(sayings: Sayings, of: string, reason: string, title: string): void {
  const reasons = sayings.get(of) ?? new Map<string, Set<string>>();
  sayings.set(of, reasons.set(reason, (reasons.get(reason) ?? new Set()).add(title)));
}

function linesOf(outcome: AnalysisOutcome, names: Names, language: Language, say: Say): string[] {
  const notComputed = (reason: string) => `${say("notComputed")}${say("colon")}${reason}`;
  if (outcome.kind === "lacking") return [notComputed(outcome.reason[language])];
  if (outcome.kind === "refused") return outcome.problems.map(({ text }) => notComputed(text[language]));
  return outcome.result.warnings.map((warning) => sentence(warning, names, language));
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
