import type { Language } from "@conurb/core/language";
import { authorsLine } from "./authors.ts";
import type { Exhibit } from "./exhibits.ts";
import { headlines } from "./headlines.ts";
import { type Html, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { scoreboard } from "./scoreboard.ts";
import type { Say } from "./words.ts";

/** The first view: what it is, by whom, what was found, and who stands where with which certainty. */
export function masthead(
  model: ReportModel,
  exhibits: readonly Exhibit[],
  names: Names,
  language: Language,
  say: Say,
): Html {
  const { study } = model.run.plan;
  const { groups } = model.run;
  const prices = study.prices;
  const dek = [
    study.report.subtitle?.[language],
    groups.map(({ short }) => short[language]).join(language === "zh" ? "、" : ", "),
    groups.length > 0 ? say("places", { n: groups.reduce((total, { members }) => total + members.length, 0) }) : "",
    prices === undefined
      ? ""
      : prices.basis === "current"
        ? say("pricesCurrent")
        : say("pricesConstant", { base: prices.base ?? "" }),
  ].filter((part) => part !== undefined && part !== "");
  const authors = authorsLine(study.authors, language);
  const findings = headlines(model, names, language);
  const board = scoreboard(exhibits, names, language, say);
  return h(
    "div",
    { class: "opening" },
    h(
      "header",
      { class: "masthead" },
      h("h1", {}, study.title[language]),
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
