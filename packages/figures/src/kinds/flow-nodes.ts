import { type LabelWish, placeLabels } from "../layout/label-places.ts";
import type { Disc } from "../layout/nudge.ts";
import type { Box } from "../layout/projection.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";

export interface FlowNode {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Whether the table says anything of it. */
  readonly linked: boolean;
  readonly strongest: number;
}

/** A dot a place, named where there is room, the strongest linked first; a dashed ring where the table has nothing. */
export function flowNodes(
  nodes: readonly FlowNode[],
  frame: Box,
  numbers: readonly Disc[],
  curves: readonly Disc[],
  scene: Scene,
): Markup[] {
  const { palette } = scene;
  const order = [...nodes].sort(
    (a, b) =>
      Number(scene.isSelected(b.code)) - Number(scene.isSelected(a.code)) ||
      Number(b.linked) - Number(a.linked) ||
      b.strongest - a.strongest,
  );
  const wishes = order.map(
    ({ code, x, y, linked }): LabelWish => ({
      x,
      y,
      r: 4.5,
      text: scene.name(code),
      size: 12,
      bold: scene.isSelected(code),
      must: linked && nodes.length <= 24,
    }),
  );
  const discs = [...nodes.map(({ x, y }) => ({ x, y, r: 4.5 })), ...numbers];
  const places = placeLabels(wishes, discs, frame, curves);
  const circles = order.map(({ code, x, y, linked }) =>
    el("circle", {
      cx: x,
      cy: y,
      r: linked ? 4.5 : 3.8,
      fill: linked ? (scene.isSelected(code) ? palette.accent : palette.ink) : palette.surface,
      stroke: linked ? palette.surface : palette.ink3,
      "stroke-dasharray": linked ? undefined : "1.6 1.6",
      "data-place": code,
    }),
  );
  const labels = order.flatMap(({ code, linked }, i) => {
    const at = places[i];
    if (at === undefined) return [];
    const selected = scene.isSelected(code);
    return [
      label(at.x, at.y, scene.name(code), {
        anchor: at.anchor,
        weight: selected ? 600 : 400,
        fill: selected ? palette.accent : linked ? palette.ink : palette.ink3,
        halo: palette.surface,
      }),
    ];
  });
  return [...circles, ...labels];
}
