import type { PlaceShapes, Ring } from "@conurb/core/places";
import { textOn } from "../contrast.ts";
import { hatchLines } from "../hatch.ts";
import { type Box, fitProjection, groundAspect, type Located } from "../layout/projection.ts";
import { classLegend, hatchColours } from "../legend.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import type { MapData, MapPlace } from "./map.ts";

const nameSize = 11.5;
const tallest = 1.3; // of the width

/** Whether every place of the figure has an outline: a map of outlines and points would say two things at once. */
export function haveOutlines(places: readonly { readonly code: string }[], shapes: PlaceShapes | undefined): boolean {
  return shapes !== undefined && places.every(({ code }) => (shapes.rings[code] ?? []).length > 0);
}

/** The outlines that the study brings, filled by class; a name stands where it fits inside. */
export function mapOutlines(data: MapData, scene: Scene): { width: number; height: number; marks: readonly Markup[] } {
  const { rings } = scene.context.shapes as PlaceShapes;
  const width = scene.width(420);
  const outlines = data.places.map((place) => ({ place, rings: rings[place.code] as readonly Ring[] }));
  const corners = outlines.flatMap(({ rings: own }) => own.flat().map(([lon, lat]): Located => ({ lon, lat })));
  const height = Math.min(groundAspect(corners) * width, tallest * width);
  const box: Box = { x: 2, y: 2, width: width - 4, height: height - 4 };
  const projection = fitProjection(corners, box);
  const hatched = hatchColours(scene);
  const drawn = outlines.map(({ place, rings: own }) => {
    const points = own.map((ring) => ring.map(([lon, lat]): Point => [projection.x(lon), projection.y(lat)]));
    return { place, points, room: roomIn(points) };
  });
  const last = (each: { place: MapPlace }) =>
    Number(scene.isSelected(each.place.code)) + Number(scene.isPeer(each.place.code));
  const marks = [...drawn]
    .sort((a, b) => last(a) - last(b))
    .map(({ place, points, room }) => {
      const text = scene.name(place.code);
      const selected = scene.isSelected(place.code);
      const fits = textWidth(text, nameSize) + 4 <= room.width;
      return el(
        "g",
        { "data-place": place.code },
        el("title", {}, `${text} ${place.text}`),
        el("path", {
          d: points.map(closed).join(""),
          "fill-rule": "evenodd",
          fill: place.fill ?? hatched.ground,
          stroke: selected
            ? scene.palette.accent
            : scene.isPeer(place.code)
              ? scene.palette.ink
              : scene.palette.surface,
          "stroke-width": selected ? 2.6 : scene.isPeer(place.code) ? 1.5 : 0.8,
          "stroke-linejoin": "round",
        }),
        place.fill === undefined &&
          el("path", {
            d: hatchLines(points, 7),
            stroke: hatched.line,
            "stroke-width": 0.8,
            "stroke-opacity": 0.65,
            fill: "none",
          }),
        (fits || selected) &&
          label(room.x, room.y, text, {
            size: nameSize,
            anchor: "middle",
            weight: selected ? 600 : 500,
            fill: place.fill === undefined ? scene.palette.ink : textOn(place.fill),
            ...(place.fill === undefined || !fits ? { halo: scene.palette.surface } : {}),
          }),
      );
    });
  const missing = data.places.some(({ fill }) => fill === undefined);
  const partial = data.places.some(({ code }) => scene.context.flags?.[code]?.kind === "partial");
  const legend = classLegend(scene, 0, height + 10, data.title, data.colours, data.cuts, {
    missing,
    partial,
    room: width,
  });
  return { width, height: height + 10 + legend.height, marks: [...marks, legend.marks] };
}

type Point = readonly [x: number, y: number];

const closed = (ring: readonly Point[]): string =>
  `${ring.map(([x, y], at) => (at === 0 ? d`M${x} ${y}` : d`L${x} ${y}`)).join("")}Z`;

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const heights = [0.5, 0.4, 0.6, 0.3, 0.7]; // of the part's own height, the middle first

/** Where a name has most room inside the largest part: an island does not draw it into the sea, nor a bay. */
function roomIn(rings: readonly (readonly Point[])[]): Room {
  const parts = rings.map((ring) => ({ ring, ...boxOf(ring) }));
  const main = parts.reduce((best, each) => (each.width * each.height > best.width * best.height ? each : best));
  const rooms = heights.flatMap((part): Room[] => {
    const y = main.y + part * main.height;
    const xs = rings.flatMap((ring) => crossings(ring, y)).sort((a, b) => a - b);
    return xs.flatMap((x, at): Room[] => {
      const next = xs[at + 1];
      if (at % 2 === 1 || next === undefined || x < main.x - 1 || next > main.x + main.width + 1) return [];
      return [{ x: (x + next) / 2, y, width: next - x }];
    });
  });
  const middle = { x: main.x + main.width / 2, y: main.y + main.height / 2, width: 0 };
  return main.height < nameSize + 4
    ? middle
    : rooms.reduce((best, each) => (each.width > best.width + 1 ? each : best), middle);
}

/** Where a ring crosses a height. */
function crossings(ring: readonly Point[], y: number): number[] {
  return ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] as Point;
    return y1 < y === y2 < y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

function boxOf(ring: readonly Point[]): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
