import { point, ring } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import type { Category } from "./categories.ts";

/** One place as a point: the colour and shape of its category, a hollow ring for a peer, the accent when selected. */
export function pointMark(
  at: { readonly x: number; readonly y: number; readonly r: number },
  place: string,
  { colour, shape }: Category,
  scene: Scene,
): Markup {
  const { palette } = scene;
  const pale = palette.sequential.indexOf(colour) === 1;
  const mark = scene.isSelected(place)
    ? ring(at.x, at.y, at.r + 1.4, palette, true)
    : scene.isPeer(place)
      ? ring(at.x, at.y, at.r, palette)
      : point(at.x, at.y, at.r, shape, {
          fill: colour,
          "fill-opacity": 0.9,
          stroke: pale ? palette.sequential.at(-1) : palette.surface,
          "stroke-opacity": pale ? 0.55 : undefined,
          "stroke-width": 0.8,
        });
  return el("g", { "data-place": place }, el("title", {}, scene.name(place)), mark);
}
