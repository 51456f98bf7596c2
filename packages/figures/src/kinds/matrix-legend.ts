import { classLegend } from "../legend.ts";
import { label, point } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import type { MatrixGrid } from "./matrix.ts";
import type { MatrixData } from "./matrix-data.ts";

/** Classes and groups; in the empty corner of a half matrix if the names leave room there, else below. */
export function matrixLegend(grid: MatrixGrid, width: number): { marks: Markup[]; bottom: number } {
  const { data, scene, left, top, right, cell, halved, title, colours, cutTexts } = grid;
  const missing = data.values.some((value) => !Number.isFinite(value));
  const bottom = top + data.codes.length * cell + 8;
  const edge = left + data.codes.length * cell + right;
  const bare = classLegend(scene, 0, 0, "", colours, cutTexts, { missing });
  const keyWidth = Math.max(bare.width, textWidth(title, 11));
  if (halved && clearCorner(grid, edge - keyWidth - 14, top + 56)) {
    const key = classLegend(scene, edge - bare.width, top + 22, "", colours, cutTexts, { missing });
    const head = label(edge - 14, top + 10, title, { size: 11, anchor: "end", fill: scene.palette.ink2 });
    const groups = groupLegend(grid, left, bottom, width);
    return { marks: [head, key.marks, ...groups.marks], bottom: groups.height > 0 ? bottom + groups.height : 0 };
  }
  const titled = classLegend(scene, 0, 0, title, colours, cutTexts, { missing, room: width });
  const start = Math.max(0, Math.min(left, width - titled.width));
  const key = classLegend(scene, start, bottom, title, colours, cutTexts, { missing, room: width });
  const groups = groupLegend(grid, start + key.width + 8, bottom, width);
  return { marks: [key.marks, ...groups.marks], bottom: bottom + Math.max(key.height, groups.height) };
}

/** Whether no name beside the diagonal reaches into the corner right of `x` and above `y`. */
function clearCorner({ data, scene, left, top, cell }: MatrixGrid, x: number, y: number): boolean {
  return data.codes.every(
    (code, i) => top + i * cell > y || left + (i + 1) * cell + 8 + textWidth(scene.name(code), 11) < x,
  );
}

export function hasGroups({ codes }: MatrixData, scene: Scene): boolean {
  return new Set(codes.map((code) => scene.context.places?.[code]?.group)).size > 1;
}

/** Colour of a place on the diagonal: of its group where there are several. */
export function diagonal(code: string, grouped: boolean, scene: Scene): string {
  const group = scene.context.places?.[code]?.group;
  return !grouped || group === undefined ? scene.palette.mute : scene.group(group).colour;
}

function groupLegend(
  { data, scene }: MatrixGrid,
  start: number,
  y: number,
  width: number,
): { marks: Markup[]; height: number } {
  if (!hasGroups(data, scene)) return { marks: [], height: 0 };
  const ids = [...new Set(data.codes.flatMap((code) => scene.context.places?.[code]?.group ?? []))];
  const entries = ids.map((id) => scene.group(id)).sort((a, b) => a.index - b.index);
  let [x, top] = [start, y];
  const marks = entries.flatMap(({ title, colour }) => {
    const needed = 14 + textWidth(title, 11) + 14;
    if (x + needed > width) [x, top] = [0, top + (top === y ? 30 : 18)];
    const at = x;
    x += needed;
    return [
      point(at + 5, top + 6, 5, 1, { fill: colour }),
      label(at + 14, top + 6, title, { size: 11, fill: scene.palette.ink2 }),
    ];
  });
  return { marks, height: top - y + 18 };
}
