import { boxCorners, hatch } from "./hatch.ts";
import { label, rect } from "./marks.ts";
import type { Scene } from "./scene.ts";
import { el, type Markup } from "./svg.ts";
import { textWidth } from "./type.ts";

export interface Legend {
  readonly marks: Markup;
  readonly width: number;
  readonly height: number;
}

export const legendHeight = 28;

/**
 * Swatches joined, cuts printed at the joints, low to the left, "no figures" last. In less room the title goes above, and
 * what follows the swatches goes below, so that legends of one form begin at one edge.
 */
export function classLegend(
  scene: Scene,
  x: number,
  y: number,
  title: string,
  colours: readonly string[],
  cuts: readonly string[],
  more: { missing?: boolean; partial?: boolean; swatch?: number; room?: number } = {},
): Legend {
  const { palette } = scene;
  const size = 11;
  const room = more.room ?? Number.POSITIVE_INFINITY;
  const swatch = Math.max(more.swatch ?? 27, ...cuts.map((cut) => textWidth(cut, size) + 5));
  const titleWidth = title === "" ? 0 : textWidth(title, size) + 10;
  const extras = [
    ...((more.missing ?? true) ? [{ text: scene.say("noFigures"), partial: false }] : []),
    ...(more.partial ? [{ text: `† ${scene.say("partial")}`, partial: true }] : []),
  ].map((extra) => ({ ...extra, width: 36 + textWidth(extra.text, size) }));
  const scale = swatch * colours.length + 14;
  const extraWidth = extras.reduce((sum, { width }) => sum + width, 0);
  const above = title !== "" && titleWidth + scale + extraWidth > room;
  const below = extras.length > 0 && scale + extraWidth > room;
  const marks: Markup[] = [];
  if (title !== "") marks.push(label(x, y + 6, title, { size, fill: palette.ink2 }));
  const top = above ? y + 17 : y;
  const left = above ? x : x + titleWidth;
  colours.forEach((colour, i) => {
    marks.push(rect(left + i * swatch, top + 1, swatch, 10, colour));
  });
  const edge = palette.sequential.at(-1) as string;
  const outline = { stroke: edge, "stroke-width": 0.8, "stroke-opacity": 0.4 };
  marks.push(rect(left, top + 1, swatch * colours.length, 10, "none", outline));
  cuts.forEach((cut, i) => {
    marks.push(label(left + (i + 1) * swatch, top + 20, cut, { size, anchor: "middle", fill: palette.ink3 }));
  });
  const extraTop = below ? top + legendHeight + 2 : top;
  let at = below ? left : left + scale;
  for (const { text, partial, width } of extras) {
    marks.push(
      partial
        ? rect(at + 0.5, extraTop + 1, 18, 10, palette.sequential[1] as string, {
            stroke: palette.warn,
            "stroke-width": 1.4,
            "stroke-dasharray": "2 1.5",
          })
        : hatch(boxCorners(at, extraTop + 1, 18, 10), hatchColours(scene), 4),
      label(at + 24, extraTop + 6, text, { size, fill: palette.ink2 }),
    );
    at += width;
  }
  const right = Math.max(left + scale - 14, at - 12);
  return { marks: el("g", {}, marks), width: right - x, height: legendHeight + (above ? 17 : 0) + (below ? 19 : 0) };
}

export function hatchColours({ palette }: Scene): { line: string; edge: string; ground: string } {
  return { line: palette.ink3, edge: palette.rule, ground: palette.surface };
}
