import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { checkCoordinates, earthRadiusKm } from "../spatial/great-circle.ts";

type Vector = readonly [number, number, number];

/** Corners of a border, one after the other. */
export interface BorderPoints {
  readonly point: readonly string[];
  readonly position: ArrayLike<number>;
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
}

export interface NearestOnBorder {
  readonly km: number;
  /** How far along the border the nearest point lies, from its first corner. */
  readonly along: number;
}

/** The nearest point of a border of great-circle arcs, for each of many places, and the border's length. */
export function alongBorder(
  method: string,
  border: BorderPoints,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
): { readonly nearest: readonly NearestOnBorder[]; readonly length: number } {
  const order = [...border.point.keys()].sort((a, b) => border.position[a] - border.position[b]);
  const repeated = order.findIndex(
    (at, which) => which > 0 && border.position[at] === border.position[order[which - 1]],
  );
  if (repeated >= 0) throw samePosition(method, border.point[order[repeated]], border.position[order[repeated]]);
  if (order.length < 2) throw tooShort(method, order.length);
  checkCoordinates(method, border.point, border.lon, border.lat);
  const corners = order.map((at) => vectorOf(border.lon[at], border.lat[at]));
  const arcs = corners.slice(1).flatMap((to, at) => {
    const [from, normal] = [corners[at], cross(corners[at], to)];
    const size = Math.hypot(...normal);
    return size === 0 ? [] : [{ from, to, pole: scaled(normal, 1 / size), angle: Math.atan2(size, dot(from, to)) }];
  });
  const starts = arcs.map((_, at) => arcs.slice(0, at).reduce((sum, { angle }) => sum + angle, 0));
  const total = arcs.reduce((sum, { angle }) => sum + angle, 0);
  if (!(total > 0)) throw tooShort(method, 1);
  const nearest = Array.from(lon, (x, place) => {
    const at = vectorOf(x, lat[place]);
    let [least, along] = [Number.POSITIVE_INFINITY, 0];
    for (const [which, { from, to, pole, angle }] of arcs.entries()) {
      // where the foot of the perpendicular lies on the arc, its two ends enclose it
      const [forth, back] = [dot(cross(pole, from), at), dot(cross(to, pole), at)];
      const isInside = forth >= 0 && back >= 0;
      const toFrom = angleOf(from, at);
      const toEnd = angleOf(to, at);
      const away = isInside ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(pole, at))))) : Math.min(toFrom, toEnd);
      if (away >= least) continue;
      least = away;
      along = starts[which] + (isInside ? Math.atan2(forth, dot(from, at)) : toFrom <= toEnd ? 0 : angle);
    }
    return { km: least * earthRadiusKm, along: along * earthRadiusKm };
  });
  return { nearest, length: total * earthRadiusKm };
}

function vectorOf(lon: number, lat: number): Vector {
  const [x, y] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const scaled = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const angleOf = (a: Vector, b: Vector) => Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));

function samePosition(method: string, point: string, position: number): InputError {
  return new InputError({
    code: "position-repeated",
    text: {
      en: `${method}: position ${position} of border point ${point} stands twice, expected one corner after the other`,
      zh: `${method}：边界点 ${point} 的 position ${position} 重复，应逐点排列`,
    },
  });
}

function tooShort(method: string, points: number): InputError {
  return new InputError({
    code: "border-too-short",
    text: {
      en: `${method}: the border has ${counted(points, "different point")}, expected at least 2`,
      zh: `${method}：边界仅有 ${points} 个不同的点，至少应有 2 个`,
    },
  });
}
