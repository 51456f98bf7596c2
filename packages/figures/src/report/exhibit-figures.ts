import { findColumn, type MethodResult, type Table, takeRows, type View } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { AnalysisPlan, ExhibitDeclaration, Group } from "@conurb/core/study";
import { filterRows } from "@conurb/core/tables";
import { drawable } from "../drawable.ts";
import { layOut } from "../figure.ts";
import type { FigureContext } from "../scene.ts";
import { withEvidence } from "./evidence.ts";
import type { FigureExhibit } from "./exhibits.ts";
import { withoutLoneGroup } from "./lone-group.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sayIn } from "./words.ts";

/** A ranking and the map beside it fill a row of the page: seven and five of its twelve columns, in pixels. */
const widths: Partial<Record<View["kind"], number>> = { ranking: 534, map: 370 };

const rowHeight = 23;
/** Few rows stand closer on a page than on a screen of their own. */
function rowsAt({ rows }: Table, group: Group | undefined): { readonly height?: number } {
  const count = Math.max(rows, group?.members.length ?? 0);
  return count > 15 ? {} : { height: 60 + rowHeight * count };
}

/** Views in which every cluster gets a picture of its own: ranks, maps and flows do not compare across clusters. */
const byCluster: ReadonlySet<View["kind"]> = new Set(["ranking", "map", "flow", "heatmap"]);

/** A view is known by its kind; where a method has several of one kind, by its table, and its place among those, too. */
export function viewName(view: View, own: readonly View[]): string {
  const alike = own.filter(({ kind }) => kind === view.kind);
  if (alike.length < 2) return view.kind;
  const named = alike.filter(({ table }) => table === view.table);
  const turn = named.indexOf(view);
  return [view.kind, view.table, ...(turn > 0 ? [String(turn + 1)] : [])].join("-");
}

export function rowsOf(table: Table, { where }: ExhibitDeclaration): Table {
  return where === undefined ? table : filterRows(table, where);
}

/** The pictures of one view of a result: one a cluster, where clusters do not compare, and none where there is nothing to draw. */
export function figures(
  view: View,
  result: MethodResult,
  asked: ExhibitDeclaration,
  analysis: AnalysisPlan,
  model: ReportModel,
  names: Names,
  language: Language,
  source: string,
): FigureExhibit[] {
  const { groups } = model.run;
  const shown = result.tables.find(({ name }) => name === view.table);
  const panel = view.kind === "timeline" ? view.panel : undefined;
  const splits = panel !== undefined || (byCluster.has(view.kind) && shown !== undefined && hasPlaces(shown));
  const each = asked.each ?? (splits ? "cluster" : "together");
  const inGroups =
    each === "cluster" && groups.length > 0 ? [...groups, ...panelsBeside(shown, panel, groups, names)] : [undefined];
  const title = asked.title?.[language] ?? view.title?.[language] ?? analysis.title[language];
  const whole = Object.fromEntries(
    result.tables.map((table) => [
      table.name,
      table.name === view.table ? withoutLoneGroup(rowsOf(table, asked)) : rowsBeside(table, asked),
    ]),
  );
  return inGroups.flatMap((group): FigureExhibit[] => {
    const only = (table: Table): Table =>
      panel === undefined || group === undefined || findColumn(table, panel) === undefined
        ? onlyMembers(table, group)
        : filterRows(table, { [panel]: group.id });
    const tables = Object.fromEntries(Object.entries(whole).map(([name, table]) => [name, only(table)]));
    if (rowsFor(view, tables) === 0 || !drawable(view, tables, names.context.places)) return [];
    const part = viewName(view, analysis.method.views as readonly View[]);
    const name = [analysis.name, part, group?.id].filter((each) => each !== undefined).join(".");
    const context: FigureContext = {
      ...names.context,
      labels: withOwn(names.context.labels, names.labelsIn(result.tables)),
      tables,
      whole,
      language,
      title: group === undefined ? title : `${title}${sayIn(language)("colon")}${group.short[language]}`,
      ...(group === undefined ? {} : { members: group.members }),
      ...noteOf(view, result, asked, language),
      ...(source === "" ? {} : { source }),
      flags: withEvidence(
        partialPlaces(tables[view.table] as Table),
        tables[view.table] as Table,
        model.run.plan.study,
        view.kind,
      ),
      ...(view.kind === "ranking" && each === "cluster" ? rowsAt(tables[view.table] as Table, group) : {}),
      ...(each === "cluster" && widths[view.kind] !== undefined ? { width: widths[view.kind] as number } : {}),
      frame: "embedded",
    };
    const of = group === undefined ? {} : { group: group.id };
    return [{ kind: "figure", name, heading: title, ...drawn(view, context), ...of }];
  });
}

/** The picture, and what it takes to have it in another frame or at another size. */
export function drawn(view: View, context: FigureContext): Pick<FigureExhibit, "figure" | "drawing"> {
  const laidOut = layOut(view, context);
  return { figure: laidOut.framed("embedded"), drawing: { view, context, laidOut } };
}

/** Panels of a view that are none of the study's clusters, such as what concerns several of them. */
function panelsBeside(
  shown: Table | undefined,
  panel: string | undefined,
  groups: readonly Group[],
  names: Names,
): readonly Group[] {
  const column = shown === undefined || panel === undefined ? undefined : findColumn(shown, panel);
  if (column?.kind !== "label") return [];
  const known = new Set(groups.map(({ id }) => id));
  const others = [...new Set(column.values)].filter((id) => id !== null && !known.has(id)) as string[];
  return others.map((id) => {
    const title = names.context.labels?.[id]?.title ?? { en: id, zh: id };
    return { id, title, short: title, members: [] };
  });
}

/** The rows that a view's own conditions leave: a picture of none is left out, as is one of a table that the options did not ask for. */
function rowsFor({ table, where }: View, tables: Readonly<Record<string, Table>>): number {
  const shown = tables[table];
  if (shown === undefined) return 0;
  return where === undefined ? shown.rows : filterRows(shown, where).rows;
}

/** The study's own note; and under ranks that were drawn, how many draws they rest on. */
function noteOf(
  { kind }: View,
  { scalars }: MethodResult,
  { note }: ExhibitDeclaration,
  language: Language,
): { readonly note?: string } {
  const { draws } = scalars;
  const drawn = kind === "ranking" && typeof draws === "number" ? [sayIn(language)("draws", { n: draws })] : [];
  const notes = [...drawn, ...(note === undefined ? [] : [note[language]])];
  return notes.length === 0 ? {} : { note: notes.join(language === "en" ? " " : "") };
}

const partly = { en: "scored on part of the indicators.", zh: "仅依据部分指标计分。" };
/** Places whose score rests on part of its weight, as a column `coverage` tells; a panel would need a flag a year. */
function partialPlaces(table: Table): NonNullable<FigureContext["flags"]> {
  const [place, coverage, year] = ["place", "coverage", "year"].map((name) => findColumn(table, name));
  if (place?.kind !== "label" || coverage?.kind !== "number") return {};
  if (year?.kind === "number" && new Set(year.values).size > 1) return {};
  const places = place.values.filter(
    (_, row) => (coverage.values[row] as number) > 0 && (coverage.values[row] as number) < 1,
  );
  return Object.fromEntries(places.map((code) => [String(code), { kind: "partial" as const, note: partly }]));
}

/** Rows of a table beside the one that is shown: conditions on columns that it lacks do not concern it. */
function rowsBeside(table: Table, { where = {} }: ExhibitDeclaration): Table {
  const known = Object.entries(where).filter(([column]) => findColumn(table, column) !== undefined);
  return filterRows(table, Object.fromEntries(known));
}

type Labels = NonNullable<FigureContext["labels"]>;

/** A result's own titles come first: two sets of indicators may call different things by one id. */
function withOwn(all: Labels = {}, own: Labels): Labels {
  const kept = Object.entries(own).map(([code, label]) => {
    const other = Object.hasOwn(all, code) ? all[code] : undefined;
    const short = label.short ?? (other?.title.en === label.title.en ? other.short : undefined);
    return [code, short === undefined ? label : { ...label, short }] as const;
  });
  return { ...all, ...Object.fromEntries(kept) };
}

const placesIn = (table: Table) => ["place", "from", "to"].flatMap((name) => findColumn(table, name) ?? []);
const hasPlaces = (table: Table): boolean => placesIn(table).length > 0;

/** The rows whose places all lie in the group. A table without places is the same for every group. */
function onlyMembers(table: Table, group: Group | undefined): Table {
  const columns = placesIn(table);
  if (group === undefined || columns.length === 0) return table;
  const members = new Set(group.members);
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    columns.every(({ values }) => members.has(String(values[row]))),
  );
  return rows.length === table.rows || rows.length === 0 ? emptied(table, rows) : takeRows(table, rows);
}

function emptied(table: Table, rows: readonly number[]): Table {
  return rows.length === table.rows ? table : takeRows(table, []);
}
