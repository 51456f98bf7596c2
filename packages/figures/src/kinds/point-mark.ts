import { point, ring } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";

/** One place as a point: the colour and shape of its group, a hollow ring for a peer, the accent when selected. */
export function pointMark(
  at: { readonly x: number; readonly y: number; readonly r: number },
  place: string,
  group: string,
  scene: Scene,
): Markup {
  const { palette } = scene;
  if (scene.isSelected(place)) return el("g", { "data-place": place }, ring(at.x, at.y, at.r + 1.4, palette, true));
  if (scene.isPeer(place)) return el("g", { "data-place": place }, ring(at.x, at.y, at.r, palette));
  const { colour, index } = group === "" ? { colour: palette.sequential[3] as string, index: 0 } : scene.group(group);
  return point(at.x, at.y, at.r, index, {
    fill: colour,
    "fill-opacity": 0.9,
    stroke: palette.surface,
    "stroke-width": 0.8,
    "data-place": place,
  });
}
