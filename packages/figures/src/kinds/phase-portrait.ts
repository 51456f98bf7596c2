import type { ViewOf } from "@conurb/core/contract";
import { bottomAxis, leftAxis } from "../axis.ts";
import type { Draw } from "../drawing.ts";
import { fixed } from "../format.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { fit, textWidth } from "../type.ts";
import { emptyDrawing } from "./empty.ts";
import { cubeFrame, type Plane, type Spot } from "./phase-plane.ts";
import { restKey, restMark } from "./rest-marks.ts";

interface Path {
  readonly id: number;
  readonly spots: readonly Spot[];
}
interface Rest {
  readonly name: string;
  readonly stability: string;
  readonly spot: Spot;
}

/** Paths of two shares in a square, or of three in a cube; where they rest, and how firmly, by the mark. */
export const phasePortrait: Draw<"phase-portrait"> = (view, scene) => {
  const paths = readPaths(view, scene);
  const rests = readRests(view, scene);
  if (paths.length === 0) return emptyDrawing(scene);
  const hasDepth = paths[0]?.spots[0]?.length === 3;
  const width = scene.width(hasDepth ? 460 : 400);
  const titles = axisTitles(view, scene);
  const plane = hasDepth ? cubePlane(width) : squarePlane(width);
  const { palette } = scene;
  const shown = [...paths].sort((a, b) => b.id - a.id);
  const key = restKey(
    [...new Set(rests.map(({ stability }) => stability))],
    { x: 0, y: plane.bottom + 42, width },
    scene,
  );
  const isFrom = paths.some(({ id }) => id === 0);
  return {
    width,
    height: plane.bottom + 46 + key.height,
    marks: [
      ...(hasDepth ? cubeFrame(plane, titles, width, scene) : squareFrame(plane, titles, scene)),
      ...(hasDepth ? [] : [...standstill(rests, plane, scene), ...arrows(view, plane, scene)]),
      ...shown.map(({ id, spots }) => drawPath(id, spots, plane, scene)),
      ...rests.map(({ stability, spot }) => {
        const [x, y] = plane.at(spot);
        return restMark(x, y, stability, palette);
      }),
      ...names(rests, plane, width, scene),
      ...key.marks,
    ],
    description: scene.say("describePortrait", {
      n: paths.length,
      points: rests.map(({ name, stability }) => `${name} (${scene.say(asWord(stability))})`).join(scene.say("comma")),
    }),
    notes: [
      ...(hasDepth || view.field === undefined ? [] : [scene.say("portraitNote")]),
      ...(isFrom ? [scene.say("portraitFrom")] : []),
    ],
  };
};

const asWord = (stability: string) =>
  (["stable", "unstable", "saddle", "centre"] as const).find((each) => each === stability) ?? "undetermined";

function readPaths(view: ViewOf<"phase-portrait">, scene: Scene): Path[] {
  const rows = scene.rows(view.table, view.where);
  const [ids, steps] = [rows.numbers(view.line), rows.numbers(view.step)];
  const hasDepth = view.z !== undefined && rows.table.columns.some(({ name }) => name === view.z);
  const columns = [view.x, view.y, ...(hasDepth ? [view.z as string] : [])].map((name) => rows.numbers(name));
  const found = new Map<number, { step: number; spot: Spot }[]>();
  ids.forEach((id, row) => {
    const spot = columns.map((column) => column[row] as number);
    if (!Number.isFinite(id) || !spot.every(Number.isFinite)) return;
    const own = found.get(id) ?? [];
    own.push({ step: steps[row] as number, spot });
    found.set(id, own);
  });
  return [...found].map(([id, own]) => ({
    id,
    spots: own.sort((a, b) => a.step - b.step).map(({ spot }) => spot),
  }));
}

function readRests(view: ViewOf<"phase-portrait">, scene: Scene): Rest[] {
  const rows = scene.rows(view.points.table);
  const [codes, stabilities] = [rows.texts(view.points.point), rows.texts(view.points.stability)];
  const hasDepth = view.z !== undefined && rows.table.columns.some(({ name }) => name === view.z);
  const columns = [view.x, view.y, ...(hasDepth ? [view.z as string] : [])].map((name) => rows.numbers(name));
  return codes.flatMap((code, row) => {
    const spot = columns.map((column) => column[row] as number);
    if (!spot.every(Number.isFinite)) return [];
    return [{ name: scene.name(code), stability: stabilities[row] as string, spot }];
  });
}

function axisTitles(view: ViewOf<"phase-portrait">, scene: Scene): readonly string[] {
  const rows = scene.rows(view.axes.table);
  const [places, strategies] = [rows.texts(view.axes.place), rows.texts(view.axes.strategy)];
  return rows.texts(view.axes.axis).map((_, row) =>
    scene.say("portraitAxis", {
      place: scene.name(places[row] as string),
      strategy: scene.name(strategies[row] as string),
    }),
  );
}

function squarePlane(width: number): Plane {
  const [left, top] = [34, 30];
  const side = Math.min(width - left - 16, 420);
  return {
    left,
    top,
    bottom: top + side,
    at: ([x = 0, y = 0]) => [left + side * x, top + side * (1 - y)],
  };
}

/** The second share goes back to the right, the third up. */
function cubePlane(width: number): Plane {
  const [left, top] = [34, 30];
  const side = Math.min(width - left - 30, 440) / 1.42;
  const bottom = top + side * 1.3;
  return {
    left,
    top,
    bottom,
    at: ([x = 0, y = 0, z = 0]) => [left + side * (x + 0.42 * y), bottom - side * (z + 0.3 * y)],
  };
}

function squareFrame(plane: Plane, titles: readonly string[], scene: Scene): Markup[] {
  const [right, top] = plane.at([1, 1]);
  const ticks = [0, 0.5, 1];
  const write = (tick: number) => fixed(tick, tick === 0.5 ? 1 : 0);
  const room = right - plane.left;
  const fill = scene.palette.ink2;
  return [
    ...bottomAxis(scene, (value) => plane.at([value, 0])[0], {
      ticks,
      format: write,
      from: top,
      to: plane.bottom,
      at: plane.bottom,
    }),
    ...leftAxis(scene, (value) => plane.at([0, value])[1], {
      ticks,
      format: write,
      from: plane.left,
      to: right,
      at: plane.left,
    }),
    label(right, plane.bottom + 28, `${fit(titles[0] ?? "", room - 16, 11)} →`, { size: 11, anchor: "end", fill }),
    label(0, 10, `↑ ${fit(titles[1] ?? "", room, 11)}`, { size: 11, fill }),
  ];
}

/** Where one side stands still: through the point at which both do. */
function standstill(rests: readonly Rest[], plane: Plane, scene: Scene): Markup[] {
  return rests
    .filter(({ spot }) => spot.every((share) => share > 0 && share < 1))
    .flatMap(({ spot: [x = 0, y = 0] }) => {
      const [across, down] = [
        [plane.at([0, y]), plane.at([1, y])],
        [plane.at([x, 0]), plane.at([x, 1])],
      ] as const;
      return [across, down].map(([a, b]) => line(a[0], a[1], b[0], b[1], scene.palette.ink3, 1, "3 3"));
    });
}

function arrows(view: ViewOf<"phase-portrait">, plane: Plane, scene: Scene): Markup[] {
  if (view.field === undefined || !Object.hasOwn(scene.context.tables, view.field.table)) return [];
  const rows = scene.rows(view.field.table);
  const [xs, ys, dxs, dys] = [view.x, view.y, view.field.dx, view.field.dy].map((name) => rows.numbers(name));
  if (xs === undefined || ys === undefined || dxs === undefined || dys === undefined) return [];
  const speeds = dxs.map((dx, row) => Math.hypot(dx, dys[row] as number));
  const fastest = speeds.reduce((most, speed) => (speed > most ? speed : most), 0);
  const most = 0.75 / Math.sqrt(Math.max(rows.n, 1));
  const colour = scene.palette.sequential[2] as string;
  return Array.from(xs, (x, row) => {
    const speed = speeds[row] as number;
    if (!(speed > 0)) return "";
    // the slow ones still show their way
    const times = (most * (speed / fastest) ** 0.35) / speed;
    const ahead: Spot = [
      x + (times * (dxs[row] as number)) / 2,
      (ys[row] as number) + (times * (dys[row] as number)) / 2,
    ];
    const behind: Spot = [2 * x - (ahead[0] as number), 2 * (ys[row] as number) - (ahead[1] as number)];
    const [from, to] = [plane.at(behind), plane.at(ahead)];
    return el("g", {}, line(...from, ...to, colour, 1), head(from, to, 3.4, colour));
  }).filter((mark) => mark !== "");
}

/** The head of an arrow, its tip at `to`. */
function head(from: readonly [number, number], to: readonly [number, number], size: number, fill: string): Markup {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (side: number) => [
    to[0] - size * Math.cos(angle - side * 0.5),
    to[1] - size * Math.sin(angle - side * 0.5),
  ];
  const [a, b] = [wing(1), wing(-1)];
  return el("path", {
    d: d`M${to[0]} ${to[1]}L${a[0] as number} ${a[1] as number}L${b[0] as number} ${b[1] as number}Z`,
    fill,
  });
}

function drawPath(id: number, spots: readonly Spot[], plane: Plane, scene: Scene): Markup {
  const { palette } = scene;
  const isFrom = id === 0;
  const colour = isFrom ? palette.accent : (palette.sequential[4] as string);
  const places = spots.map((spot) => plane.at(spot));
  const path = places.map(([x, y], at) => (at === 0 ? d`M${x} ${y}` : d`L${x} ${y}`)).join("");
  const [x, y] = places[0] as [number, number];
  const middle = Math.floor(places.length / 2);
  const [before, after] = [places[middle - 1], places[middle]];
  return el(
    "g",
    {},
    el("path", { d: path, fill: "none", stroke: colour, "stroke-width": isFrom ? 2.2 : 1.2 }),
    el("circle", { cx: x, cy: y, r: isFrom ? 3.6 : 2, fill: colour }),
    before !== undefined && after !== undefined && head(before, after, isFrom ? 7 : 5.5, colour),
  );
}

/** Those that are not left are named, on the side where there is room. */
function names(rests: readonly Rest[], plane: Plane, width: number, scene: Scene): Markup[] {
  const { palette } = scene;
  return rests
    .filter(({ stability }) => stability !== "unstable" && stability !== "saddle")
    .map(({ name, stability, spot }) => {
      const [x, y] = plane.at(spot);
      const isRight = x > plane.left + (width - plane.left) / 2;
      const text = fit(name, (isRight ? x : width - x) - 16, 12);
      const far = isRight && x + 12 + textWidth(text, 12) > width;
      const isHigh = (spot.at(-1) as number) > 0.5;
      return label(isRight && far ? x - 10 : x + 10, y + (isHigh ? 15 : -15), text, {
        anchor: isRight && far ? "end" : "start",
        weight: stability === "stable" ? 600 : 400,
        fill: palette.ink,
        halo: palette.surface,
      });
    });
}
