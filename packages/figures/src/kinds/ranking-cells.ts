import type { ViewOf } from "@conurb/core/contract";
import { classOf } from "../classes.ts";
import { textOn } from "../contrast.ts";
import { fixed } from "../format.ts";
import { boxCorners, hatch } from "../hatch.ts";
import { hatchColours } from "../legend.ts";
import { label, rect, standing, upright } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { fit, hasHan, stacked, textWidth } from "../type.ts";

/** The level of each aspect beside a name. The cuts are fixed goalposts of a score from 0 to 100, or from 0 to 1. */
export interface Cells {
  /** 100 where scores run to 1. */
  readonly times: number;
  readonly numbered: boolean;
  readonly aspects: readonly { readonly code: string; readonly empty: boolean }[];
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const cuts = [20, 35, 50, 65];
const space = 3;
const longestHead = 80;

export function cellColumns(view: ViewOf<"ranking">, scene: Scene): Cells | undefined {
  if (view.cells === undefined) return undefined;
  const rows = scene.beside(view.cells.table, view.where);
  const [places, aspects] = [rows.texts(view.cells.place), rows.texts(view.cells.aspect)];
  const values = rows.numbers(view.cells.value);
  const byPlace = new Map<string, Map<string, number>>();
  const filled = new Map<string, boolean>();
  places.forEach((place, i) => {
    const [aspect, value] = [aspects[i] as string, values[i] as number];
    filled.set(aspect, (filled.get(aspect) ?? false) || Number.isFinite(value));
    const own = byPlace.get(place) ?? new Map<string, number>();
    own.set(aspect, value);
    byPlace.set(place, own);
  });
  const times = values.every((value) => Number.isNaN(value) || value <= 1) ? 100 : 1;
  return {
    times,
    numbered: scene.width(numberedFrom) >= numberedFrom,
    aspects: [...filled].map(([code, some]) => ({ code, empty: !some })),
    values: byPlace,
  };
}

/** Below this width the rank strip needs the room more than the numbers in the cells do. */
const numberedFrom = 560;

function cellWidth({ numbered }: Cells, empty: boolean, row: number): number {
  return row < 20 || !numbered ? 14 : empty ? 16 : 27;
}

export function cellsWidth(cells: Cells, row: number): number {
  return cells.aspects.reduce((sum, { empty }) => sum + cellWidth(cells, empty, row) + space, -space);
}

/** Han is stacked; Latin lies if every head fits over its cell, else all stand. */
function lying(cells: Cells, row: number, scene: Scene): boolean {
  return cells.aspects.every(
    ({ code, empty }) => textWidth(scene.brief(code), 11) <= cellWidth(cells, empty, row) + space - 2,
  );
}

export function cellsHeadHeight(cells: Cells, row: number, scene: Scene): number {
  const flat = lying(cells, row, scene);
  return Math.max(
    ...cells.aspects.map(({ code }) => {
      const text = scene.brief(code);
      return hasHan(text) ? stacked(text, 4).length * 12.5 : flat ? 14 : textWidth(fit(text, longestHead, 11), 11) + 4;
    }),
  );
}

/** Where the cells stand: their left edge, the height of a row and of a cell in it. */
interface Room {
  readonly cells: number;
  readonly row: number;
  readonly mark: number;
}

export function drawCellHeads(cells: Cells | undefined, { cells: left, row }: Room, y: number, scene: Scene): Markup[] {
  if (cells === undefined) return [];
  const marks: Markup[] = [];
  const flat = lying(cells, row, scene);
  let x = left;
  for (const { code, empty } of cells.aspects) {
    const width = cellWidth(cells, empty, row);
    const text = scene.brief(code);
    const [middle, title] = [x + width / 2, scene.name(code)];
    const { ink3 } = scene.palette;
    if (hasHan(text)) marks.push(upright(middle, y - 2, stacked(text, 4), 11, ink3, title));
    else if (flat) marks.push(label(middle, y - 7, text, { size: 11, anchor: "middle", fill: ink3, title }));
    else marks.push(standing(middle, y - 2, fit(text, longestHead, 11), 11, ink3, title));
    x += width + space;
  }
  return marks;
}

export function drawCells(
  place: string,
  cells: Cells,
  { cells: left, row, mark: height }: Room,
  middle: number,
  scene: Scene,
): Markup[] {
  const { palette } = scene;
  const marks: Markup[] = [];
  let x = left;
  for (const { code, empty } of cells.aspects) {
    const width = cellWidth(cells, empty, row);
    const value = cells.times * (cells.values.get(place)?.get(code) ?? Number.NaN);
    const top = middle - height / 2;
    if (Number.isFinite(value)) {
      const fill = palette.sequential[classOf(value, cuts)] as string;
      marks.push(rect(x, top, width, height, fill));
      if (width >= 24) {
        marks.push(label(x + width / 2, middle, fixed(value, 0), { size: 11, anchor: "middle", fill: textOn(fill) }));
      }
    } else marks.push(hatch(boxCorners(x + 0.4, top, width - 0.8, height), hatchColours(scene)));
    x += width + space;
  }
  return marks;
}
