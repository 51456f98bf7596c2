import type { Language } from "@conurb/core/language";
import type { Shown } from "./document.ts";
import type { Exhibit } from "./exhibits.ts";
import { narrow, shownRows } from "./grid.ts";
import { type Html, h } from "./html.ts";
import { inBands } from "./in-bands.ts";
import type { Names } from "./names.ts";
import { tableHtml } from "./table-html.ts";
import type { Say } from "./words.ts";

/** Of the twelve columns of a row, how many a figure takes: the fewest in which it need not shrink. */
function span(width: number): number {
  return (
    [
      [4, 291],
      [5, 373],
      [6, 455],
      [7, 537],
    ].find(([, room]) => width <= (room as number))?.[0] ?? 12
  );
}

/** One exhibit with its number, notes and source; or why it is not there. */
export function exhibitHtml(
  { exhibit, label, evidence, source }: Shown,
  names: Names,
  language: Language,
  say: Say,
): Html {
  const known = evidence.map((text) => h("p", { class: "note evidence" }, text));
  if (exhibit.kind === "absent") {
    return h(
      "div",
      { class: "absent" },
      h("h3", {}, exhibit.titles.join(language === "zh" ? "、" : ", ")),
      h(
        "p",
        {},
        `${say("notComputed")}${exhibit.reasons.length > 0 ? say("colon") : ""}`,
        exhibit.reasons.map((text) => text[language]).join(" "),
      ),
    );
  }
  if (exhibit.kind === "table") {
    return h(
      "figure",
      { class: `${narrow(exhibit.table, exhibit.asked, language) ? "c5" : "c12"}${isLong(exhibit) ? " long" : ""}` },
      h("figcaption", {}, h("h3", {}, h("span", { class: "no" }, label), exhibit.title)),
      tableHtml(exhibit.table, exhibit.asked, names, language, say),
      exhibit.asked.note !== undefined && h("p", { class: "note" }, exhibit.asked.note[language]),
      known,
      source !== "" && h("p", { class: "note" }, source),
    );
  }
  const { figure, name } = exhibit;
  const file = `figures/${name}`;
  const { whole, bands } = inBands(figure, `rows-${name}`);
  return h(
    "figure",
    { class: `c${span(figure.width)} ${figure.kind}${bands === false ? "" : " parts"}` },
    h(
      "figcaption",
      {},
      h("h3", {}, h("span", { class: "no" }, label), figure.title),
      figure.dek !== "" && h("p", {}, figure.dek),
    ),
    h("div", { class: "figure" }, whole),
    bands,
    figure.notes.length > 0 && h("p", { class: "note" }, figure.notes.join(language === "zh" ? "" : " ")),
    known,
    source !== "" && h("p", { class: "note" }, source),
    h(
      "p",
      { class: "files" },
      h("a", { href: `${file}.${language}.svg` }, "SVG"),
      h("a", { href: `${file}.csv` }, "CSV"),
    ),
  );
}

/** A table of so many rows may go on over the page. */
function isLong({ table, asked }: Extract<Exhibit, { kind: "table" }>): boolean {
  return shownRows(table, asked) > 30;
}
