import { type AnyMethod, addTo, answerOf, type Convention, type MethodResult } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { AnalysisPlan } from "@conurb/core/study";
import { formulaHtml } from "./formula-html.ts";
import { type Html, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

interface Use {
  readonly analysis: AnalysisPlan;
  readonly result: MethodResult;
}

/** What is told of one method that was run. */
export interface MethodEntry {
  readonly title: string;
  /** `inequality/theil v1`. */
  readonly version: string;
  readonly question: string;
  readonly formula: string;
  readonly where?: string;
  readonly uses: readonly {
    readonly analysis: string;
    readonly observations: string;
    readonly conventions: readonly string[];
  }[];
  readonly cites: readonly string[];
}

/** One entry a method that was run: its question, formula, the conventions and options of each use, and what to cite. */
export function methodEntries(model: ReportModel, language: Language, say: Say): MethodEntry[] {
  const uses = new Map<AnyMethod, Use[]>();
  for (const analysis of model.run.plan.analyses) {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) continue;
    addTo(uses, analysis.method, { analysis, result: outcome.result });
  }
  return [...uses].map(([method, of]) => ({
    title: method.title[language],
    version: `${method.id} v${method.version}`,
    question: method.question[language],
    formula: method.formula,
    ...(method.where === undefined ? {} : { where: method.where[language] }),
    uses: of.map(({ analysis, result }) => ({
      analysis: analysis.name,
      observations: say("observations", { n: result.n }),
      conventions: Object.entries(result.convention).flatMap(([name, choice]) => {
        const told = method.conventions[name] as Convention | undefined;
        if (told === undefined) return [];
        return [`${told.title[language]}${say("colon")}${answerOf(told, choice)[language]}`];
      }),
    })),
    cites: method.cites.map(({ text, doi, checked }) => {
      const note = checked === "opened" ? "" : ` [${say(checked === "secondary" ? "secondary" : "unverified")}]`;
      return `${text}${doi === undefined ? "" : ` doi:${doi}`}${note}`;
    }),
  }));
}

export function methodPage(entries: readonly MethodEntry[]): Html[] {
  const items = (list: readonly string[]) => list.map((each) => h("li", {}, each));
  return entries.map(({ title, version, question, formula, where, uses, cites }) =>
    h(
      "article",
      { class: "method" },
      h("h3", {}, title, " ", h("code", {}, version)),
      h("p", {}, question),
      h("p", { class: "formula" }, formulaHtml(formula)),
      where !== undefined && h("p", { class: "where" }, where),
      uses.map(({ analysis, observations, conventions }) =>
        h(
          "div",
          { class: "use" },
          h("p", {}, h("code", {}, analysis), ` · ${observations}`),
          conventions.length > 0 && h("ul", { class: "conventions" }, items(conventions)),
        ),
      ),
      h("ul", { class: "cites" }, items(cites)),
    ),
  );
}
