import type { LabelPlace } from "../layout/label-places.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";

/** The name of a place where the layout put it, as much a target as its mark, with its hair if it had to move; nothing if there was no room. */
export function placedLabel(
  at: LabelPlace | undefined,
  code: string,
  scene: Scene,
  look: { readonly size?: number; readonly fill?: string; readonly text?: string; readonly isTarget?: boolean } = {},
): Markup[] {
  if (at === undefined) return [];
  const { palette } = scene;
  const selected = scene.isSelected(code);
  const { leader } = at;
  return [
    ...(leader === undefined ? [] : [line(leader.x1, leader.y1, leader.x2, leader.y2, palette.ink3, 0.7)]),
    label(at.x, at.y, look.text ?? scene.name(code), {
      size: look.size ?? 12,
      anchor: at.anchor,
      weight: selected ? 600 : 400,
      fill: selected ? palette.accent : (look.fill ?? palette.ink),
      halo: palette.surface,
      ...(look.isTarget === false ? {} : { place: code }),
    }),
  ];
}
