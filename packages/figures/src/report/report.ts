import type { Language } from "@conurb/core/language";
import { drawFigure } from "../figure.ts";
import { dataNotes, limits } from "./data-notes.ts";
import { documentOf, type ReportDocument } from "./document.ts";
import { daggered } from "./evidence.ts";
import { exhibitHtml } from "./exhibit-html.ts";
import { type Content, h, raw, write } from "./html.ts";
import { masthead } from "./masthead.ts";
import { methodPage } from "./method-page.ts";
import type { ReportModel } from "./model.ts";
import { printed } from "./print.ts";
import { provenance } from "./provenance.ts";
import { style } from "./style.ts";

/** One figure of a report as files of its own. */
export interface ReportFigure {
  readonly name: string;
  readonly svg: string;
  readonly csv: string;
}
export interface Report {
  readonly html: string;
}

/** It runs nothing and loads nothing, whoever serves it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report of a run in one language: one HTML file that needs nothing else. */
export function renderReport(model: ReportModel, language: Language, document = documentOf(model, language)): Report {
  const { title, sections, say, names } = document;
  const body = sections.map(({ id, title: head, lead, said, shown }) =>
    h(
      "section",
      { id },
      h("h2", { class: "section" }, head),
      lead !== undefined && h("p", { class: "lead" }, lead),
      said.length > 0 &&
        h(
          "ul",
          { class: "said" },
          said.map((line) => h("li", {}, line)),
        ),
      h(
        "div",
        { class: "grid" },
        shown.map((each) => exhibitHtml(each, daggered(names, model.run.plan.study), language, say)),
      ),
    ),
  );
  const back: readonly [string, string, Content][] = [
    ...(document.limits.length > 0
      ? [["limits", say("limits"), h("dl", { class: "limits" }, limits(document.limits))] as [string, string, Content]]
      : []),
    [
      "methods",
      say("methods"),
      [
        h("p", { class: "lead" }, say("methodsLead")),
        h("div", { class: "methods-grid" }, methodPage(document.methods)),
      ],
    ],
    ["data", say("data"), h("div", { class: "data-grid" }, dataNotes(document.datasets))],
    ["provenance", say("provenance"), provenance(document.provenance)],
  ];
  const contents = [
    ...sections.map((section) => [section.id, section.title] as const),
    ...back.map(([id, head]) => [id, head] as const),
  ];
  const lang = language === "zh" ? "zh-CN" : "en";
  const page = h(
    "html",
    { lang },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      h("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      h("meta", { name: "generator", content: `conurb ${model.lock.conurb}` }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", {}, title),
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
              contents.map(([id, head]) => h("li", {}, h("a", { href: `#${id}` }, head))),
            ),
          ),
        ),
        h(
          "main",
          { id: "report" },
          masthead(document),
          body,
          back.map(([id, head, content]) =>
            h("section", { id, class: "back" }, h("h2", { class: "section" }, head), content),
          ),
          h("footer", {}, `${say("report")} · ${model.lock.conurb} · ${model.lockHash.slice(0, 12)}`),
        ),
      ),
    ),
  );
  return { html: `<!doctype html>\n${write(page)}\n` };
}

/** The figures of a report as files that stand alone; `width` in pixels is that of the whole picture. */
export function figureFiles({ sections }: ReportDocument, width?: number): ReportFigure[] {
  return sections.flatMap(({ shown }) =>
    shown.flatMap(({ exhibit }) => {
      if (exhibit.kind !== "figure") return [];
      const { view, context, laidOut } = exhibit.drawing;
      const { svg, csv } =
        width === undefined
          ? laidOut.framed("standalone")
          : drawFigure(view, { ...context, width, frame: "standalone" });
      return [{ name: exhibit.name, svg, csv }];
    }),
  );
}
