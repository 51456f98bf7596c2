import type { View, ViewKind } from "@conurb/core/contract";
import { type Figure, type FigureContext, kinds, layOutBy } from "@conurb/figures";
import { useEffect, useState } from "react";

/** Draws a view of one kind. */
export type DrawFigure = (view: View, context: FigureContext) => Figure;

const atHand = new Map<ViewKind, DrawFigure>();

/** What draws a kind of view, as soon as its code is here. */
export async function drawingOf(kind: ViewKind): Promise<DrawFigure> {
  const known = atHand.get(kind);
  if (known !== undefined) return known;
  const draw = await kinds[kind]();
  const made: DrawFigure = (view, context) => layOutBy(draw, view, context).framed(context.frame ?? "embedded");
  atHand.set(kind, made);
  return made;
}

/** The same for a page that is being drawn: nothing until the code is here. */
export function useDrawing(kind: ViewKind): DrawFigure | undefined {
  const [failed, setFailed] = useState<unknown>();
  const [, setCame] = useState<ViewKind>();
  const draw = atHand.get(kind);
  useEffect(() => {
    if (draw === undefined) drawingOf(kind).then(() => setCame(kind), setFailed);
  }, [draw, kind]);
  if (failed !== undefined) throw failed;
  return draw;
}
