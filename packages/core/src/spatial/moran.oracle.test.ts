import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { localMoran } from "./local-moran.ts";
import { moran } from "./moran.ts";
import { type WeightsOptions, weights } from "./weights.ts";

const relative = 1e-11; // the oracle has 15 digits; its variances are differences that lose a few

const root = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(text(`packages/atlas/china-clusters/${name}`), {
    header: true,
    skipEmptyLines: true,
  }).data;

interface Test {
  readonly statistic: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}
interface Local {
  readonly statistic: number[];
  readonly expected: number[];
  readonly variance: number[];
  readonly z: number[];
  readonly p: number[];
}
interface Case {
  readonly places: string[];
  readonly values: number[];
  readonly randomisation: Test;
  readonly normality: Test;
  readonly conditional: Local;
  readonly total: Local;
}
type Cases = Record<"borders" | "nearest", Record<"row" | "binary", Case>>;

/** oracles/spatial-moran.R: spdep on the shipped figures. */
const oracle = JSON.parse(text("oracles/spatial-moran.json")) as {
  urban_share: Cases;
  gdp_per_head: Cases;
  urban_share_permuted: { folded: number[] };
  inverse_distance: { row_of_first: number[] };
};

const places = csv("places.csv");
const adjacency = csv("adjacency.csv");
const census = new Map(csv("census.csv").flatMap((row) => (row.year === "2020" ? [[row.code as string, row]] : [])));
const byCode = (values: Map<string, number>) => {
  const place = [...values.keys()].sort();
  return { place, value: place.map((code) => values.get(code) as number) };
};
const people = (code: string) => Number(census.get(code)?.population);
const figures = {
  urban_share: byCode(
    new Map(
      [...census].flatMap(([code, row]) =>
        row.urban_population === "" ? [] : [[code, Number(row.urban_population) / people(code)]],
      ),
    ),
  ),
  gdp_per_head: byCode(
    new Map(
      csv("gdp.csv").flatMap(({ code, year, gdp }) =>
        year === "2020" && gdp !== "" ? [[code as string, (Number(gdp) / people(code as string)) * 1e4]] : [],
      ),
    ),
  ),
};

function weightsOf(codes: readonly string[], options: WeightsOptions) {
  const known = new Map(places.map((row) => [row.code, row]));
  return weights(
    {
      place: codes,
      lon: codes.map((code) => Number(known.get(code)?.lon)),
      lat: codes.map((code) => Number(known.get(code)?.lat)),
      borders: {
        from: adjacency.map(({ code_a }) => code_a as string),
        to: adjacency.map(({ code_b }) => code_b as string),
      },
    },
    options,
  );
}

function close(found: number, expected: number, what: string): void {
  expect(Math.abs(found - expected), `${what}: ${found} and ${expected}`).toBeLessThanOrEqual(
    relative * Math.max(Math.abs(expected), 1e-3),
  );
}

const cases = (["urban_share", "gdp_per_head"] as const).flatMap((figure) =>
  (["borders", "nearest"] as const).flatMap((over) =>
    (["row", "binary"] as const).map((style) => [figure, over, style] as const),
  ),
);

describe.each(cases)("spdep: %s over %s, %s", (figure, over, style) => {
  const expected = oracle[figure][over][style];
  const data = figures[figure];
  const edges = weightsOf(data.place, { kind: over === "borders" ? "contiguity" : "knn", k: 4, style });
  const input = { ...data, weights: edges };

  it("reads the same places and values", () => {
    expect(data.place).toEqual(expected.places);
    data.value.forEach((value, at) => {
      close(value, expected.values[at] as number, data.place[at] as string);
    });
  });

  it.each(["randomisation", "normality"] as const)("moran.test, %s", (variance) => {
    const found = moran(input, { variance });
    for (const name of ["statistic", "expected", "variance", "z", "p"] as const) {
      close(found[name], expected[variance][name], name);
    }
  });

  it.each(["conditional", "total"] as const)("localmoran, %s", (hypothesis) => {
    const found = localMoran(input, { null: hypothesis, permutations: 0 });
    found.places.forEach((each, at) => {
      for (const name of ["statistic", "expected", "variance", "z", "p"] as const) {
        close(each[name], expected[hypothesis][name][at] as number, `${name} of ${each.place}`);
      }
    });
  });
});

describe("R: other answers", () => {
  it("9,999 draws of the neighbours without replacement: p within five standard errors of a difference", () => {
    const data = figures.urban_share;
    const input = { ...data, weights: weightsOf(data.place, { kind: "contiguity" }) };
    const permutations = 9999;
    const found = localMoran(input, { permutations, tails: "folded", draw: random(1, "oracle") });
    found.places.forEach(({ p, place }, at) => {
      const theirs = oracle.urban_share_permuted.folded[at] as number;
      const tail = Math.max(p, theirs);
      const error = Math.sqrt((2 * tail * (1 - tail)) / permutations);
      expect(Math.abs(p - theirs), place).toBeLessThan(5 * error + 1 / permutations);
    });
  });

  it("weights by inverse distance, of Beijing", () => {
    const { from, value } = weightsOf(figures.urban_share.place, { kind: "inverse-distance" });
    const found = value.filter((_, at) => from[at] === "110000");
    oracle.inverse_distance.row_of_first.forEach((expected, at) => {
      close(found[at] as number, expected, `neighbour ${at}`);
    });
  });
});
