import { findColumn, type Table, takeRows } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { drawFigure } from "../figure.ts";
import type { Exhibit } from "./exhibits.ts";
import { type Html, h, raw } from "./html.ts";
import type { Names } from "./names.ts";
import type { Say } from "./words.ts";

type Drawn = Extract<Exhibit, { kind: "figure" }>;
type Ranking = Drawn & { readonly drawing: { readonly view: { readonly kind: "ranking" } } };

/** Width of a panel beside another, and of one that stands alone; rows that a panel shows before it refers to its figure. */
const [narrowWidth, aloneWidth, mostRows] = [305, 600, 45];

interface Panel {
  readonly html: Html;
  readonly rows: number;
  readonly notes: readonly string[];
}

/** The first ranking of the report once more, small and all clusters at once: tiers, rank intervals and scores. */
export function scoreboard(exhibits: readonly Exhibit[], names: Names, language: Language, say: Say): Html | undefined {
  const rankings = exhibits.filter(
    (each): each is Ranking => each.kind === "figure" && each.drawing.view.kind === "ranking",
  );
  const [first] = rankings;
  if (first === undefined) return undefined;
  const shown = rankings.filter(
    ({ heading, drawing }) => heading === first.heading && drawing.view === first.drawing.view,
  );
  const panels = shown.map((each) => panel(each, shown.length === 1, names, say));
  const notes = [...new Set(panels.flatMap((each) => each.notes))];
  return h(
    "div",
    { class: shown.length === 1 ? "board alone" : "board" },
    h("h2", {}, first.heading),
    h(
      "div",
      { class: "panels" },
      columnsOf(panels).map((column) =>
        h(
          "div",
          {},
          column.map(({ html }) => html),
        ),
      ),
    ),
    notes.length > 0 && h("p", { class: "note" }, notes.join(language === "zh" ? "" : " ")),
  );
}

function panel({ drawing, group }: Ranking, alone: boolean, names: Names, say: Say): Panel {
  const { view, context } = drawing;
  const all = context.tables[view.table] as Table;
  const rank = findColumn(all, view.rank);
  const kept = Array.from({ length: all.rows }, (_, row) => row).filter(
    (row) => !((rank?.values[row] as number) > mostRows),
  );
  const cut = kept.length < all.rows;
  const members = cut ? [] : (context.members ?? []);
  const rows = Math.max(kept.length, members.length);
  const { svg, notes } = drawFigure(view, {
    ...context,
    tables: cut ? { ...context.tables, [view.table]: takeRows(all, kept) } : context.tables,
    members,
    width: alone ? aloneWidth : narrowWidth,
    height: 60 + rows * (rows > 24 ? 16 : 20),
    frame: "embedded",
  });
  const html = h(
    "div",
    { class: "panel" },
    group !== undefined && h("h3", {}, names.group(group)),
    raw(svg),
    cut && h("p", { class: "more" }, say("boardMore", { n: all.rows - kept.length })),
  );
  // a panel marks its places, and the board says once what the mark stands for
  const flags = Object.entries(context.flags ?? {}).flatMap(([code, { note, evidence }]) => [
    ...(note === undefined ? [] : [`† ${note[context.language]}`]),
    ...(evidence === undefined ? [] : [`† ${names.place(code)}${say("colon")}${evidence[context.language]}`]),
  ]);
  return { html, rows, notes: [...notes.filter((note) => !note.startsWith("†")), ...flags] };
}

/** Two columns of much the same height, the first panel on the left. */
function columnsOf(panels: readonly Panel[]): (readonly Panel[])[] {
  if (panels.length < 2) return [panels];
  const heads = 4; // a panel's title and heads of columns are as high as so many rows
  const columns: { panels: Panel[]; rows: number }[] = [
    { panels: [], rows: 0 },
    { panels: [], rows: 0 },
  ];
  for (const each of [...panels].sort((a, b) => b.rows - a.rows)) {
    const shorter = columns.reduce((a, b) => (b.rows < a.rows ? b : a));
    shorter.panels.push(each);
    shorter.rows += each.rows + heads;
  }
  const at = (panel: Panel) => panels.indexOf(panel);
  const sorted = columns.map((column) => column.panels.sort((a, b) => at(a) - at(b)));
  return sorted.sort((a, b) => at(a[0] as Panel) - at(b[0] as Panel));
}
