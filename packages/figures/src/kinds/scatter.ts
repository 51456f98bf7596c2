import { scaleLinear, scaleLog } from "d3-scale";
import { bottomAxis, leftAxis, logTicks, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { placeLabels } from "../layout/label-places.ts";
import { label, point } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";
import { pointMark } from "./point-mark.ts";

/** Two values a place; names where there is room, the selected first; the fitted line only if the table holds it. */
export const scatter: Draw<"scatter"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const [xs, ys] = [rows.numbers(view.x), rows.numbers(view.y)];
  const groupOf = view.group === undefined ? undefined : rows.texts(view.group);
  const logX = view.log === "x" || view.log === "both";
  const logY = view.log === "y" || view.log === "both";
  const drawable = (x: number, y: number): boolean =>
    Number.isFinite(x) && Number.isFinite(y) && (!logX || x > 0) && (!logY || y > 0);
  const codes = rows.texts(view.place);
  const data = codes.flatMap((place, i) =>
    drawable(xs[i] as number, ys[i] as number)
      ? [{ place, row: i, valueX: xs[i] as number, valueY: ys[i] as number, group: groupOf?.[i] ?? "" }]
      : [],
  );
  if (data.length === 0) return emptyDrawing(scene);
  const missing = codes.filter((_, i) => !drawable(xs[i] as number, ys[i] as number));
  const { palette } = scene;
  const width = scene.width(420);
  const height = Math.round(Math.min(width * 0.82, 400));
  const [formatX, formatY] = [scene.numbers(rows.unit(view.x), xs), scene.numbers(rows.unit(view.y), ys)];
  const groups = [...new Set(data.map(({ group }) => group))];
  const key = groups.length > 1 ? 22 : 0;
  const [top, bottom] = [26 + key, height - 36];
  const y = scaleOf(
    data.map(({ valueY }) => valueY),
    [bottom, top],
    logY,
  );
  const left = 12 + Math.max(...y.ticks.map((tick) => textWidth(tickText(formatY, tick), 11)));
  const x = scaleOf(
    data.map(({ valueX }) => valueX),
    [left + 4, width - 14],
    logX,
  );
  const spots = data.map((each) => ({
    ...each,
    x: x.scale(each.valueX),
    y: y.scale(each.valueY),
    r: data.length > 80 ? 2.8 : 4,
  }));
  const order = [...spots].sort(
    (a, b) =>
      Number(scene.isSelected(b.place)) - Number(scene.isSelected(a.place)) ||
      Number(scene.isPeer(b.place)) - Number(scene.isPeer(a.place)) ||
      outerness(b, left, width, top, bottom) - outerness(a, left, width, top, bottom),
  );
  const places = placeLabels(
    order
      .slice(0, 40)
      .map((spot) => ({ ...spot, text: scene.name(spot.place), size: 11, must: scene.isSelected(spot.place) })),
    spots,
    { x: left, y: top - 4, width: width - left, height: bottom - top + 4 },
  );
  const titles = { x: scene.head(rows.title(view.x), formatX.unit), y: scene.head(rows.title(view.y), formatY.unit) };
  const scaleWord = (log: boolean): string => (log ? ` · ${scene.say("logScale")}` : "");
  return {
    width,
    height,
    marks: [
      label(0, 8, titles.y + scaleWord(logY), { size: 11, fill: palette.ink2 }),
      ...groupKey(groups, left, scene),
      ...leftAxis(scene, y.scale, {
        ticks: y.ticks,
        format: (tick) => tickText(formatY, tick),
        from: left,
        to: width - 8,
        at: left,
        zero: true,
      }),
      ...bottomAxis(scene, x.scale, {
        ticks: x.ticks,
        format: (tick) => tickText(formatX, tick),
        from: top - 6,
        to: bottom,
        at: bottom,
        zero: true,
      }),
      label(width - 8, bottom + 28, fit(titles.x + scaleWord(logX), width - left, 11), {
        size: 11,
        anchor: "end",
        fill: palette.ink2,
      }),
      ...(view.fitted === undefined ? [] : [fittedLine(spots, rows.numbers(view.fitted), y.scale, scene)]),
      ...spots.map((spot) => pointMark(spot, spot.place, spot.group, scene)),
      ...order.slice(0, 40).flatMap((spot, i) => {
        const at = places[i];
        if (at === undefined) return [];
        const selected = scene.isSelected(spot.place);
        return [
          label(at.x, at.y, scene.name(spot.place), {
            size: 11,
            anchor: at.anchor,
            weight: selected ? 600 : 400,
            fill: selected ? palette.accent : palette.ink2,
            halo: palette.surface,
          }),
        ];
      }),
    ],
    description: `${titles.y} / ${titles.x}: ${data.length}.${missing.length === 0 ? "" : scene.say("describeMissing", { names: scene.names(missing) })}`,
    notes: missing.length === 0 ? [] : [scene.say("describeMissing", { names: scene.names(missing) }).trim()],
  };
};

interface Scaled {
  readonly scale: (value: number) => number;
  readonly ticks: readonly number[];
}

function scaleOf(values: readonly number[], range: [number, number], log: boolean): Scaled {
  const [low, high] = extentOf(values);
  const span = Math.abs(range[1] - range[0]);
  if (log) {
    const domain: [number, number] = [low / 1.15, high * 1.15];
    return {
      scale: scaleLog(domain, range),
      ticks: logTicks(domain[0], domain[1], Math.max(3, Math.floor(span / 45))),
    };
  }
  const pad = low === high ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.04;
  const scale = scaleLinear([low - pad, high + pad], range);
  return { scale, ticks: scale.ticks(Math.max(3, Math.floor(span / 60))) };
}

/** How far a spot lies from the middle of the plot: the outer ones are named first. */
function outerness(spot: { x: number; y: number }, left: number, right: number, top: number, bottom: number): number {
  return Math.hypot((spot.x - (left + right) / 2) / (right - left), (spot.y - (top + bottom) / 2) / (bottom - top));
}

function fittedLine(
  spots: readonly { row: number; x: number }[],
  fitted: Float64Array,
  y: (value: number) => number,
  scene: Scene,
): Markup {
  const path = [...spots]
    .filter(({ row }) => Number.isFinite(fitted[row]))
    .sort((a, b) => a.x - b.x)
    .map(({ x, row }, i) => (i === 0 ? d`M${x} ${y(fitted[row] as number)}` : d`L${x} ${y(fitted[row] as number)}`))
    .join("");
  return el(
    "g",
    {},
    path !== "" && el("path", { d: path, fill: "none", stroke: scene.palette.ink2, "stroke-width": 1.6 }),
  );
}

function groupKey(groups: readonly string[], left: number, scene: Scene): Markup[] {
  if (groups.length < 2) return [];
  let x = left;
  return groups.flatMap((id) => {
    const { title, colour, index } = scene.group(id);
    const at = x;
    x += 12 + textWidth(title, 12, true) + 16;
    return [point(at + 4, 28, 4, index, { fill: colour }), label(at + 12, 28, title, { weight: 600, fill: colour })];
  });
}
