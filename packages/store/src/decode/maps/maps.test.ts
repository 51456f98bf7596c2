import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findColumn } from "@conurb/core/contract";
import { requireTable, typeTable } from "@conurb/core/tables";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../test/temporary.ts";
import { archiveNames } from "../archive.ts";
import { decodeData } from "../read-data.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../../../test/fixtures/maps", name)));
const json = (value: unknown) => strToU8(JSON.stringify(value));
const read = (value: unknown, options = {}) => decodeData(json(value), "x.geojson", options);
const square = [
  [
    [116, 39],
    [117, 39],
    [117, 40],
    [116, 40],
    [116, 39],
  ],
];
const feature = (properties: object, coordinates: unknown = square) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates },
});

describe("GeoJSON", () => {
  it("gives attributes, the centre of each shape, and the shapes", async () => {
    const data = await read({
      type: "FeatureCollection",
      features: [
        feature({ adcode: "110000", name: "北京", gdp: 1.5 }),
        { ...feature({ name: "天津", x: true }), geometry: null },
      ],
    });
    expect([data.format, data.encoding]).toEqual(["geojson", "utf-8"]);
    const [head, first, second] = data.cells.rows;
    expect(head).toEqual(["adcode", "name", "gdp", "x", "lon", "lat"]);
    expect(first?.slice(0, 5)).toEqual(["110000", "北京", "1.5", "", "116.5"]);
    expect(Number(first?.[5])).toBeCloseTo(39.5, 2); // great circles bend north of the parallels
    expect(second).toEqual(["", "天津", "", "1", "", ""]);
    expect(data.notes?.map(({ code }) => code)).toEqual(["map-empty"]);
    expect(data.boundaries?.features[0]?.geometry).toEqual({ type: "Polygon", coordinates: square });
    const table = requireTable(typeTable(data.cells, { name: "x" }));
    expect(findColumn(table, "adcode")).toMatchObject({ values: ["110000", null] });
    expect(findColumn(table, "lon")).toMatchObject({ unit: "degree" });
  });

  it("keeps ids, nested attributes as text, and columns lon and lat of the file's own", async () => {
    const data = await read({ ...feature({ lon: 1, lat: 2, parts: ["a", 1] }), id: 7 });
    expect(data.cells.rows[0]).toEqual(["id", "lon", "lat", "parts", "centroid_lon", "centroid_lat"]);
    expect(data.cells.rows[1]?.slice(0, 4)).toEqual(["7", "1", "2", '["a",1]']);
    expect(data.notes?.map(({ code }) => code)).toEqual(["map-centroid-name", "map-nested"]);
  });

  it.each([
    [{ type: "FeatureCollection", features: [] }, "file-header-only"],
    [{ type: "FeatureCollection", features: 1 }, "map-broken"],
    [feature({}, [[[500000, 4400000]]]), "map-not-degrees"],
    [feature({}, [[["116", "39"]]]), "map-broken"],
    [{ ...feature({}), geometry: { type: "Circle", coordinates: [] } }, "map-broken"],
    [{ ...feature({}), crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } } }, "map-crs"],
  ])("refuses %j", async (value, code) => {
    expect((await refusalOf(read(value))).code).toBe(code);
  });

  it("refuses an attribute whose last digits were lost when it was read", async () => {
    const text = JSON.stringify(feature({ id: 0 })).replace('"id":0', '"id":110101199003077759');
    const error = await refusalOf(decodeData(strToU8(text), "x.geojson"));
    expect([error.code, error.problems[0]?.place]).toEqual([
      "json-integer-inexact",
      { file: "x.geojson", row: 1, column: "id" },
    ]);
  });

  it("takes the reference system of old for what it is", async () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } };
    expect((await read({ ...feature({}), crs })).cells.rows).toHaveLength(2);
  });
});

describe("TopoJSON", () => {
  const topology = (objects: object) => ({
    type: "Topology",
    transform: { scale: [1, 1], translate: [116, 39] },
    arcs: [
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ],
    ],
    objects,
  });
  const cities = {
    type: "GeometryCollection",
    geometries: [{ type: "Polygon", arcs: [[0]], properties: { name: "A" } }],
  };

  it("gives what the same shapes give as GeoJSON", async () => {
    const data = await decodeData(json(topology({ cities })), "x.topojson");
    const plain = await read({ type: "FeatureCollection", features: [feature({ name: "A" })] });
    expect(data.format).toBe("topojson");
    expect(data.cells.rows).toEqual(plain.cells.rows);
    expect(data.boundaries?.features[0]?.geometry).toEqual(plain.boundaries?.features[0]?.geometry);
  });

  it("asks which of several layers, and refuses arcs that are not there", async () => {
    const two = json(topology({ cities, counties: cities }));
    expect((await refusalOf(decodeData(two, "x.json"))).message).toBe("x.json holds several layers: cities, counties");
    expect((await decodeData(two, "x.json", { layer: "counties" })).cells.rows).toHaveLength(2);
    expect((await refusalOf(decodeData(two, "x.json", { layer: "no" }))).code).toBe("map-layer-unknown");
    const broken = json(topology({ cities: { type: "Polygon", arcs: [[9]] } }));
    expect((await refusalOf(decodeData(broken, "x.json"))).message).toContain("there is no arc 9");
  });
});

// written by pyshp 3.1.6, see make.py beside the files
describe("a zipped shapefile", () => {
  it("gives attributes and degrees, whatever it is called", async () => {
    const data = await decodeData(fixture("degrees.zip"), "x.zip");
    expect([data.format, data.notes]).toEqual(["shapefile", undefined]);
    expect(data.cells.rows[0]).toEqual(["名称", "code", "gdp", "day", "lon", "lat"]);
    expect(data.cells.rows[1]?.slice(0, 4)).toEqual(["甲市", "010", "1234.5", "2015-12-31"]);
    expect(data.cells.rows[2]?.slice(0, 4)).toEqual(["乙市", "020", "", ""]);
    // in the plane: (116.5 - 116.375 / 16) / (15 / 16)
    expect(Number(data.cells.rows[1]?.[4])).toBeCloseTo(116.50833, 3);
    expect(Number(data.cells.rows[2]?.[4])).toBeCloseTo(117.5, 9);
    expect(data.cells.kinds).toEqual(["label", "label", "number", "label", "number", "number"]);
    expect((await decodeData(fixture("degrees.zip"), "x.csv")).notes?.[0]?.code).toBe("file-ending");
  });

  it("unprojects as pyproj does, and finds out GB18030", async () => {
    const [plain, projected] = [
      await decodeData(fixture("degrees.zip"), "x"),
      await decodeData(fixture("projected.zip"), "x"),
    ];
    expect(projected.notes?.map(({ code }) => code)).toEqual(["shapefile-encoding"]);
    expect(projected.cells.rows[1]?.slice(0, 4)).toEqual(plain.cells.rows[1]?.slice(0, 4));
    const points = (data: typeof plain) =>
      data.boundaries?.features.flatMap(({ geometry }) =>
        geometry?.type === "Polygon" ? geometry.coordinates.flat(2) : [],
      );
    const [a, b] = [points(plain) ?? [], points(projected) ?? []];
    expect(b).toHaveLength(a.length);
    // the series of the projection agree to a tenth of a millimetre
    for (const [at, value] of b.entries()) expect(value).toBeCloseTo(a[at] as number, 8);
  });

  it("refuses one without .prj unless the projection is told", async () => {
    const error = await refusalOf(decodeData(fixture("no-prj.zip"), "x.zip"));
    expect(error.message).toBe("x.zip has no no-prj.prj, so nobody knows what its coordinates are in");
    const told = await decodeData(fixture("no-prj.zip"), "x.zip", { projection: "EPSG:4326" });
    expect(told.cells.rows[1]?.[0]).toBe("甲市");
    const unknown = await refusalOf(decodeData(fixture("no-prj.zip"), "x.zip", { projection: 'PROJCS["nowhere"]' }));
    expect(unknown.code).toBe("shapefile-projection");
  });

  it("takes texts for what they are where its .cpg says otherwise, and leaves out half a character at the end of a cell", async () => {
    const zip = (dbf: Uint8Array, cpg?: string) => {
      const { "data/degrees.dbf": _, "data/degrees.cpg": __, ...rest } = unzipSync(fixture("degrees.zip"));
      const named = cpg === undefined ? {} : { "data/degrees.cpg": strToU8(cpg) };
      return decodeData(zipSync({ ...rest, "data/degrees.dbf": dbf, ...named }), "x.zip");
    };
    const gb = unzipSync(fixture("projected.zip"))["data/projected.dbf"] as Uint8Array;
    const other = await zip(gb, "UTF-8");
    expect(other.cells.rows[1]?.[0]).toBe("甲市");
    expect(other.notes?.map(({ text }) => text.en)).toEqual([
      "x.zip: the texts of degrees.dbf are said to be utf-8, and are not: they are taken for gb18030",
    ]);
    const utf8 = unzipSync(fixture("degrees.zip"))["data/degrees.dbf"] as Uint8Array;
    const at = Buffer.from(utf8).indexOf("甲市");
    const cut = Uint8Array.from(utf8);
    cut.fill(0x61, at, at + 18); // a cell of 20 bytes that is full, and ends within 市
    cut.set(Buffer.from("市").subarray(0, 2), at + 18);
    expect((await zip(cut)).cells.rows[1]?.[0]).toBe("a".repeat(18));
    const binary = Uint8Array.from(utf8);
    binary[32 + 11] = "I".charCodeAt(0);
    expect((await refusalOf(zip(binary))).message).toContain("holds a field of type I, expected C, N, F, D, L");
  });

  type Parts = Record<string, Uint8Array>;
  const zipped = (change: (all: Parts) => void) => {
    const all = unzipSync(fixture("degrees.zip"));
    change(all);
    return decodeData(zipSync(all), "x.zip");
  };
  const put =
    (name: string, bytes: (before: Uint8Array) => Uint8Array = () => strToU8("x")) =>
    (all: Parts) => {
      all[name] = bytes(all[name] ?? new Uint8Array());
    };
  const word = (at: number, value: number, little: boolean) => (before: Uint8Array) => {
    const changed = Uint8Array.from(before);
    new DataView(changed.buffer).setInt32(at, value, little);
    return changed;
  };
  it.each([
    ["archive-path", put("../../etc/passwd")],
    ["archive-path", put("/tmp/x")],
    ["archive-path", put("C:\\x")],
    ["archive-nested", put("more.zip")],
    ["map-layer", put("data/second.shp")],
    ["map-broken", put("data/degrees.shp", (shp) => shp.slice(0, 300))],
    ["map-broken", put("data/degrees.dbf", (dbf) => dbf.slice(0, 200))],
    ["map-broken", put("data/degrees.shp", word(148, 2 ** 30, true))], // points of the first record
    ["map-broken", put("data/degrees.shp", word(104, -4, false))], // length of the first record
  ] as const)("refuses by name: %s", async (code, change) => {
    const error = await refusalOf(zipped(change));
    expect(error.code).toBe(code);
    expect(error.message).toContain("x.zip");
  });

  it("names what an archive without a shapefile holds, and refuses bombs by its directory", async () => {
    const other = zipSync({ "a.txt": strToU8("a"), "b.shp.txt": strToU8("b") });
    expect((await refusalOf(decodeData(other, "x.zip"))).message).toContain("it holds a.txt, b.shp.txt");
    const bomb = zipSync({ "a.shp": new Uint8Array(3e6) });
    expect(bomb.length).toBeLessThan(1e4);
    expect((await refusalOf(() => archiveNames(bomb, "x.zip", 1e6))).message).toBe(
      "x.zip: a.shp unpacks to 3 MB, expected at most 1 MB",
    );
  });

  it("reads shapes without attributes, and says so", async () => {
    const data = await zipped((all) => {
      delete all["data/degrees.dbf"];
    });
    expect(data.cells.rows[0]).toEqual(["lon", "lat"]);
    expect(data.notes?.[0]?.code).toBe("shapefile-no-attributes");
  });
});
