import type { Language } from "@conurb/core/language";
import { type Content, h } from "../report/html.ts";
import { type DealModel, type Page, pageOf } from "./deal-model.ts";
import { documentOf } from "./deal-page.ts";
import { chanceText } from "./fan-figure.ts";

/** Minutes of a table in one language, to be printed and signed. Of each party they hold its verdict, and nothing that it keeps private. */
export function renderMinutes(model: DealModel, language: Language): string {
  const page = pageOf(model, language);
  const { deal, say, text } = page;
  const title = `${say("minutes")} · ${text(deal.title)}`;
  const sections = [
    ["present", say("present"), present(page)],
    ["tabled", say("tabled"), tabled(page)],
    ["rule", say("onTable"), onTable(page)],
    ["expects", say("expects"), page.table.outlooks.length > 0 && expects(page)],
    ["verdicts", say("verdicts"), verdicts(page)],
    ["signed", say("signed"), signatures(page)],
  ] as const satisfies readonly (readonly [string, string, Content])[];
  const shown = sections.filter(([, , content]) => content !== false);
  return documentOf(
    page,
    title,
    shown.map(([id, head]) => [id, head] as const),
    [
      h(
        "header",
        { class: "masthead" },
        deal.illustrative && h("p", { class: "illustrative" }, say("illustrative")),
        h("h1", {}, title),
        h(
          "p",
          { class: "dek" },
          `${say("meetingDate")} ____________________ ${say("meetingPlace")} ____________________`,
        ),
      ),
      shown.map(([id, head, content]) => h("section", { id }, h("h2", { class: "section" }, head), content)),
    ],
  );
}

function present({ deal, parties, say, text, title }: Page): Content {
  const { mediator } = deal;
  return h(
    "ul",
    {},
    parties.map((party) => h("li", {}, title(party))),
    mediator !== undefined && h("li", {}, `${say("mediator")} · ${text(mediator.title)}`),
  );
}

function tabled({ deal, say, text, title, draft, language }: Page): Content {
  return h(
    "ul",
    {},
    Object.entries(deal.drafts).map(([name, { by, on }]) => {
      const who =
        by === undefined
          ? undefined
          : by === "mediator" && deal.mediator !== undefined
            ? text(deal.mediator.title)
            : title(by);
      const said = [on, who === undefined ? undefined : say("tabledBy", { by: who })].filter(
        (each) => each !== undefined,
      );
      return h(
        "li",
        {},
        `${draft(name)}${said.length === 0 ? "" : say("inUnit", { unit: said.join(language === "zh" ? "，" : ", ") })}`,
      );
    }),
  );
}

function onTable({ table, text, draft }: Page): Content {
  return [
    h("p", { class: "lead" }, draft(table.draft)),
    h(
      "div",
      { class: "clauses" },
      table.rules.flatMap(({ clauses }) => clauses.map((each) => h("p", {}, text(each.text)))),
    ),
  ];
}

function expects({ table, say, amounts, title }: Page): Content {
  const rows = table.outlooks.map(({ party, mean, low, high, worse }) => [
    title(party),
    amounts.change(mean),
    `${amounts.change(low)} … ${amounts.change(high)}`,
    chanceText(worse),
  ]);
  const head = [say("party"), `${say("mean")}${say("inUnit", { unit: amounts.unit })}`, say("nine"), say("worse")];
  const number = (at: number) => (at > 0 ? "number" : undefined);
  return h(
    "div",
    { class: "table" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((each, at) => h("th", { class: number(at) }, each)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            row.map((each, at) => h("td", { class: number(at) }, each)),
          ),
        ),
      ),
    ),
  );
}

function verdicts({ parties, verdicts: said = {}, say, title }: Page): Content {
  return h(
    "ul",
    {},
    parties.map((party) =>
      h(
        "li",
        {},
        `${title(party)} · ${said[party] === undefined ? say("noVerdict") : say(said[party] ? "accepts" : "refuses")}`,
      ),
    ),
  );
}

function signatures({ deal, parties, title, text }: Page): Content {
  const mediator = deal.mediator === undefined ? [] : [text(deal.mediator.title)];
  return h(
    "div",
    { class: "sides" },
    [...parties.map(title), ...mediator].map((who) => h("p", {}, `${who} ____________________`)),
  );
}
