import { addTo, type ViewOf } from "@conurb/core/contract";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { label, line, rect } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

interface Step {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly bandLow: number;
  readonly bandHigh: number;
}

/** An estimator's steps, in their order. */
interface Series {
  readonly id: string;
  readonly steps: readonly Step[];
}

/** Effects before and after: what stands left of the line should be near 0, what stands right of it is the effect. */
export const effects: Draw<"effects"> = (view, scene) => {
  const rows = scene.rows(view.table, view.where);
  const series = readSeries(view, scene);
  const steps = series.flatMap((each) => each.steps);
  if (steps.length === 0) return emptyDrawing(scene);
  const values = steps.flatMap(({ value, low, high, bandLow, bandHigh }) => [value, low, high, bandLow, bandHigh]);
  const [least, most] = extentOf([0, ...values]);
  const width = scene.width(520);
  const top = series.length > 1 ? 26 : 8;
  const height = Math.round(Math.min(Math.max(width * 0.56, 200), 340)) + top;
  const bottom = height - 40;
  const format = scene.numbers(rows.unit(view.value), values);
  const y = scaleLinear([least, most > least ? most : least + 1], [bottom, top]).nice(5);
  const ticks = y.ticks(5);
  const left = 14 + Math.max(...ticks.map((tick) => textWidth(tickText(format, tick), 11)));
  const times = [...new Set(steps.map(({ at }) => at))].sort((a, b) => a - b);
  const [first, last] = extentOf(times);
  const x = scaleLinear([first - 0.5, last + 0.5], [left, width - 4]);
  const every = Math.max(1, Math.ceil(times.length / Math.max(1, (width - left) / 34)));
  const title = scene.head(rows.title(view.value), format.unit);
  const offset = (which: number) =>
    (which - (series.length - 1) / 2) * Math.min(9, (x(1) - x(0)) / (series.length + 1));
  const hasBand = steps.some(({ bandLow }) => Number.isFinite(bandLow));
  return {
    width,
    height,
    marks: [
      ...leftAxis(scene, y, {
        ticks,
        format: (tick) => tickText(format, tick),
        from: left,
        to: width,
        at: left,
        zero: true,
      }),
      ...bottomAxis(scene, x, {
        ticks: times.filter((at) => at % every === 0),
        format: (tick) => tickText(scene.numbers("1", times), tick),
        from: bottom,
        to: bottom + 3,
        at: bottom + 3,
      }),
      ...(first < 0 ? [line(x(-0.5), top, x(-0.5), bottom, scene.palette.accent, 1, "3 3")] : []),
      ...series.flatMap((each, which) => drawSeries(each, which, offset(which), x, y, scene)),
      ...(series.length > 1 ? legend(series, scene) : []),
      label(width, height - 7, rows.title(view.time), { size: 11, anchor: "end", fill: scene.palette.ink2 }),
    ],
    dek: title,
    description: scene.say("describeEffects", { title, from: first, to: last, n: series.length }),
    notes: [
      ...(first < 0 ? [scene.say("effectsBeforeNote")] : []),
      scene.say(hasBand ? "effectsBandNote" : "effectsNote"),
    ],
  };
};

function readSeries(view: ViewOf<"effects">, scene: Scene): Series[] {
  const rows = scene.rows(view.table, view.where);
  const column = (name: string | undefined) => (name === undefined ? undefined : rows.numbers(name));
  const [at, value] = [rows.numbers(view.time), rows.numbers(view.value)];
  const bounds = [view.low, view.high, view.bandLow, view.bandHigh].map(column);
  const ids = view.series === undefined ? undefined : rows.texts(view.series);
  const found = new Map<string, Step[]>();
  value.forEach((each, row) => {
    if (!Number.isFinite(each)) return;
    const [low, high, bandLow, bandHigh] = bounds.map((bound) => bound?.[row] ?? Number.NaN) as [
      number,
      number,
      number,
      number,
    ];
    const id = ids?.[row] ?? "";
    addTo(found, id, { at: at[row] as number, value: each, low, high, bandLow, bandHigh });
  });
  return [...found].map(([id, steps]) => ({ id, steps: steps.sort((a, b) => a.at - b.at) }));
}

function drawSeries(
  { id, steps }: Series,
  which: number,
  offset: number,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
  scene: Scene,
): Markup[] {
  const { palette } = scene;
  const colour = lookOf(which, scene);
  const banded =
    which === 0 ? steps.filter(({ bandLow, bandHigh }) => Number.isFinite(bandLow) && Number.isFinite(bandHigh)) : [];
  const half = Math.min(13, (x(1) - x(0)) / 2 - 2);
  return [
    // the band is as wide as its step: it holds for each of them, and for nothing between
    ...banded.map(({ at, bandLow, bandHigh }) =>
      el("path", {
        d: d`M${x(at) - half} ${y(bandHigh)}h${2 * half}V${y(bandLow)}h${-2 * half}z`,
        fill: palette.sequential[1] as string,
        "fill-opacity": 0.55,
      }),
    ),
    el(
      "g",
      { "data-place": id },
      steps.map(({ at, value, low, high }) => {
        const centre = x(at) + offset;
        return [
          Number.isFinite(low) && Number.isFinite(high) && line(centre, y(low), centre, y(high), colour, 1.6),
          // the step that the others are measured from is 0 by construction: a square, no estimate
          value === 0 && !Number.isFinite(low)
            ? rect(centre - 3, y(value) - 3, 6, 6, palette.surface, { stroke: palette.ink, "stroke-width": 1.4 })
            : el("circle", {
                cx: centre,
                cy: y(value),
                r: 3.4,
                fill: at < 0 ? palette.surface : colour,
                stroke: colour,
                "stroke-width": 1.6,
              }),
        ];
      }),
    ),
  ];
}

const lookOf = (which: number, { palette }: Scene): string =>
  which === 0
    ? (palette.sequential[4] as string)
    : (palette.categorical[(which - 1) % palette.categorical.length] as string);

function legend(series: readonly Series[], scene: Scene): Markup[] {
  let left = 2;
  return series.flatMap(({ id }, which) => {
    const text = scene.brief(id);
    const from = left;
    left += textWidth(text, 11) + 28;
    return [
      el("circle", { cx: from + 5, cy: 9, r: 3.4, fill: lookOf(which, scene) }),
      label(from + 13, 9, text, { size: 11, fill: scene.palette.ink2 }),
    ];
  });
}
