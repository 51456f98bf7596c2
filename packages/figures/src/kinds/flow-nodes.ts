import { type LabelWish, labelBox, placeLabels } from "../layout/label-places.ts";
import type { Disc } from "../layout/nudge.ts";
import type { Box } from "../layout/projection.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { placedLabel } from "./placed-label.ts";

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
  curves: readonly Disc[],
  scene: Scene,
): { readonly marks: Markup[]; readonly labels: readonly Box[] } {
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
      leader: linked,
    }),
  );
  const discs = nodes.map(({ x, y }) => ({ x, y, r: 4.5 }));
  const places = placeLabels(wishes, discs, frame, { lines: curves });
  const circles = order.map(({ code, x, y, linked }) =>
    el(
      "g",
      { "data-place": code },
      el("title", {}, scene.name(code)),
      el("circle", {
        cx: x,
        cy: y,
        r: linked ? 4.5 : 3.8,
        fill: linked ? (scene.isSelected(code) ? palette.accent : palette.ink) : palette.surface,
        stroke: linked ? palette.surface : palette.ink3,
        "stroke-dasharray": linked ? undefined : "1.6 1.6",
      }),
    ),
  );
  const labels = order.flatMap(({ code, linked }, i) =>
    placedLabel(places[i], code, scene, { fill: linked ? palette.ink : palette.ink3 }),
  );
  const taken = places.flatMap((place, i) => (place === undefined ? [] : [labelBox(place, wishes[i] as LabelWish)]));
  return { marks: [...circles, ...labels], labels: taken };
}
