import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { centrality, type PlaceCentrality } from "./centrality.ts";
import { gravity } from "./gravity.ts";

const exact = 1e-11; // the oracle has 15 digits; sums of thousands of fractions in another order
const iterated = 1e-9; // ARPACK stops at its own tolerance

const root = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(text(`packages/atlas/china-clusters/${name}`), {
    header: true,
    skipEmptyLines: true,
  }).data;

interface Measures {
  readonly [measure: string]: number[];
}
/** oracles/network-centrality.R: igraph on the shipped figures. */
const oracle = JSON.parse(text("oracles/network-centrality.json")) as {
  all: Record<"directed" | "undirected", Measures>;
  jing_jin_ji: Record<"directed" | "undirected", Measures>;
  gravity: {
    places: string[];
    classic: number[];
    share_sent: number[];
    share_received: number[];
    links_above_mean: number;
  };
};

const members = new Set(
  csv("clusters.csv").flatMap(({ cluster_id, code }) => (cluster_id === "jing-jin-ji" ? [code as string] : [])),
);
const rail = csv("rail_2022.csv");
const linksAmong = (known: (code: string) => boolean) => {
  const rows = rail.filter(
    ({ origin_code, destination_code }) => known(origin_code as string) && known(destination_code as string),
  );
  return {
    from: rows.map(({ origin_code }) => origin_code as string),
    to: rows.map(({ destination_code }) => destination_code as string),
    value: rows.map(({ trains_per_day }) => Number(trains_per_day)),
  };
};
const networks = { all: linksAmong(() => true), jing_jin_ji: linksAmong((code) => members.has(code)) };

function compare(
  places: readonly PlaceCentrality[],
  measure: keyof PlaceCentrality,
  expected: readonly number[] | undefined,
  tolerance: number,
): void {
  expect(expected).toHaveLength(places.length);
  places.forEach((each, at) => {
    const value = expected?.[at] as number;
    expect(Math.abs(Number(each[measure]) - value), `${measure} of ${each.place}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(value), 1e-3),
    );
  });
}

const cases = (["all", "jing_jin_ji"] as const).flatMap((network) =>
  (["directed", "undirected"] as const).map((direction) => [network, direction] as const),
);

describe.each(cases)("igraph: trains a day, %s, %s", (network, direction) => {
  const expected = oracle[network][direction];
  const [links, directed] = [networks[network], direction === "directed"];
  const found = centrality({ links }, { directed });

  it("reads the same places and links", () => {
    expect(found.places.map(({ place }) => place)).toEqual(expected.places);
    expect(found.links).toBe(expected.links);
  });

  it("degree, strength, and on paths of cost 1 / trains betweenness and closeness", () => {
    for (const measure of ["degree", "strength_in", "strength_out", "betweenness", "closeness"] as const) {
      compare(found.places, measure, expected[measure], exact);
    }
    const scaled = centrality({ links }, { directed, normalised: true });
    compare(scaled.places, "closeness", expected.closeness_normalised, exact);
    const harmonic = centrality({ links }, { directed, closeness: "harmonic" });
    compare(harmonic.places, "closeness", expected.harmonic, exact);
  });

  it("betweenness without values", () => {
    compare(
      centrality({ links }, { directed, weight: "none" }).places,
      "betweenness",
      expected.betweenness_plain,
      exact,
    );
  });

  it("eigenvector, hub, authority and PageRank by strength", () => {
    for (const measure of ["eigenvector", "hub", "authority"] as const) {
      compare(found.places, measure, expected[measure], iterated);
    }
    compare(found.places, "pagerank", expected.pagerank, exact);
  });
});

describe("R: gravity of GDP 2020 in Jing-Jin-Ji", () => {
  const at = new Map(csv("places.csv").map((row) => [row.code, row]));
  const gdp = csv("gdp.csv").filter(({ code, year }) => year === "2020" && members.has(code as string));
  const input = {
    place: gdp.map(({ code }) => code as string),
    mass: gdp.map((row) => Number(row.gdp)),
    lon: gdp.map(({ code }) => Number(at.get(code)?.lon)),
    lat: gdp.map(({ code }) => Number(at.get(code)?.lat)),
  };

  it("sums of flows, classic and by share, and the links above the mean", () => {
    const classic = gravity(input, { topology: "mean" });
    const share = gravity(input, { form: "share" });
    expect(input.place).toEqual(oracle.gravity.places);
    expect(classic.links).toBe(oracle.gravity.links_above_mean);
    const close = (found: number | undefined, expected: number | undefined) =>
      expect(Math.abs((found as number) / (expected as number) - 1)).toBeLessThan(exact);
    input.place.forEach((_, place) => {
      close(classic.strength[place]?.sent, oracle.gravity.classic[place]);
      close(share.strength[place]?.sent, oracle.gravity.share_sent[place]);
      close(share.strength[place]?.received, oracle.gravity.share_received[place]);
    });
  });
});
