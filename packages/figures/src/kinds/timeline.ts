import { findColumn, type ViewOf } from "@conurb/core/contract";
import { scaleLinear } from "d3-scale";
import { bottomAxis } from "../axis.ts";
import { extentOf } from "../classes.ts";
import type { Draw } from "../drawing.ts";
import { label, line, point, rect } from "../marks.ts";
import { spreadColours } from "../palette.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup } from "../svg.ts";
import { fit, textWidth, wrap } from "../type.ts";
import { type Category, categoryKey } from "./categories.ts";
import { emptyDrawing } from "./empty.ts";

interface Mark {
  readonly entry: string;
  readonly start: number;
  readonly latest: number;
  readonly end: number;
  readonly lane: string;
  readonly mark: string;
  readonly panel: string;
}

/** Three stand side by side on a page, each as wide as this; several in one picture are as wide as a phone has room for. */
const [alone, stacked] = [291, 358];
const [radius, step] = [4, 11];
const nothing = "";

/** Entries in lanes over years, a mark each; a span where only a decade is known. What has no year is counted below the axis. */
export const timeline: Draw<"timeline"> = (view, scene) => {
  const found = readMarks(view, scene);
  if (found.length === 0) return emptyDrawing(scene);
  const panels = [...new Set(found.map(({ panel }) => panel))];
  const width = scene.width(panels.length > 1 ? stacked : alone);
  const { table } = scene.rows(view.table, view.where);
  const all = [view.start, view.latest, view.end].flatMap((name) =>
    name === undefined || findColumn(table, name) === undefined ? [] : [...scene.whole(view.table, name, view.where)],
  );
  const [from, to] = extentOf(all);
  const looks = looksOf(found, view, scene);
  const lanes = inOrder(
    found.map(({ lane }) => lane),
    view.lanes,
  );
  const key = categoryKey(looks.values(), { x: 0, y: 8, width }, scene);
  const marks: Markup[] = [...key.marks];
  let y = key.height + 6;
  for (const panel of panels) {
    const own = found.filter((each) => each.panel === panel);
    if (panels.length > 1) {
      marks.push(
        label(0, y + 8, fit(scene.name(panel), width, 13, true), { size: 13, weight: 600, fill: scene.palette.ink }),
      );
      y += 22;
    }
    const drawn = drawPanel(own, { lanes, looks, from, to, width, top: y }, scene);
    marks.push(...drawn.marks);
    y = drawn.bottom + (panels.length > 1 ? 14 : 0);
  }
  const dated = found.filter(({ start }) => Number.isFinite(start)).length;
  const spans = found.some(({ start, latest }) => latest > start);
  return {
    width,
    height: y,
    marks,
    description: scene.say("describeTimeline", {
      n: found.length,
      dated,
      undated: found.length - dated,
      from: Number.isFinite(from) ? from : "–",
      to: Number.isFinite(to) ? to : "–",
    }),
    notes: spans ? [scene.say("spanNote")] : [],
  };
};

function readMarks(view: ViewOf<"timeline">, scene: Scene): Mark[] {
  const rows = scene.rows(view.table, view.where);
  const optional = (name: string | undefined) =>
    name === undefined || findColumn(rows.table, name) === undefined ? undefined : rows.numbers(name);
  const [starts, latest, ends] = [rows.numbers(view.start), optional(view.latest), optional(view.end)];
  const [lanes, marks] = [rows.texts(view.lane), rows.texts(view.mark)];
  const panels = view.panel === undefined ? undefined : rows.texts(view.panel);
  return rows.texts(view.entry).map((entry, i) => ({
    entry,
    start: starts[i] as number,
    latest: latest?.[i] ?? (starts[i] as number),
    end: ends?.[i] ?? Number.NaN,
    lane: lanes[i] ?? nothing,
    mark: marks[i] ?? nothing,
    panel: panels?.[i] ?? nothing,
  }));
}

/** Those that the view names come in its order, what it does not name after them, what is not coded last. */
function inOrder(codes: readonly string[], given: readonly string[] = []): string[] {
  const there = new Set(codes);
  const named = given.filter((code) => there.has(code));
  const others = [...there].filter((code) => !given.includes(code) && code !== nothing).sort();
  return [...named, ...others, ...(there.has(nothing) ? [nothing] : [])];
}

/** Dark to pale in the order of the codes, each with a shape of its own, so that colour is never alone. */
function looksOf(found: readonly Mark[], view: ViewOf<"timeline">, scene: Scene): ReadonlyMap<string, Category> {
  const codes = inOrder([...found.map(({ mark }) => mark), ...(view.marks ?? [])], view.marks);
  const coded = codes.filter((code) => code !== nothing);
  const shades = spreadColours(scene.palette.sequential, coded.length).reverse();
  const there = new Set(found.map(({ mark }) => mark));
  return new Map(
    codes.flatMap((code): [string, Category][] => {
      if (!there.has(code)) return [];
      const at = coded.indexOf(code);
      const title = code === nothing ? scene.say("uncoded") : scene.brief(code);
      const colour = code === nothing ? scene.palette.surface : (shades[at] as string);
      return [[code, { id: code === nothing ? "uncoded" : code, title, colour, shape: code === nothing ? 0 : at }]];
    }),
  );
}

interface Room {
  readonly lanes: readonly string[];
  readonly looks: ReadonlyMap<string, Category>;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly top: number;
}

function drawPanel(found: readonly Mark[], room: Room, scene: Scene): { marks: Markup[]; bottom: number } {
  const { palette } = scene;
  const { width, from, to } = room;
  const marks: Markup[] = [];
  const dated = found.filter(({ start }) => Number.isFinite(start));
  let y = room.top;
  if (dated.length > 0) {
    const x = scaleLinear([from, Math.max(to, from + 1)], [14, width - 16]);
    const above = y;
    const body: Markup[] = [];
    for (const lane of room.lanes) {
      const own = dated.filter((each) => each.lane === lane);
      if (own.length === 0) continue;
      body.push(label(0, y + 7, fit(laneName(lane, scene), width, 11), { size: 11, fill: palette.ink2 }));
      const placed = placeMarks(own, x);
      const rows = Math.max(...placed.map(({ row }) => row)) + 1;
      const base = y + 18 + rows * step;
      for (const each of placed) body.push(drawMark(each.mark, x, base - (each.row + 0.5) * step, room.looks, scene));
      body.push(line(0, base + 2, width, base + 2, palette.hair));
      y = base + 8;
    }
    const bottom = y - 2;
    const ticks = x.ticks(Math.max(2, Math.floor(width / 70))).filter(Number.isInteger);
    marks.push(...bottomAxis(scene, x, { ticks, format: String, from: above, to: bottom, at: bottom }), ...body);
    y = bottom + 24;
  }
  const drawn = drawUndated(
    found.filter(({ start }) => !Number.isFinite(start)),
    { ...room, top: y },
    scene,
  );
  return { marks: [...marks, ...drawn.marks], bottom: drawn.bottom };
}

const laneName = (lane: string, scene: Scene): string => (lane === nothing ? scene.say("uncoded") : scene.name(lane));

/** Marks that would lie on each other are stacked. */
function placeMarks(found: readonly Mark[], x: (year: number) => number): { mark: Mark; row: number }[] {
  const ends: number[] = [];
  return [...found]
    .sort((a, b) => a.start - b.start || a.latest - b.latest || (a.entry < b.entry ? -1 : 1))
    .map((mark) => {
      const left = x(mark.start) - radius;
      const right = Math.max(x(Number.isFinite(mark.end) ? mark.end : mark.latest), x(mark.latest)) + radius + 2;
      const free = ends.findIndex((end) => end <= left);
      const row = free < 0 ? ends.length : free;
      ends[row] = right;
      return { mark, row };
    });
}

function drawMark(
  { entry, start, latest, end, mark }: Mark,
  x: (year: number) => number,
  y: number,
  looks: ReadonlyMap<string, Category>,
  scene: Scene,
): Markup {
  const { palette } = scene;
  const { colour, shape } = looks.get(mark) as Category;
  const isSpan = latest > start;
  const years = isSpan ? `${start}–${latest}` : `${start}${end > start ? `–${end}` : ""}`;
  const at = isSpan ? (x(start) + x(latest)) / 2 : x(start);
  return el(
    "g",
    { "data-entry": entry },
    el("title", {}, `${scene.name(entry)} (${years})`),
    isSpan &&
      rect(x(start), y - 3, x(latest) - x(start), 6, palette.mute, {
        rx: 3,
        stroke: palette.ink3,
        "stroke-width": 0.6,
      }),
    end > start && line(x(start), y, x(end), y, palette.ink3, 1.4),
    point(at, y, radius, shape, { fill: colour, stroke: palette.ink2, "stroke-width": 0.7 }),
  );
}

/** How many have no year, lane by lane, each mark with its count. */
function drawUndated(found: readonly Mark[], room: Room, scene: Scene): { marks: Markup[]; bottom: number } {
  const { palette } = scene;
  const { width } = room;
  let y = room.top;
  if (found.length === 0) return { marks: [], bottom: y };
  const marks: Markup[] = [
    label(0, y + 7, scene.say("undated", { n: found.length }), { weight: 600, fill: palette.ink }),
  ];
  y += 20;
  for (const lane of room.lanes) {
    const own = found.filter((each) => each.lane === lane);
    if (own.length === 0) continue;
    for (const text of wrap(laneName(lane, scene), width, 11)) {
      marks.push(label(0, y + 6, text, { size: 11, fill: palette.ink2 }));
      y += 15;
    }
    let x = 0;
    for (const [code, { colour, shape }] of room.looks) {
      const count = own.filter(({ mark }) => mark === code).length;
      if (count === 0) continue;
      const text = String(count);
      const wide = 16 + textWidth(text, 12) + 14;
      if (x + wide > width) {
        x = 0;
        y += 16;
      }
      marks.push(
        point(x + 5, y + 6, radius, shape, { fill: colour, stroke: palette.ink2, "stroke-width": 0.7 }),
        label(x + 14, y + 6, text, { fill: palette.ink }),
      );
      x += wide;
    }
    y += 20;
  }
  return { marks, bottom: y };
}
