import { label, line } from "../marks.ts";
import type { Palette } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";

const radius = 4.6;
const known = ["stable", "unstable", "saddle", "centre", "undetermined"] as const;

/** Full: paths end there; ring: they leave; plus: some of each; ring with a dot: they go round; diamond: not known. */
export function restMark(x: number, y: number, stability: string, palette: Palette): Markup {
  const outline = { fill: palette.surface, stroke: palette.ink, "stroke-width": 1.6 };
  if (stability === "stable") {
    return el("circle", { cx: x, cy: y, r: radius, fill: palette.ink, stroke: palette.surface, "stroke-width": 1 });
  }
  if (stability === "saddle") {
    return el(
      "g",
      {},
      [palette.surface, palette.ink].map((colour, at) => {
        const width = at === 0 ? 5 : 2;
        return [line(x - radius, y, x + radius, y, colour, width), line(x, y - radius, x, y + radius, colour, width)];
      }),
    );
  }
  if (stability === "undetermined") {
    const r = radius * 1.25;
    return el("path", { d: d`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`, ...outline });
  }
  const ring = el("circle", { cx: x, cy: y, r: radius, ...outline });
  if (stability !== "centre") return ring;
  return el("g", {}, ring, el("circle", { cx: x, cy: y, r: 1.6, fill: palette.ink }));
}

/** The marks that are there, in one line or more. */
export function restKey(
  stabilities: readonly string[],
  box: { readonly x: number; readonly y: number; readonly width: number },
  scene: Scene,
): { readonly marks: readonly Markup[]; readonly height: number } {
  let [left, row] = [box.x, 0];
  const marks = known
    .filter((each) => stabilities.includes(each))
    .map((each) => {
      const text = scene.say(each);
      const wide = 16 + textWidth(text, 11) + 14;
      if (left + wide - 14 > box.x + box.width) [left, row] = [box.x, row + 1];
      const [x, y] = [left + 6, box.y + row * 18];
      left += wide;
      return el(
        "g",
        {},
        restMark(x, y, each, scene.palette),
        label(x + 10, y, text, { size: 11, fill: scene.palette.ink2 }),
      );
    });
  return { marks, height: marks.length === 0 ? 0 : 18 * (row + 1) };
}
