import { findColumn, type MethodResult, type Table, type View } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { type AnalysisPlan, plain } from "@conurb/core/study";
import { drawFigure } from "./figure.ts";
import { creditLine, usesOf } from "./report/credits.ts";
import type { ReportModel } from "./report/model.ts";
import { namesOf } from "./report/names.ts";
import { sayIn } from "./report/words.ts";
import { shownGroup, shownView } from "./shown-view.ts";

/** A page's address taken apart: `/structure/likeness/2?cluster=prd` shows the second view of `likeness`. */
export interface PageAsked {
  readonly screen: string;
  /** After the screen: an analysis, and which of its views from the second on. Empty for the screen's first. */
  readonly view: string;
  readonly query: Readonly<Record<string, string>>;
}

/** What a view's address ends in to answer as a file. */
export const viewEndings = ["csv", "svg", "json"] as const;
export type ViewEnding = (typeof viewEndings)[number];

/** The view at a page's address as a file: the picture, or the rows behind it. Nothing where no analysis of the run has it. */
export function viewFile(model: ReportModel, asked: PageAsked, ending: ViewEnding): string | undefined {
  const found = viewAt(model, asked);
  if (found === undefined) return undefined;
  const { analysis, whole } = found;
  const { query } = asked;
  const language: Language = query.lang === "zh" ? "zh" : "en";
  const view = ofYear(found.view, whole, query.year);
  const names = namesOf(model, language).context;
  const group = query.scope === "all" ? undefined : shownGroup(model.run.groups, query.cluster);
  const selected = [query.place, query.with].filter((code) => code !== undefined);
  const { places = {}, groups = {}, labels = {}, ...drawn } = names;
  const shown = shownView({ whole, view, names: { places, groups, labels, ...drawn }, group, selected, language });
  const source = creditLine(usesOf(analysis, model), model, language, sayIn(language));
  const title = shown.finding ?? analysis.title[language];
  const figure = () =>
    drawFigure(shown.view, {
      ...shown.context,
      language,
      theme: "light",
      width: 760,
      frame: "standalone",
      title,
      source,
    });
  if (ending === "svg") return figure().svg;
  if (ending === "csv") return figure().csv;
  const { method } = analysis;
  const told = { title, analysis: analysis.name, method: method.id, version: method.version, key: found.key, source };
  return `${JSON.stringify(plain({ ...told, view, rows: rowsOf(shown.table, view) }), undefined, 2)}\n`;
}

interface Found {
  readonly analysis: AnalysisPlan;
  readonly view: View;
  readonly whole: MethodResult;
  readonly key: string;
}

/** By its name in the address, or by `of`; a scoreboard without either shows the first ranking. */
function viewAt({ run }: ReportModel, { screen, view, query }: PageAsked): Found | undefined {
  const [name = "", number = "1"] = view === "" ? [query.of] : view.split("/");
  for (const analysis of run.plan.analyses) {
    const outcome = run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) continue;
    const views = analysis.method.views as readonly View[];
    const isRanking = screen === "scoreboard" && name === "" && views.some(({ kind }) => kind === "ranking");
    if (analysis.name !== name && !isRanking) continue;
    const chosen = screen === "scoreboard" ? views.find(({ kind }) => kind === "ranking") : views[Number(number) - 1];
    return chosen && { analysis, view: chosen, whole: outcome.result, key: outcome.key };
  }
  return undefined;
}

/** The year of the address, where the table has it. */
function ofYear(view: View, { tables }: MethodResult, asked: string | undefined): View {
  const table = tables.find(({ name }) => name === view.table);
  const years = table && findColumn(table, "year");
  const year = Number(asked);
  if (asked === undefined || years?.kind !== "number" || !years.values.includes(year)) return view;
  return { ...view, where: { ...view.where, year } };
}

/** Rows as objects, of the year shown. */
function rowsOf(table: Table | undefined, { where = {} }: View): Record<string, unknown>[] {
  if (table === undefined) return [];
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, values }) => [name, values[row]])),
  ).filter((row) => Object.entries(where).every(([name, value]) => row[name] === value));
}
