import { sentence, type Table, type ViewOf } from "@conurb/core/contract";
import { amountTitle, evolutionaryFindings, evolutionaryTables, type PlayedGame } from "@conurb/core/deal";
import evolutionary from "@conurb/core/game/evolutionary";
import type { Text } from "@conurb/core/language";
import { drawFigure } from "../figure.ts";
import { fixed } from "../format.ts";
import { type Content, type Html, h, raw } from "../report/html.ts";
import type { Page } from "./deal-model.ts";
import { table } from "./deal-tables.ts";

/** Games around the deal: what the payoffs are and where they are from, the portrait, where play rests and how firmly. */
export function gameSection(page: Page): Content {
  const { result } = page;
  return result.games.length > 0 && result.games.map((game) => oneGame(game, page));
}

function oneGame(game: PlayedGame, page: Page): Html {
  const { language, say, text, deal } = page;
  const { result, unit, draft } = game;
  const tables = Object.fromEntries(evolutionaryTables(result, unit).map((each) => [each.name, each]));
  const labels = called(Object.values(tables));
  const drawn = evolutionary.views
    .filter(({ kind, table: name }) => kind !== "bars" && tables[name] !== undefined)
    .map((view) => {
      // what is varied stands on the axis in the words of the game
      const { svg, notes, title, dek } = drawFigure(view as ViewOf<"phase-portrait">, {
        tables,
        labels,
        language,
        frame: "embedded",
        illustrative: false,
      });
      return h(
        "figure",
        { class: "plain" },
        h("figcaption", {}, h("h3", {}, title), dek !== "" && h("p", {}, dek)),
        h("div", { class: "figure" }, raw(svg)),
        notes.map((note) => h("p", { class: "note" }, note)),
      );
    });
  const from =
    draft === undefined
      ? say("gameDek", { unit: page.unit(unit) })
      : say("gameDekDraft", { unit: page.unit(unit), draft: page.draft(draft) });
  const { note } = deal.games[game.game];
  return h(
    "article",
    { class: "game" },
    h("h3", {}, text(game.title)),
    h("p", { class: "lead" }, from),
    note !== undefined && h("p", {}, text(note)),
    h(
      "ul",
      { class: "said" },
      evolutionaryFindings(result).map((each) => h("li", {}, sentence(each, language))),
    ),
    (result.warnings ?? []).map((each) => h("p", { class: "note" }, sentence(each, language))),
    h("div", { class: "shares" }, drawn),
    h("h4", {}, say("restPoints")),
    restTable(game, tables["equilibria"], page),
    h("h4", {}, say("payoffs")),
    payoffTable(game, page),
    h("h4", {}, say("amounts")),
    amountTable(game, page),
  );
}

/** What codes are called, from the columns that stand beside them. */
function called(tables: readonly Table[]): Record<string, { readonly title: Text }> {
  const found: Record<string, { title: Text }> = {};
  for (const { columns } of tables)
    for (const column of columns) {
      if (column.kind !== "label") continue;
      const words = (language: string) => columns.find(({ name }) => name === `${column.name}_${language}`);
      const [en, zh] = [words("en"), words("zh")];
      if (en?.kind !== "label" || zh?.kind !== "label") continue;
      column.values.forEach((code, row) => {
        if (code !== null) found[code] = { title: { en: en.values[row] ?? code, zh: zh.values[row] ?? code } };
      });
    }
  return found;
}

function restTable({ result, unit }: PlayedGame, rests: Table | undefined, page: Page): Html | undefined {
  if (rests === undefined) return undefined;
  const { language, say, text } = page;
  const words = (name: string) => rests.columns.find((column) => column.name === `${name}_${language}`)?.values ?? [];
  const [points, stabilities] = [words("equilibrium"), words("stability")];
  const rows = result.points.map(({ shares, eigenvalues }, row) => [
    String(points[row]),
    ...shares.map((share) => fixed(share, 2)),
    String(stabilities[row]),
    eigenvalues.map(({ real, imaginary }) => complex(real, imaginary)).join(language === "zh" ? "，" : ", "),
  ]);
  const head = [
    say("restPoint"),
    ...result.players.map(({ place, first }) =>
      say("plays", { party: text(place.words), strategy: text(first.words) }),
    ),
    say("stability"),
    `${say("eigenvalues")}${say("inUnit", { unit: page.unit(unit) })}`,
  ];
  return table(
    head,
    rows,
    head.map((_, at) => at > 0 && at <= result.players.length),
  );
}

function complex(real: number, imaginary: number): string {
  if (imaginary === 0) return fixed(real, 2);
  return `${fixed(real, 2)} ${imaginary < 0 ? "−" : "+"} ${fixed(Math.abs(imaginary), 2)}i`;
}

/** A row a combination of strategies: who gets what. */
function payoffTable({ payoffs: game, unit }: PlayedGame, page: Page): Html {
  const { say, text } = page;
  const { players, payoffs } = game;
  const profiles = Array.from({ length: 2 ** players.length }, (_, at) => 2 ** players.length - 1 - at);
  const rows = profiles.map((profile) => [
    ...players.map(({ first, second }, at) => text(((profile >> at) & 1 ? first : second).words)),
    ...payoffs.map((own) => fixed(own[profile], 1)),
  ]);
  const head = [
    ...players.map(({ place }) => text(place.words)),
    ...players.map(
      ({ place }) => `${say("payoffOf", { party: text(place.words) })}${say("inUnit", { unit: page.unit(unit) })}`,
    ),
  ];
  return table(
    head,
    rows,
    head.map((_, at) => at >= players.length),
  );
}

function amountTable({ amounts, result, draft, unit }: PlayedGame, page: Page): Html {
  const { say, text, deal } = page;
  const rows = amounts.map(({ parameter, written, value }) => {
    const isChance = parameter === "detection";
    const where =
      draft !== undefined && written === draft && parameter.startsWith("benefits")
        ? h("span", {}, say("fromDraft", { draft: page.draft(draft) }))
        : Object.hasOwn(deal.figures, written)
          ? h("code", {}, deal.figures[written].from)
          : h(
              "span",
              { class: "assumed" },
              Number.isNaN(Number(written)) ? say("derived", { expr: written }) : say("assumed"),
            );
    return [
      text(amountTitle(parameter, result.players)),
      fixed(value, isChance ? 2 : 1),
      isChance ? "" : page.unit(unit),
      where,
    ];
  });
  return table([say("number"), say("value"), say("unit"), say("source")], rows, [false, true, false, false]);
}
