import type { Language } from "@conurb/core/language";
import { type AnalysisPlan, leavesOf, type Plan, withoutPlaces } from "@conurb/core/study";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import { type Say, sayIn } from "./words.ts";

const [mostFindings, mostOfOne] = [7, 3];
/** Of more places than this their number is said. */
const mostNamed = 3;

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

/** What a sentence leaves unsaid, behind it: in brackets, unless it ends in brackets of its own. */
function withAside(text: string, parts: readonly string[], say: Say): string {
  const aside = parts.filter((part) => part !== "").join(say("comma"));
  if (aside === "") return text;
  const bare = text.replace(/[.。]$/, "");
  return say(/[)）]$/.test(bare) ? "asideAfterBrackets" : "aside", { text: bare, aside });
}

/** Of which year figures are, of which the sentence names none. */
const yearOf = (text: string, year: number | undefined, say: Say): string =>
  year === undefined || /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text) ? "" : say("ofYear", { year: `${year}` });

/** Places that a finding is without: by name, or how many. */
function withoutOf(places: readonly string[], names: Names, say: Say): string {
  if (places.length === 0) return "";
  if (places.length > mostNamed) return say("withoutMany", { n: places.length });
  return say("without", { places: places.map(names.place).join(say("listComma")) });
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
  const say = sayIn(language);
  return told.flatMap((analysis) => {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) return [];
    const shared = told.some(
      ({ name, method, title }) =>
        (method === analysis.method && title.en !== analysis.title.en) ||
        (name !== analysis.name && together.some((list) => list.has(name) && list.has(analysis.name))),
    );
    const about = shared ? `${analysis.title[language]}${say("colon")}` : "";
    const year = crossSection(analysis, model);
    const asides = new Set<string>();
    return outcome.result.findings.slice(0, most).map((finding, at) => {
      const plain = sentence(finding, names, language);
      const without = withoutOf(withoutPlaces(finding, analysis, outcome, model.run.groups), names, say);
      const parts = [at === 0 ? yearOf(plain, year, say) : "", asides.has(without) ? "" : without];
      asides.add(without);
      return { text: about + withAside(plain, parts, say), plain };
    });
  });
}
