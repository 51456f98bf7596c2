import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { type FormatName, formats } from "./formats.ts";
import { looksLike } from "./looks-like.ts";
import { decodeData } from "./read-data.ts";

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "../../test/fixtures", name)));
const samples: Readonly<Record<FormatName, readonly Uint8Array[]>> = {
  parquet: [strToU8("PAR1....PAR1")],
  workbook: [zipSync({ "xl/workbook.xml": strToU8("x") }), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
  shapefile: [fixture("maps/degrees.zip"), zipSync({ "A.SHP": strToU8("x") })],
  stata: [fixture("stata/118-big.dta"), fixture("stata/114.dta")],
  topojson: [strToU8('{"type":"Topology","objects":{}}'), strToU8('\ufeff{ "arcs": [], "type" : "Topology" }')],
  geojson: [strToU8('{"type": "FeatureCollection", "features": []}')],
  json: [strToU8('[{"a":1}]'), strToU8('\n{"columns":[],"rows":[]}')],
  pajek: [strToU8("% a remark\n*Network x\n*Vertices 2\n"), strToU8("*vertices 2\n")],
  "ucinet-dl": [strToU8("DL N = 5\nData:\n"), strToU8("dl\nnr=2, nc=2\n")],
  csv: [strToU8("a,b\n1,2\n"), strToU8("dl,n\n1,2\n"), strToU8("*,b\n"), strToU8("\ufeffa\n1\n")],
};

it.each(formats.map(({ name }) => name))("%s is known by its contents", (name) => {
  for (const bytes of samples[name]) {
    for (const file of ["x", "x.csv", "x.dta", "x.json"]) expect(looksLike(bytes, file).format).toBe(name);
  }
});

it("refuses what is none of them, and names them", async () => {
  const error = await refusalOf(decodeData(strToU8("%PDF-1.7\n"), "x.csv"));
  expect([error.code, error.message]).toEqual([
    "file-format-unknown",
    "x.csv looks like PDF, expected one of: Parquet, a workbook, a zipped shapefile, Stata, TopoJSON, GeoJSON, JSON, a Pajek network, a UCINET network (DL), CSV or other delimited text",
  ]);
});
