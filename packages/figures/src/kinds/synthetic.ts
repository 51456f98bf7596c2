import { addTo, type ViewOf } from "@conurb/core/contract";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { bottomAxis, leftAxis, tickText } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { spread } from "../layout/spread.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";

type Point = readonly [time: number, value: number];

interface Path {
  readonly id: string;
  readonly points: readonly Point[];
}

interface Panel {
  readonly paths: readonly Path[];
  /** Thin, behind. */
  readonly threads: readonly Path[];
  readonly title: string;
  readonly format: ReturnType<Scene["numbers"]>;
}

const [panelHeight, between, beneath] = [176, 30, 24];

/** Above, the treated and its synthetic twin; below, what lies between them, among the gaps of placebos. */
export const synthetic: Draw<"synthetic"> = (view, scene) => {
  const { gaps } = view;
  const above = readPaths(view.table, view, scene, view.where);
  const below = readPaths(gaps.table, { ...gaps, series: undefined }, scene, {});
  const threads =
    view.placebos === undefined
      ? []
      : readPaths(view.placebos.table, { ...view.placebos, series: view.placebos.place }, scene, {});
  const times = [...above, ...below].flatMap(({ points }) => points.map(([time]) => time));
  if (times.length === 0) return emptyDrawing(scene);
  const panels: Panel[] = [
    panelOf(view.table, view.value, above, [], above, scene),
    panelOf(gaps.table, gaps.value, below, threads, above, scene),
  ];
  const start = startOf(view, scene);
  const [first, last] = extentOf(times);
  const width = scene.width(460);
  const names = panelNames(view, above, threads.length, scene);
  const gutter = Math.min(
    width * 0.3,
    Math.max(...names.flatMap(textsOf).map((text) => textWidth(text, 12, true))) + 12,
  );
  const scales = panels.map((panel, at) => yScale(panel, topOf(at)));
  const left =
    12 +
    Math.max(
      ...panels.flatMap(
        ({ format }, at) => scales[at]?.ticks(4).map((tick) => textWidth(tickText(format, tick), 11)) ?? [],
      ),
    );
  const right = width - gutter;
  const x = scaleLinear([first, last > first ? last : first + 1], [left + 4, right - 4]);
  const height = topOf(1) + panelHeight + beneath;
  const [titled] = panels;
  return {
    width,
    height,
    marks: [
      ...panels.flatMap((panel, at) =>
        frameOf(panel, topOf(at), at === 0 ? 28 : 14, scales[at] as Linear, left, right, scene),
      ),
      ...bottomAxis(scene, x, {
        ticks: yearTicks(first, last, right - left),
        format: String,
        from: height - beneath,
        to: height - beneath + 3,
        at: height - beneath + 3,
      }),
      ...(start === undefined ? [] : startLine(x(start - 0.5), start, height - beneath, scene)),
      ...threads.map((thread) => thin(thread, x, scales[1] as Linear, scene)),
      ...panels.flatMap((panel, at) =>
        panel.paths.map((path) => thick(path, at === 1 || path === above[0], x, scales[at] as Linear, scene)),
      ),
      ...panels.flatMap((panel, at) =>
        endLabels(panel, names[at] as EndNames, topOf(at), right, gutter, scales[at] as Linear, scene),
      ),
    ],
    description: scene.say("describeSynthetic", {
      title: (titled as Panel).title,
      from: first,
      to: last,
      n: threads.length,
    }),
    notes: threads.length === 0 ? [] : [scene.say("syntheticNote", { n: threads.length })],
  };
};

type Linear = ScaleLinear<number, number>;
/** The first panel leaves a line for the year between its title and its top. */
const topOf = (panel: number): number => 38 + panel * (panelHeight + between);

interface Columns {
  readonly time: string;
  readonly value: string;
  readonly series?: string | undefined;
}

function readPaths(
  table: string,
  { time, value, series }: Columns,
  scene: Scene,
  where: ViewOf<"synthetic">["where"],
): Path[] {
  const rows = scene.beside(table, where);
  const [times, values] = [rows.numbers(time), rows.numbers(value)];
  const ids = series === undefined ? undefined : rows.texts(series);
  const found = new Map<string, Point[]>();
  values.forEach((each, row) => {
    const at = times[row] as number;
    if (!Number.isFinite(each) || !Number.isFinite(at)) return;
    const id = ids?.[row] ?? "";
    addTo(found, id, [at, each]);
  });
  return [...found].map(([id, points]) => ({ id, points: points.sort(([a], [b]) => a - b) }));
}

/** `measure`: whose numbers decide in what multiple of the unit both panels are told. */
function panelOf(
  table: string,
  value: string,
  paths: readonly Path[],
  threads: readonly Path[],
  measure: readonly Path[],
  scene: Scene,
): Panel {
  const rows = scene.beside(table);
  const format = scene.numbers(
    rows.unit(value),
    measure.flatMap(({ points }) => points.map(([, each]) => each)),
  );
  return { paths, threads, title: scene.head(rows.title(value), format.unit), format };
}

/** The year that treatment began in, told by how far it is off in any row. */
function startOf({ gaps }: ViewOf<"synthetic">, scene: Scene): number | undefined {
  if (gaps.since === undefined) return undefined;
  const rows = scene.beside(gaps.table);
  const [times, since] = [rows.numbers(gaps.time), rows.numbers(gaps.since)];
  const at = since.findIndex((each, row) => Number.isFinite(each) && Number.isFinite(times[row]));
  return at < 0 ? undefined : (times[at] as number) - (since[at] as number);
}

/** What stands at the ends of the lines: the two of the upper panel; the gap, its p and the placebos. */
function panelNames(view: ViewOf<"synthetic">, above: readonly Path[], placebos: number, scene: Scene): EndNames[] {
  const names = above.map(({ id }) => scene.brief(id));
  const p = view.p === undefined ? Number.NaN : (scene.beside(view.p.table).numbers(view.p.value)[0] ?? Number.NaN);
  const under = Number.isFinite(p) ? `p ${p < 0.001 ? "< 0.001" : p.toFixed(3)}` : undefined;
  return [
    { lines: names },
    { lines: names.slice(0, 1), under, behind: placebos > 0 ? scene.say("placebos") : undefined },
  ];
}

interface EndNames {
  readonly lines: readonly string[];
  /** Beneath the first of them. */
  readonly under?: string | undefined;
  /** Of the threads. */
  readonly behind?: string | undefined;
}

function yScale({ paths, threads }: Panel, top: number): Linear {
  const values = [...paths, ...threads].flatMap(({ points }) => points.map(([, value]) => value));
  const [least, most] = extentOf(values);
  const pad = least === most ? Math.abs(most) * 0.1 || 1 : 0;
  return scaleLinear([least - pad, most + pad], [top + panelHeight - 4, top]).nice(4);
}

function frameOf(
  { title, format }: Panel,
  top: number,
  above: number,
  y: Linear,
  left: number,
  right: number,
  scene: Scene,
): Markup[] {
  return [
    label(0, top - above, fit(title, right, 11), { size: 11, fill: scene.palette.ink2 }),
    ...leftAxis(scene, y, {
      ticks: y.ticks(4),
      format: (tick) => tickText(format, tick),
      from: left,
      to: right,
      at: left,
      zero: true,
    }),
  ];
}

function pathOf({ points }: Path, x: Linear, y: Linear): string {
  return points
    .map(([time, value], at) => (at === 0 ? d`M${x(time)} ${y(value)}` : d`L${x(time)} ${y(value)}`))
    .join("");
}

const thin = (path: Path, x: Linear, y: Linear, { palette }: Scene): Markup =>
  el("path", {
    d: pathOf(path, x, y),
    fill: "none",
    stroke: palette.ink3,
    "stroke-opacity": 0.4,
    "stroke-width": 0.9,
    "data-place": path.id,
  });

const thick = (path: Path, isTreated: boolean, x: Linear, y: Linear, { palette }: Scene): Markup =>
  el("path", {
    d: pathOf(path, x, y),
    fill: "none",
    stroke: isTreated ? palette.accent : palette.ink2,
    "stroke-width": isTreated ? 2.4 : 1.7,
    "stroke-dasharray": isTreated ? undefined : "5 3",
    "stroke-linejoin": "round",
  });

/** Between the last year without and the first with: named at the top, where lines are few. */
function startLine(at: number, year: number, bottom: number, { palette }: Scene): Markup[] {
  return [
    line(at, topOf(0) - 2, at, topOf(0) + panelHeight, palette.accent, 1, "3 3"),
    line(at, topOf(1) - 2, at, bottom, palette.accent, 1, "3 3"),
    label(at - 4, topOf(0) - 10, String(year), {
      size: 11,
      anchor: "end",
      fill: palette.accent,
      halo: palette.surface,
    }),
  ];
}

const textsOf = ({ lines, under, behind }: EndNames): string[] =>
  [...lines, under, behind].filter((text) => text !== undefined);

function endLabels(
  { paths, threads }: Panel,
  { lines, under, behind }: EndNames,
  top: number,
  right: number,
  gutter: number,
  y: Linear,
  scene: Scene,
): Markup[] {
  const { palette } = scene;
  const ends = paths.map(({ points }) => y(points.at(-1)?.[1] as number));
  const fan = threads.map(({ points }) => y(points.at(-1)?.[1] as number)).sort((a, b) => a - b);
  const [first = 0] = ends;
  // placebos are named at the side of the fan that the treated one leaves free
  const free = first > top + panelHeight / 2 ? fan[0] : fan.at(-1);
  const wanted = [
    ...lines.map((text, which) => ({ text, at: ends[which] ?? first, isTreated: which === 0 })),
    ...(under === undefined ? [] : [{ text: under, at: first + 1, isTreated: false }]),
    ...(behind === undefined || free === undefined ? [] : [{ text: behind, at: free, isTreated: false }]),
  ];
  const placed = spread(
    wanted.map(({ at }) => at),
    14,
    top + 6,
    top + panelHeight - 8,
  );
  return wanted.map(({ text, isTreated }, which) =>
    label(right + 6, placed[which] as number, fit(text, gutter - 6, 12, isTreated), {
      weight: isTreated ? 600 : 400,
      fill: isTreated ? palette.accent : palette.ink2,
      halo: palette.surface,
    }),
  );
}

function yearTicks(first: number, last: number, width: number): number[] {
  const room = Math.max(2, Math.floor(width / 48));
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each <= room) ?? 100;
  const from = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(1, Math.floor((last - from) / step) + 1) }, (_, at) => from + at * step);
}
