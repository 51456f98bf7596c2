import { scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

interface Spot {
  readonly side: string;
  readonly x: number;
  readonly y: number;
  readonly fitted: number;
  readonly limit: number;
}

/** Means along the running variable, hollow before the line and filled beyond, and on each side what was fitted, up to the line. */
export const discontinuity: Draw<"discontinuity"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const [xs, ys, fitted, away] = [view.x, view.y, view.fitted, view.away].map((name) => rows.numbers(name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const limits = view.limit === undefined ? undefined : rows.numbers(view.limit);
  const sides = rows.texts(view.side);
  const spots = sides.flatMap((side, row): Spot[] => {
    const [x, y] = [xs[row] as number, ys[row] as number];
    const known = Number.isFinite(x) && Number.isFinite(y);
    return known ? [{ side, x, y, fitted: fitted[row] as number, limit: limits?.[row] ?? Number.NaN }] : [];
  });
  const at = xs.findIndex((each, row) => Number.isFinite(each) && Number.isFinite(away[row]));
  if (spots.length === 0 || at < 0) return emptyDrawing(scene);
  const cutoff = (xs[at] as number) - (away[at] as number);
  const width = scene.width(460);
  const height = Math.round(Math.min(Math.max(width * 0.62, 200), 330));
  const [top, bottom] = [34, height - 38];
  const [formatX, formatY] = [scene.numbers(rows.unit(view.x), xs), scene.numbers(rows.unit(view.y), ys)];
  const titles = { x: scene.head(rows.title(view.x), formatX.unit), y: scene.head(rows.title(view.y), formatY.unit) };
  const y = scaleLinear(widened(extentOf(spots.flatMap((each) => [each.y, each.fitted, each.limit]))), [
    bottom,
    top,
  ]).nice(5);
  const ticks = y.ticks(5);
  const left = 12 + Math.max(...ticks.map((tick) => textWidth(tickText(formatY, tick), 11)));
  const x = scaleLinear(widened(extentOf([cutoff, ...spots.map((each) => each.x)])), [left + 8, width - 8]);
  const { palette } = scene;
  const colour = palette.sequential[4] as string;
  const mark = ({ x: across, y: up }: Spot) =>
    el("circle", {
      cx: x(across),
      cy: y(up),
      r: spots.length > 60 ? 2.4 : 3.2,
      fill: across < cutoff ? palette.surface : colour,
      "fill-opacity": across < cutoff ? undefined : 0.85,
      stroke: colour,
      "stroke-width": 1.3,
    });
  return {
    width,
    height,
    marks: [
      label(0, 10, fit(titles.y, width, 11), { size: 11, fill: palette.ink2 }),
      ...leftAxis(scene, y, {
        ticks,
        format: (tick) => tickText(formatY, tick),
        from: left,
        to: width,
        at: left,
        zero: true,
      }),
      ...bottomAxis(scene, x, {
        ticks: x.ticks(Math.max(3, Math.floor((width - left) / 70))),
        format: (tick) => tickText(formatX, tick),
        from: bottom,
        to: bottom + 3,
        at: bottom + 3,
      }),
      label(width, height - 6, fit(titles.x, width - left, 11), { size: 11, anchor: "end", fill: palette.ink2 }),
      line(x(cutoff), top - 8, x(cutoff), bottom, palette.accent, 1, "3 3"),
      ...spots.map(mark),
      ...[true, false].flatMap((before) =>
        curve(
          spots.filter((each) => each.x < cutoff === before),
          cutoff,
          before,
          x,
          y,
          scene,
        ),
      ),
    ],
    description: scene.say("describeDiscontinuity", { y: titles.y, x: titles.x, n: spots.length }),
    notes: [scene.say("discontinuityNote")],
  };
};

function widened([low, high]: readonly [number, number]): [number, number] {
  const pad = low === high ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.03;
  return [low >= 0 && low < pad ? 0 : low - pad, high + pad];
}

/** What was fitted on one side, drawn to its limit at the line. */
function curve(
  side: readonly Spot[],
  cutoff: number,
  before: boolean,
  x: (value: number) => number,
  y: (value: number) => number,
  { palette }: Scene,
): Markup[] {
  const points = side.filter(({ fitted }) => Number.isFinite(fitted)).map(({ x: at, fitted }) => [at, fitted] as const);
  points.sort(([a], [b]) => a - b);
  const limit = side.find((each) => Number.isFinite(each.limit))?.limit;
  if (limit !== undefined) points.splice(before ? points.length : 0, 0, [cutoff, limit]);
  if (points.length < 2) return [];
  const path = points.map(([at, value], step) => (step === 0 ? d`M${x(at)} ${y(value)}` : d`L${x(at)} ${y(value)}`));
  return [el("path", { d: path.join(""), fill: "none", stroke: palette.accent, "stroke-width": 2 })];
}
