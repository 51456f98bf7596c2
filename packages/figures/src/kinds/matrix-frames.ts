import type { ViewOf } from "@conurb/core/contract";
import { label, line, rect } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import type { MatrixGrid } from "./matrix.ts";
import type { MatrixData } from "./matrix-data.ts";

/** Black frames round the blocks. */
export function frames({ data, scene, left, top, cell, halved }: MatrixGrid): Markup[] {
  return data.blocks.flatMap(({ from, to }) => {
    if (to === from) return [];
    const [start, end] = [from * cell - 0.25, (to + 1) * cell - 0.25];
    const path = halved
      ? d`M${left + start} ${top + start}V${top + end}H${left + end}`
      : d`M${left + start} ${top + start}H${left + end}V${top + end}H${left + start}Z`;
    return [el("path", { d: path, fill: "none", stroke: scene.palette.ink, "stroke-width": 1.2 })];
  });
}

export function bracketWidth(data: MatrixData, scene: Scene): number {
  const texts = data.blocks.flatMap((block) => bracketLines(block, scene));
  return 24 + Math.min(130, Math.max(40, ...texts.map(({ text, bold }) => textWidth(text, 12, bold))));
}

function bracketLines({ from, to, title, detail }: MatrixData["blocks"][number], scene: Scene) {
  const count = scene.say("places", { n: to - from + 1 });
  if (to === from) return title === "" ? [] : [{ text: title, bold: false }];
  return [
    ...(title === "" ? [] : [{ text: title, bold: true }]),
    ...(detail === "" ? [] : [{ text: detail, bold: false }]),
    { text: count, bold: false },
  ];
}

/** Brackets to the right of the blocks, each with what the table calls it. */
export function brackets({ data, scene, top, cell }: MatrixGrid, x: number): Markup[] {
  const { palette } = scene;
  return data.blocks.flatMap((block) => {
    const [start, end] = [top + block.from * cell + 1, top + (block.to + 1) * cell - 1.5];
    const room = end - start;
    const lines = bracketLines(block, scene).slice(0, Math.max(1, Math.floor(room / 13)));
    if (room < 9 || lines.length === 0) return [];
    const middle = (start + end) / 2;
    return [
      el("path", { d: d`M${x + 8} ${start}h5V${end}h-5`, fill: "none", stroke: palette.ink2 }),
      ...lines.map(({ text, bold }, i) =>
        label(x + 19, middle + (i - (lines.length - 1) / 2) * 15, fit(text, 130, 12, bold), {
          weight: bold ? 600 : 400,
          fill: bold ? palette.ink : palette.ink3,
        }),
      ),
    ];
  });
}

/** One selected place: its row and column; a selected pair: both its cells and a dashed crosshair, which goes round numbers. */
export function selection({ data, scene, left, top, cell, numbered, halved }: MatrixGrid): Markup[] {
  const chosen = (scene.context.selected ?? []).map((code) => data.codes.indexOf(code)).filter((i) => i >= 0);
  const { accent } = scene.palette;
  const n = data.codes.length;
  const frame = (x: number, y: number, width: number, height: number): Markup =>
    rect(left + x * cell - 0.5, top + y * cell - 0.5, width * cell, height * cell, "none", {
      stroke: accent,
      "stroke-width": 2.2,
    });
  if (chosen.length === 1) {
    const i = chosen[0] as number;
    return numbered
      ? [frame(0, i, halved ? i + 1 : n, 1), frame(i, halved ? i : 0, 1, halved ? n - i : n)]
      : [frame(i, i, 1, 1)];
  }
  if (chosen.length < 2) return [];
  const [a, b] = [Math.min(chosen[0]!, chosen[1]!), Math.max(chosen[0]!, chosen[1]!)];
  const dashed = (x1: number, y1: number, x2: number, y2: number): Markup =>
    line(left + x1 * cell, top + y1 * cell, left + x2 * cell, top + y2 * cell, accent, 1.2, "2 2.5");
  return [
    ...(numbered ? [0, 1] : [0.5]).flatMap((side) => [
      dashed(a + side, b + 1, a + side, n),
      dashed(0, b + side, a, b + side),
    ]),
    frame(a, b, 1, 1),
    ...(halved ? [] : [frame(b, a, 1, 1)]),
  ];
}

/** Which column stands above and which below the diagonal, written at the two corners. */
export function halves(view: ViewOf<"matrix">, { scene, left, top, cell, data }: MatrixGrid, width: number): Markup[] {
  if (view.upper === undefined) return [];
  const rows = scene.rows(view.table, view.where);
  const edge = Math.min(left + data.codes.length * cell, width);
  const style = { size: 11.5, weight: 600, fill: scene.palette.ink } as const;
  return [
    label(left, top - 10, scene.say("below", { title: rows.title(view.value) }), style),
    label(edge, top - 10, scene.say("above", { title: rows.title(view.upper) }), { ...style, anchor: "end" }),
  ];
}
