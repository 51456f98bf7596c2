import { findColumn, type MethodResult, type Table, takeRows, type View } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { FigureContext } from "./scene.ts";

/** What a study calls places, groups and other codes. */
export type StudyNames = Required<Pick<FigureContext, "places" | "groups" | "labels">> & Pick<FigureContext, "shapes">;

type Labels = Record<string, { title: Text; short?: Text }>;

/** What a result's figures need: its tables, and the study's names beside those that the tables tell themselves. */
export function resultContext(
  result: MethodResult,
  { places, groups, labels, ...drawn }: StudyNames,
): Omit<FigureContext, "language" | "theme" | "width"> {
  const own: Labels = {};
  for (const table of result.tables) labelsIn(table, own);
  for (const [code, label] of Object.entries(own)) {
    const known = Object.hasOwn(labels, code) ? labels[code] : undefined;
    if (known?.short !== undefined && known.title.en === label.title.en) own[code] = { ...label, short: known.short };
  }
  const tables = Object.fromEntries(result.tables.map((table) => [table.name, table]));
  return { places, groups, labels: { ...labels, ...own }, ...drawn, tables, whole: tables };
}

/** Titles of codes as a table tells them: a label column `x` beside `x_en` and `x_zh`. */
function labelsIn(table: Table, into: Labels): void {
  for (const column of table.columns) {
    const [en, zh] = [findColumn(table, `${column.name}_en`), findColumn(table, `${column.name}_zh`)];
    if (column.kind !== "label" || en === undefined || zh === undefined) continue;
    column.values.forEach((code, row) => {
      if (code === null || Object.hasOwn(into, code)) return;
      into[code] = { title: { en: String(en.values[row] ?? code), zh: String(zh.values[row] ?? code) } };
    });
  }
}

/** The cluster that is looked at: its id stands in columns of clusters, its members in columns of places. */
export interface ShownCluster {
  readonly id: string;
  readonly members: readonly string[];
}

/**
 * The result with the rows whose places all lie among the cluster's members, and those that are about the cluster itself, as the
 * policies of its own. What is about neither, such as provinces, leaves less than two rows for the view: it is handed back whole.
 */
export function partShown(result: MethodResult, view: View, cluster: ShownCluster | undefined): MethodResult {
  if (cluster === undefined) return result;
  const inside = new Set(cluster.members);
  const tables = result.tables.map((table) => keepRows(table, inside, cluster.id));
  const left = tables.find(({ name }) => name === view.table)?.rows ?? 0;
  return left > 1 ? { ...result, tables } : result;
}

function keepRows(table: Table, inside: ReadonlySet<string>, cluster: string): Table {
  const places = ["place", "from", "to", "other"].flatMap((name) => findColumn(table, name) ?? []);
  const clusters = places.length > 0 ? [] : ["scope"].flatMap((name) => findColumn(table, name) ?? []);
  if (places.length + clusters.length === 0) return table;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) =>
      places.every(({ values }) => inside.has(String(values[row]))) &&
      clusters.every(({ values }) => values[row] === cluster),
  );
  return takeRows(table, rows);
}

/** A view of a part without what is told of the whole alone: into what all inequality falls apart is no matter of one cluster. */
export function viewOfPart(view: View, whole: MethodResult, part: MethodResult): View {
  if (view.kind !== "lorenz" || view.parts === undefined) return view;
  const { parts, ...rest } = view;
  const tableOf = ({ tables }: MethodResult) => tables.find(({ name }) => name === parts.table);
  return part !== whole && tableOf(part) === tableOf(whole) ? rest : view;
}
