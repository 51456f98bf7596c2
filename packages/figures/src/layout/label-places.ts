import { textWidth } from "../type.ts";
import type { Box } from "./projection.ts";

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface LabelWish extends Mark {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Written even where something is in the way. */
  readonly must?: boolean;
  /** May stand away from its mark, joined to it by a hair. */
  readonly leader?: boolean;
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** The hair from the mark to a label that had to move away. */
  readonly leader?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

export interface LabelRules {
  /** Points along lines that a label should not cover. */
  readonly lines?: readonly Mark[];
  /** What stands there already: a key, a number. */
  readonly taken?: readonly Box[];
  /**
   * A label is dropped rather than let it stand nearer to the mark of another, or on a line; without it such a place is
   * only the last choice.
   */
  readonly strict?: boolean;
}

interface Candidate {
  readonly place: LabelPlace;
  readonly box: Box;
}

const gap = 4;
/** How far the marks of others keep from a label, so that it is read with its own. */
const clearance = gap + 1.5;

/**
 * Where each label stands: right of its mark, then left, above, below; in the order given, so wish for the important
 * ones first. With no free place it is moved away on a leader if it may be, else dropped (`undefined`): the label goes
 * before the mark.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly Mark[],
  within: Box,
  { lines = [], taken: before = [], strict = false }: LabelRules = {},
): (LabelPlace | undefined)[] {
  const taken = [...before];
  const hairs: Mark[] = [];
  return wishes.map((wish) => {
    const free = (box: Box, clear: number): boolean =>
      inside(box, within) &&
      !taken.some((other) => overlaps(box, other)) &&
      !hairs.some((mark) => touches(box, mark, 1)) &&
      !marks.some((mark) => !isOwn(mark, wish) && touches(box, mark, clear));
    const offLines = ({ box }: Candidate): boolean => !lines.some((mark) => touches(box, mark, 1));
    const near = beside(wish);
    const clearly = near.find((each) => free(each.box, clearance) && offLines(each));
    const loosely = (): Candidate | undefined =>
      near.find((each) => free(each.box, 1) && offLines(each)) ?? near.find((each) => free(each.box, 1));
    const led = (): Candidate | undefined =>
      wish.leader
        ? away(wish).find((each) => free(each.box, clearance) && offLines(each) && open(each.place, wish))
        : undefined;
    const open = (place: LabelPlace, { x, y }: LabelWish): boolean =>
      along(place).every(
        (spot) =>
          !taken.some((box) => touches(box, spot, 1)) &&
          ![...marks, ...(strict ? lines : [])].some(
            (mark) => (mark.x !== x || mark.y !== y) && Math.hypot(mark.x - spot.x, mark.y - spot.y) < mark.r + 2,
          ),
      );
    const chosen =
      clearly ??
      (strict ? led() : (loosely() ?? led())) ??
      (wish.must ? (near.find(({ box }) => inside(box, within)) ?? near[0]) : undefined);
    if (chosen === undefined) return undefined;
    taken.push(chosen.box);
    hairs.push(...along(chosen.place));
    return chosen.place;
  });
}

/** The room that a label takes. */
export function labelBox({ x, y, anchor }: LabelPlace, { text, size, bold }: LabelWish): Box {
  const width = textWidth(text, size, bold);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.6, width, height: size * 1.2 };
}

function beside(wish: LabelWish): Candidate[] {
  const { x, y, r, size } = wish;
  const [half, near] = [size * 0.6, r * 0.7 + 3];
  const places: LabelPlace[] = [
    { x: x + r + gap, y, anchor: "start" },
    { x: x - r - gap, y, anchor: "end" },
    { x, y: y - r - half - 1, anchor: "middle" },
    { x, y: y + r + half + 1, anchor: "middle" },
    { x: x + near, y: y - near - 2, anchor: "start" },
    { x: x + near, y: y + near + 2, anchor: "start" },
    { x: x - near, y: y - near - 2, anchor: "end" },
    { x: x - near, y: y + near + 2, anchor: "end" },
  ];
  return places.map((place) => ({ place, box: labelBox(place, wish) }));
}

const reaches = [14, 20, 28, 38, 50];
const directions = [-30, 30, 150, 210, -60, 60, 120, 240, 0, 180, -90, 90];

/** Places on widening rings round the mark, at the end of a hair. */
function away(wish: LabelWish): Candidate[] {
  return reaches.flatMap((reach) =>
    directions.map((degree): Candidate => {
      const [east, south] = [Math.cos((degree * Math.PI) / 180), Math.sin((degree * Math.PI) / 180)];
      const end = { x: wish.x + (wish.r + reach) * east, y: wish.y + (wish.r + reach) * south };
      const level = Math.abs(east) > 0.2;
      const place: LabelPlace = {
        x: end.x + (level ? Math.sign(east) * 2 : 0),
        y: end.y + (level ? 0 : Math.sign(south) * wish.size * 0.6),
        anchor: level ? (east > 0 ? "start" : "end") : "middle",
        leader: { x1: wish.x + (wish.r + 1) * east, y1: wish.y + (wish.r + 1) * south, x2: end.x, y2: end.y },
      };
      return { place, box: labelBox(place, wish) };
    }),
  );
}

function along({ leader }: LabelPlace): Mark[] {
  if (leader === undefined) return [];
  const { x1, y1, x2, y2 } = leader;
  return Array.from({ length: 9 }, (_, i) => (i + 0.5) / 9).map((t) => ({
    x: x1 + (x2 - x1) * t,
    y: y1 + (y2 - y1) * t,
    r: 1,
  }));
}

function inside(box: Box, within: Box): boolean {
  return (
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height
  );
}

/** Two names on one line need a space between them. */
const space = 5;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + space && b.x < a.x + a.width + space && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isOwn(mark: Mark, wish: LabelWish): boolean {
  return mark.x === wish.x && mark.y === wish.y;
}

function touches(box: Box, mark: Mark, clear: number): boolean {
  const dx = mark.x - Math.min(Math.max(mark.x, box.x), box.x + box.width);
  const dy = mark.y - Math.min(Math.max(mark.y, box.y), box.y + box.height);
  return dx * dx + dy * dy < (mark.r + clear) ** 2;
}
