import type { ReportDocument } from "./document.ts";
import { type Html, h } from "./html.ts";
import { scoreboard } from "./scoreboard.ts";

/** The first view: what it is, by whom, what was found, and who stands where with which certainty. */
export function masthead({ title, authors, dek, findings, sections, names, language, say }: ReportDocument): Html {
  const exhibits = sections.flatMap(({ shown }) => shown.map(({ exhibit }) => exhibit));
  const board = scoreboard(exhibits, names, language, say);
  return h(
    "div",
    { class: "opening" },
    h(
      "header",
      { class: "masthead" },
      h("h1", {}, title),
      authors !== "" && h("p", { class: "byline" }, say("by", { authors })),
      h("p", { class: "dek" }, dek.join(" · ")),
    ),
    (findings.length > 0 || board !== undefined) &&
      h(
        "div",
        { class: board === undefined ? "first-view" : "first-view with-board" },
        findings.length > 0 &&
          h(
            "ol",
            { class: "findings", "aria-label": say("findings") },
            findings.map((text) => h("li", {}, h("span", {}, text))),
          ),
        board,
      ),
  );
}
