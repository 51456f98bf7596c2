import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { greatCircleKm } from "../spatial/great-circle.ts";
import { gravity } from "./gravity.ts";
import type { GivenDistances } from "./pair-distances.ts";

const relative = 1e-12; // the oracle has 15 digits; powers and sums of a hundred flows lose two at most

const root = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(text(`packages/atlas/china-clusters/${name}`), {
    header: true,
    skipEmptyLines: true,
  }).data;

type Topology = "none" | "mean" | "row-mean";
interface Case {
  readonly form: "classic" | "share";
  readonly second: boolean;
  readonly decay: number;
  readonly constant: number;
  readonly distance: "great_circle" | "neighbours" | "neighbours_once" | "headway";
  readonly total: number;
  readonly sent: number[];
  readonly received: number[];
  readonly links: number[];
  readonly flows?: number[];
}
interface Places {
  readonly places: string[];
  readonly km?: number[];
  readonly cases: Case[];
}
/** oracles/network-gravity.R: base R on the shipped figures. */
const oracle = JSON.parse(text("oracles/network-gravity.json")) as Record<"all" | "bay", Places>;
/** The order in which the oracle gives the number of links. */
const topologies: readonly Topology[] = ["none", "mean", "row-mean"];

const byCode = (name: string, year?: string) =>
  new Map(csv(name).flatMap((row) => (year === undefined || row.year === year ? [[row.code as string, row]] : [])));
const [gdp, census, at] = [byCode("gdp.csv", "2020"), byCode("census.csv", "2020"), byCode("places.csv")];
const inBay = new Set(csv("clusters.csv").flatMap((row) => (row.cluster_id === "greater-bay-area" ? [row.code] : [])));
const known = [...gdp].flatMap(([code, row]) => (row.gdp === "" || !census.has(code) ? [] : [code])).sort();
const codes = { all: known, bay: known.filter((code) => inBay.has(code)) };

const position = (code: string) => [Number(at.get(code)?.lon), Number(at.get(code)?.lat)] as const;
const kilometres = (a: string, b: string) => greatCircleKm(...position(a), ...position(b));
const borders = csv("adjacency.csv").map(({ code_a = "", code_b = "" }) => ({ from: code_a, to: code_b }));
const neighbours: GivenDistances = {
  from: borders.map(({ from }) => from),
  to: borders.map(({ to }) => to),
  value: borders.map(({ from, to }) => kilometres(from, to)),
};
const rail = csv("rail_2022.csv");
const headway: GivenDistances = {
  from: rail.map(({ origin_code = "" }) => origin_code),
  to: rail.map(({ destination_code = "" }) => destination_code),
  value: rail.map(({ trains_per_day }) => 24 / Number(trains_per_day)),
};
const distances = { great_circle: undefined, neighbours, neighbours_once: neighbours, headway };

function modelOf(place: readonly string[], { form, second, decay, constant, distance }: Case, topology: Topology) {
  const input = {
    place,
    mass: place.map((code) => Number(gdp.get(code)?.gdp)),
    second: second ? place.map((code) => Number(census.get(code)?.population)) : undefined,
    lon: place.map((code) => position(code)[0]),
    lat: place.map((code) => position(code)[1]),
    distances: distances[distance],
  };
  return gravity(input, { form, decay, constant, topology, symmetric: distance === "neighbours" });
}

function expectClose(found: readonly number[], expected: readonly number[], what: string): void {
  expect(found.length, what).toBe(expected.length);
  expected.forEach((value, at) => {
    expect(Math.abs((found[at] as number) - value), `${what} ${at}: ${found[at]} and ${value}`).toBeLessThanOrEqual(
      relative * value,
    );
  });
}

describe.each(["all", "bay"] as const)("base R: gravity of GDP 2020, %s", (which) => {
  const { places, cases } = oracle[which];

  it("reads the same places", () => expect(codes[which]).toEqual(places));

  const named = cases.map((each) => {
    const { form, second, decay, distance } = each;
    return [`${form}, ${second ? "two masses" : "one mass"}, decay ${decay}, ${distance}`, each] as const;
  });
  it.each(named)("%s", (_, expected) => {
    const found = modelOf(codes[which], expected, "none");
    expectClose([found.total], [expected.total], "total");
    for (const part of ["sent", "received"] as const) {
      expectClose(
        found.strength.map((each) => each[part]),
        expected[part],
        part,
      );
    }
    if (expected.flows !== undefined) {
      expectClose([...found.flows.value], expected.flows, "flow");
    }
    const links = topologies.map((topology) => modelOf(codes[which], expected, topology).links);
    expect(links).toEqual(expected.links);
  });
});

it("great-circle distances in the Greater Bay Area", () => {
  const { km, cases } = oracle.bay;
  const found = modelOf(codes.bay, cases[0] as Case, "none");
  expectClose([...found.flows.distance], km as number[], "km");
});
