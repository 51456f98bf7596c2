import type { Position, Shape } from "./boundaries.ts";

type Vector = readonly [number, number, number];
const radians = Math.PI / 180;
/** A shape within some 6 km of its middle is taken in the plane: on the sphere its area would drown in rounding. */
const small = 1e-3;

/**
 * The centre of a shape in degrees: of polygons the centre of their area on the sphere (edges as great circles, holes taken
 * out), else of lines the centre of their length, else the middle of the points. The integral of the position over a polygon is
 * half the sum over its edges of the arc times the normal of its great circle, so no triangles are needed and the
 * antimeridian and the poles are places like others. `undefined` for a shape without any point, or balanced around the globe.
 */
export function centroid(shape: Shape): readonly [number, number] | undefined {
  const parts = partsOf(shape);
  const total =
    sumOf(parts.polygons.map(polygonVector)) ?? sumOf(parts.lines.map(lineVector)) ?? sumOf(parts.points.map(unit));
  if (total === undefined) return undefined;
  const [x, y, z] = total;
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
}

interface Parts {
  readonly polygons: (readonly (readonly Position[])[])[];
  readonly lines: (readonly Position[])[];
  readonly points: Position[];
}

function partsOf(shape: Shape, parts: Parts = { polygons: [], lines: [], points: [] }): Parts {
  switch (shape.type) {
    case "Point":
      parts.points.push(shape.coordinates);
      break;
    case "MultiPoint":
      for (const each of shape.coordinates) parts.points.push(each);
      break;
    case "LineString":
      parts.lines.push(shape.coordinates);
      break;
    case "MultiLineString":
      for (const each of shape.coordinates) parts.lines.push(each);
      break;
    case "Polygon":
      parts.polygons.push(shape.coordinates);
      break;
    case "MultiPolygon":
      for (const each of shape.coordinates) parts.polygons.push(each);
      break;
    case "GeometryCollection":
      for (const each of shape.geometries) partsOf(each, parts);
  }
  return parts;
}

/** `undefined` for nothing, or for what adds up to nothing. */
function sumOf(vectors: readonly Vector[]): Vector | undefined {
  const [x, y, z] = vectors.reduce<Vector>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
  return Math.hypot(x, y, z) > 0 ? [x, y, z] : undefined;
}

function unit([lon, lat]: Position): Vector {
  const [a, b] = [(lon as number) * radians, (lat as number) * radians];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The first ring less the others, whichever way round they are written. */
function polygonVector(rings: readonly (readonly Position[])[]): Vector {
  const [outer, ...holes] = rings.map((ring) => ringVector(ring.map(unit)));
  if (outer === undefined) return [0, 0, 0];
  return holes.reduce<Vector>((rest, hole) => [rest[0] - hole[0], rest[1] - hole[1], rest[2] - hole[2]], outer);
}

/** The integral of the position over what a ring encloses: the smaller side of it. */
function ringVector(ring: readonly Vector[]): Vector {
  const middle = sumOf(ring);
  if (middle === undefined) return [0, 0, 0];
  const centre = times(middle, 1 / Math.hypot(...middle));
  const found = ring.every((each) => dot(each, centre) > 1 - small ** 2 / 2)
    ? planeVector(ring, centre)
    : sphereVector(ring);
  return dot(found, centre) < 0 ? times(found, -1) : found;
}

function sphereVector(ring: readonly Vector[]): Vector {
  let total: Vector = [0, 0, 0];
  for (const [at, a] of ring.entries()) {
    const b = ring[(at + 1) % ring.length] as Vector;
    const normal = cross(a, [b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
    const sine = Math.hypot(...normal);
    if (sine === 0) continue;
    const half = Math.atan2(sine, dot(a, b)) / sine / 2;
    total = [total[0] + normal[0] * half, total[1] + normal[1] * half, total[2] + normal[2] * half];
  }
  return total;
}

/** The centre of area in the plane that touches the sphere at `centre`, times the area. */
function planeVector(ring: readonly Vector[], centre: Vector): Vector {
  const aside: Vector = Math.abs(centre[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0];
  const side = cross(aside, centre);
  const east = times(side, 1 / Math.hypot(...side));
  const north = cross(centre, east);
  const flat = ring.map((each) => [dot(each, east), dot(each, north)] as const);
  let [area, x, y] = [0, 0, 0];
  for (const [at, a] of flat.entries()) {
    const b = flat[(at + 1) % flat.length] as readonly [number, number];
    const twice = a[0] * b[1] - a[1] * b[0];
    area += twice / 2;
    x += ((a[0] + b[0]) * twice) / 6;
    y += ((a[1] + b[1]) * twice) / 6;
  }
  return [0, 1, 2].map(
    (k) => (centre[k] as number) * area + (east[k] as number) * x + (north[k] as number) * y,
  ) as unknown as Vector;
}

function lineVector(line: readonly Position[]): Vector {
  const points = line.map(unit);
  const parts = points.slice(1).map((b, at): Vector => {
    const a = points[at] as Vector;
    const length = 2 * Math.asin(Math.min(1, Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]) / 2));
    return times([a[0] + b[0], a[1] + b[1], a[2] + b[2]], length / 2);
  });
  return sumOf(parts) ?? [0, 0, 0];
}
