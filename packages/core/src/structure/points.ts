import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import type { Convention } from "../contract/method.ts";
import { checkCoordinates, earthRadiusKm } from "../spatial/great-circle.ts";

/** Plants as points: where they stand, to which industry they belong, how large they are. */
export interface PointsInput {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly sector: readonly string[];
  readonly weight?: ArrayLike<number> | undefined;
}

export type Coordinates = "degrees" | "kilometres";

/** Positions in space in km: on the sphere, or on a plane with z = 0. Sorted, so that no result depends on the order of rows. */
export interface Points {
  readonly n: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly weight: Float64Array;
  /** Position of each point's industry in `names`. */
  readonly industry: Uint32Array;
  readonly names: readonly string[];
  readonly coordinates: Coordinates;
  /** No two points lie farther apart, in a straight line through space. */
  readonly extent: number;
}

export function pointsOf(method: string, input: PointsInput, coordinates: Coordinates): Points {
  const { lon, lat, sector, weight } = input;
  aligned(method, { sector, lon, lat, weight });
  const size = (row: number) => (weight === undefined ? 1 : (weight[row] as number));
  if (coordinates === "degrees") {
    checkCoordinates(
      method,
      sector.map((name, row) => `${name} (${row + 1})`),
      lon,
      lat,
    );
  }
  const bad = sector.findIndex((_, row) => !(size(row) > 0 && size(row) < Number.POSITIVE_INFINITY));
  if (bad >= 0) throw weightNotPositive(method, sector[bad] as string, size(bad));
  const order = sector
    .map((_, row) => row)
    .sort(
      (a, b) =>
        ((sector[a] as string) < (sector[b] as string) ? -1 : Number((sector[a] as string) > (sector[b] as string))) ||
        (lon[a] as number) - (lon[b] as number) ||
        (lat[a] as number) - (lat[b] as number) ||
        size(a) - size(b),
    );
  const names = [...new Set(order.map((row) => sector[row] as string))];
  const at = new Map(names.map((name, position) => [name, position]));
  const positions = order.map((row) => positionOf(lon[row] as number, lat[row] as number, coordinates));
  const [x, y, z] = [0, 1, 2].map((axis) => Float64Array.from(positions, (each) => each[axis] as number)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const width = (values: Float64Array) =>
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    n: order.length,
    x,
    y,
    z,
    weight: Float64Array.from(order, size),
    industry: Uint32Array.from(order, (row) => at.get(sector[row] as string) as number),
    names,
    coordinates,
    extent: Math.hypot(width(x), width(y), width(z)),
  };
}

const radians = Math.PI / 180;

function positionOf(lon: number, lat: number, coordinates: Coordinates): readonly [number, number, number] {
  if (coordinates === "kilometres") return [lon, lat, 0];
  const across = earthRadiusKm * Math.cos(lat * radians);
  return [across * Math.cos(lon * radians), across * Math.sin(lon * radians), earthRadiusKm * Math.sin(lat * radians)];
}

/** The distance over ground of two points that are so far apart in a straight line, and the other way round. */
export function overGround(straight: number, coordinates: Coordinates): number {
  if (coordinates === "kilometres") return straight;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, straight / (2 * earthRadiusKm)));
}
export function straightLine(km: number, coordinates: Coordinates): number {
  if (coordinates === "kilometres") return km;
  return 2 * earthRadiusKm * Math.sin(Math.min(Math.PI / 2, km / (2 * earthRadiusKm)));
}

function weightNotPositive(method: string, sector: string, found: number): InputError {
  return new InputError({
    code: "weight-not-positive",
    text: {
      en: `${method}: weight of a point of ${sector} is ${found}, expected more than 0`,
      zh: `${method}：${sector} 的一个点的权重为 ${found}，应大于 0`,
    },
  });
}

export const coordinatesConvention: Convention = {
  title: { en: "Distances", zh: "距离" },
  choices: {
    degrees: { en: "great circles between longitudes and latitudes", zh: "经纬度之间的大圆距离" },
    kilometres: { en: "straight lines on a plane in kilometres", zh: "平面直线距离（千米）" },
  },
};
