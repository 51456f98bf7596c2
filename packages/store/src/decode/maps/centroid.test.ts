import { describe, expect, it } from "vitest";
import type { Position } from "./boundaries.ts";
import { centroid } from "./centroid.ts";

const square = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...coordinates: Position[][]) => centroid({ type: "Polygon", coordinates }) as [number, number];
/** Sines and square roots, a few times over. */
const digits = 9;

describe("centroid", () => {
  it("of an eighth of the sphere lies where its three corners are equally far: at 45, atan(1 / sqrt 2)", () => {
    const corners: Position[] = [
      [0, 0],
      [90, 0],
      [0, 90],
      [0, 0],
    ];
    const latitude = (Math.atan(Math.SQRT1_2) * 180) / Math.PI;
    for (const ring of [corners, [...corners].reverse()]) {
      const [lon, lat] = polygon(ring);
      expect(lon).toBeCloseTo(45, digits);
      expect(lat).toBeCloseTo(latitude, digits);
    }
  });

  it("takes holes out, whichever way round they run", () => {
    const outer = square(-1, -1, 1, 1);
    const hole = square(0, -0.5, 0.5, 0.5);
    const a = polygon(outer, hole);
    expect(polygon(outer, [...hole].reverse())[0]).toBeCloseTo(a[0], digits);
    // in the plane: (4 x 0 - .5 x .25) / 3.5 = -1/28; the sphere bends this by some 1e-4 of it
    expect(a[0]).toBeCloseTo(-1 / 28, 4);
    expect(a[1]).toBeCloseTo(0, digits);
  });

  it("knows no antimeridian and no pole", () => {
    expect(Math.abs(polygon(square(179, -1, -179, 1))[0])).toBeCloseTo(180, digits);
    const around: Position[] = [0, 90, 180, 270, 0].map((lon) => [lon, 80]);
    expect(polygon(around)[1]).toBeCloseTo(90, 6); // where the cosine is flat, half the digits are left
  });

  it("is as exact for a house as for a country, and the two ways meet", () => {
    const [lon, lat] = polygon(square(116.3, 39.9, 116.3001, 39.9001));
    expect(lon).toBeCloseTo(116.30005, digits);
    expect(lat).toBeCloseTo(39.90005, 8);
    const corner = (size: number): Position[] => [
      [0, 0],
      [size, 0],
      [size, size / 2],
      [size / 2, size / 2],
      [size / 2, size],
      [0, size],
      [0, 0],
    ];
    const [large, small] = [0.2, 0.05].map((size) => polygon(corner(size)).map((each) => each / size));
    // an L of three squares: (.25 + .75 + .25) / 3 = 5/12
    for (const each of [...(large as number[]), ...(small as number[])]) expect(each).toBeCloseTo(5 / 12, 6);
  });

  it("of lines goes by length, of points by number, of mixed shapes by the largest kind", () => {
    const line: Position[] = [
      [0, 0],
      [0, 10],
    ];
    expect(centroid({ type: "LineString", coordinates: line })?.[1]).toBeCloseTo(5, digits);
    const points = {
      type: "MultiPoint",
      coordinates: [
        [0, 0],
        [2, 0],
        [2, 0],
      ],
    } as const;
    expect(centroid(points)?.[0]).toBeCloseTo(4 / 3, 3);
    const mixed = {
      type: "GeometryCollection",
      geometries: [points, { type: "Polygon", coordinates: [square(9, -1, 11, 1)] }],
    } as const;
    expect(centroid(mixed)?.[0]).toBeCloseTo(10, digits);
    expect(centroid({ type: "MultiPoint", coordinates: [] })).toBeUndefined();
    expect(centroid({ type: "Polygon", coordinates: [] })).toBeUndefined();
  });
});
