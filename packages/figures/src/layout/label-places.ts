import { textWidth } from "../type.ts";
import type { Box } from "./projection.ts";

export interface LabelWish {
  readonly x: number;
  readonly y: number;
  /** Radius of the mark that the label must clear. */
  readonly r: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Written even where something is in the way. */
  readonly must?: boolean;
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/**
 * Where each label stands: right of its mark, then left, above, below; in the order given, so wish for the important
 * ones first. A label lies on one of the `lines` only if nothing else is left; with no free place at all it is dropped
 * (`undefined`): the label goes before the mark.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly { readonly x: number; readonly y: number; readonly r: number }[],
  within: Box,
  lines: readonly { readonly x: number; readonly y: number; readonly r: number }[] = [],
): (LabelPlace | undefined)[] {
  const taken: Box[] = [];
  return wishes.map((wish) => {
    const places = candidates(wish);
    const open = places.filter(
      ({ box }) =>
        inside(box, within) &&
        !taken.some((other) => overlaps(box, other)) &&
        !marks.some((mark) => touches(box, mark, wish)),
    );
    const free = open.find(({ box }) => !lines.some((mark) => touches(box, mark, wish))) ?? open[0];
    const chosen = free ?? (wish.must ? (places.find(({ box }) => inside(box, within)) ?? places[0]) : undefined);
    if (chosen === undefined) return undefined;
    taken.push(chosen.box);
    return chosen.place;
  });
}

function candidates({ x, y, r, text, size, bold }: LabelWish): { place: LabelPlace; box: Box }[] {
  const width = textWidth(text, size, bold);
  const [gap, half, near] = [4, size * 0.6, r * 0.7 + 3];
  const at = (place: LabelPlace): { place: LabelPlace; box: Box } => {
    const left = place.anchor === "start" ? place.x : place.anchor === "end" ? place.x - width : place.x - width / 2;
    return { place, box: { x: left, y: place.y - half, width, height: 2 * half } };
  };
  return [
    at({ x: x + r + gap, y, anchor: "start" }),
    at({ x: x - r - gap, y, anchor: "end" }),
    at({ x, y: y - r - half - 1, anchor: "middle" }),
    at({ x, y: y + r + half + 1, anchor: "middle" }),
    at({ x: x + near, y: y - near - 2, anchor: "start" }),
    at({ x: x + near, y: y + near + 2, anchor: "start" }),
    at({ x: x - near, y: y - near - 2, anchor: "end" }),
    at({ x: x - near, y: y + near + 2, anchor: "end" }),
  ];
}

function inside(box: Box, within: Box): boolean {
  return (
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height
  );
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function touches(box: Box, mark: { x: number; y: number; r: number }, own: LabelWish): boolean {
  if (mark.x === own.x && mark.y === own.y) return false;
  const dx = mark.x - Math.min(Math.max(mark.x, box.x), box.x + box.width);
  const dy = mark.y - Math.min(Math.max(mark.y, box.y), box.y + box.height);
  return dx * dx + dy * dy < (mark.r + 1) ** 2;
}
