import type { Language } from "@conurb/core/language";
import { exhibitsIn, type SectionDeclaration } from "@conurb/core/study";
import { drawFigure } from "../figure.ts";
import { frame } from "../frame.ts";
import { dataNotes, limits } from "./data-notes.ts";
import { exhibitHtml } from "./exhibit-html.ts";
import { type Exhibit, exhibitsOf } from "./exhibits.ts";
import { findingsOf, headlines } from "./headlines.ts";
import { type Content, h, raw, write } from "./html.ts";
import { masthead } from "./masthead.ts";
import { methodPage } from "./method-page.ts";
import type { ReportModel } from "./model.ts";
import { type Names, namesOf } from "./names.ts";
import { printed } from "./print.ts";
import { provenance } from "./provenance.ts";
import { style } from "./style.ts";
import { sayIn } from "./words.ts";

/** One figure of a report as files of its own. */
export interface ReportFigure {
  readonly name: string;
  readonly svg: string;
  readonly csv: string;
}
export interface Report {
  readonly html: string;
  readonly figures: readonly ReportFigure[];
}

/** The report of a run in one language: one HTML file that needs nothing else, and its figures as files. */
export function renderReport(model: ReportModel, language: Language): Report {
  const say = sayIn(language);
  const names = namesOf(model, language);
  const { study } = model.run.plan;
  const sections = (study.report.sections ?? everyAnalysis(model)).map((section, at) => ({
    id: `s${at + 1}`,
    section,
    exhibits: exhibitsOf(section, model, names, language),
  }));
  const told = new Set(headlines(model, names, language));
  const counter = { figure: 0, table: 0 };
  const body = sections.map(({ id, section, exhibits }) =>
    h(
      "section",
      { id },
      h("h2", { class: "section" }, section.title[language]),
      section.lead !== undefined && h("p", { class: "lead" }, section.lead[language]),
      said(
        exhibitsIn(section).map(({ of }) => of),
        told,
        model,
        names,
        language,
      ),
      h(
        "div",
        { class: "grid" },
        exhibits.map((exhibit) => exhibitHtml(exhibit, counter, names, language, say)),
      ),
    ),
  );
  const limited = limits(model, names, language, say);
  const back: readonly [string, string, Content][] = [
    ...(limited.length > 0
      ? [["limits", say("limits"), h("dl", { class: "limits" }, limited)] as [string, string, Content]]
      : []),
    [
      "methods",
      say("methods"),
      [
        h("p", { class: "lead" }, say("methodsLead")),
        h("div", { class: "methods-grid" }, methodPage(model, names, language, say)),
      ],
    ],
    ["data", say("data"), h("div", { class: "data-grid" }, dataNotes(model, language, say))],
    ["provenance", say("provenance"), provenance(model, language, say)],
  ];
  const contents = [
    ...sections.map(({ id, section }) => [id, section.title[language]] as const),
    ...back.map(([id, title]) => [id, title] as const),
  ];
  const lang = language === "zh" ? "zh-CN" : "en";
  const page = h(
    "html",
    { lang },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      h("meta", { name: "generator", content: `conurb ${model.lock.conurb}` }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", {}, study.title[language]),
      h("style", {}, raw(style + printed(model, language, say))),
    ),
    h(
      "body",
      {},
      h("a", { class: "skip", href: "#report" }, say("skip")),
      h(
        "div",
        { class: "sheet" },
        h(
          "nav",
          { "aria-label": say("contents") },
          h(
            "div",
            { class: "stay" },
            h("p", { class: "head" }, say("contents")),
            h(
              "ol",
              {},
              contents.map(([id, title]) => h("li", {}, h("a", { href: `#${id}` }, title))),
            ),
          ),
        ),
        h(
          "main",
          { id: "report" },
          masthead(
            model,
            sections.flatMap(({ exhibits }) => exhibits),
            names,
            language,
            say,
          ),
          body,
          back.map(([id, title, content]) =>
            h("section", { id, class: "back" }, h("h2", { class: "section" }, title), content),
          ),
          h("footer", {}, `${say("report")} · ${model.lock.conurb} · ${model.lockHash.slice(0, 12)}`),
        ),
      ),
    ),
  );
  return {
    html: `<!doctype html>\n${write(page)}\n`,
    figures: figureFiles(sections.flatMap(({ exhibits }) => exhibits)),
  };
}

/** What the analyses of a section found; a sentence stands in a report once. */
function said(
  shown: readonly string[],
  told: Set<string>,
  model: ReportModel,
  names: Names,
  language: Language,
): Content {
  const sources = [...new Set(shown.map((each) => each.split(".")[0] as string))];
  const lines = sources.flatMap((name) => findingsOf(name, model, names, language));
  const fresh = [...new Set(lines)].filter((line) => !told.has(line));
  for (const line of fresh) told.add(line);
  return (
    fresh.length > 0 &&
    h(
      "ul",
      { class: "said" },
      fresh.map((line) => h("li", {}, line)),
    )
  );
}

function figureFiles(exhibits: readonly Exhibit[]): ReportFigure[] {
  return exhibits.flatMap((exhibit) => {
    if (exhibit.kind !== "figure") return [];
    const { view, context } = exhibit.drawing;
    const width = context.width === undefined ? {} : { width: context.width + 2 * frame.margin };
    const { svg, csv } = drawFigure(view, { ...context, ...width, frame: "standalone" });
    return [{ name: exhibit.name, svg, csv }];
  });
}

/** Without sections of its own a study reports every analysis, in order, under titles that can be told apart. */
function everyAnalysis(model: ReportModel): SectionDeclaration[] {
  const { analyses } = model.run.plan;
  return analyses.map(({ name, title }) => {
    const shared = analyses.filter((other) => other.title.en === title.en).length > 1;
    const told = shared ? { en: `${title.en} (${name})`, zh: `${title.zh}（${name}）` } : title;
    return { title: told, show: [name] };
  });
}
