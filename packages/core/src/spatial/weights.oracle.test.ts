import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type WeightsOptions, weights } from "./weights.ts";

const relative = 1e-12; // the oracle has 15 digits; its distances go over chords of the sphere, ours over the haversine

const root = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(text(`packages/atlas/china-clusters/${name}`), {
    header: true,
    skipEmptyLines: true,
  }).data;

interface Case {
  readonly options: WeightsOptions;
  /** Neighbours of each place, and who they are by position, place after place. */
  readonly counts: number[];
  readonly to: number[];
  readonly row: number[];
  readonly binary: number[];
  readonly raw: number[];
}
/** oracles/spatial-weights.R: spdep on the shipped figures. */
const oracle = JSON.parse(text("oracles/spatial-weights.json")) as {
  places: string[];
  smallest_band: number;
  cases: Case[];
  everywhere: { links: number; squares: number[]; largest: number[] };
};

const places = csv("places.csv").sort((a, b) => Number(a.code) - Number(b.code));
const adjacency = csv("adjacency.csv");
const input = {
  place: places.map(({ code }) => code as string),
  lon: places.map(({ lon }) => Number(lon)),
  lat: places.map(({ lat }) => Number(lat)),
  borders: {
    from: adjacency.map(({ code_a }) => code_a as string),
    to: adjacency.map(({ code_b }) => code_b as string),
    value: adjacency.map(({ shared_border_km }) => Number(shared_border_km)),
  },
};

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  Array.from(expected, (value, at) =>
    expect(Math.abs((found[at] as number) - value), `${at}: ${found[at]} and ${value}`).toBeLessThanOrEqual(
      relative * value,
    ),
  );
}

describe("spdep: weights of the cities of China's clusters", () => {
  it("reads the same places", () => expect(input.place).toEqual(oracle.places));

  const named = oracle.cases.map((each) => [JSON.stringify(each.options), each] as const);
  describe.each(named)("%s", (_, expected) => {
    it.each(["row", "binary", "raw"] as const)("%s", (style) => {
      const found = weights(input, { ...expected.options, style });
      expect(found.places.map(({ neighbours }) => neighbours)).toEqual(expected.counts);
      expect(found.to).toEqual(expected.to.map((at) => oracle.places[at]));
      expectClose(found.value, expected[style]);
    });
  });

  it("the smallest band that leaves nobody alone", () => {
    expectClose([weights(input, { kind: "distance" }).bandKm as number], [oracle.smallest_band]);
  });

  it("inverse distance of every place to every other", () => {
    const { from, value, links } = weights(input, { kind: "inverse-distance" });
    expect(links).toBe(oracle.everywhere.links);
    const rows = oracle.places.map((code) => value.filter((_, at) => from[at] === code));
    expectClose(
      rows.map((row) => Math.max(...row)),
      oracle.everywhere.largest,
    );
    expectClose(
      rows.map((row) => row.reduce((sum, each) => sum + each ** 2, 0)),
      oracle.everywhere.squares,
    );
  });
});
