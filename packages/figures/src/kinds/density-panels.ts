import type { ViewOf } from "@conurb/core/contract";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Drawing } from "../drawing.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { inSentence } from "../words.ts";
import type { Curve, CurvePoint } from "./density.ts";

const mostPanels = 6;
const height = 118;
const gap = 22;

/** A panel a series: the curve over the band of what chance gives, what leaves the band filled. */
export function bandPanels(view: ViewOf<"density">, given: readonly Curve[], scene: Scene): Drawing {
  const rows = scene.rows(view.table, view.where);
  const curves = given.slice(0, mostPanels);
  const width = scene.width(curves.length > 1 ? 520 : 358); // one panel fits a page 390 wide
  const columns = width >= 420 && curves.length > 1 ? 2 : 1;
  const side = (width - gap * (columns - 1)) / columns;
  const format = scene.numbers(rows.unit(view.x), rows.numbers(view.x));
  const titles = {
    x: scene.head(rows.title(view.x), format.unit),
    y: scene.head(rows.title(view.y), ""),
  };
  const heights = scene.numbers(rows.unit(view.y), rows.numbers(view.y));
  const scales = curves.map(({ points }) => {
    const all = points.flatMap(({ y, low, high, outerLow, outerHigh }) => [y, low, high, outerLow, outerHigh]);
    const [least, most] = extentOf(all);
    return scaleLinear([Math.min(0, least), most > 0 ? most : 1], [0, 0]);
  });
  const written = (y: ScaleLinear<number, number>) => y.ticks(2).map((tick) => tickText(heights, tick));
  const gutter = 8 + Math.max(...scales.flatMap(written).map((text) => textWidth(text, 11)));
  const stretch = extentOf(curves.flatMap(({ points }) => points.map(({ x }) => x)));
  const { palette } = scene;
  const bottom = Math.ceil(curves.length / columns) * (height + 40);
  const hasOuter = curves.some(({ points }) => points.some(({ outerHigh }) => Number.isFinite(outerHigh)));
  return {
    width,
    height: bottom + 8,
    marks: [
      ...curves.flatMap((curve, at) => {
        const left = (at % columns) * (side + gap);
        const top = Math.floor(at / columns) * (height + 40) + 20;
        const x = scaleLinear(stretch[0] < stretch[1] ? stretch : [stretch[0] - 0.5, stretch[0] + 0.5], [
          left + gutter,
          left + side - 10,
        ]);
        const [high, low] = [top + 2, top + height - 22];
        const y = (scales[at] as ScaleLinear<number, number>).range([low, high]);
        const ticks = x.ticks(Math.max(2, Math.floor(side / 70)));
        const format1 = (tick: number) => tickText(format, tick);
        return [
          label(left + 4, top - 9, fit(scene.brief(curve.id), side - 12, 12, true), { weight: 600, fill: palette.ink }),
          ...bottomAxis(scene, x, { ticks, format: format1, from: top, to: low, at: low }),
          ...leftAxis(scene, y, {
            ticks: y.ticks(2),
            format: (tick) => tickText(heights, tick),
            from: left + gutter,
            to: left + side - 10,
            at: left + gutter,
          }),
          panel(curve, x, y, scene),
        ];
      }),
      label(width, bottom + 1, fit(titles.x, width - 8, 11), { size: 11, anchor: "end", fill: palette.ink2 }),
    ],
    dek: scene.say("over", { y: titles.y, x: inSentence(titles.x, scene.language) }),
    description: scene.say("describeCurves", { y: titles.y, x: inSentence(titles.x, scene.language), n: given.length }),
    notes: [
      scene.say(hasOuter ? "bandsNote" : "bandNote"),
      ...(curves.length < given.length ? [scene.say("someShown", { n: curves.length, all: given.length })] : []),
    ],
  };
}

function panel(
  { id, points }: Curve,
  x: (value: number) => number,
  y: (value: number) => number,
  scene: Scene,
): Markup {
  const { palette } = scene;
  const path = (pick: (point: CurvePoint) => number) => {
    const known = points.filter((point) => Number.isFinite(pick(point)));
    return known
      .map((point, at) => (at === 0 ? d`M${x(point.x)} ${y(pick(point))}` : d`L${x(point.x)} ${y(pick(point))}`))
      .join("");
  };
  const strip = (upper: (point: CurvePoint) => number, lower: (point: CurvePoint) => number) => {
    const known = points.filter((point) => Number.isFinite(upper(point)) && Number.isFinite(lower(point)));
    if (known.length < 2) return "";
    const there = known.map((point, at) =>
      at === 0 ? d`M${x(point.x)} ${y(upper(point))}` : d`L${x(point.x)} ${y(upper(point))}`,
    );
    const back = [...known].reverse().map((point) => d`L${x(point.x)} ${y(lower(point))}`);
    return `${there.join("")}${back.join("")}Z`;
  };
  const bound = (inner: number, outer: number) => (Number.isFinite(outer) ? outer : inner);
  const colour = palette.sequential[3] as string;
  const over = strip(
    (point) => Math.max(point.y, bound(point.high, point.outerHigh)),
    (point) => bound(point.high, point.outerHigh),
  );
  const below = strip(
    (point) => bound(point.low, point.outerLow),
    (point) => Math.min(point.y, bound(point.low, point.outerLow)),
  );
  const outer = [path(({ outerHigh }) => outerHigh), path(({ outerLow }) => outerLow)].filter((each) => each !== "");
  return el(
    "g",
    { "data-place": id },
    el("path", {
      d: strip(
        ({ high }) => high,
        ({ low }) => low,
      ),
      fill: palette.ink3,
      "fill-opacity": 0.2,
    }),
    over !== "" && el("path", { d: over, fill: colour, "fill-opacity": 0.35 }),
    below !== "" && el("path", { d: below, fill: palette.sequential[1] as string, "fill-opacity": 0.6 }),
    outer.map((each) => el("path", { d: each, fill: "none", stroke: palette.ink3, "stroke-dasharray": "3 3" })),
    el("path", { d: path(({ middle }) => middle), fill: "none", stroke: palette.ink3, "stroke-width": 0.8 }),
    el("path", {
      d: path((point) => point.y),
      fill: "none",
      stroke: colour,
      "stroke-width": 1.9,
      "stroke-linejoin": "round",
    }),
  );
}
