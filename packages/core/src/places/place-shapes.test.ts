import { describe, expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { type MapFeature, placeShapes, withoutShape } from "./place-shapes.ts";

const square = (lon: number, lat: number, side = 1): number[][] => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
];
const feature = (code: unknown, ...rings: number[][][]): MapFeature => ({
  properties: { code, name: "x" },
  geometry: { type: "Polygon", coordinates: rings },
});
const declared = { file: "map.geojson", place: "code" };

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.code;
    throw error;
  }
  return undefined;
}

describe("outlines of a map file", () => {
  it("are kept by code, numbers and texts alike, with islands and holes", () => {
    const features: MapFeature[] = [
      feature(130200, square(118, 39), square(118.2, 39.2, 0.5)),
      {
        properties: { code: "130300" },
        geometry: { type: "MultiPolygon", coordinates: [[square(119, 39)], [square(119.5, 39.5, 0.2)]] },
      },
    ];
    const { rings } = placeShapes(features, declared);
    expect(Object.fromEntries(Object.entries(rings).map(([code, own]) => [code, own.length]))).toEqual({
      130200: 2,
      130300: 2,
    });
    expect(rings["130200"]?.[0]).toEqual(square(118, 39));
  });
  it("of one place in several features are its parts", () => {
    expect(placeShapes([feature("a", square(0, 0)), feature("a", square(2, 0))], declared).rings.a).toHaveLength(2);
  });
  it("keep a border that two places share, however finely it was drawn", () => {
    // 0.0001 degrees are a twentieth of a cell of the grid: 2 degrees / 2000 = 0.001
    const border = Array.from({ length: 10_001 }, (_, at) => [1 + 0.0004 * Math.sin(at), at / 10_000]);
    const west = [[0, 0], ...border, [0, 1], [0, 0]];
    const east = [[2, 0], ...border, [2, 1], [2, 0]];
    const { rings } = placeShapes([feature("w", west), feature("e", east)], declared);
    const own = new Set(rings.w?.[0]?.map(String));
    const shared = rings.e?.[0]?.map(String).filter((corner) => own.has(corner)) ?? [];
    expect(shared).toHaveLength(1001);
    expect(rings.w?.[0]?.length).toBeLessThan(1010);
  });
  it("too small to be seen are left out", () => {
    const { rings } = placeShapes([feature("a", square(0, 0), square(0.5, 0.5, 0.00001))], declared);
    expect(rings.a).toHaveLength(1);
  });
  it("may be named by the features' own ids", () => {
    const named: MapFeature = { id: 7, properties: {}, geometry: { type: "Polygon", coordinates: [square(0, 0)] } };
    expect(Object.keys(placeShapes([named], { file: "map.geojson", place: "id" }).rings)).toEqual(["7"]);
  });
  it("tell which members they lack", () => {
    const shapes = placeShapes([feature("a", square(0, 0))], declared);
    expect(withoutShape([{ members: ["a", "b"] }, { members: ["b", "c"] }], shapes)).toEqual(["b", "c"]);
  });
});

describe("a map", () => {
  const country = [feature("650100", square(80, 40)), feature("310000", square(121, 31))];
  it("of the whole of China is refused without the number under which it was approved", () => {
    expect(codeOf(() => placeShapes(country, declared))).toBe("map-approval");
    const approved = placeShapes(country, { ...declared, approval: "GS（2024）0650号" });
    expect(approved.approval).toBe("GS（2024）0650号");
  });
  it("of the whole of China is known by where it lies, whatever its codes are", () => {
    const named = [feature("新疆", square(80, 40)), feature("上海", square(121, 31))];
    expect(codeOf(() => placeShapes(named, declared))).toBe("map-approval");
  });
  it("in metres is refused, and so is one with a corner that is no number", () => {
    expect(codeOf(() => placeShapes([feature("310000", square(13_500_000, 3_660_000))], declared))).toBe("map-degrees");
    expect(codeOf(() => placeShapes([feature("310000", square(Number.NaN, 31))], declared))).toBe("map-degrees");
  });
  it("keeps the outlines of a collection", () => {
    const parts = [
      { type: "Polygon", coordinates: [square(0, 0)] },
      { type: "Point", coordinates: [0, 0] },
    ];
    const both: MapFeature = { properties: { code: "a" }, geometry: { type: "GeometryCollection", geometries: parts } };
    expect(placeShapes([both], declared).rings.a).toHaveLength(1);
  });
  it("of a part of it, or of another country, needs none", () => {
    expect(
      codeOf(() => placeShapes([feature("310000", square(121, 31)), feature("320500", square(120, 31))], declared)),
    ).toBeUndefined();
    expect(
      codeOf(() => placeShapes([feature("06", square(-124, 32)), feature("25", square(-70, 41))], declared)),
    ).toBeUndefined();
  });
  it("without the property that is named, or without outlines, is refused", () => {
    expect(codeOf(() => placeShapes(country, { ...declared, place: "adcode" }))).toBe("map-place-unknown");
    const point: MapFeature = { properties: { code: "a" }, geometry: { type: "Point", coordinates: [0, 0] } };
    expect(codeOf(() => placeShapes([point], declared))).toBe("map-no-outlines");
  });
});
