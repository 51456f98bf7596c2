import type { ViewOf } from "@conurb/core/contract";
import { textOn } from "../contrast.ts";
import { fixed } from "../format.ts";
import { label, rect } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import type { Markup } from "../svg.ts";
import { textWidth, wrap } from "../type.ts";

const bar = 16;
const lineHeight = 16;

/** One bar from 0 to the whole, a piece a part, and under it a line a part: what the area between curve and diagonal is made of. */
export function lorenzParts(
  { parts }: ViewOf<"lorenz">,
  box: { readonly x: number; readonly y: number; readonly width: number },
  scene: Scene,
): { readonly marks: readonly Markup[]; readonly height: number } {
  if (parts === undefined) return { marks: [], height: 0 };
  const rows = scene.rows(parts.table);
  const shares = rows.numbers(parts.share);
  const found = rows.texts(parts.part).flatMap((id, at) => {
    const share = shares[at] as number;
    return share >= 0 ? [{ id, share }] : [];
  });
  // one part alone is the whole, and parts that are not known, or below 0, are no pieces of a bar
  if (found.length < 2 || found.length < shares.length) return { marks: [], height: 0 };
  const { palette } = scene;
  const colours = spreadColours(palette.sequential.slice(1), found.length).reverse();
  const percent = (share: number) => `${fixed(share * 100, 0)}%`;
  const marks: Markup[] = [];
  let left = box.x;
  let y = box.y + bar + 14;
  found.forEach(({ id, share }, at) => {
    const width = share * box.width;
    const colour = colours[at] as string;
    marks.push(rect(left, box.y, Math.max(0, width - 1), bar, colour));
    const text = percent(share);
    if (textWidth(text, 11, true) + 6 < width)
      marks.push(
        label(left + width / 2, box.y + bar / 2, text, {
          size: 11,
          anchor: "middle",
          weight: 600,
          fill: textOn(colour),
        }),
      );
    left += width;
    const lines = wrap(`${scene.name(id)} ${text}`, box.width - 18, 12);
    marks.push(rect(box.x, y - 5, 10, 10, colour));
    lines.forEach((each, line) => {
      marks.push(label(box.x + 18, y + line * lineHeight, each, { fill: palette.ink2 }));
    });
    y += lines.length * lineHeight;
  });
  return { marks, height: y - box.y };
}
