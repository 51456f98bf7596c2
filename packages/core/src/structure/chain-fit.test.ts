import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { random } from "../contract/random.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { type ChainFitInput, chainFit } from "./chain-fit.ts";

const exact = 1e-12; // sums of a few dozen terms of about 1
const gap = Number.NaN;

const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "uvwxyz".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);
const codes = ({ warnings }: { warnings?: readonly { code: string }[] }) => warnings?.map(({ code }) => code);

/** Steel (v) supplies cars (u); a has three quarters of the steel, b of the cars. */
const small: ChainFitInput = {
  slices: [
    slice([
      [10, 30],
      [30, 10],
    ]),
  ],
  linkages: { supplier: ["v"], user: ["u"], value: [7] },
};

describe("chain fit", () => {
  it("by hand: quotients of a are .5 and 1.5, of b 1.5 and .5", () => {
    const { bands, places } = chainFit(small, { permutations: 0 });
    expect(bands.map(({ band, pairs, fit }) => [band.code, pairs, fit])).toEqual([
      ["same", 2, 0.75], // a: 1.5 of steel x .5 of cars; b: .5 x 1.5
      ["other", 2, 1.25], // a to b 1.5 x 1.5, b to a .5 x .5, their mean
    ]);
    expect(places.map(({ place, other, fit }) => [place + other, fit])).toEqual([
      ["ab", 2.25],
      ["ba", 0.25],
    ]);
  });

  it("lists every pair up to 60 places, and of more the five best users of every place", () => {
    const draw = random(3, "chain-fit/many");
    const manyOf = (n: number): ChainFitInput => ({
      slices: [
        {
          year: undefined,
          places: Array.from({ length: n }, (_, at) => `p${100 + at}`),
          industries: ["u", "v", "w"],
          values: Float64Array.from({ length: 3 * n }, () => 1 + draw.integer(90)),
        },
      ],
      linkages: { supplier: ["v", "w"], user: ["u", "u"], value: [7, 2] },
    });
    const few = chainFit(manyOf(60), { permutations: 0 });
    expect([few.places.length, few.partners.length]).toEqual([60 * 59, 60 * 5]);
    const own = few.places.filter(({ place }) => place === "p100").sort((a, b) => b.fit - a.fit);
    expect(few.partners.slice(0, 5).map(({ other, rank }) => [other, rank])).toEqual(
      own.slice(0, 5).map(({ other }, at) => [other, at + 1]),
    );
    const many = chainFit(manyOf(61), { permutations: 0 });
    expect([many.places.length, many.partners.length, many.bands[1]?.pairs]).toEqual([0, 61 * 5, 61 * 60]);
    expect(codes(many)).toContain("pairs-unlisted");
    const { places, partners } = chainFit({ slices: manyOf(9).slices }, { permutations: 0 });
    expect([places, partners]).toEqual([[], []]); // without a table nobody supplies
  });

  it("weighs pairs of places by their sizes: b of twice the size", () => {
    const twice = chainFit(
      {
        ...small,
        slices: [
          slice([
            [10, 30],
            [60, 20],
          ]),
        ],
      },
      { permutations: 0 },
    );
    // shares of the sum 7/12 and 5/12; quotients a 3/7, 9/5; b 9/7, 3/5; fit in a 27/35, in b 27/35; sizes 1 and 2
    near(twice.bands[0]?.fit, 27 / 35);
    near(twice.bands[1]?.fit, ((9 / 5) * (9 / 7) + (3 / 5) * (3 / 7)) / 2);
    const third = chainFit(
      {
        ...small,
        slices: [
          slice([
            [10, 30],
            [60, 20],
            [40, 0],
          ]),
        ],
      },
      { permutations: 0 },
    );
    // shares 11/16, 5/16; fit in the same place: a (24/10)(4/11), b (8/10)(12/11), c 0; weights 1, 4, 1
    near(third.bands[0]?.fit, ((24 / 10) * (4 / 11) + 4 * (8 / 10) * (12 / 11)) / 6);
  });

  it("without a table takes each pair of jobs in two industries alike: the share of such pairs over that of all", () => {
    const { bands, linked, convention } = chainFit({ slices: small.slices }, { permutations: 0 });
    expect([linked, convention.linked, convention.permute]).toEqual(["none", "none", "places"]);
    // in a 2 x .25 x .75 of its pairs of jobs are mixed, overall half of them; between a and b .25^2 + .75^2
    near(bands[0]?.fit, 0.375 / 0.5);
    near(bands[1]?.fit, 0.625 / 0.5);
  });

  const draw = random(3, "chain-fit/test");
  const values = Array.from({ length: 7 }, () => Array.from({ length: 5 }, () => Math.round(1 + 99 * draw.uniform())));
  const supplier = ["u", "u", "v", "w", "x", "y", "w"];
  const user = ["v", "u", "w", "x", "y", "u", "u"];
  const linkages = { supplier, user, value: supplier.map(() => 1 + draw.uniform()) };
  const place = [..."abcdefg"];
  const points = { place, lon: place.map(() => 4 * draw.uniform()), lat: place.map(() => 4 * draw.uniform()) };
  const input: ChainFitInput = { slices: [slice(values)], linkages, points };

  it("is the same from the pairs of places and from those of industries, term by term", () => {
    const bandEnds = [120, 250];
    const { bands, places, industries } = chainFit(input, { permutations: 0, bands: bandEnds });
    const total = values.map((row) => row.reduce((a, b) => a + b));
    for (const { band, fit } of bands.slice(1)) {
      const inside = places.filter((pair) => pair.band?.code === band.code);
      const weights = inside.map(
        (pair) => (total[place.indexOf(pair.place)] as number) * (total[place.indexOf(pair.other)] as number),
      );
      near(
        fit,
        inside.reduce((sum, pair, at) => sum + pair.fit * (weights[at] as number), 0) / weights.reduce((a, b) => a + b),
      );
      const linked = industries.filter((pair) => pair.band.code === band.code);
      near(
        fit,
        linked.reduce((sum, { linkage, together }) => sum + linkage * together, 0),
      );
    }
    near(
      industries.filter(({ band }) => band.code === "same").reduce((sum, { linkage }) => sum + linkage, 0),
      1,
    );
  });

  it("is 1 everywhere where all places are alike, whatever their size", () => {
    const alike = chainFit({
      ...input,
      slices: [slice(values.map((_, at) => [1, 2, 3, 4, 5].map((each) => each * (at + 1))))],
    });
    for (const { fit, p } of alike.bands) {
      if (Number.isNaN(fit)) continue;
      near(fit, 1);
      expect(p).toBe(1);
    }
  });

  it("does not change with the unit of the table or the scale of the data", () => {
    const fits = (given: ChainFitInput) => chainFit(given, { permutations: 0 }).bands.map(({ fit }) => fit);
    const scaled = {
      ...input,
      slices: [slice(values.map((row) => row.map((each) => 8 * each)))],
      linkages: { ...linkages, value: linkages.value.map((each) => each / 4) },
    };
    expect(fits(scaled)).toEqual(fits(input));
  });

  it("holds listed distances both ways, and puts pairs without one in no band", () => {
    const distances = { from: ["a", "c"], to: ["b", "a"], value: [10, 99] };
    const { bands, warnings } = chainFit(
      { ...input, points: undefined, distances, slices: [slice(values.slice(0, 3))], unit: "min" },
      { permutations: 0, bands: [30] },
    );
    expect(bands.map(({ band, pairs }) => [band.title.en, pairs])).toEqual([
      ["same place", 3],
      ["0-30 min", 2],
      ["over 30 min", 2],
    ]);
    expect(say(warnings?.[0])).toBe("2 ordered pairs of places without a distance, in no band");
  });

  it("p is the share of all placings of three industries that are as extreme", () => {
    const three = {
      slices: [slice(values.map((row) => row.slice(0, 3)))],
      linkages: { supplier: ["u", "w"], user: ["v", "w"], value: [1, 0] },
    };
    const { bands } = chainFit(three, { permutations: 20_000, alternative: "greater" });
    const { industries } = chainFit(three, { permutations: 0 });
    const same = industries.filter(({ band }) => band.code === "same");
    const found = same.find((row) => row.supplier === "u" && row.user === "v")?.together as number;
    const share = same.filter(({ together }) => together >= found).length / 6; // each ordered pair as often as any other
    const sampling = 0.018; // five standard errors of a share of 20,000: 5 sqrt(.25 / 20,000)
    expect(Math.abs((bands[0]?.p as number) - share)).toBeLessThan(sampling);
    expect(bands[0]?.expected).toBeCloseTo(same.reduce((sum, { together }) => sum + together, 0) / 6, 2);
  });

  it("says what it leaves out, by name", () => {
    const gapped = values.map((row) => [...row]);
    (gapped[2] as number[])[1] = gap;
    const { dropped } = chainFit(
      {
        slices: [slice(gapped)],
        linkages: { supplier: ["u", "v", "q"], user: ["v", "w", "u"], value: [1, 1, 1] },
        points: { place: place.slice(0, 6), lon: points.lon.slice(0, 6), lat: points.lat.slice(0, 6) },
      },
      { permutations: 0 },
    );
    expect(dropped?.map(({ input: of, row, reason }) => `${of} ${row}: ${reason.en}`)).toEqual([
      "data x: industry not in the input-output table",
      "data y: industry not in the input-output table",
      "linkages q: industry not in the data",
      "data g: place has no point",
      "data c: no figure in every industry",
    ]);
  });

  it("leaves out industries of which there is nothing to compare with", () => {
    const empty = { slices: [slice(values.map((row) => [...row.slice(0, 4), 0]))], linkages };
    const { dropped, industries } = chainFit(empty, { permutations: 0 });
    expect(dropped?.map(({ row }) => row)).toEqual(["y"]);
    expect(new Set(industries.map(({ supplier: each }) => each))).toEqual(new Set(["u", "v", "w", "x"]));
    const reference = { industry: ["u", "v", "w", "x", "y"], value: [1, 0, 1, 1, 1] };
    expect(chainFit({ ...input, reference }, { permutations: 0 }).dropped?.map(({ row }) => row)).toEqual(["v"]);
  });

  it("warns of few placings, of what is not tested and of empty bands", () => {
    expect(codes(chainFit(small))).toEqual(["few-placings"]);
    expect(codes(chainFit({ slices: small.slices }))).toEqual(["few-placings", "distances-needed"]);
    const far = [120, 250];
    expect(codes(chainFit({ ...input, linkages: undefined }, { bands: far }))).toEqual(["same-place-untested"]);
    expect(codes(chainFit(input, { permutations: 50, bands: far }))).toEqual(["few-draws", "few-placings"]);
    const { warnings } = chainFit(input, { permutations: 0, bands: [1, 5000] });
    expect(warnings?.map((each) => say(each))).toEqual([
      "no random placings were asked for, so no p",
      "no pair of places in the band 0-1 km, over 5000 km",
    ]);
  });

  it.each([
    [
      { ...small, linkages: undefined },
      { permute: "industries" },
      "permute is industries without an input-output table, expected places",
    ],
    [
      { ...small, linkages: { supplier: ["v"], user: ["v"], value: [1] } },
      {},
      "the linkages between industries of the data add up to 0, expected more than 0",
    ],
    [
      { ...small, linkages: { supplier: ["v"], user: ["u"], value: [-1] } },
      {},
      "linkage from v to u is -1, expected at least 0",
    ],
    [
      { ...small, linkages: { supplier: ["v", "v"], user: ["u", "u"], value: [1, 2] } },
      {},
      "the linkage from v to u stands twice, expected one row a pair of industries",
    ],
    [
      { ...small, linkages: { supplier: ["v"], user: ["u", "v"], value: [1] } },
      {},
      "user has 2 rows but supplier has 1",
    ],
    [
      { ...small, distances: { from: ["a"], to: ["b"], value: [-3] } },
      {},
      "distance from a to b is -3, expected at least 0",
    ],
    [{ ...input }, { bands: [100, 50] }, "bands has 50 after 100, expected ends that rise"],
    [
      { ...small, points: { place: ["q"], lon: [0], lat: [0] } },
      {},
      "no place has both a location and figures in every industry",
    ],
  ] as const)("refuses %#", (given, options, message) => {
    expect(() => chainFit(given as ChainFitInput, options)).toThrow(`chain-fit: ${message}`);
  });
});
