import { findColumn, type View, type ViewKind } from "@conurb/core/contract";
import { tableToCsv } from "@conurb/core/tables";
import type { Draw, Drawing, Seams } from "./drawing.ts";
import { frame } from "./frame.ts";
import { newestYear } from "./newest-year.ts";
import { type FigureContext, type Frame, makeScene, type Scene } from "./scene.ts";

/** A picture with everything that a page or an export needs around it. */
export interface Figure {
  readonly kind: ViewKind;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly dek: string;
  readonly description: string;
  /** Already inside the picture when standalone; to be printed under it when embedded. */
  readonly notes: readonly string[];
  readonly source: string;
  /** The table behind, raw units. */
  readonly csv: string;
  /** Where a picture that is embedded may be parted. */
  readonly seams?: Seams;
}

/** A view that has been laid out and has no frame yet: a page and a file that stands alone share the work. */
export interface LaidOut {
  framed(kind: Frame): Figure;
}

/** A view as its kind draws it; of a figure that stands alone `width` is that of the whole picture. */
export function layOutBy(draw: Draw<never>, asked: View, context: FigureContext): LaidOut {
  const { view, year } = latestYear(asked, context);
  const outer = context.frame === "standalone" ? frame.margin * 2 : 0;
  const inner = context.width === undefined ? context : { ...context, width: context.width - outer };
  const scene = makeScene(inner);
  const drawing = (draw as (view: View, scene: Scene) => Drawing)(view, scene);
  const { language } = context;
  const title = context.title ?? view.title?.[language] ?? scene.say(view.kind);
  const dek = context.subtitle ?? beyond(title, drawing.dek ?? "");
  const shown = year === undefined ? [] : [scene.say("yearShown", { year })];
  const notes = [...shown, ...drawing.notes, ...(context.note === undefined ? [] : [context.note])];
  const source = context.source === undefined ? "" : scene.say("source", { source: context.source });
  const told = { title, dek, notes, source, description: drawing.description };
  const csv = tableToCsv(scene.rows(view.table, view.where).table);
  const { seams } = drawing;
  return {
    framed: (kind) => ({
      kind: view.kind,
      ...frame.around(drawing, told, scene, kind),
      ...told,
      csv,
      ...(kind === "embedded" && seams !== undefined ? { seams } : {}),
    }),
  };
}

/** The dek if it says more than the title does. */
function beyond(title: string, dek: string): string {
  return title.toLowerCase().includes(dek.toLowerCase()) ? "" : dek;
}

/** Of a panel a picture of one moment shows its newest year, and says so; a trend shows them all. */
function latestYear(view: View, { tables }: FigureContext): { readonly view: View; readonly year?: number } {
  const table = Object.hasOwn(tables, view.table) ? tables[view.table] : undefined;
  const column = table?.key.includes("year") ? findColumn(table, "year") : undefined;
  const parts: readonly unknown[] = Object.values(view);
  if (table === undefined || column?.kind !== "number" || view.where?.year !== undefined || parts.includes("year"))
    return { view };
  if (new Set(column.values).size < 2) return { view };
  const year = newestYear(
    table,
    parts.filter((part) => typeof part === "string"),
  );
  return year === undefined ? { view } : { view: { ...view, where: { ...view.where, year } }, year };
}
