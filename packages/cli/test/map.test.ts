import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const square = (lon: number, lat: number): number[][] => [
  [lon, lat],
  [lon + 1, lat],
  [lon + 1, lat + 1],
  [lon, lat + 1],
  [lon, lat],
];
const outline = (adcode: number, lon: number, lat: number) => ({
  type: "Feature",
  properties: { adcode, name: "x" },
  geometry: { type: "Polygon", coordinates: [square(lon, lat)] },
});
const mapOf = (...features: object[]): string => JSON.stringify({ type: "FeatureCollection", features });
const north = [outline(110000, 116, 39.5), outline(120000, 117, 39), outline(130200, 118, 39)];
const study = (map: string): string => `conurb: 1
title: { zh: 例, en: Example }
cluster: { three: { title: { zh: 三地, en: Three }, members: ["110000", "120000", "130200"] } }
map: ${map}
datasets: { mine: { file: mine.csv, roles: { place: code, value: x } } }
analyses: { size: { use: composite/normalise, on: { data: { from: mine, roles: { indicators: [x] } } } } }
`;
const csv = "code,x\n110000,1\n120000,2\n130200,3\n";
const given = "{ file: map.geojson, place: adcode, approval: GS（2024）0650号 }";

it.each([
  ["{ file: none.geojson, place: adcode }", "none.geojson"],
  ["{ file: ../map.geojson, place: adcode }", "../map.geojson"],
  [
    "{ file: mine.csv, place: code }",
    "map: mine.csv holds no outlines, expected GeoJSON, TopoJSON or a zipped shapefile",
  ],
  ["{ file: map.geojson, place: code }", "map: map.geojson has no property code; its properties are adcode, name"],
  [
    "{ file: land.geojson, place: adcode }",
    "map: land.geojson spans 43 degrees of longitude of China, expected the number",
  ],
])("refuses %s, with its line", async (map, told) => {
  const land = mapOf(outline(650100, 79, 40), outline(310000, 121, 31));
  const folder = folderWith({
    "study.yaml": study(map),
    "mine.csv": csv,
    "map.geojson": mapOf(...north),
    "land.geojson": land,
  });
  const ran = await conurb(["check", folder, "--lang", "en"]);
  expect(ran.code).toBe(3);
  expect(ran.out + ran.err).toContain(told);
  expect(ran.out + ran.err).toContain("study.yaml:4");
});

it("tells which members the map leaves out", async () => {
  const folder = folderWith({ "study.yaml": study(given), "mine.csv": csv, "map.geojson": mapOf(...north.slice(1)) });
  const ran = await conurb(["check", folder, "--lang", "en"]);
  expect(ran.code).toBe(0);
  expect(ran.out + ran.err).toContain("map: map.geojson has no outline for 110000");
});

it("goes into the archive, and changes no number", async () => {
  const files = { "mine.csv": csv, "map.geojson": mapOf(...north) };
  const [plain, drawn] = ["", given].map((map) =>
    folderWith({ ...files, "study.yaml": map === "" ? study("").replace("map: \n", "") : study(map) }),
  ) as [string, string];
  for (const folder of [plain, drawn]) expect((await conurb(["run", folder])).code).toBe(0);
  const lock = (folder: string) => JSON.parse(readFileSync(join(folder, "out", "study.lock.json"), "utf8")).analyses;
  expect(lock(drawn)).toEqual(lock(plain));
  const packed = await conurb(["pack", drawn, "--out", join(drawn, "pack.zip"), "--lang", "en"]);
  expect(packed.code).toBe(0);
  expect(readFileSync(join(drawn, "pack.zip"), "latin1")).toContain("study/map.geojson");
});
