import { tilted, upright } from "../marks.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { fit, hasHan, stacked, textWidth } from "../type.ts";

/** Columns closer than this have no room for names at a slant. */
export const narrowestHead = 13;
const longest = 150;
const [rise, run] = [0.82, 0.574]; // of a line at 55 degrees

interface ColumnHeads {
  readonly height: number;
  /** How far they lean beyond the last cell. */
  reach(cell: number): number;
  marks(left: number, top: number, cell: number): Markup[];
}

/** The names of columns: at a slant, or upright in Chinese, one character a line. */
export function columnHeads(codes: readonly string[], scene: Scene): ColumnHeads {
  const names = codes.map((code) => scene.name(code));
  const isUpright = names.some(hasHan);
  const texts = names.map((name) => fit(name, longest, 11));
  const wide = texts.map((text) => textWidth(text, 11));
  const ink = (code: string): string => (scene.isSelected(code) ? scene.palette.accent : scene.palette.ink2);
  return {
    height: isUpright
      ? Math.max(...names.map((name) => stacked(name).length)) * 12.4 + 10
      : Math.max(...wide) * rise + 14,
    reach: (cell) =>
      isUpright ? 0 : Math.max(0, ...wide.map((width, i) => width * run + 8 - (codes.length - i - 0.5) * cell)),
    marks: (left, top, cell) =>
      codes.map((code, i) => {
        const x = left + (i + 0.5) * cell;
        const name = names[i] as string;
        return isUpright
          ? upright(x, top - 8, stacked(name), 11, ink(code), name)
          : tilted(x, top - 5, texts[i] as string, 11, ink(code), name);
      }),
  };
}
