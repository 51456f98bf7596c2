import type { ViewOf } from "@conurb/core/contract";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import type { Scene } from "../scene.ts";
import { bandPanels } from "./density-panels.ts";
import { ridges } from "./density-ridges.ts";
import { emptyDrawing } from "./empty.ts";

/** One curve, from left to right; the ends of its bands where it has them. */
export interface Curve {
  readonly id: string;
  readonly points: readonly CurvePoint[];
}
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly outerLow: number;
  readonly outerHigh: number;
}

/** Curves over one axis: a ridge a series, or, where they come with bands, a panel a series. */
export const density: Draw<"density"> = (view, scene) => {
  const curves = readCurves(view, scene);
  if (curves.length === 0) return emptyDrawing(scene);
  return view.low === undefined ? ridges(view, curves, scene) : bandPanels(view, curves, scene);
};

function readCurves(view: ViewOf<"density">, scene: Scene): Curve[] {
  const rows = scene.rows(view.table, view.where);
  const [ids, xs, ys] = [rows.texts(view.series), rows.numbers(view.x), rows.numbers(view.y)];
  const column = (name: string | undefined) => (name === undefined ? undefined : rows.numbers(name));
  const { low, high, middle, outerLow, outerHigh } = view;
  const bands = [low, high, middle, outerLow, outerHigh].map(column);
  const found = new Map<string, CurvePoint[]>();
  ids.forEach((id, at) => {
    const [x, y] = [xs[at] as number, ys[at] as number];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    const [l, h, m, ol, oh] = bands.map((band) => band?.[at] ?? Number.NaN) as [number, number, number, number, number];
    const own = found.get(id) ?? [];
    own.push({ x, y, low: l, high: h, middle: m, outerLow: ol, outerHigh: oh });
    found.set(id, own);
  });
  return [...found].map(([id, points]) => ({ id, points: points.sort((a, b) => a.x - b.x) }));
}

/** The stretch of the axis in which some curve is more than a sliver. */
export function shownStretch(curves: readonly Curve[]): [number, number] {
  const points = curves.flatMap((curve) => curve.points);
  const most = extentOf(points.map(({ y }) => y))[1];
  const seen = points.filter(({ y }) => y > 0.002 * most).map(({ x }) => x);
  const [low, high] = extentOf(seen.length > 0 ? seen : points.map(({ x }) => x));
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}
