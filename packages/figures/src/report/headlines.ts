import type { Language } from "@conurb/core/language";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import { sayIn } from "./words.ts";

const [mostFindings, mostOfOne] = [7, 3];

/** A sentence as the report has it, and without what it is about: by that it is known whether it was told before. */
export interface Said {
  readonly text: string;
  readonly plain: string;
}

/** The sentences that open a report; where nothing was found by the analyses asked for, what the others found. */
export function headlines(model: ReportModel, names: Names, language: Language): Said[] {
  const { study, analyses } = model.run.plan;
  const all = analyses.map(({ name }) => name);
  const said = [study.report.headlines ?? all, all].map((from) => findingsOf(from, model, names, language, mostOfOne));
  return (said.find(({ length }) => length > 0) ?? []).slice(0, mostFindings);
}

/** What some analyses found, in sentences, told side by side: of several uses of one method each says what it is about. */
export function findingsOf(
  analyses: readonly string[],
  model: ReportModel,
  names: Names,
  language: Language,
  most = Number.POSITIVE_INFINITY,
): Said[] {
  const told = analyses.flatMap((name) => model.run.plan.analyses.find((each) => each.name === name) ?? []);
  return told.flatMap((analysis) => {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) return [];
    const shared = told.some(({ method, title }) => method === analysis.method && title.en !== analysis.title.en);
    const about = shared ? `${analysis.title[language]}${sayIn(language)("colon")}` : "";
    return outcome.result.findings.slice(0, most).map((finding) => {
      const plain = sentence(finding, names, language);
      return { text: about + plain, plain };
    });
  });
}
