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

/** Swatches joined, cuts at the joints, low to the left, "no figures" last; the title above if it is too long for `room`. */
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
  const marks: Markup[] = [];
  const size = 11;
  const widest = Math.max(...cuts.map((cut) => textWidth(cut, size)), 0);
  const swatch = Math.max(more.swatch ?? 27, widest + 5);
  const missingText = scene.say("noFigures");
  const missingWidth = (more.missing ?? true) ? 36 + textWidth(missingText, size) : 0;
  const titleWidth = title === "" ? 0 : textWidth(title, size) + 10;
  const above = titleWidth + swatch * colours.length + 14 + missingWidth > (more.room ?? Number.POSITIVE_INFINITY);
  if (title !== "") marks.push(label(x, y + 6, title, { size, fill: palette.ink2 }));
  const top = above ? y + 17 : y;
  let at = above ? x : x + titleWidth;
  const edge = palette.sequential.at(-1) as string;
  colours.forEach((colour, i) => {
    marks.push(rect(at + i * swatch, top + 1, swatch, 10, colour));
  });
  const outline = { stroke: edge, "stroke-width": 0.8, "stroke-opacity": 0.4 };
  marks.push(rect(at, top + 1, swatch * colours.length, 10, "none", outline));
  cuts.forEach((cut, i) => {
    marks.push(label(at + (i + 1) * swatch, top + 20, cut, { size, anchor: "middle", fill: palette.ink3 }));
  });
  at += swatch * colours.length + 14;
  if (missingWidth > 0) {
    marks.push(hatch(boxCorners(at, top + 1, 18, 10), hatchColours(scene), 4));
    marks.push(label(at + 24, top + 6, missingText, { size, fill: palette.ink2 }));
    at += missingWidth;
  }
  if (more.partial) {
    marks.push(
      rect(at + 0.5, top + 1, 18, 10, palette.sequential[1] as string, {
        stroke: palette.warn,
        "stroke-width": 1.4,
        "stroke-dasharray": "2 1.5",
      }),
      label(at + 24, top + 6, `† ${scene.say("partial")}`, { size, fill: palette.ink2 }),
    );
    at += 36 + textWidth(`† ${scene.say("partial")}`, size);
  }
  return { marks: el("g", {}, marks), width: at - x, height: legendHeight + (above ? 17 : 0) };
}

export function hatchColours({ palette }: Scene): { line: string; edge: string; ground: string } {
  return { line: palette.ink3, edge: palette.rule, ground: palette.surface };
}
