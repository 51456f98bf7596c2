import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";

/** The year that is looked at, where the axis has it, by its number. */
export function yearMark(
  year: number | undefined,
  years: readonly number[],
  x: (year: number) => number,
  bottom: number,
  scene: Scene,
): Markup[] {
  if (year === undefined || years.length < 2 || !years.includes(year)) return [];
  const { palette } = scene;
  const at = x(year);
  const isLast = year === years.at(-1);
  return [
    line(at, 4, at, bottom, palette.accent, 1.2, "3 3"),
    label(isLast ? at - 4 : at + 4, 8, String(year), {
      size: 11,
      weight: 600,
      anchor: isLast ? "end" : "start",
      fill: palette.accent,
      halo: palette.surface,
    }),
  ];
}

/** The break lies half-way between the last year before it and the first year after. */
export function breakAt(year: number, years: readonly number[], x: (year: number) => number): number {
  const before = years.filter((each) => each < year).at(-1) as number;
  const after = years.find((each) => each >= year) as number;
  return (x(before) + x(after)) / 2;
}

/** Dashed across the picture, with two strokes on the axis. */
export function breakMark(at: number, bottom: number, scene: Scene): Markup[] {
  const { palette } = scene;
  return [
    line(at, 8, at, bottom - 6, palette.rule, 1, "2 3"),
    line(at - 4, bottom + 4, at, bottom - 5, palette.ink2, 1.3),
    line(at, bottom + 4, at + 4, bottom - 5, palette.ink2, 1.3),
  ];
}
