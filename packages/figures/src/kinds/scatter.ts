import type { ViewOf } from "@conurb/core/contract";
import { scaleLinear, scaleLog } from "d3-scale";
import { bottomAxis, leftAxis, logTicks, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { placeLabels } from "../layout/label-places.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { type Category, categoriesOf, categoryKey } from "./categories.ts";
import { emptyDrawing } from "./empty.ts";
import { placedLabel } from "./placed-label.ts";
import { pointMark } from "./point-mark.ts";

/** Beyond so many names a picture is a list; the outermost of them may stand away on a hair. */
const [mostNamed, mostLed] = [40, 14];

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
  const titles = { x: scene.head(rows.title(view.x), formatX.unit), y: scene.head(rows.title(view.y), formatY.unit) };
  const categories = categoriesOf(
    data.map(({ group }) => group),
    scene,
  );
  const key = categoryKey(categories.values(), { x: 0, y: 8, width }, scene);
  const head = key.height + (key.height > 0 ? 8 : 0);
  const [top, bottom] = [head + 34, head + height - 36];
  const y = scaleOf([...data.map(({ valueY }) => valueY), ...levelsOf(view, scene).values()], [bottom, top], logY);
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
  const outer = outerness(spots);
  const order = [...spots].sort(
    (a, b) =>
      Number(scene.isSelected(b.place)) - Number(scene.isSelected(a.place)) ||
      Number(scene.isPeer(b.place)) - Number(scene.isPeer(a.place)) ||
      outer(b) - outer(a),
  );
  const places = placeLabels(
    order.slice(0, mostNamed).map((spot, i) => ({
      ...spot,
      text: scene.name(spot.place),
      size: 11,
      must: scene.isSelected(spot.place),
      leader: i < mostLed,
    })),
    spots,
    { x: left, y: top - 8, width: width - left, height: bottom - top + 8 },
    { strict: true, lines: zeroLines(x, y, [left, width - 8], [top, bottom]) },
  );
  const scaleWord = (log: boolean): string => (log ? ` · ${scene.say("logScale")}` : "");
  return {
    width,
    height: head + height,
    marks: [
      ...key.marks,
      label(0, head + 10, titles.y + scaleWord(logY), { size: 11, fill: palette.ink2 }),
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
      ...levelLines(view, categories, y.scale, [left, width - 8], scene),
      ...(view.fitted === undefined ? [] : [fittedLine(spots, rows.numbers(view.fitted), y.scale, scene)]),
      ...spots.map((spot) => pointMark(spot, spot.place, categories.get(spot.group) as Category, scene)),
      ...order
        .slice(0, mostNamed)
        .flatMap(({ place }, i) => placedLabel(places[i], place, scene, { size: 11, fill: palette.ink2 })),
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

/** How far a spot lies from the centre of all of them: the outer ones are named first. */
function outerness(spots: readonly { x: number; y: number }[]): (spot: { x: number; y: number }) => number {
  const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length;
  const y = spots.reduce((sum, spot) => sum + spot.y, 0) / spots.length;
  return (spot) => Math.hypot(spot.x - x, spot.y - y);
}

/** Points along the axes at zero, which would strike a name through. */
function zeroLines(x: Scaled, y: Scaled, across: readonly [number, number], down: readonly [number, number]) {
  const steps = (from: number, to: number): number[] =>
    Array.from({ length: Math.ceil((to - from) / 6) }, (_, i) => from + i * 6);
  return [
    ...(y.ticks.includes(0) ? steps(...across).map((at) => ({ x: at, y: y.scale(0), r: 0.5 })) : []),
    ...(x.ticks.includes(0) ? steps(...down).map((at) => ({ x: x.scale(0), y: at, r: 0.5 })) : []),
  ];
}

/** One value a group. */
function levelsOf({ levels }: ViewOf<"scatter">, scene: Scene): ReadonlyMap<string, number> {
  if (levels === undefined) return new Map();
  const rows = scene.beside(levels.table);
  const [groups, values] = [rows.texts(levels.group ?? levels.table), rows.numbers(levels.value)];
  const known = groups.flatMap((group, at): [string, number][] =>
    Number.isFinite(values[at]) ? [[group, values[at] as number]] : [],
  );
  return new Map(known);
}

/** Hairs across the picture, in the colour of their group. */
function levelLines(
  view: ViewOf<"scatter">,
  categories: ReadonlyMap<string, Category>,
  y: (value: number) => number,
  [from, to]: readonly [number, number],
  scene: Scene,
): Markup[] {
  return [...levelsOf(view, scene)].flatMap(([group, value]) => {
    const colour = categories.get(group)?.colour;
    return colour === undefined ? [] : [line(from, y(value), to, y(value), colour, 1.2, "4 3")];
  });
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
