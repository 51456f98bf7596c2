import { InputError } from "../contract/errors.ts";
import { message } from "../language/message.ts";

/** Longitude and latitude in degrees. */
export type Corner = readonly [lon: number, lat: number];
export type Ring = readonly Corner[];

/** Outlines of places as whoever gave them drew them: all rings of a place, islands and holes alike, filled by even and odd. */
export interface PlaceShapes {
  readonly rings: Readonly<Record<string, readonly Ring[]>>;
  /** The number under which the map was approved for publication (审图号). */
  readonly approval?: string;
  readonly source?: string;
}

/** A shape with its attributes, as a map file has it. */
export interface MapFeature {
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}
interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}

/** What a study says of its map. */
export interface MapDeclaration {
  readonly file: string;
  readonly place: string;
  readonly approval?: string | undefined;
  readonly source?: string | undefined;
}

const cells = 2000; // across the larger side of the map: finer than a pixel on any page
const nationwide = 40; // degrees of longitude: two thirds of China, which no province and no city cluster spans
const ofChina = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}$/;

/**
 * The outlines of a map file by the codes of places. Corners are put on a grid finer than a pixel, and those that fall
 * together are one: a border that two places share stays shared. A map of the whole of China is refused without the number
 * under which it was approved: publishing one without is against the law there.
 */
export function placeShapes(features: readonly MapFeature[], declared: MapDeclaration): PlaceShapes {
  const { file, place, approval, source } = declared;
  const rings = new Map<string, Ring[]>();
  for (const { id, properties, geometry } of features) {
    const code = Object.hasOwn(properties, place) ? properties[place] : place === "id" ? id : undefined;
    if (code === undefined || code === null || code === "") continue;
    const own = rings.get(String(code)) ?? [];
    own.push(...ringsOf(geometry));
    rings.set(String(code), own);
  }
  if (![...rings.values()].some((own) => own.length > 0)) throw unknownColumn(features, declared);
  const { west, east, south, north, size } = extent([...rings.values()].flat(2));
  if (!(west >= -180 && east <= 180 && south >= -90 && north <= 90)) throw refused("map-degrees", { file }, "map.file");
  const isThere = west >= 60 && east <= 150 && south >= 0 && north <= 60; // whatever its codes are
  const isChina = isThere || [...rings.keys()].some((code) => ofChina.test(code));
  const wide = east - west;
  if (isChina && wide > nationwide && approval === undefined) {
    throw refused("map-approval", { file, wide: String(Math.round(wide)) }, "map.approval");
  }
  const step = size / cells;
  const snapped = ([lon, lat]: Corner): Corner => [
    round(west + Math.round((lon - west) / step) * step),
    round(south + Math.round((lat - south) / step) * step),
  ];
  return {
    rings: Object.fromEntries(
      [...rings].map(([code, own]) => [code, own.flatMap((ring) => thinned(ring.map(snapped)))]),
    ),
    ...(approval === undefined ? {} : { approval }),
    ...(source === undefined ? {} : { source }),
  };
}

/** Members of clusters that the map leaves out. */
export function withoutShape(
  groups: readonly { readonly members: readonly string[] }[],
  { rings }: PlaceShapes,
): readonly string[] {
  return [...new Set(groups.flatMap(({ members }) => members))].filter((code) => (rings[code] ?? []).length === 0);
}

/** The closed lines of a polygon or several; points and lines bound nothing. */
function ringsOf(geometry: Geometry | null): Ring[] {
  if (geometry?.type === "GeometryCollection") return (geometry.geometries ?? []).flatMap(ringsOf);
  if (geometry?.type === "Polygon") return geometry.coordinates as Ring[];
  if (geometry?.type === "MultiPolygon") return (geometry.coordinates as Ring[][]).flat();
  return [];
}

function extent(corners: readonly Corner[]) {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of corners) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north, size: Math.max(east - west, north - south) || 1 };
}

const round = (degrees: number): number => Number(degrees.toFixed(5));

/** Without corners that fell on the one before; a ring of less than three is too small to be seen. */
function thinned(ring: Ring): Ring[] {
  const kept = ring.filter(([lon, lat], at) => lon !== ring[at - 1]?.[0] || lat !== ring[at - 1]?.[1]);
  return kept.length < 4 ? [] : [kept];
}

function unknownColumn(features: readonly MapFeature[], { file, place }: MapDeclaration): InputError {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  if (names.includes(place)) return refused("map-no-outlines", { file, place }, "map.file");
  return refused("map-place-unknown", { file, place, columns: names.join(", ") }, "map.place");
}

function refused(
  code: "map-approval" | "map-degrees" | "map-no-outlines" | "map-place-unknown",
  values: Readonly<Record<string, string>>,
  path: string,
): InputError {
  return new InputError({ code, text: message(code, values), place: { path } });
}
