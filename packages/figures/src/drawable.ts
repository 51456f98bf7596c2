import { findColumn, type Table, type View } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";
import type { FigureContext } from "./scene.ts";

/**
 * The table that a picture shows has to be there, with the intervals that it draws. A map needs to know where at least two of its
 * places lie, a trend two years with figures, and any picture a figure.
 */
export function drawable(
  view: View,
  tables: Readonly<Record<string, Table>>,
  places: FigureContext["places"] = {},
): boolean {
  const table = tables[view.table];
  if (table === undefined || lacksEnds(view, table)) return false;
  if (view.kind === "trend") return yearsIn(view, table) > 1;
  if ("value" in view && !hasFigures(shownBy(view, tables), view.value)) return false;
  if (view.kind !== "map" && view.kind !== "flow") return true;
  const columns = view.kind === "map" ? [view.place] : [view.from, view.to];
  const codes = columns.flatMap((name) => [...(findColumn(table, name)?.values ?? [])]);
  const located = new Set(codes.filter((code) => places[String(code)]?.lon !== undefined));
  return located.size > 1;
}

/** Intervals come with some options alone: without them the picture says what another says already. */
function lacksEnds(view: View, table: Table): boolean {
  const { low, high } = view as { readonly low?: string; readonly high?: string };
  return [low, high].some((name) => name !== undefined && findColumn(table, name) === undefined);
}

function shownBy({ table, where }: View, tables: Readonly<Record<string, Table>>): Table | undefined {
  const whole = tables[table];
  return whole === undefined || where === undefined ? whole : filterRows(whole, where);
}

function hasFigures(table: Table | undefined, name: string): boolean {
  const column = table === undefined ? undefined : findColumn(table, name);
  return column?.kind !== "number" || column.values.some(Number.isFinite);
}

function yearsIn({ time, value, where }: Extract<View, { kind: "trend" }>, table: Table): number {
  const shown = where === undefined ? table : filterRows(table, where);
  const [years, values] = [findColumn(shown, time), findColumn(shown, value)];
  if (years?.kind !== "number" || values?.kind !== "number") return 0;
  return new Set(years.values.filter((_, row) => Number.isFinite(values.values[row]))).size;
}
