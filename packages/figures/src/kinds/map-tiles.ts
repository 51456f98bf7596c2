import { textOn } from "../contrast.ts";
import { hatch } from "../hatch.ts";
import { tileLayout } from "../layout/tiles.ts";
import { classLegend, hatchColours } from "../legend.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup, points } from "../svg.ts";
import type { MapData, MapPlace } from "./map.ts";
import { tileNames } from "./tile-names.ts";

const root3 = Math.sqrt(3);

/** One hexagon a place, name above interval; the places keep who lies west and north of whom. */
export function mapTiles(
  data: MapData,
  scene: Scene,
): { width: number; height: number; marks: readonly Markup[]; shortened: readonly string[] } {
  const width = scene.width(420);
  const tiles = scene.context.tiles ?? tileLayout(data.places);
  const placed = data.places.flatMap((place) => {
    const cell = tiles[place.code];
    return cell === undefined ? [] : [{ place, east: cell[0] + (cell[1] % 2) / 2, row: cell[1] }];
  });
  const left = Math.min(...placed.map(({ east }) => east));
  const wide = Math.max(...placed.map(({ east }) => east)) - left + 1;
  const top = Math.min(...placed.map(({ row }) => row));
  const rows = Math.max(...placed.map(({ row }) => row)) - top + 1;
  const radius = Math.min(width / (wide * root3), Math.max(30, Math.min(40, (0.6 * width) / (1.5 * rows))));
  const inset = (width - wide * root3 * radius) / 2;
  const whole = new Map(placed.map(({ place }) => [place.code, scene.name(place.code)]));
  const { size, written } = tileNames(whole, radius * root3 + 1);
  const shortened = [...written].flatMap(([code, text]) => {
    const name = whole.get(code) as string;
    return readable(text, name) ? [] : [`${text} = ${name}`];
  });
  const marks = placed
    .map(({ place, east, row }) => ({
      place,
      x: inset + (east - left + 0.5) * root3 * radius,
      y: (row - top) * 1.5 * radius + radius + 2,
    }))
    .sort((a, b) => Number(scene.isSelected(a.place.code)) - Number(scene.isSelected(b.place.code)));
  const bottom = Math.max(...marks.map(({ y }) => y)) + radius + 10;
  const missing = data.places.some(({ fill }) => fill === undefined);
  const partial = data.places.some(({ code }) => scene.context.flags?.[code]?.kind === "partial");
  const legend = classLegend(scene, 0, bottom, data.title, data.colours, data.cuts, { missing, partial, room: width });
  return {
    width,
    height: bottom + legend.height,
    marks: [
      ...marks.map(({ place, x, y }) =>
        tile(place, { text: written.get(place.code) ?? "", size }, x, y, radius, scene),
      ),
      legend.marks,
    ],
    shortened,
  };
}

function tile(
  place: MapPlace,
  name: { text: string; size: number },
  x: number,
  y: number,
  radius: number,
  scene: Scene,
): Markup {
  const { palette } = scene;
  const selected = scene.isSelected(place.code);
  const flag = scene.context.flags?.[place.code] !== undefined;
  const corners = hexagon(x, y, radius - 0.9);
  const ink = place.fill === undefined ? palette.ink : textOn(place.fill);
  const size = Math.min(name.size, Math.max(10.4, radius * 0.48));
  const two = radius >= 16;
  const stroke = selected ? palette.accent : scene.isPeer(place.code) ? palette.ink : flag ? palette.warn : undefined;
  const halo = place.fill === undefined ? palette.surface : undefined;
  return el(
    "g",
    { "data-place": place.code },
    el("title", {}, `${scene.name(place.code)} ${place.text}`),
    place.fill === undefined
      ? hatch(corners, hatchColours(scene))
      : el("polygon", { points: points(corners), fill: place.fill }),
    stroke !== undefined &&
      el("polygon", {
        points: points(hexagon(x, y, radius - (selected ? 1.2 : 1.6))),
        fill: "none",
        stroke,
        "stroke-width": selected ? 2.8 : 1.5,
        "stroke-dasharray": flag && !selected ? "2 1.6" : undefined,
      }),
    label(x, two ? y - size * 0.52 : y, name.text, {
      size,
      anchor: "middle",
      weight: selected ? 600 : 500,
      fill: ink,
      ...(halo === undefined ? {} : { halo }),
    }),
    two &&
      label(x, y + size * 0.66, place.text, {
        size: Math.max(10.4, size - 1),
        anchor: "middle",
        fill: ink,
        ...(halo === undefined ? {} : { halo }),
      }),
  );
}

/** Whether a cut name is its beginning and lacks so few letters that nobody asks. */
function readable(text: string, name: string): boolean {
  return name.startsWith(text) && name.length - text.length <= 2;
}

function hexagon(x: number, y: number, radius: number): [number, number][] {
  return Array.from({ length: 6 }, (_, i): [number, number] => {
    const angle = ((2 * i + 1) * Math.PI) / 6;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
