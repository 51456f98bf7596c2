import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { fixed } from "../format.ts";
import { label, line } from "../marks.ts";
import { dashes } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { inSentence } from "../words.ts";
import { emptyDrawing } from "./empty.ts";
import { lorenzParts } from "./lorenz-parts.ts";

/** Cumulative share against cumulative share: square, both axes to 100%, equality dashed, the Gini in the label. */
export const lorenz: Draw<"lorenz"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const [xs, ys] = [rows.numbers(view.x), rows.numbers(view.y)];
  const groups = view.group === undefined ? undefined : rows.texts(view.group);
  const curves = new Map<string, [number, number][]>();
  const percent = Math.max(extentOf(xs)[1], extentOf(ys)[1]) > 1.5 ? 1 : 100;
  xs.forEach((x, i) => {
    if (!Number.isFinite(x) || !Number.isFinite(ys[i])) return;
    const id = groups?.[i] ?? "";
    const curve = curves.get(id) ?? [[0, 0]];
    curve.push([x * percent, (ys[i] as number) * percent]);
    curves.set(id, curve);
  });
  // a group of one place has the diagonal for a curve, whatever the place
  const isDiagonal = (curve: readonly (readonly [number, number])[]) =>
    new Set(curve.map(([x, y]) => `${x} ${y}`)).size <= 2;
  const lone = curves.size === 1 ? [] : [...curves].flatMap(([id, curve]) => (isDiagonal(curve) ? [id] : []));
  for (const id of lone) curves.delete(id);
  if (curves.size === 0) return emptyDrawing(scene);
  const width = scene.width(360);
  const [left, top] = [40, 10];
  const side = width - left - 18;
  const x = scaleLinear([0, 100], [left, left + side]);
  const y = scaleLinear([0, 100], [top + side, top]);
  const ticks = [0, 25, 50, 75, 100];
  const { palette } = scene;
  const write = (tick: number): string => (tick === 100 ? "100%" : String(tick));
  const lines = [...curves].map(([id, curve], i) => {
    const { colour, index } = id === "" ? { colour: palette.sequential[3] as string, index: i } : scene.group(id);
    const sorted = curve.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const path = sorted.map(([px, py], k) => (k === 0 ? d`M${x(px)} ${y(py)}` : d`L${x(px)} ${y(py)}`)).join("");
    return el("path", {
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": 1.9,
      "stroke-dasharray": dashes[index],
    });
  });
  const titles = { x: scene.head(rows.title(view.x), ""), y: scene.head(rows.title(view.y), "") };
  const bottom = top + side;
  const parts = lorenzParts(view, { x: left, y: bottom + 44, width: side }, scene);
  return {
    width,
    height: bottom + 38 + (parts.height === 0 ? 0 : parts.height + 6),
    marks: [
      ...bottomAxis(scene, x, { ticks, format: write, from: top, to: bottom, at: bottom }),
      ...leftAxis(scene, y, { ticks, format: write, from: left, to: left + side, at: left }),
      line(x(0), y(0), x(100), y(100), palette.ink3, 1, "3 3"),
      ...lines,
      ...key(view, [...curves.keys()], left + 14, top + 14, scene),
      label(left + side, bottom + 29, fit(titles.x, side, 11), { size: 11, anchor: "end", fill: palette.ink2 }),
      ...parts.marks,
    ],
    dek: scene.say("against", { y: titles.y, x: inSentence(titles.x, scene.language) }),
    description: `${titles.y} / ${titles.x}${scene.say("colon")}${[...curves.keys()].map((id) => curveText(view, id, scene)).join(scene.say("semicolon"))}`,
    notes: [
      ...(lone.length === 0
        ? []
        : [scene.say("oneEach", { names: lone.map((id) => scene.group(id).title).join(scene.say("comma")) })]),
      ...(parts.height === 0 ? [] : [scene.say("partsNote")]),
    ],
  };
};

/** Names stand in the empty corner above the curves, each with a piece of its line. */
function key(view: ViewOf<"lorenz">, ids: readonly string[], x: number, y: number, scene: Scene): Markup[] {
  const names = ids.map((id) => (id === "" ? "" : scene.group(id).title));
  const widest = Math.max(...names.map((name) => textWidth(name, 12, true)));
  const { palette } = scene;
  return ids.flatMap((id, i) => {
    const { colour, index } = id === "" ? { colour: palette.sequential[3] as string, index: i } : scene.group(id);
    const at = y + i * 18;
    const gini = giniOf(view, id, scene);
    if (names[i] === "" && gini === undefined) return []; // one curve that has nothing to be told from
    return [
      line(x, at, x + 22, at, colour, 1.9, dashes[index]),
      ...(names[i] === ""
        ? []
        : [label(x + 28, at, names[i] as string, { weight: 600, fill: colour, halo: palette.surface })]),
      ...(gini === undefined
        ? []
        : [
            label(x + 28 + (widest > 0 ? widest + 10 : 0), at, `${scene.say("gini")} ${gini}`, {
              fill: palette.ink,
              halo: palette.surface,
            }),
          ]),
    ];
  });
}

function giniOf(view: ViewOf<"lorenz">, id: string, scene: Scene): string | undefined {
  if (view.gini === undefined) return undefined;
  const rows = scene.rows(view.gini.table);
  const groups = view.gini.group === undefined ? undefined : rows.texts(view.gini.group);
  const row = groups === undefined ? 0 : groups.indexOf(id);
  const value = rows.numbers(view.gini.value)[row];
  return value === undefined || !Number.isFinite(value) ? undefined : fixed(value, 3);
}

function curveText(view: ViewOf<"lorenz">, id: string, scene: Scene): string {
  const gini = giniOf(view, id, scene);
  return [id === "" ? "" : scene.group(id).title, gini === undefined ? "" : `${scene.say("gini")} ${gini}`]
    .filter(Boolean)
    .join(" ");
}
