import { InputError } from "@conurb/core/contract";
import { refusal } from "../../refuse.ts";
import type { Position, Shape } from "./boundaries.ts";

const depths = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const;
const deepest = 16;

/** What stands for a shape in a file, as a shape: of a known type, its points two finite numbers or more, all of them degrees. */
export function checkShape(found: unknown, file: string, row: number): Shape | null {
  if (found === null || found === undefined) return null;
  const place = { file, row };
  const broken = (reason: string): InputError =>
    refusal("map-broken", { file, reason: `feature ${row} ${reason}` }, place);
  const shape = (value: unknown, level: number): Shape => {
    const { type, coordinates, geometries } = (value ?? {}) as Record<string, unknown>;
    if (type === "GeometryCollection" && Array.isArray(geometries)) {
      if (level > deepest) throw broken("nests its shapes too deeply");
      return { type, geometries: geometries.map((each) => shape(each, level + 1)) };
    }
    const depth =
      typeof type === "string" && Object.hasOwn(depths, type) ? depths[type as keyof typeof depths] : undefined;
    if (depth === undefined) throw broken("is of no type that GeoJSON knows");
    return { type, coordinates: nested(coordinates, depth) } as Shape;
  };
  const nested = (value: unknown, depth: number): unknown => {
    if (!Array.isArray(value)) throw broken("has coordinates that are no list");
    return depth === 0 ? position(value) : value.map((each) => nested(each, depth - 1));
  };
  const position = (value: readonly unknown[]): Position => {
    const [x, y] = value;
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
      throw broken("has a point without two numbers");
    }
    if (Math.abs(x) > 360 || Math.abs(y) > 90 + slack) {
      throw refusal("map-not-degrees", { file, row, x: String(x), y: String(y) }, place);
    }
    return value as Position;
  };
  return shape(found, 0);
}

/** Shapes end at the poles, give or take a rounding; those that cross the antimeridian may count on from 180. */
const slack = 1e-6;

/** What a library throws at a file that it cannot read is the file's fault. */
export function soundMap<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw refusal("map-broken", { file, reason: error.message }, { file });
  }
}
