import type { AnyMethod } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { Credit, ReportModel } from "../report/model.ts";
import { sayIn } from "../report/words.ts";
import { authorsOf, type Reference, referenceOf } from "./reference.ts";

/** Everything that a study rests on, in one language: the study itself, its data by source, its methods by what they cite. */
export function referencesOf(model: ReportModel, language: Language): Reference[] {
  const { study } = model.run.plan;
  const say = sayIn(language);
  const own: Reference = {
    kind: "report",
    authors: (study.authors ?? []).map(personOf),
    title: study.title[language],
    inEnglish: { title: study.title.en },
    notes: [
      `conurb ${model.lock.conurb}, ${say("seed")} ${model.lock.seed}, study.lock.json ${model.lockHash.slice(0, 12)}`,
    ],
  };
  const data = [...model.notes.values()].flatMap(({ sources }) => sources.map((source) => dataset(source, language)));
  const methods = [...methodsOf(model)].flatMap(({ cites }) => cites.map((cite) => referenceOf(cite, say)));
  return unique([own, ...data, ...methods]);
}

/** As the study writes a name: "Li Ming" stays whole, since which part is the family's is not said. */
const personOf = (name: string) => authorsOf(name)[0] ?? { name };

function dataset({ publisher, work, title, path }: Credit, language: Language): Reference {
  const full = work?.[language] ?? title ?? publisher[language];
  const named = full.replace(/《(.+?)》(.+)/u, "$1（$2）").replace(/[《》]/gu, "");
  const years = new Set(full.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []);
  const isYearbook = /年鉴|yearbook/iu.test(named);
  const isReport = /公报|communiqu|bulletin/iu.test(named);
  // the source of a study's own file is one line, which tells no author and no press
  const isOneLine = work === undefined && title === undefined;
  return {
    kind: isYearbook ? "book" : isReport ? "report" : "dataset",
    authors: isOneLine ? [] : agencies(publisher[language]),
    title: named,
    inEnglish: { ...(isOneLine ? {} : { author: publisher.en }), title: work?.en ?? title ?? publisher.en },
    ...(years.size === 1 ? { year: [...years][0] as string } : {}),
    ...(isYearbook && !isOneLine ? { publisher: publisher[language] } : {}),
    ...(path !== undefined && /^https?:/u.test(path) ? { url: path } : {}),
    notes: title === undefined || title === named || language === "zh" ? [] : [title],
  };
}

/** Several agencies are several authors; "A and B" stays whole, since an agency's own name may hold an "and". */
const agencies = (names: string) => names.split("、").map((name) => ({ name }));

function methodsOf(model: ReportModel): Set<AnyMethod> {
  const { plan, outcomes } = model.run;
  const computed = plan.analyses.filter(({ name }) => "result" in (outcomes.get(name) ?? {}));
  return new Set(computed.map(({ method }) => method));
}

function unique(references: readonly Reference[]): Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const key = JSON.stringify([reference.authors, reference.year, reference.title, reference.url]);
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()];
}
