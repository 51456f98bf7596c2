import { sentence } from "@conurb/core/contract";
import { type DraftOutcome, inYuan, mostSplit } from "@conurb/core/deal";
import type { Language } from "@conurb/core/language";
import { type Content, type Html, h, raw, write } from "../report/html.ts";
import { onPaper } from "../report/print.ts";
import { style } from "../report/style.ts";
import type { Markup } from "../svg.ts";
import { amountsIn, counted } from "./amounts.ts";
import { confidenceOf, type DealModel, type Page, pageOf, percentText } from "./deal-model.ts";
import { dealStyle } from "./deal-style.ts";
import {
  bets,
  books,
  cashTable,
  countedTables,
  numbersTable,
  pools,
  settlements,
  sources,
  walkTable,
} from "./deal-tables.ts";
import { chanceText, type FanParty, fanFigure, worseFigure } from "./fan-figure.ts";
import { gameSection } from "./game-section.ts";
import { mapFigure } from "./map-figure.ts";
import { notesSection } from "./notes-section.ts";
import { coreFigure, splitFigure } from "./split-figure.ts";

export type { DealModel } from "./deal-model.ts";

/** The page of a deal in one language: one HTML file that needs nothing else. */
export function renderDeal(model: DealModel, language: Language): string {
  const page = pageOf(model, language);
  const { deal, say, text } = page;
  const sections = [
    ["rule", say("rule"), ruleSection(page)],
    ["notes", say("notes"), notesSection(page)],
    ["fans", say("fans"), fanSection(page)],
    ["map", say("map"), mapSection(page)],
    ["splits", say("walk"), splitSection(page)],
    ["arguments", say("arguments"), argumentSection(page)],
    [
      "cash",
      say("cash"),
      page.table.outlooks.length > 0 && [
        h("p", { class: "lead" }, say("cashDek", { unit: page.amounts.unit })),
        cashTable(page),
      ],
    ],
    [
      "counted",
      say("counted"),
      page.table.counted.length > 0 && [h("p", { class: "lead" }, say("countedDek")), countedTables(page)],
    ],
    ["games", say("games"), gameSection(page)],
    ["pools", say("pool"), page.result.pools.length > 0 && pools(page)],
    ["settled", say("settled"), page.result.settlements.length > 0 && settlements(page)],
    ["bets", say("bets"), page.result.bets.length > 0 && [h("p", { class: "lead" }, say("betsDek")), bets(page)]],
    ["books", say("books"), page.result.ledger.length > 0 && [h("p", { class: "lead" }, say("booksDek")), books(page)]],
    [
      "numbers",
      say("numbers"),
      page.result.numbers.length > 0 && [h("p", { class: "lead" }, say("numbersDek")), numbersTable(page)],
    ],
    ["sources", say("sources"), sources(page)],
    ["provenance", say("provenance"), provenance(page)],
  ] as const satisfies readonly (readonly [string, string, Content])[];
  const shown = sections.filter(([, , content]) => content !== false && content !== undefined);
  const body = [
    h(
      "header",
      { class: "masthead" },
      deal.illustrative && h("p", { class: "illustrative" }, say("illustrative")),
      h("h1", {}, headline(page)),
      h("p", { class: "byline" }, text(deal.title)),
      deal.lead !== undefined && h("p", { class: "dek" }, text(deal.lead)),
      page.table.outlooks.length > 0 &&
        h(
          "p",
          { class: "dek" },
          say("dek", {
            years: deal.years,
            discount: String(deal.discount),
            draws: String(page.result.draws),
            seed: String(deal.seed),
          }),
        ),
    ),
    shown.map(([id, head, content]) => h("section", { id }, h("h2", { class: "section" }, head), content)),
    h("footer", {}, `${say("deal")} · ${text(deal.title)}`),
  ];
  return documentOf(
    page,
    text(deal.title),
    shown.map(([id, head]) => [id, head] as const),
    body,
  );
}

export function documentOf(
  { language, say, result }: Page,
  title: string,
  contents: readonly (readonly [string, string])[],
  body: Content,
): string {
  const html = h(
    "html",
    { lang: language === "zh" ? "zh-CN" : "en" },
    h(
      "head",
      {},
      h("meta", { charset: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", {}, title),
      h(
        "style",
        {},
        raw(
          style +
            dealStyle +
            onPaper(
              title,
              say("foot", { draft: result.table, draws: result.draws, seed: String(result.seed) }),
              language,
            ),
        ),
      ),
    ),
    h(
      "body",
      {},
      h("a", { class: "skip", href: "#deal" }, say("skip")),
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
        h("main", { id: "deal" }, body),
      ),
    ),
  );
  return `<!doctype html>\n${write(html)}\n`;
}

/** The finding, bound to numbers; of a deal without draws its title. */
function headline(page: Page): string {
  const { table, against, deal, say, text, title } = page;
  if (table.outlooks.length === 0) return text(deal.title);
  const named = ({ draft }: DraftOutcome) => text(deal.drafts[draft].title);
  const worst = ({ outlooks }: DraftOutcome) =>
    outlooks.reduce((most, each) => (each.worse > most.worse ? each : most));
  const last = title(worst(table).party);
  const after = Math.round(100 * worst(table).worse);
  if (against === undefined) return say("headlineOne", { table: named(table), worst: last, after });
  const before = worst(against);
  return say("headlineTwo", {
    against: named(against),
    table: table.draft,
    worst: title(before.party),
    before: Math.round(100 * before.worse),
    last,
    after,
  });
}

function figure(title: string, dek: string, drawing: Markup, note?: Content): Html {
  return h(
    "figure",
    { class: "plain" },
    h("figcaption", {}, h("h3", {}, title), h("p", {}, dek)),
    h("div", { class: "figure" }, raw(drawing.markup)),
    note,
  );
}

/** The draft's rules clause by clause; what the draft compared with does not say, or says otherwise, is marked. */
function ruleSection(page: Page): Content {
  const { table, against, deal, say, text } = page;
  const known = new Set(against?.rules.flatMap(({ clauses }) => clauses.map((each) => text(each.text))));
  const lead =
    against === undefined
      ? say("ruleAlone", { draft: table.draft, title: text(deal.drafts[table.draft].title) })
      : say("ruleLead", { draft: table.draft, title: text(deal.drafts[table.draft].title), against: against.draft });
  const clauses = ({ rules }: DraftOutcome, mark: boolean) =>
    rules.flatMap((rule) =>
      rule.clauses.map((each) => {
        const told = text(each.text);
        return h("p", {}, h("span", { class: mark && !known.has(told) ? "changed" : undefined }, told));
      }),
    );
  return [
    h("p", { class: "lead" }, lead),
    h("div", { class: "clauses" }, clauses(table, against !== undefined)),
    against !== undefined && [
      h("h3", {}, say("compared", { against: page.draft(against.draft) })),
      h("div", { class: "clauses other" }, clauses(against, false)),
    ],
  ];
}

function fanSection(page: Page): Content {
  // beside what parties have, interest is small
  const inOwnUnit = (amount: number) => amountsIn(page.deal.currency, [amount], page.language).full(amount);
  const { table, against, say, title, amounts } = page;
  if (table.outlooks.length === 0) return false;
  const parties = table.outlooks.map(
    (own, at): FanParty => ({ title: title(own.party), own, other: against?.outlooks[at] }),
  );
  const names = { own: table.draft, other: against?.draft ?? "" };
  const dek = against === undefined ? say("fansDekAlone") : say("fansDek", { against: against.draft });
  return [
    figure(
      `${page.draft(table.draft)}${say("inUnit", { unit: amounts.unit })}`,
      dek,
      fanFigure(parties, names, amounts, say),
    ),
    figure(say("worse"), "", worseFigure(parties, names, 1 - confidenceOf(page), say)),
    table.below.map(({ enterprise, share }) =>
      h("p", { class: "note" }, say("below", { enterprise: page.enterprise(enterprise), share: chanceText(share) })),
    ),
    table.reached !== undefined && h("p", { class: "note" }, say("reached", { share: chanceText(table.reached) })),
    table.applied.flatMap(({ enterprise, rule, delay }) => {
      if (delay === undefined) return [];
      const told = { enterprise: page.enterprise(enterprise), rule: page.rule(rule) };
      return h(
        "p",
        { class: "note" },
        delay.isPlanned ? say("delayPlanned", { ...told, amount: inOwnUnit(delay.interest) }) : say("delayNone", told),
      );
    }),
  ];
}

function mapSection(page: Page): Content {
  const { result, say } = page;
  const { map, seek } = result;
  if (map === undefined) return false;
  const confidence = confidenceOf(page);
  const label = say("mapDek", { draws: String(map.draws), limit: percentText(1 - confidence) });
  return [
    figure(page.draft(page.table.draft), label, mapFigure(map, confidence, say("map"), say)),
    seek !== undefined && h("p", { class: "lead" }, h("b", {}, `${say("seek")} `), seekText(page)),
  ];
}

function seekText({ result, deal, say, title, parties }: Page): string {
  const { seek } = result;
  if (seek === undefined) return "";
  const { now, found, trials } = seek;
  const draft = deal.seek?.draft ?? result.table;
  const values = {
    draft,
    clause: say(`clause.${seek.clause}`),
    now: now.value,
    confidence: percentText(seek.confidence),
  };
  if (found !== undefined)
    return say(found.value === now.value ? "seekNow" : "seekFound", { ...values, found: found.value });
  const worst = (worse: readonly number[]) => Math.max(...worse);
  const best = trials.reduce((least, each) => (worst(each.worse) < worst(least.worse) ? each : least), now);
  return say("seekNone", {
    ...values,
    best: best.value,
    party: title(parties[best.worse.indexOf(worst(best.worse))]),
    worse: chanceText(worst(best.worse)),
  });
}

function splitSection(page: Page): Content {
  const { result, table, say, title, parties, amounts, language } = page;
  const { splits } = result;
  if (splits === undefined)
    return (
      parties.length > mostSplit &&
      table.outlooks.length > 0 &&
      h("p", { class: "lead" }, say("walkMany", { parties: parties.length, most: mostSplit }))
    );
  const titles = parties.map(title);
  const granted = inYuan(-table.conserved.outside) / result.draws;
  const core = coreFigure(splits, titles, language, say("core"));
  return [
    h("p", { class: "lead" }, say("walkDek")),
    walkTable(page),
    granted > 0 && h("p", { class: "note" }, say("walkGrants", { amount: amounts.full(granted) })),
    splits.warnings.map((warning) => h("p", { class: "note" }, warning.text[language])),
    h(
      "div",
      { class: "shares" },
      figure(
        say("splits", { total: amounts.full(splits.total) }),
        `${say("splitsDek")}${say("inUnit", { unit: amounts.unit })}`,
        splitFigure(splits, titles, parties, amounts, language, say),
      ),
      core !== undefined && figure(say("core"), say("coreDek"), core),
    ),
    splits.isCoreEmpty
      ? h("p", { class: "note" }, say("coreEmpty"))
      : h(
          "p",
          { class: "note" },
          splits.ranges
            .map(({ party, low, high }) =>
              say("ranges", { party: title(party), low: amounts.full(low), high: amounts.full(high) }),
            )
            .join(" "),
        ),
  ];
}

function argumentSection(page: Page): Content {
  const { table, language, wording, say, title } = page;
  if (table.arguments.length === 0) return false;
  const listed = (list: (typeof table.arguments)[number]["for"]) =>
    h(
      "ul",
      {},
      list.map((each) => h("li", {}, sentence(each, language, wording))),
    );
  return h(
    "div",
    { class: "sides" },
    table.arguments.map((each) =>
      h(
        "div",
        {},
        h("h3", {}, title(each.party)),
        h("h4", {}, say("pro")),
        listed(each.for),
        h("h4", {}, say("con")),
        listed(each.against),
      ),
    ),
  );
}

function provenance({ pins, table, say, deal }: Page): Content {
  const { collected, total, outside } = table.conserved;
  const grant = outside < 0n ? say("fromOutside", { amount: counted(-outside) }) : "";
  const listed = Object.entries(pins).map(([name, hash]) => `${name} ${hash.slice(0, 12)}`);
  return [
    h("p", {}, listed.length === 0 ? say("noPins") : say("pins", { pins: listed.join(", ") })),
    collected !== 0n &&
      h("p", {}, say("conserved", { collected: counted(collected), total: counted(total), outside: grant })),
    deal.illustrative && h("p", { class: "illustrative" }, say("illustrative")),
  ];
}
