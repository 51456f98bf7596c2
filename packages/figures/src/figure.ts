import type { View } from "@conurb/core/contract";
import { everyKind } from "./every-kind.ts";
import { type Figure, type LaidOut, layOutBy } from "./lay-out.ts";
import type { FigureContext } from "./scene.ts";

/** Draws one view of a result. Layout only: every number shown stands in the tables. */
export function drawFigure(asked: View, context: FigureContext): Figure {
  return layOut(asked, context).framed(context.frame ?? "embedded");
}

/** The same before it has a frame. */
export function layOut(asked: View, context: FigureContext): LaidOut {
  return layOutBy(everyKind[asked.kind], asked, context);
}
