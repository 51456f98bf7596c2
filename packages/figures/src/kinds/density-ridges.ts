import type { ViewOf } from "@conurb/core/contract";
import { interpolateRgb } from "d3-interpolate";
import { scaleLinear } from "d3-scale";
import { bottomAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Drawing } from "../drawing.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { inSentence } from "../words.ts";
import { type Curve, shownStretch } from "./density.ts";

const phone = 358; // what a page 390 wide has for a figure
const mostRidges = 16; // more would hide one another; the first and the last are always there
const reach = 2.2; // rows that the highest peak rises over

/** One ridge below the other, the last in front and strongest, so that the eye follows a shape through time. */
export function ridges(view: ViewOf<"density">, given: readonly Curve[], scene: Scene): Drawing {
  const rows = scene.rows(view.table, view.where);
  const curves = thinned(given);
  const width = scene.width(phone);
  const names = curves.map(({ id }) => fit(scene.brief(id), width * (curves.length === 1 ? 0.4 : 0.24), 12, true));
  const left = Math.max(8, ...names.map((name) => textWidth(name, 12, true) + 12));
  const right = width - 12;
  const step = curves.length === 1 ? 120 : Math.max(16, Math.min(34, 300 / curves.length));
  const rise = curves.length === 1 ? 120 : step * reach;
  const top = 12 + rise;
  const bottom = top + step * (curves.length - 1);
  const most = extentOf(curves.flatMap(({ points }) => points.map(({ y }) => y)))[1];
  const mark = markOf(view, scene);
  const x = scaleLinear(extentOf([...shownStretch(curves), ...(mark === undefined ? [] : [mark.value])]), [
    left,
    right,
  ]);
  const format = scene.numbers(rows.unit(view.x), rows.numbers(view.x));
  const ticks = x.ticks(Math.max(2, Math.floor((right - left) / 80)));
  const titles = {
    x: scene.head(rows.title(view.x), format.unit),
    y: scene.head(rows.title(view.y), ""),
  };
  const { palette } = scene;
  const shade = interpolateRgb(palette.sequential[2] as string, palette.sequential[3] as string);
  return {
    width,
    height: bottom + 44,
    marks: [
      ...bottomAxis(scene, x, {
        ticks,
        format: (tick) => tickText(format, tick),
        from: 12,
        to: bottom,
        at: bottom,
      }),
      ...curves.map((curve, at) => {
        const base = top + at * step;
        const part = curves.length === 1 ? 1 : at / (curves.length - 1);
        return ridge(curve, base, (y) => base - (most > 0 ? (y / most) * rise : 0), x, shade(part), scene);
      }),
      ...curves.map((curve, at) =>
        label(left - 10, top + at * step - 4, names[at] as string, {
          anchor: "end",
          weight: at === curves.length - 1 ? 600 : 400,
          fill: scene.isSelected(curve.id) ? palette.accent : palette.ink2,
          halo: palette.surface,
        }),
      ),
      ...(mark === undefined
        ? []
        : upright(x(mark.value), `${mark.title} ${format.format(mark.value)}`, bottom, right, scene)),
      label(right, bottom + 33, fit(titles.x, right - 4, 11), { size: 11, anchor: "end", fill: palette.ink2 }),
    ],
    dek: scene.say("over", { y: titles.y, x: inSentence(titles.x, scene.language) }),
    description: scene.say("describeCurves", { y: titles.y, x: inSentence(titles.x, scene.language), n: given.length }),
    notes: curves.length < given.length ? [scene.say("someShown", { n: curves.length, all: given.length })] : [],
  };
}

function markOf({ mark }: ViewOf<"density">, scene: Scene): { value: number; title: string } | undefined {
  if (mark === undefined) return undefined;
  const rows = scene.rows(mark.table);
  const value = rows.numbers(mark.value)[0];
  return value === undefined || !Number.isFinite(value) ? undefined : { value, title: rows.title(mark.value) };
}

/** A line over the whole height, its words on the side that has room. */
function upright(at: number, words: string, bottom: number, right: number, { palette }: Scene): Markup[] {
  const isLate = at + textWidth(words, 12, true) + 8 > right;
  const [beside, anchor] = isLate ? ([at - 6, "end"] as const) : ([at + 6, "start"] as const);
  return [
    line(at, 12, at, bottom, palette.accent, 1.8),
    label(beside, 20, words, { anchor, weight: 600, fill: palette.accent, halo: palette.surface }),
  ];
}

function ridge(
  { id, points }: Curve,
  base: number,
  y: (value: number) => number,
  x: (value: number) => number,
  colour: string,
  scene: Scene,
): Markup {
  const [from, to] = [x.call(undefined, points[0]?.x as number), x.call(undefined, points.at(-1)?.x as number)];
  const [low, high] = (x as unknown as { range(): [number, number] }).range();
  const kept = points.filter((point) => x(point.x) >= low - 0.01 && x(point.x) <= high + 0.01);
  if (kept.length === 0) return line(Math.max(from, low), base, Math.min(to, high), base, scene.palette.rule);
  const curve = kept
    .map((point, at) => (at === 0 ? d`M${x(point.x)} ${y(point.y)}` : d`L${x(point.x)} ${y(point.y)}`))
    .join("");
  const [first, last] = [kept[0] as { x: number }, kept.at(-1) as { x: number }];
  return el(
    "g",
    { "data-place": id },
    el("path", {
      d: `${curve}${d`L${x(last.x)} ${base}L${x(first.x)} ${base}Z`}`,
      fill: colour,
      "fill-opacity": 0.28,
    }),
    el("path", {
      d: curve,
      fill: "none",
      stroke: scene.palette.surface,
      "stroke-width": 3.4,
      "stroke-linejoin": "round",
    }),
    el("path", {
      d: curve,
      fill: "none",
      stroke: scene.isSelected(id) ? scene.palette.accent : colour,
      "stroke-width": 1.7,
      "stroke-linejoin": "round",
    }),
    line(low, base, high, base, scene.palette.hair),
  );
}

function thinned(curves: readonly Curve[]): readonly Curve[] {
  if (curves.length <= mostRidges) return curves;
  const every = Math.ceil((curves.length - 1) / (mostRidges - 1));
  return curves.filter((_, at) => at === 0 || (curves.length - 1 - at) % every === 0).slice(-mostRidges);
}
