import type { Language } from "@conurb/core/language";
import { type AnalysisPlan, leavesOf, type Plan } from "@conurb/core/study";
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

/** The one year that all figures of an analysis are of, where the study says so and no expression reads another. */
function crossSection({ inputs }: AnalysisPlan, { run }: ReportModel): number | undefined {
  const { indicators, datasets } = run.plan.study;
  const years = Object.values(inputs).flatMap((reference): (number | undefined)[] => {
    if (reference.kind === "dataset") {
      const year = datasets[reference.name]?.where?.["year"];
      return [typeof year === "number" ? year : undefined];
    }
    if (reference.kind !== "indicators") return reference.kind === "record" ? [] : [undefined];
    const set = indicators[reference.name];
    const isOwn = set !== undefined && leavesOf(set.aspects).every(({ leaf }) => !/\bat\s*\(/.test(leaf.expr));
    return [isOwn && set.years === undefined ? set.year : undefined];
  });
  return new Set(years).size === 1 ? years[0] : undefined;
}

/** A sentence that names no year says of which its figures are. */
function dated(text: string, year: number | undefined, language: Language): string {
  if (year === undefined || /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text)) return text;
  return language === "zh" ? text.replace(/。?$/, `（${year} 年）。`) : text.replace(/\.?$/, ` (${year}).`);
}

/** Analyses of one list answer one question, each in its way. */
const lists = ({ analyses }: Plan): ReadonlySet<string>[] =>
  analyses.flatMap(({ inputs }) =>
    Object.values(inputs).flatMap((each) =>
      each.kind === "stack" ? [new Set(each.parts.map(({ name }) => name))] : [],
    ),
  );

/** What some analyses found, in sentences, told side by side: of several uses of one method, or of one list, each says what it is about. */
export function findingsOf(
  analyses: readonly string[],
  model: ReportModel,
  names: Names,
  language: Language,
  most = Number.POSITIVE_INFINITY,
): Said[] {
  const told = analyses.flatMap((name) => model.run.plan.analyses.find((each) => each.name === name) ?? []);
  const together = lists(model.run.plan);
  return told.flatMap((analysis) => {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) return [];
    const shared = told.some(
      ({ name, method, title }) =>
        (method === analysis.method && title.en !== analysis.title.en) ||
        (name !== analysis.name && together.some((list) => list.has(name) && list.has(analysis.name))),
    );
    const about = shared ? `${analysis.title[language]}${sayIn(language)("colon")}` : "";
    const year = crossSection(analysis, model);
    return outcome.result.findings.slice(0, most).map((finding, at) => {
      const plain = sentence(finding, names, language);
      return { text: about + (at === 0 ? dated(plain, year, language) : plain), plain };
    });
  });
}
