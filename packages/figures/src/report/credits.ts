import { parseExpression, variablesOf } from "@conurb/core/expression";
import type { Language } from "@conurb/core/language";
import { type AnalysisPlan, analysesIn, datasetsOf, leavesOf } from "@conurb/core/study";
import { textWidth } from "../type.ts";
import type { Credit, ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

/** Width in pixels at 11 px to the em: three or four lines under a figure. The rest stands in the data notes. */
const room = 1750;

/**
 * Whom to credit for some datasets, agency by agency, each with its works. Every agency comes before any second work of
 * one, and every dataset's first source before its others, so that a list that has to be cut still names whom it can.
 */
export function creditLine(uses: Uses, { notes }: ReportModel, language: Language, say: Say): string {
  const sources = inTurn([...uses].map(([name, columns]) => sourcesOf(notes.get(name)?.sources ?? [], columns)));
  const all = [...new Map(sources.map((source) => [creditsInFull([source], language), source])).values()];
  const firsts = [...new Map(all.toReversed().map((source) => [source.publisher.en, source])).values()];
  const distinct = [...all.filter((each) => firsts.includes(each)), ...all.filter((each) => !firsts.includes(each))];
  for (let kept = distinct.length; kept > 1; kept -= 1) {
    const line = cutAt(kept, distinct, language, say);
    if (textWidth(line, 11) <= room) return line;
  }
  return cutAt(1, distinct, language, say);
}

function cutAt(kept: number, sources: readonly Credit[], language: Language, say: Say): string {
  const line = creditsInFull(sources.slice(0, kept), language);
  return kept < sources.length ? say("moreSources", { sources: line, n: sources.length - kept }) : line;
}

/** `Agency, work, work; agency, work`: an agency is named once. */
export function creditsInFull(sources: readonly Credit[], language: Language): string {
  const works = new Map<string, string[]>();
  for (const { publisher, work } of sources) {
    const own = works.get(publisher[language]) ?? [];
    works.set(publisher[language], work === undefined ? own : [...own, work[language]]);
  }
  const [comma, semicolon] = language === "zh" ? ["，", "；"] : [", ", "; "];
  return [...works].map(([publisher, own]) => [publisher, ...editions(own, language)].join(comma)).join(semicolon);
}

/** Editions of one yearbook stand behind its title once: "Yearbook 2014, 2019", "Yearbook 2020" are one work. */
function editions(works: readonly string[], language: Language): string[] {
  const years = new Map<string, { title: string; years: string[]; rest: string }>();
  for (const work of works) {
    const [, title = work, of = "", rest = ""] = /^(\D+)(\d{4}(?:[、,] ?\d{4})*)(\D*)$/.exec(work) ?? [];
    const known = years.get(title + rest) ?? { title, years: [], rest };
    if (of !== "") known.years.push(of);
    years.set(title + rest, known);
  }
  return [...years.values()].map(
    ({ title, years: of, rest }) => title + of.join(language === "zh" ? "、" : ", ") + rest,
  );
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** Those that the columns come from; all where that is not known. */
function sourcesOf(sources: readonly Credit[], used: ReadonlySet<string> | "all"): readonly Credit[] {
  if (used === "all") return sources;
  const own = sources.filter(({ columns }) => columns === undefined || columns.some((column) => used.has(column)));
  return own.length > 0 ? own : sources;
}

/** Datasets and the columns that are read of each. */
export type Uses = ReadonlyMap<string, ReadonlySet<string> | "all">;

/** Every dataset that an analysis rests on, through others too. */
export function usesOf(analysis: AnalysisPlan, model: Pick<ReportModel, "run">): Uses {
  const { study, analyses } = model.run.plan;
  const found = new Map<string, ReadonlySet<string> | "all">();
  const add = (name: string, columns: ReadonlySet<string> | "all") => {
    const before = found.get(name) ?? new Set();
    found.set(name, before === "all" || columns === "all" ? "all" : new Set([...before, ...columns]));
  };
  for (const reference of Object.values(analysis.inputs)) {
    if (reference.kind === "dataset") add(reference.name, "all");
    if (reference.kind === "indicators") {
      for (const { leaf } of leavesOf(study.indicators[reference.name]?.aspects ?? {})) {
        const expression = parseExpression(leaf.expr);
        const read = variablesOf(expression);
        for (const name of datasetsOf(expression, study)) {
          add(
            name,
            new Set(read.flatMap((each) => (each.startsWith(`${name}.`) ? [each.slice(name.length + 1)] : []))),
          );
        }
      }
    }
    for (const { name: of } of analysesIn(reference)) {
      const upstream = analyses.find(({ name }) => name === of);
      if (upstream !== undefined) for (const [name, columns] of usesOf(upstream, model)) add(name, columns);
    }
  }
  return found;
}
