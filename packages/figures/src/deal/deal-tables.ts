import { type DealNumber, monthText, presets, ratioText, taxSpans, taxWords, yuanText } from "@conurb/core/deal";
import { parseUnit, unitText } from "@conurb/core/units";
import { fixed } from "../format.ts";
import { type Content, type Html, h } from "../report/html.ts";
import type { Page } from "./deal-model.ts";

type Cell = Content;

/** Words of fewer characters are not broken. */
const shortest = 14;

function table(head: readonly Cell[], rows: readonly (readonly Cell[])[], right: readonly boolean[]): Html {
  const cell = (name: "th" | "td") => (content: Cell, at: number) =>
    h(
      name,
      { class: right[at] ? "number" : typeof content === "string" && content.length < shortest ? "short" : undefined },
      content,
    );
  return h(
    "div",
    { class: "table" },
    h(
      "table",
      { class: "money" },
      h("thead", {}, h("tr", {}, head.map(cell("th")))),
      h(
        "tbody",
        {},
        rows.map((row) => h("tr", {}, row.map(cell("td")))),
      ),
    ),
  );
}

/** Mean cash of each party in each year, under the draft and the one that it is compared with. */
export function cashTable({ deal, table: own, against, say, amounts, title, draft }: Page): Html {
  const years = Array.from({ length: deal.years }, (_, year) => year);
  const rows = own.outlooks.flatMap(({ party }, at) =>
    [own, against].flatMap((each) => {
      const outlook = each?.outlooks[at];
      if (each === undefined || outlook === undefined) return [];
      const line = (name: string, values: readonly number[]) => [
        name,
        ...years.map((year) => amounts.change(values[year])),
        amounts.change(values.reduce((sum, value) => sum + value, 0)),
      ];
      return [
        [title(party), ...line(draft(each.draft), outlook.byYear)],
        ["", ...line(say("ofTax"), outlook.sharedByYear)],
      ];
    }),
  );
  const head = [say("party"), say("draft"), ...years.map((year) => String(year + 1)), say("sum")];
  return table(
    head,
    rows,
    head.map((_, at) => at > 1),
  );
}

/** Every group of parties: what it can expect by itself, and what the draft gives it. */
export function walkTable({ result, parties, table: own, say, amounts, title, language }: Page): Html | undefined {
  const { splits } = result;
  if (splits === undefined) return undefined;
  const rows = splits.values.flatMap((alone, mask) => {
    if (mask === 0 || mask === splits.values.length - 1) return [];
    const members = parties.filter((_, at) => (mask >> at) & 1);
    const here = own.outlooks.reduce((sum, { mean }, at) => sum + ((mask >> at) & 1 ? mean : 0), 0);
    const leaves = alone - here > 0.5;
    return [
      [
        members.map(title).join(language === "zh" ? "、" : " + "),
        amounts.change(alone),
        amounts.change(here),
        amounts.change(here - alone),
        h("span", { class: leaves ? "no" : "ok" }, leaves ? `✕ ${say("goes")}` : `✓ ${say("remains")}`),
      ],
    ];
  });
  const unit = say("inUnit", { unit: amounts.unit });
  const head = [
    say("group"),
    `${say("alone")}${unit}`,
    `${say("here")}${unit}`,
    `${say("balance")}${unit}`,
    say("verdict"),
  ];
  return table(head, rows, [false, true, true, true, false]);
}

/** Every number that the deal rests on; what is assumed says so. */
export function numbersTable({ deal, result, say, text, language }: Page): Html {
  const titled = ({ name, kind }: DealNumber) => {
    const declared = kind === "figure" ? deal.figures[name]?.title : deal.assumed[name]?.title;
    return declared === undefined ? name : text(declared);
  };
  const digits = (value: number) => (Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2);
  const short = (value: number) =>
    fixed(value, digits(value)).replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") ? "" : zeros));
  const rows = result.numbers.map((number) => {
    const { kind, from = "", unit, low, middle, high, isDrawn } = number;
    const expr = deal.assumed[number.name]?.expr;
    const where =
      kind === "figure"
        ? h("code", {}, from)
        : h("span", { class: "assumed" }, expr === undefined ? say("assumed") : say("derived", { expr }));
    return [
      titled(number),
      short(middle),
      isDrawn ? `${short(low)} – ${short(high)}` : "",
      unit === "1" ? "" : unitText(parseUnit(unit))[language],
      where,
    ];
  });
  return table([say("number"), say("value"), say("nine"), say("unit"), say("source")], rows, [
    false,
    true,
    true,
    false,
    false,
  ]);
}

/** What has been paid, year by year and to the fen. */
export function settlements({ result, title, say, text }: Page): Html[] {
  return result.settlements.map((settlement) => {
    const { enterprise, rule, qualified, years, cash } = settlement;
    const name = h("h3", {}, `${enterprise} · ${rule}`);
    // with what no year shows: tax before the clock, interest, a grant, what was paid back
    const inAll = h(
      "p",
      {},
      Object.entries(cash)
        .map(([party, fen]) => `${title(party)} ${yuanText(fen)}`)
        .join("; "),
    );
    if (!qualified.holds || years.length === 0)
      return h(
        "div",
        {},
        name,
        qualified.tests.filter(({ holds }) => !holds).map((test) => h("p", {}, text(test.text))),
        inAll,
      );
    const parties = Object.keys(years[0].parts);
    const rows = years.map((year) => [
      `${monthText(year.from)} – ${monthText(year.to)}`,
      yuanText(year.tax),
      ...parties.map((party) => yuanText(year.parts[party])),
      yuanText(year.received),
    ]);
    const head = [say("year", { n: "" }).trim(), say("local"), ...parties.map(title), say("sum")];
    return h(
      "div",
      {},
      name,
      table(
        head,
        rows,
        head.map((_, at) => at > 0),
      ),
      inAll,
    );
  });
}

/** What each town puts into a pool of tax base and has of it, in yuan. */
export function pools({ result, title, say }: Page): Html[] {
  return result.pools.map(({ pooled }) => {
    const rows = pooled.towns.map(({ party, contribution, distribution, net, levy }) => [
      title(party),
      ...[contribution, distribution, net, levy].map(yuanText),
    ]);
    const head = [say("town"), say("into"), say("out"), say("net"), say("levy")];
    const rate = `${(100 * pooled.areaRate).toFixed(2)}%`;
    return h(
      "div",
      {},
      h("p", { class: "lead" }, say("poolDek", { pool: yuanText(pooled.pool), rate })),
      table(
        head,
        rows,
        head.map((_, at) => at > 0),
      ),
    );
  });
}

/** The sources of the rules with what they leave open, and the local part of each tax by date. */
export function sources({ deal, say, text, language }: Page): Html[] {
  const used = [...new Set(Object.values(deal.rules).flatMap(({ preset }) => preset ?? []))];
  const notes = used.map((preset) => {
    const { title, source, open } = presets[preset];
    return h(
      "article",
      {},
      h("h3", {}, text(title)),
      h("p", { class: "cites" }, `${source.text}${say("inUnit", { unit: say(source.checked) })}`),
      h(
        "ul",
        {},
        open.map((each) => h("li", {}, text(each))),
      ),
    );
  });
  const last = taxSpans.filter(({ to }) => to > 0);
  const rows = last.map(({ tax, from, to, local, source }) => [
    taxWords[tax][language],
    monthText(from),
    monthText(to).startsWith("9999") ? "" : monthText(to),
    ratioText(local),
    `${source.text}${say("inUnit", { unit: say(source.checked) })}`,
  ]);
  const head = [say("tax"), say("from"), say("to"), say("local"), say("by")];
  return [
    ...notes,
    h("article", {}, h("h3", {}, say("localShares")), table(head, rows, [false, false, false, true, false])),
  ];
}
