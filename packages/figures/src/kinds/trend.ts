import { scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { spread } from "../layout/spread.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";
import { drawBehind, readBehind } from "./trend-behind.ts";
import {
  type Focus,
  focusOf,
  greyNote,
  isFew,
  last,
  lastIndex,
  lookOf,
  namedSeries,
  type Series,
} from "./trend-look.ts";
import { breakAt, breakMark, yearMark } from "./trend-years.ts";

/** What a page 390 wide has for a figure: few lines need no more. */
const phone = 358;
/** From one year on the axis to the next. */
const tickRoom = 40;

/** Lines between comparable points only: a gap or a break in the source is a gap in the line. */
export const trend: Draw<"trend"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const [times, values, ids] = [rows.numbers(view.time), rows.numbers(view.value), rows.texts(view.series)];
  const years = yearsOf(times, values);
  if (years.length === 0) return emptyDrawing(scene);
  const series = readSeries(
    ids,
    times,
    years,
    values,
    view.low && rows.numbers(view.low),
    view.high && rows.numbers(view.high),
  );
  const width = scene.width(isFew(series) ? phone : 460);
  const height = Math.round(Math.min(Math.max(width * 0.6, 170), 340));
  const format = scene.numbers(rows.unit(view.value), values);
  const threads = readBehind(view, scene);
  const [least, most] = extentOf([
    ...series.flatMap((each) => [...each.values, ...each.low, ...each.high]),
    ...threads.flatMap(({ points }) => points.map(([, value]) => value)),
  ]);
  if (!Number.isFinite(least)) return emptyDrawing(scene);
  const focus = focusOf(series, scene);
  const colours = new Map(series.map(({ id }) => [id, lookOf(id, focus, scene).colour]));
  const named = namedSeries(series, focus, scene);
  const labels = named.map((each) => {
    const value = ` ${format.format(last(each.values))}`;
    return { each, text: fit(scene.brief(each.id), width * 0.32 - textWidth(value, 12, true), 12, true) + value };
  });
  const gutter = Math.min(width * 0.34, Math.max(0, ...labels.map(({ text }) => textWidth(text, 12, true))) + 14);
  const pad = least === most ? Math.abs(most) * 0.1 || 1 : 0;
  const y = scaleLinear([least - pad, most + pad], [height - 26, 12]).nice(5);
  const ticks = y.ticks(5);
  const left = 12 + Math.max(...ticks.map((tick) => textWidth(tickText(format, tick), 11)));
  const right = width - gutter;
  const x = scaleLinear(
    [years[0] as number, years.at(-1) as number],
    years.length === 1 ? [(left + right) / 2, right] : [left + 6, right - 4],
  );
  const breaks = (view.breaks ?? []).filter((year) => year > (years[0] as number) && year <= (years.at(-1) as number));
  const weight = (id: string) => 2 * Number(scene.isSelected(id)) + Number(focus.grouped.has(id));
  const drawn = [...series].sort((a, b) => weight(a.id) - weight(b.id));
  const bottom = height - 26;
  const title = scene.head(rows.title(view.value), format.unit);
  const ends = spread(
    labels.map(({ each }) => y(last(each.values))),
    14,
    26,
    bottom - 4,
  );
  const gaps = series.some(({ values: own }) => own.slice(firstIndex(own), lastIndex(own)).some(Number.isNaN));
  return {
    width,
    height,
    marks: [
      ...leftAxis(scene, y, {
        ticks,
        format: (tick) => tickText(format, tick),
        from: left,
        to: right,
        at: left,
        zero: true,
      }),
      ...bottomAxis(scene, x, {
        ticks: yearTicks(years, x),
        format: String,
        from: bottom,
        to: bottom + 3,
        at: bottom + 3,
      }),
      ...yearMark(scene.context.year, years, x, bottom, scene),
      ...breaks.flatMap((year) => breakMark(breakAt(year, years, x), bottom, scene)),
      ...drawBehind(threads, (id) => colours.get(id) ?? scene.palette.ink3, x, y),
      ...drawn.map((each) => drawSeries(each, years, breaks, x, y, focus, scene)),
      ...labels.flatMap(({ each, text }, i) =>
        endLabel(each, text, ends[i] as number, x, y, years, right, gutter, focus, scene),
      ),
    ],
    dek: title,
    description: scene.say("describeLines", {
      title,
      n: series.length,
      from: years[0] as number,
      to: years.at(-1) as number,
    }),
    notes: [
      ...(threads.length > 0 ? [scene.say("behindNote")] : []),
      ...(breaks.length > 0 ? [scene.say("breakNote")] : []),
      ...(gaps ? [scene.say("gapNote")] : []),
      ...greyNote(series, named, focus, scene),
    ],
  };
};

/** Every year of the table between the first and the last with a figure. */
function yearsOf(times: Float64Array, values: Float64Array): number[] {
  const [first, last] = extentOf(times.filter((_, i) => Number.isFinite(values[i])));
  return [...new Set(times)].filter((year) => year >= first && year <= last).sort((a, b) => a - b);
}

function readSeries(
  ids: readonly string[],
  times: Float64Array,
  years: readonly number[],
  values: Float64Array,
  low: Float64Array | "" | undefined,
  high: Float64Array | "" | undefined,
): Series[] {
  const blank = (): number[] => years.map(() => Number.NaN);
  const found = new Map<string, { id: string; values: number[]; low: number[]; high: number[] }>();
  ids.forEach((id, i) => {
    const at = years.indexOf(times[i] as number);
    if (at < 0) return;
    const own = found.get(id) ?? { id, values: blank(), low: blank(), high: blank() };
    own.values[at] = values[i] as number;
    if (low) own.low[at] = low[i] as number;
    if (high) own.high[at] = high[i] as number;
    found.set(id, own);
  });
  return [...found.values()].filter((each) => each.values.some(Number.isFinite));
}

function drawSeries(
  series: Series,
  years: readonly number[],
  breaks: readonly number[],
  x: (year: number) => number,
  y: (value: number) => number,
  focus: Focus,
  scene: Scene,
): Markup {
  const { colour, width, dash } = lookOf(series.id, focus, scene);
  let path = "";
  let band = "";
  const points: Markup[] = [];
  series.values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    const year = years[i] as number;
    const joined =
      i > 0 &&
      Number.isFinite(series.values[i - 1]) &&
      !breaks.some((each) => each > (years[i - 1] as number) && each <= year);
    path += joined ? d`L${x(year)} ${y(value)}` : d`M${x(year)} ${y(value)}`;
    const next = series.values[i + 1];
    const alone = !joined && !Number.isFinite(next);
    if (years.length <= 4 || alone || scene.isSelected(series.id)) {
      points.push(
        el("circle", { cx: x(year), cy: y(value), r: scene.isSelected(series.id) ? 3.6 : 2.4, fill: colour }),
      );
    }
    const [low, high] = [series.low[i] as number, series.high[i] as number];
    if (joined && [low, high, series.low[i - 1], series.high[i - 1]].every(Number.isFinite)) {
      const before = years[i - 1] as number;
      band += d`M${x(before)} ${y(series.low[i - 1] as number)}L${x(year)} ${y(low)}V${y(high)}L${x(before)} ${y(series.high[i - 1] as number)}Z`;
    }
  });
  return el(
    "g",
    { "data-place": series.id },
    band !== "" && el("path", { d: band, fill: colour, "fill-opacity": 0.16 }),
    el("path", {
      d: path,
      fill: "none",
      stroke: colour,
      "stroke-width": width,
      "stroke-opacity": focus.all || width > 1 ? undefined : 0.45,
      "stroke-dasharray": dash,
      "stroke-linejoin": "round",
    }),
    points,
  );
}

function endLabel(
  series: Series,
  text: string,
  at: number,
  x: (year: number) => number,
  y: (value: number) => number,
  years: readonly number[],
  right: number,
  gutter: number,
  focus: Focus,
  scene: Scene,
): Markup[] {
  const look = lookOf(series.id, focus, scene);
  const strong = scene.isSelected(series.id) || (focus.all && look.width > 1);
  const end = lastIndex(series.values);
  const [fromX, fromY] = [x(years[end] as number), y(series.values[end] as number)];
  const far = Math.abs(at - fromY) > 4 || right - fromX > 12;
  return [
    ...(far ? [line(fromX + 3, fromY, right + 3, at, scene.palette.rule)] : []),
    label(right + 6, at, fit(text, gutter - 6, 12, strong), {
      weight: strong ? 600 : 400,
      fill: look.width > 1 ? look.colour : scene.palette.ink2,
      halo: scene.palette.surface,
    }),
  ];
}

/** As many years as can be read side by side, from the last backwards at even steps. */
function yearTicks(years: readonly number[], x: (year: number) => number): readonly number[] {
  for (let step = 1; step < years.length; step += 1) {
    const ticks = years.filter((_, i) => (years.length - 1 - i) % step === 0);
    if (ticks.slice(1).every((year, i) => x(year) - x(ticks[i] as number) >= tickRoom)) return ticks;
  }
  return years.slice(-1);
}

function firstIndex(values: readonly number[]): number {
  return values.findIndex(Number.isFinite);
}
