import type { AnyMethod, Convention, MethodResult } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { AnalysisPlan } from "@conurb/core/study";
import { type Content, type Html, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";
import type { Say } from "./words.ts";

interface Use {
  readonly analysis: AnalysisPlan;
  readonly result: MethodResult;
}

/** One entry a method that was run: its question, formula, the conventions and options of each use, and what to cite. */
export function methodPage(model: ReportModel, names: Names, language: Language, say: Say): Html[] {
  const uses = new Map<AnyMethod, Use[]>();
  for (const analysis of model.run.plan.analyses) {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) continue;
    uses.set(analysis.method, [...(uses.get(analysis.method) ?? []), { analysis, result: outcome.result }]);
  }
  return [...uses].map(([method, of]) =>
    h(
      "article",
      { class: "method" },
      h("h3", {}, method.title[language], " ", h("code", {}, `${method.id} v${method.version}`)),
      h("p", {}, method.question[language]),
      h("p", { class: "formula" }, method.formula),
      method.where !== undefined && h("p", { class: "where" }, method.where[language]),
      of.map((use) => usage(use, method, names, language, say)),
      h(
        "ul",
        { class: "cites" },
        method.cites.map(({ text, doi, checked }) => citation(text, doi, checked, say)),
      ),
    ),
  );
}

function usage({ analysis, result }: Use, method: AnyMethod, names: Names, language: Language, say: Say): Html {
  const conventions = Object.entries(result.convention).flatMap(([name, choice]): Content[] => {
    const told = method.conventions[name] as Convention | undefined;
    const text = told?.choices[choice]?.[language];
    return told === undefined ? [] : [h("li", {}, `${told.title[language]}${say("colon")}`, text ?? choice)];
  });
  return h(
    "div",
    { class: "use" },
    h("p", {}, h("code", {}, analysis.name), ` · ${say("observations", { n: result.n })}`),
    conventions.length > 0 && h("ul", { class: "conventions" }, conventions),
    result.warnings.map((warning) => h("p", { class: "warning" }, sentence(warning, names, language))),
  );
}

function citation(text: string, doi: string | undefined, checked: string, say: Say): Html {
  const note = checked === "opened" ? "" : ` [${say(checked === "secondary" ? "secondary" : "unverified")}]`;
  return h("li", {}, text, doi !== undefined && ` doi:${doi}`, note);
}
