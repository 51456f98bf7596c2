import type { Language } from "@conurb/core/language";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import { sayIn } from "./words.ts";

const [mostFindings, mostOfOne] = [7, 3];

/** The sentences that open a report; where nothing was found by the analyses asked for, what the others found. */
export function headlines(model: ReportModel, names: Names, language: Language): string[] {
  const { study, analyses } = model.run.plan;
  const all = analyses.map(({ name }) => name);
  const said = [study.report.headlines ?? all, all].map((from) =>
    from.flatMap((name) => findingsOf(name, model, names, language).slice(0, mostOfOne)),
  );
  return (said.find(({ length }) => length > 0) ?? []).slice(0, mostFindings);
}

/** What an analysis found, in sentences. */
export function findingsOf(name: string, model: ReportModel, names: Names, language: Language): string[] {
  const outcome = model.run.outcomes.get(name);
  if (outcome === undefined || !("result" in outcome)) return [];
  const { analyses } = model.run.plan;
  const own = analyses.find((each) => each.name === name);
  // of several uses of one method, each says what it is about
  const shared = analyses.some((other) => other.method === own?.method && other.title.en !== own.title.en);
  const about = own !== undefined && shared ? `${own.title[language]}${sayIn(language)("colon")}` : "";
  return outcome.result.findings.map((finding) => about + sentence(finding, names, language));
}
