import { describe, expect, it } from "vitest";
import { atlasCsv, britishJobs, oracleJson } from "../../test/atlas-compositions.ts";
import { random } from "../contract/random.ts";
import { type ChainFitInput, chainFit } from "./chain-fit.ts";

const relative = 1e-12; // sums of 40 x 40 x 19 x 19 terms in another order; R prints 15 digits
const kilometres = 1e-9; // the same haversine, R's sine and ours
const sampling = 0.036; // five standard errors of the difference of two shares of 9,999 draws: 5 sqrt(2 x .25 / 9999)

interface Expected {
  places: string[];
  pairs: number[];
  distance: number[];
  linked: number[];
  own_in: number[];
  alone: number[];
  first_row: number[];
  manufacturing_to_trade: number[];
  p_by_industry: number[];
  p_by_place: number[];
}

describe("chain fit against R on British jobs, 2019", () => {
  const expected = oracleJson<Expected>("structure-chain-fit");
  const slice = britishJobs();
  const areas = atlasCsv("britain/areas.csv").filter(({ itl2 }) => expected.places.includes(itl2 as string));
  const points = {
    place: areas.map(({ itl2 }) => itl2 as string),
    lon: areas.map(({ lon }) => Number(lon)),
    lat: areas.map(({ lat }) => Number(lat)),
  };
  const pairs = slice.industries.flatMap((supplier, i) =>
    slice.industries.map((user, j) => ({ supplier, user, value: (7 * i + 3 * j) % 11 })),
  );
  const linkages = {
    supplier: pairs.map(({ supplier }) => supplier),
    user: pairs.map(({ user }) => user),
    value: pairs.map(({ value }) => value),
  };
  const alone: ChainFitInput = { slices: [slice], points };
  const near = (found: number | undefined, wanted: number | undefined, tolerance = relative) =>
    expect(Math.abs((found as number) - (wanted as number))).toBeLessThan(tolerance * Math.max(1, wanted as number));

  it.each([
    ["linked", { ...alone, linkages }, {}],
    ["own_in", { ...alone, linkages }, { own: "in" }],
    ["alone", alone, {}],
  ] as const)("%s: pairs, distance and fit of every band", (name, input, options) => {
    const { bands } = chainFit(input, { ...options, permutations: 0 });
    expect(bands.map((band) => band.pairs)).toEqual(expected.pairs);
    bands.forEach(({ fit, distance }, at) => {
      near(fit, expected[name][at]);
      near(distance, expected.distance[at], kilometres);
    });
  });

  it("the first place as supplier of the others, and one pair of industries", () => {
    const { places, industries } = chainFit({ ...alone, linkages }, { permutations: 0 });
    const [first] = expected.places;
    for (const { other, fit } of places.filter(({ place }) => place === first)) {
      near(fit, expected.first_row[expected.places.indexOf(other)]);
    }
    const found = industries.filter(({ supplier, user }) => supplier === "C" && user === "G");
    expect(found.map(({ band }) => band.code)).toEqual(["same", "0-50", "50-100", "100-200", "200-400", "over-400"]);
    for (const [at, { together }] of found.entries()) near(together, expected.manufacturing_to_trade[at]);
  });

  it("p by placing industries, and by exchanging places", () => {
    const options = { permutations: 9999, draw: random(1, "chain-fit/oracle") };
    const byIndustry = chainFit({ ...alone, linkages }, options).bands.map(({ p }) => p);
    const byPlace = chainFit(alone, options).bands.map(({ p }) => p);
    byIndustry.forEach((p, at) => {
      expect(Math.abs(p - (expected.p_by_industry[at] as number))).toBeLessThan(sampling);
    });
    expect(byPlace[0]).toBeNaN();
    byPlace.slice(1).forEach((p, at) => {
      expect(Math.abs(p - (expected.p_by_place[at] as number))).toBeLessThan(sampling);
    });
  });
});
