import { readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { typeTable } from "@conurb/core/tables";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DecodeOptions } from "./file-data.ts";
import { decodeData } from "./read-data.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../../test/fixtures", name)));

const topology = {
  type: "Topology",
  arcs: [
    [
      [116, 39],
      [117, 39],
      [117, 40],
      [116, 39],
    ],
  ],
  objects: { a: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs: [[0]], properties: { n: 1 } }] } },
};
const point = { type: "Point", coordinates: [116, 39] };
const geojson = {
  type: "FeatureCollection",
  features: [
    { type: "Feature", id: 1, properties: { name: "北京", v: 1.5 }, geometry: point },
    { type: "Feature", properties: null, geometry: { type: "GeometryCollection", geometries: [point] } },
  ],
};
const files: readonly (readonly [string, Uint8Array, DecodeOptions?])[] = [
  ["118-little.dta", fixture("stata/118-little.dta"), { codes: true }],
  ["117-gb18030-big.dta", fixture("stata/117-gb18030-big.dta")],
  ["missing-119.dta", fixture("stata/missing-119.dta")],
  ["114.dta", fixture("stata/114.dta")],
  ["degrees.zip", fixture("maps/degrees.zip")],
  ["projected.zip", fixture("maps/projected.zip")],
  ["no-prj.zip", fixture("maps/no-prj.zip"), { projection: "EPSG:4326" }],
  ["x.geojson", strToU8(JSON.stringify(geojson))],
  ["x.topojson", strToU8(JSON.stringify(topology))],
  ["x.json", strToU8('[{"code":"010","v":1.5},{"v":null,"ok":true}]')],
  ["columns.json", strToU8('{"tables":{"t":{"columns":[{"name":"a","unit":"1"}],"rows":[{"a":1},{"a":null}]}}}')],
  ["x.dl", strToU8('dl n=3 nm=1\nformat = fullmatrix\nlabels:\na,b,"c d"\ndata:\n1 2 0\n0 0 1.5\n-1 0 0\n')],
  ["edges.dl", strToU8("dl n=3 format=edgelist1\nlabels embedded\ndata:\na b 1\nb c 2\n")],
  [
    "x.net",
    strToU8('*Vertices 3\n1 "a" 0.1 0.2\n2 "b"\n*Arcs :1 "r"\n1 2 3\n*Edges\n2 3\n*Matrix\n0 1 0\n1 0 1\n0 1 0\n'),
  ],
  ["x.csv", strToU8('code,name,v\n010,"a, ""b""",1\n020,北京,2\n')],
];

const sound = files.map(([file, bytes, options = {}]) => ({ file, bytes, options }));

/** One change to a file: another byte, a part gone, a part twice, or a word that counts something made huge. */
const change = fc.record({
  kind: fc.constantFrom("byte", "cut", "twice", "huge", "end"),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  size: fc.integer({ min: 1, max: 64 }),
  byte: fc.integer({ min: 0, max: 255 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Uint8Array, { kind, at, size, byte }: Change): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  if (kind === "end") return before;
  if (kind === "cut") return Buffer.concat([before, after.subarray(size)]);
  if (kind === "twice") return Buffer.concat([before, after.subarray(0, size), after]);
  const copy = Uint8Array.from(bytes);
  copy.fill(kind === "huge" ? 0x7f : byte, from, from + (kind === "huge" ? 4 : 1));
  return copy;
}

/** More than any of these files, each below 12 kB, can be made to need; the heap is not swept between two looks. */
const mostMemory = 400e6;

async function cellsOrRefusal(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<void> {
  const before = process.memoryUsage();
  try {
    const { cells } = await decodeData(bytes, file, options);
    const width = cells.rows[0]?.length ?? 0;
    expect(cells.rows.slice(1).every((row) => row.every((cell) => typeof cell === "string"))).toBe(true);
    const { account } = typeTable(cells, { name: "x" });
    expect(account.read + account.flagged + account.missing + account.refused).toBe(account.cells);
    expect(width).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { text } of error.problems) expect([text.en, text.zh].every((said) => said.length > 0)).toBe(true);
  }
  const after = process.memoryUsage();
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(mostMemory);
}

describe("every reader gives cells or a refusal", () => {
  it.each(sound)("$file, as it is", async ({ file, bytes, options }) => {
    const old = file === "114.dta";
    const found = await decodeData(bytes, file, options).catch((error: unknown) => error);
    expect(found instanceof InputError).toBe(old);
  });

  it.each(sound)("$file, changed", async ({ file, bytes, options }) => {
    const several = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(several, (changes) => cellsOrRefusal(changes.reduce<Uint8Array>(changed, bytes), file, options)),
      { numRuns: 400 },
    );
  });

  it("an archive whose parts are changed", async () => {
    const parts = unzipSync(fixture("maps/projected.zip"));
    const name = fc.constantFrom(...Object.keys(parts));
    await fc.assert(
      fc.asyncProperty(name, fc.array(change, { minLength: 1, maxLength: 3 }), (part, changes) => {
        const bytes = changes.reduce<Uint8Array>(changed, parts[part] as Uint8Array);
        return cellsOrRefusal(zipSync({ ...parts, [part]: bytes }, { level: 0 }), "x.zip");
      }),
      { numRuns: 1500 },
    );
  });

  it("any bytes under any name, behind any mark", async () => {
    const mark = fc.constantFrom(
      "",
      "<stata_dta><header><release>118</release><byteorder>LSF</byteorder>",
      "PK\x03\x04",
      "PAR1",
      "\xd0\xcf\x11\xe0",
      "dl n=3\ndata:\n",
      "dl n=3 format=edgelist1\nlabels embedded\ndata:\n",
      "*Vertices 3\n*Arcs\n",
      '{"type":"Topology",',
      '{"type":"FeatureCollection","features":[',
      '[{"a":',
      "a,b\n",
    );
    const name = fc.constantFrom("x.csv", "x.dta", "x.zip", "x.json", "x.net", "x.xlsx", "x");
    await fc.assert(
      fc.asyncProperty(mark, fc.uint8Array({ maxLength: 200 }), name, (head, rest, file) =>
        cellsOrRefusal(Buffer.concat([Buffer.from(head, "latin1"), rest]), file),
      ),
      { numRuns: 1500 },
    );
  });

  it("JSON of any shape", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), (text) => cellsOrRefusal(strToU8(text), "x.json")),
      { numRuns: 500 },
    );
    const shape = fc.record({
      type: fc.constantFrom("FeatureCollection", "Feature", "Polygon", "Topology", "Point", "GeometryCollection"),
      features: fc.jsonValue(),
      geometry: fc.jsonValue(),
      coordinates: fc.jsonValue(),
      geometries: fc.jsonValue(),
      arcs: fc.jsonValue(),
      objects: fc.jsonValue(),
      properties: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(shape, (value) => cellsOrRefusal(strToU8(JSON.stringify(value)), "x.json")),
      { numRuns: 500 },
    );
    await cellsOrRefusal(strToU8("[".repeat(200_000)), "x.json");
    await cellsOrRefusal(strToU8(`{"type":"Polygon","coordinates":${"[".repeat(5000)}${"]".repeat(5000)}}`), "x.json");
    const deep = `${'{"type":"GeometryCollection","geometries":['.repeat(3000)}${"]}".repeat(3000)}`;
    await cellsOrRefusal(strToU8(deep), "x.json");
  });
});
