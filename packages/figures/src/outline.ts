import { type Problem, spelledOut, type View } from "@conurb/core/contract";
import { type Language, same, type Text } from "@conurb/core/language";
import { leavesOf, plain, type StudyRun } from "@conurb/core/study";
import { creditLine, usesOf } from "./report/credits.ts";
import type { ReportModel } from "./report/model.ts";
import { namesOf } from "./report/names.ts";
import { partsOf } from "./report/parts.ts";
import { everyAnalysis } from "./report/sections.ts";
import { sayIn } from "./report/words.ts";

/** What a page needs before any result: analyses and their views, places and their names, indicators, credits. */
export function outlineOf(model: ReportModel, notes: readonly Problem[]): unknown {
  const { run } = model;
  const { study } = run.plan;
  const inBoth = (say: (language: Language) => string): Text => ({ en: say("en"), zh: say("zh") });
  const analyses = run.plan.analyses.map((analysis) => {
    const outcome = run.outcomes.get(analysis.name);
    const uses = usesOf(analysis, model);
    return {
      name: analysis.name,
      title: analysis.title,
      method: analysis.method.id,
      version: analysis.method.version,
      views: analysis.method.views as readonly View[],
      options: analysis.options,
      inputs: analysis.inputs,
      credit: inBoth((language) => creditLine(uses, model, language, sayIn(language))),
      datasets: [...uses.keys()],
      outcome: outcome?.kind ?? "lacking",
      ...(outcome !== undefined && "key" in outcome ? { key: outcome.key, sha256: outcome.sha256 } : {}),
      parts: partsOf(analysis, outcome),
      ...(outcome?.kind === "lacking" ? { reason: outcome.reason } : {}),
      ...(outcome?.kind === "refused" ? { problems: outcome.problems } : {}),
    };
  });
  const indicators = Object.entries(study.indicators).map(([name, set]) => ({
    name,
    title: set.title ?? { en: name, zh: name },
    ...(set.year === undefined ? {} : { year: set.year }),
    ...(set.years === undefined ? {} : { years: set.years }),
    aspects: aspectTitles(set.aspects),
    leaves: leavesOf(set.aspects).map(({ id, aspect, leaf }) => ({ id, aspect, ...leaf })),
  }));
  return plain({
    title: study.title,
    seed: study.seed,
    report: { ...study.report, sections: study.report.sections ?? everyAnalysis(run.plan) },
    groups: run.groups,
    names: namesOf(model, "en").context,
    analyses,
    indicators,
    datasets: [...model.notes].map(([name, each]) => ({ name, ...each })),
    absent: Object.entries(study.datasets).flatMap(([name, { absent }]) =>
      absent === undefined ? [] : [{ name, absent }],
    ),
    recipes: study.recipes,
    lock: model.lockHash,
    notes,
    warnings: [...run.outcomes].flatMap(([name, outcome]) =>
      "result" in outcome ? [{ name, warnings: outcome.result.warnings.map(spelledOut) }] : [],
    ),
  });
}

type Aspects = StudyRun["plan"]["study"]["indicators"][string]["aspects"];

/** Aspects by their ids, to any depth, in their order. */
function aspectTitles(aspects: Aspects): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(aspects).flatMap(([id, { title, aspects: inner = {} }]) => [
      [id, title ?? same(id)],
      ...Object.entries(aspectTitles(inner)),
    ]),
  );
}
