import { textOn } from "../contrast.ts";
import { hatch } from "../hatch.ts";
import { tileLayout } from "../layout/tiles.ts";
import { classLegend, hatchColours } from "../legend.ts";
import { label } from "../marks.ts";
import type { Scene } from "../scene.ts";
import { el, type Markup, points } from "../svg.ts";
import { textWidth } from "../type.ts";
import type { MapData, MapPlace } from "./map.ts";
import { tileNames } from "./tile-names.ts";

const root3 = Math.sqrt(3);
const least = 10.4; // pixels of type

/** One hexagon a place, name above interval; the places keep who lies west and north of whom. */
export function mapTiles(
  data: MapData,
  scene: Scene,
): { width: number; height: number; marks: readonly Markup[]; shortened: readonly string[]; isNameless: boolean } {
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
  const isRoomy = radius >= 16 || written.size === 0;
  const hasValues = isRoomy && placed.every(({ place }) => textWidth(place.text, least) <= radius * root3 + 1);
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
        tile(
          place,
          { name: written.get(place.code), value: hasValues ? place.text : undefined, size },
          x,
          y,
          radius,
          scene,
        ),
      ),
      legend.marks,
    ],
    shortened,
    isNameless: written.size < whole.size,
  };
}

interface TileTexts {
  readonly name: string | undefined;
  readonly value: string | undefined;
  readonly size: number;
}

/** Without room for its texts a tile says its name and value only where it is pointed at. */
function tile(place: MapPlace, texts: TileTexts, x: number, y: number, radius: number, scene: Scene): Markup {
  const { palette } = scene;
  const selected = scene.isSelected(place.code);
  const flag = scene.context.flags?.[place.code] !== undefined;
  const corners = hexagon(x, y, radius - 0.9);
  const size = Math.min(texts.size, Math.max(least, radius * 0.48));
  const two = texts.name !== undefined && texts.value !== undefined;
  const stroke = selected ? palette.accent : scene.isPeer(place.code) ? palette.ink : flag ? palette.warn : undefined;
  const look = {
    anchor: "middle" as const,
    fill: place.fill === undefined ? palette.ink : textOn(place.fill),
    ...(place.fill === undefined ? { halo: palette.surface } : {}),
  };
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
    texts.name !== undefined &&
      label(x, two ? y - size * 0.52 : y, texts.name, { ...look, size, weight: selected ? 600 : 500 }),
    texts.value !== undefined &&
      label(x, two ? y + size * 0.66 : y, texts.value, { ...look, size: Math.max(least, size - 1) }),
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
