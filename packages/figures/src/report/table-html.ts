import type { Table } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { ExhibitDeclaration } from "@conurb/core/study";
import { type Cell, gridOf, type Head } from "./grid.ts";
import { type Content, type Html, h, raw } from "./html.ts";
import type { Names } from "./names.ts";
import type { Say } from "./words.ts";

/** A three-line table: heads with units, labels by name, gaps a dash and never zero. */
export function tableHtml(table: Table, asked: ExhibitDeclaration, names: Names, language: Language, say: Say): Html {
  const { heads, rows, more } = gridOf(table, asked, names, language);
  return h(
    "div",
    { class: "table" },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, heads.map(headHtml))),
      h(
        "tbody",
        {},
        rows.map((cells) =>
          h(
            "tr",
            {},
            cells.map((cell, at) => cellHtml(cell, heads[at] as Head, say)),
          ),
        ),
      ),
    ),
    more > 0 && h("p", { class: "more" }, say("rowsMore", { n: more })),
  );
}

const besideNumber = ({ afterNumber }: Head) => (afterNumber ? "padding-left:18px" : undefined);

function headHtml(head: Head): Html {
  return h(
    "th",
    { scope: "col", class: head.kind === "number" ? "number" : undefined, style: besideNumber(head) },
    head.title,
    head.unit !== "" && h("span", { class: "unit" }, head.unit),
  );
}

function cellHtml({ kind, text, short }: Cell, head: Head, say: Say): Html {
  if (kind === "label") {
    return h("td", { style: besideNumber(head), class: short ? "short" : "words" }, breakable(text));
  }
  if (kind === "gap") return h("td", { class: "number gap", title: say("missing") }, text);
  return h("td", { class: "number" }, text);
}

/** A word longer than this may break after its underscores and hyphens: a code has no spaces. */
const longestWord = 14;

function breakable(text: string): Content {
  return text
    .split(/(?<=\s)/)
    .flatMap((word) =>
      word.length <= longestWord
        ? [word]
        : word.split(/(?<=[_-])(?=.)/).flatMap((part, i) => (i === 0 ? [part] : [raw("<wbr>"), part])),
    );
}
