import { hatch, roundCorners } from "../hatch.ts";
import { type LabelWish, labelBox, placeLabels } from "../layout/label-places.ts";
import { nudge } from "../layout/nudge.ts";
import { type Box, fitProjection, groundAspect, type Projection } from "../layout/projection.ts";
import { classLegend, hatchColours } from "../legend.ts";
import { label, line } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { d, el, type Markup } from "../svg.ts";
import { textWidth } from "../type.ts";
import type { MapData, MapPlace } from "./map.ts";
import { placedLabel } from "./placed-label.ts";

interface Spot {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

type Point = { readonly x: number; readonly y: number };

const edge = 26;
/** Room for a latitude at the right. */
const aside = 48;

/** Parts of the usual radius that are tried until each name has room. */
const smallerRadii = [0.85, 0.7];

/** Circles at their centroids, area by size, nudged apart; distance rings and degree ticks say the scale. */
export function mapDots(data: MapData, scene: Scene): { width: number; height: number; marks: readonly Markup[] } {
  const width = scene.width(420);
  const largest = Math.max(13, Math.min(26, width / 14));
  let best = dotsOf(data, scene, width, largest);
  for (const part of smallerRadii) {
    if (best.unnamed === 0) break;
    const smaller = dotsOf(data, scene, width, part * largest);
    if (smaller.unnamed < best.unnamed) best = smaller;
  }
  const { unnamed: _, ...drawn } = best;
  return drawn;
}

function dotsOf(
  data: MapData,
  scene: Scene,
  width: number,
  largest: number,
): { width: number; height: number; marks: readonly Markup[]; unnamed: number } {
  const { palette } = scene;
  const [west, east] = margins(data.places, largest, width, scene);
  const aspect = groundAspect(data.places);
  const inner = width - west - east - aside;
  const height = Math.min(Math.max(inner * aspect, width * 0.5), width) + 2 * largest + edge;
  const box: Box = { x: west, y: largest + 4, width: inner, height: height - 2 * largest - edge - 8 };
  const projection = fitProjection(data.places, box);
  const { spots, homes } = circles(data.places, projection, largest);
  const bottom = Math.min(height - edge, Math.max(...spots.map(({ y, r }) => y + r)) + 20);
  const frame: Box = { x: 0, y: 0, width: width - aside, height: bottom };
  const outermost = Math.max(...spots.map(({ x, r }) => x + r));
  const rings = distanceRings(
    data,
    spots,
    projection,
    { ...frame, width: Math.min(frame.width, outermost + 12) },
    scene,
  );
  const marks: Markup[] = rings.flatMap((ring) => ring.marks);
  spots.forEach(({ x, y, r }, i) => {
    const home = homes[i] as { x: number; y: number };
    if (Math.hypot(x - home.x, y - home.y) > 1.5 * r) marks.push(line(home.x, home.y, x, y, palette.rule));
  });
  for (const spot of [...spots].sort((a, b) => b.r - a.r)) marks.push(circle(spot, scene));
  const named = names(
    spots,
    frame,
    rings.flatMap(({ taken }) => taken),
    scene,
  );
  marks.push(...named.marks);
  const right = Math.min(width - aside, Math.max(named.right, outermost) + 10);
  marks.push(degrees(projection, right, bottom, scene));
  const missing = data.places.some(({ fill }) => fill === undefined);
  const partial = data.places.some(({ code }) => scene.context.flags?.[code]?.kind === "partial");
  const legend = classLegend(scene, 0, bottom + edge + 4, data.title, data.colours, data.cuts, {
    missing,
    partial,
    room: width,
  });
  return { width, height: bottom + edge + 4 + legend.height, marks: [...marks, legend.marks], unnamed: named.unnamed };
}

/** Room beside the outermost places for their names, as long as these are and no more than there is. */
function margins(places: readonly MapPlace[], largest: number, width: number, scene: Scene): [number, number] {
  const lons = places.map(({ lon }) => lon);
  const [low, high] = [Math.min(...lons), Math.max(...lons)];
  const room = (isOuter: (share: number) => boolean, most: number): number => {
    const outer = places.filter(({ lon }) => isOuter((lon - low) / (high - low || 1)));
    const longest = Math.max(0, ...outer.map(({ code }) => textWidth(scene.name(code), 12)));
    return Math.min(Math.max(longest + 0.7 * largest + 8, largest + 4), most);
  };
  return [room((share) => share < 0.25, width * 0.28), room((share) => share > 0.75, Math.min(74, width * 0.2))];
}

function circles(places: readonly MapPlace[], projection: Projection, largest: number) {
  const top = Math.max(...places.map(({ size }) => (Number.isFinite(size) ? size : 0)));
  const radius = (size: number): number =>
    top > 0 && Number.isFinite(size) ? Math.max(4, largest * Math.sqrt(Math.max(size, 0) / top)) : top > 0 ? 5 : 9;
  const homes = places.map(({ lon, lat, size }) => ({ x: projection.x(lon), y: projection.y(lat), r: radius(size) }));
  const moved = nudge(homes, 1.2);
  const spots = moved.map((disc, i): Spot => ({ ...disc, place: places[i] as MapPlace }));
  return { spots, homes };
}

function circle({ place, x, y, r }: Spot, scene: Scene): Markup {
  const { palette } = scene;
  const selected = scene.isSelected(place.code);
  const darkest = palette.sequential.at(-1) as string;
  const flag = scene.context.flags?.[place.code];
  const body =
    place.fill === undefined
      ? hatch(roundCorners(x, y, r), hatchColours(scene), 5)
      : el("circle", {
          cx: x,
          cy: y,
          r,
          fill: place.fill,
          stroke: flag === undefined ? darkest : palette.warn,
          "stroke-width": flag === undefined ? 0.8 : 1.6,
          "stroke-opacity": flag === undefined ? 0.55 : undefined,
          "stroke-dasharray": flag === undefined ? undefined : "2 1.6",
        });
  const around = selected
    ? el("circle", { cx: x, cy: y, r: r + 0.8, fill: "none", stroke: palette.accent, "stroke-width": 2.6 })
    : scene.isPeer(place.code) &&
      el("circle", { cx: x, cy: y, r: r + 2.2, fill: "none", stroke: palette.ink, "stroke-width": 1.4 });
  return el("g", { "data-place": place.code }, el("title", {}, scene.name(place.code)), body, around);
}

function names(
  spots: readonly Spot[],
  frame: Box,
  taken: readonly Box[],
  scene: Scene,
): { marks: Markup[]; right: number; unnamed: number } {
  const order = [...spots].sort(
    (a, b) => Number(scene.isSelected(b.place.code)) - Number(scene.isSelected(a.place.code)) || b.r - a.r,
  );
  const wishes = order.map(({ place, x, y, r }): LabelWish => {
    const selected = scene.isSelected(place.code);
    return { x, y, r, text: scene.name(place.code), size: 12, bold: selected, must: selected, leader: true };
  });
  const places = placeLabels(wishes, spots, frame, { taken });
  const ends = places.map((place, i) => {
    if (place === undefined) return 0;
    const box = labelBox(place, wishes[i] as LabelWish);
    return box.x + box.width;
  });
  return {
    marks: order.flatMap(({ place }, i) => placedLabel(places[i], place.code, scene)),
    right: Math.max(0, ...ends),
    unnamed: places.filter((place) => place === undefined).length,
  };
}

/** Dotted circles round the core place at round distances: they say scale without a border. */
function distanceRings(
  data: MapData,
  spots: readonly Spot[],
  projection: Projection,
  frame: Box,
  scene: Scene,
): { readonly marks: Markup[]; readonly taken: readonly Box[] }[] {
  const core =
    spots.find(({ place }) => place.code === data.core) ??
    spots.reduce((best, spot) => ((spot.place.size || 0) > (best.place.size || 0) ? spot : best), spots[0] as Spot);
  if (data.core === undefined && !spots.some(({ place }) => place.size > 0)) return [];
  const reach = Math.max(...spots.map(({ x, y }) => Math.hypot(x - core.x, y - core.y))) / projection.pixelsPerKm;
  const step = [10, 20, 50, 100, 200, 500, 1000].find((each) => reach / each <= 4.5) ?? 2000;
  const { palette } = scene;
  const written: Point[] = [];
  return [1, 2, 3].flatMap((i) => {
    const km = i * step;
    const r = km * projection.pixelsPerKm;
    if (km > reach * 1.35) return [];
    const arcs = visibleArcs(core.x, core.y, r, frame);
    const spot = ringLabel(core, r, spots, written, frame);
    if (spot !== undefined) written.push(spot);
    const text = `${km} km`;
    const wide = textWidth(text, 11);
    const marks = [
      arcs !== "" && el("path", { d: arcs, fill: "none", stroke: palette.rule, "stroke-dasharray": "1 3" }),
      spot !== undefined &&
        label(spot.x, spot.y, text, { size: 11, anchor: "middle", fill: palette.ink3, halo: palette.surface }),
    ].filter((mark): mark is Markup => mark !== false);
    const taken = spot === undefined ? [] : [{ x: spot.x - wide / 2, y: spot.y - 7, width: wide, height: 14 }];
    return [{ marks, taken }];
  });
}

const arcSteps = 120;

function visibleArcs(x: number, y: number, r: number, frame: Box): string {
  const at = (i: number): [number, number] => {
    const angle = (i / arcSteps) * 2 * Math.PI;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  };
  const inside = ([px, py]: [number, number]): boolean =>
    px >= frame.x && py >= frame.y && px <= frame.x + frame.width && py <= frame.y + frame.height;
  let path = "";
  let drawing = false;
  for (let i = 0; i <= arcSteps; i += 1) {
    const [px, py] = at(i);
    if (inside([px, py])) {
      path += drawing ? d`A${r} ${r} 0 0 1 ${px} ${py}` : d`M${px} ${py}`;
      drawing = true;
    } else drawing = false;
  }
  return path;
}

/** Where the distance is written on its ring: the first direction, from the west, in which nothing is in the way. */
function ringLabel(
  core: Spot,
  r: number,
  spots: readonly Spot[],
  others: readonly Point[],
  frame: Box,
): Point | undefined {
  const directions = [185, 170, 200, 155, 215, 235, 255, 275, 300, 330, 20, 50, 80, 110, 135];
  for (const degree of directions) {
    const angle = (degree * Math.PI) / 180;
    const [x, y] = [core.x + r * Math.cos(angle), core.y + r * Math.sin(angle)];
    const fits =
      x > frame.x + 26 && x < frame.x + frame.width - 26 && y > frame.y + 16 && y < frame.y + frame.height - 16;
    const isApart = others.every((other) => Math.abs(other.x - x) > 48 || Math.abs(other.y - y) > 16);
    if (
      fits &&
      isApart &&
      spots.every((spot) => Math.abs(spot.x - x) > spot.r + 30 || Math.abs(spot.y - y) > spot.r + 12)
    )
      return { x, y };
  }
  return undefined;
}

/** Degrees on the right and lower edge of what is drawn. */
function degrees(projection: Projection, right: number, bottom: number, scene: Scene): Markup {
  const { palette } = scene;
  const marks: Markup[] = [];
  const style = { size: 11, fill: palette.ink3 } as const;
  const step = (pixels: number, room: number): number =>
    [0.2, 0.5, 1, 2, 5, 10].find((each) => each * pixels >= room) ?? 20;
  const write = (value: number, size: number): string => (size < 1 ? value.toFixed(1) : String(Math.round(value)));
  const east = step(projection.x(1) - projection.x(0), 56);
  for (let lon = Math.ceil(projection.lon(20) / east) * east; projection.x(lon) < right - 12; lon += east) {
    const x = projection.x(lon);
    marks.push(line(x, bottom, x, bottom + 4, palette.rule));
    marks.push(
      label(x, bottom + 13, `${write(Math.abs(lon), east)}°${lon < 0 ? "W" : "E"}`, { ...style, anchor: "middle" }),
    );
  }
  const north = step(projection.y(0) - projection.y(1), 40);
  for (let lat = Math.ceil(projection.lat(bottom - 12) / north) * north; projection.y(lat) > 8; lat += north) {
    const y = projection.y(lat);
    marks.push(line(right, y, right + 4, y, palette.rule));
    marks.push(label(right + 8, y, `${write(Math.abs(lat), north)}°${lat < 0 ? "S" : "N"}`, style));
  }
  return el("g", {}, marks);
}
