import {
  type DealNumber,
  entryWords,
  type Fen,
  monthText,
  type Preset,
  presets,
  ratioText,
  type Settlement,
  type Source,
  statisticNames,
  taxSpans,
  taxWords,
} from "@conurb/core/deal";
import { same } from "@conurb/core/language";
import { fixed } from "../format.ts";
import { type Content, type Html, h } from "../report/html.ts";
import { counted } from "./amounts.ts";
import type { Page } from "./deal-model.ts";

type Cell = Content;

/** Words of fewer characters are not broken. */
const shortest = 14;

export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[], right: readonly boolean[]): Html {
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
export function numbersTable({ deal, result, say, text, unit: unitOf }: Page): Html {
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
    return [titled(number), short(middle), isDrawn ? `${short(low)} – ${short(high)}` : "", unitOf(unit), where];
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
export function settlements(page: Page): Html[] {
  const { result, title, say, text } = page;
  return result.settlements.map((settlement) => {
    const { enterprise, rule, qualified, years, cash, ending } = settlement;
    const name = h("h3", {}, `${page.enterprise(enterprise)} · ${page.rule(rule)}`);
    const inAll = cashLine(cash, page);
    const assumed = settlement.assumed.map((each) => h("p", { class: "note" }, text(each)));
    if (!qualified.holds || years.length === 0)
      return h(
        "div",
        {},
        name,
        qualified.tests.filter(({ holds }) => !holds).map((test) => h("p", {}, text(test.text))),
        inAll,
        assumed,
      );
    const parties = Object.keys(years[0].parts);
    const rows = years.map((year) => [
      `${monthText(year.from)} – ${monthText(year.to)}`,
      counted(year.tax),
      ...parties.map((party) => counted(year.parts[party])),
      counted(year.received),
    ]);
    const head = [say("sharingYear"), say("local"), ...parties.map(title), say("received")];
    return h(
      "div",
      {},
      name,
      table(
        head,
        rows,
        head.map((_, at) => at > 0),
      ),
      h(
        "ul",
        { class: "said" },
        [say("ending", { ending }), ...beside(settlement, page)].map((line) => h("li", {}, line)),
      ),
      inAll,
      assumed,
    );
  });
}

/** What a year of sharing does not show: tax before the clock, interest, a grant, what was paid back. */
function beside({ before, entries }: Settlement, { say, title, text }: Page): string[] {
  const others = entries.filter(({ clause, amount }) => clause !== "tax" && clause !== "share" && amount > 0n);
  return [
    ...(before === 0n ? [] : [say("beforeClock", { amount: counted(before) })]),
    ...others.map(({ on, clause, party, other = "", amount }) =>
      say("entry", {
        month: monthText(on),
        clause: text(entryWords[clause]),
        payer: title(other),
        payee: title(party),
        amount: counted(amount),
      }),
    ),
  ];
}

/** What is owed by a measured index, year by year, in whose favour and why. */
export function bets({ result, title, say, deal, text, rule: ruleTitle }: Page): Html[] {
  return result.bets.map(({ rule, threshold, years, cash }) => {
    const sources = new Map(deal.rules[rule]?.bet?.measured?.map(({ year, source }) => [year, source]));
    const rows = years.map(({ year, index, compared, isKept, payer, payee, amount, by, written }) => {
      const source = sources.get(year);
      const from =
        by === "reckoned"
          ? h("code", {}, deal.figures[written]?.from ?? written)
          : source === undefined
            ? say("observed")
            : text(source);
      return [
        String(year),
        index === compared ? String(index) : say("rounded", { index: String(index), compared: String(compared) }),
        say(isKept ? "indexKept" : "indexMissed", { threshold: String(threshold) }),
        say("pays", { payer: title(payer), payee: title(payee) }),
        counted(amount),
        from,
      ];
    });
    const head = [say("calendarYear"), say("index"), say("why"), say("whoPays"), say("amountHead"), say("source")];
    return h(
      "div",
      {},
      h("h3", {}, ruleTitle(rule)),
      table(head, rows, [false, true, false, false, true, false]),
      cashLine(cash, { title, say }),
    );
  });
}

/** Output, energy, emissions and land, year by year where they are counted; a sum only of what adds up over years. */
export function countedTables({
  table: own,
  deal,
  title,
  text,
  say,
  unit: unitOf,
  enterprise: nameOf,
}: Page): Html | undefined {
  if (own.counted.length === 0) return undefined;
  const rows = own.counted.flatMap(({ enterprise, statistic, unit, parties }) =>
    parties.map(({ party, byYear, sum }, at) => {
      const digits = Math.max(...byYear) >= 100 ? 0 : Math.max(...byYear) >= 1 ? 1 : 3;
      return [
        at === 0
          ? `${nameOf(enterprise)} · ${text(statisticNames[statistic])}${say("inUnit", { unit: unitOf(unit) })}`
          : "",
        title(party),
        ...byYear.map((amount) => fixed(amount, digits)),
        sum === undefined ? say("noSum") : fixed(sum, digits),
      ];
    }),
  );
  const head = [
    say("statistic"),
    say("party"),
    ...Array.from({ length: deal.years }, (_, year) => String(year + 1)),
    say("sum"),
  ];
  return table(
    head,
    rows,
    head.map((_, at) => at > 1),
  );
}

/** Each party's books: every movement of money with its running balance. */
export function books({ result, parties, title, text, say, rule: ruleTitle, enterprise: nameOf }: Page): Html[] {
  const named = [...new Set([...parties, ...result.ledger.map(({ party }) => party)])];
  return named.flatMap((party) => {
    const own = result.ledger.filter((line) => line.party === party);
    if (own.length === 0) return [];
    const rows = own.map(({ on, clause, enterprise, rule, other, amount, balance }) => {
      return [
        on,
        text(entryWords[clause]),
        enterprise === undefined ? ruleTitle(rule) : nameOf(enterprise),
        other === undefined ? "" : title(other),
        counted(amount),
        counted(balance),
      ];
    });
    const head = [say("month"), say("clause"), say("of"), say("other"), say("amountHead"), say("balanceHead")];
    return [h("div", {}, h("h3", {}, title(party)), table(head, rows, [false, false, false, false, true, true]))];
  });
}

const cashLine = (cash: Readonly<Record<string, Fen>>, { title, say }: Pick<Page, "title" | "say">): Html =>
  h(
    "p",
    {},
    h("b", {}, `${say("inAll")} `),
    Object.entries(cash)
      .map(([party, fen]) => `${title(party)} ${counted(fen)}`)
      .join("; "),
  );

/** What each town puts into a pool of tax base and has of it. */
export function pools({ result, title, say }: Page): Html[] {
  return result.pools.map(({ pooled }) => {
    const rows = pooled.towns.map(({ party, contribution, distribution, net, levy }) => [
      title(party),
      ...[contribution, distribution, net, levy].map(counted),
    ]);
    const head = [say("town"), say("into"), say("out"), say("net"), say("levy")];
    const rate = `${(100 * pooled.areaRate).toFixed(2)}%`;
    return h(
      "div",
      {},
      h("p", { class: "lead" }, say("poolDek", { pool: counted(pooled.pool), rate })),
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
  const cited = ({ text: of, checked }: Source) =>
    `${text(of)}${checked === undefined ? "" : say("inUnit", { unit: say(checked) })}`;
  const used = new Set(Object.values(deal.rules).flatMap(({ preset }) => preset ?? []));
  const known: Pick<Preset, "title" | "source" | "open">[] = [...used].map((preset) => presets[preset]);
  const own = Object.entries(deal.rules).flatMap(([name, { title = same(name), source }]) =>
    source === undefined ? [] : [{ title, source: { text: source }, open: [] }],
  );
  const notes = [...known, ...own].map(({ title, source, open }) =>
    h(
      "article",
      {},
      h("h3", {}, text(title)),
      h("p", { class: "cites" }, cited(source)),
      ...(open.length === 0
        ? []
        : [
            h(
              "ul",
              {},
              open.map((each) => h("li", {}, text(each))),
            ),
          ]),
    ),
  );
  // where no tax is shared, its local part is of no interest
  if (Object.keys(deal.enterprises).length === 0) return notes;
  const rows = taxSpans.map(({ tax, from, to, local, source }) => [
    taxWords[tax][language],
    monthText(from),
    monthText(to).startsWith("9999") ? "" : monthText(to),
    ratioText(local),
    cited(source),
  ]);
  const head = [say("tax"), say("from"), say("to"), say("local"), say("by")];
  return [
    ...notes,
    h("article", {}, h("h3", {}, say("localShares")), table(head, rows, [false, false, false, true, false])),
  ];
}
