import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { random } from "../contract/random.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { chase } from "./chase.ts";
import { association, associations, drawPlacings } from "./chase-placings.ts";

const exact = 1e-12; // correlations of a few figures
const sampling = 0.02; // 20,000 random placings of 720: four standard errors of a p of .5 are .014

const gap = Number.NaN;
const slice = (year: number | undefined, values: number[][]): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "uvwxyz".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

/** Every order of 0, 1, ..., n - 1. */
function permutations(n: number): Uint32Array[] {
  if (n === 0) return [new Uint32Array(0)];
  return permutations(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, at) => Uint32Array.from([...order.slice(0, at), n - 1, ...order.slice(at)])),
  );
}

describe("chase", () => {
  const slices = [
    slice(2015, [
      [10, 20, 70],
      [50, 25, 25],
    ]),
    slice(2020, [
      [30, 20, 50],
      [50, 25, 25],
    ]),
  ];

  it("by hand: a moved (.2, 0, -.2), b is specialised (.5, .25, .25) against (.3, .225, .475)", () => {
    const { pairs, places, measure, convention } = chase({ slices }, { permutations: 0 });
    const change = [0.2, 0, -0.2];
    const quotient = [0.5 / 0.3, 0.25 / 0.225, 0.25 / 0.475];
    const mean = quotient.reduce((a, b) => a + b) / 3;
    const over = quotient.reduce((sum, q, k) => sum + (change[k] as number) * q, 0);
    const length = Math.sqrt(0.08 * quotient.reduce((sum, q) => sum + (q - mean) ** 2, 0));
    expect(pairs.map(({ place, other }) => place + other)).toEqual(["ab", "ba"]);
    near(pairs[0]?.chase, over / length);
    expect(pairs[1]?.chase).toBeNaN(); // b did not move
    near(places[0]?.own, -0.999890440974747); // cor((.2, 0, -.2), (.1 / .3, .2 / .225, .7 / .475)) in R 4.2.2: a leaves what it had
    expect([measure, convention.period]).toEqual(["correlation", "2015-2020"]);
  });

  it("takes off what the reference itself does, on request", () => {
    const { pairs } = chase({ slices }, { permutations: 0, trend: "remove" });
    // the sum of the places moved by (.1, 0, -.1), so b, which stood still, moved the other way
    near(pairs[1]?.chase, 0.999890440974747); // towards what a was specialised in
    near(pairs[0]?.chase, chase({ slices }, { permutations: 0 }).pairs[0]?.chase as number);
  });

  it("with one year gives the share of a place's specialised industries that another has too", () => {
    const { pairs, measure, warnings } = chase({
      slices: [
        slice(2019, [
          [40, 40, 10, 10],
          [40, 10, 40, 10],
          [10, 10, 10, 70],
        ]),
      ],
    });
    expect(measure).toBe("overlap");
    // LQ > 1: a in u, v; b in u, w; c in z: half of what a has there lies in u
    near(pairs.find(({ place, other }) => place + other === "ab")?.chase, 0.5);
    near(pairs.find(({ place, other }) => place + other === "ac")?.chase, 0);
    expect(warnings?.map(({ code }) => code)).toEqual(["one-year"]);
  });

  it("says who does not move, how few industries there are, and refuses a reference of no year", () => {
    const { warnings } = chase({ slices }, { permutations: 0 });
    expect(warnings?.map(({ code }) => code)).toEqual(["few-industries", "no-placings", "no-answer"]);
    expect(say(warnings?.at(-1))).toMatch(/: b–a$/);
    expect(() => chase({ slices, reference: { industry: ["u", "v", "w"], value: [1, 1, 1] } })).toThrow(
      "chase: the reference has no year, expected the years of the data",
    );
  });

  it("gives the same for the same draws", () => {
    const run = (seed: number) => chase({ slices }, { permutations: 49, draw: random(seed, "test") }).pairs;
    expect(run(3)).toEqual(run(3));
  });
});

describe("association by random placing", () => {
  const change = Float64Array.of(0.1, -0.05, 0.02, -0.07, 0.03, -0.03);
  const quotient = Float64Array.of(2, 0.7, 0.9, 0.4, 1.3, 1.1);

  it.each(["greater", "less", "two-sided"] as const)("agrees with all 720 placings (%s)", (alternative) => {
    const all = association(change, quotient, permutations(6), alternative);
    // all placings hold the data's own, so (M + 1) / (R + 1) counts it twice
    const whole = (all.p * 721 - 1) / 720;
    const drawn = association(change, quotient, drawPlacings(6, 20_000, random(5, "placings")), alternative);
    expect(Math.abs(drawn.p - whole)).toBeLessThan(sampling);
    near(drawn.correlation, all.correlation);
  });

  it("places only the industries without a gap", () => {
    const gapped = Float64Array.from(change, (each, at) => (at === 2 ? gap : each));
    const found = association(gapped, quotient, permutations(6), "two-sided");
    const without = (values: Float64Array) => values.filter((_, at) => at !== 2);
    const five = association(without(change), without(quotient), permutations(5), "two-sided");
    near(found.correlation, five.correlation);
    expect(found.industries).toBe(5);
    // each order of five comes from six orders of six
    near((found.p * 721 - 1) / 6, five.p * 121 - 1);
  });

  it("of one row beside many is that of each pair, to the last bit", () => {
    const draw = random(9, "rows");
    const width = 12;
    const rows = Array.from({ length: 6 }, () => Float64Array.from({ length: width }, () => draw.normal()));
    (rows[2] as Float64Array)[4] = gap;
    (rows[3] as Float64Array).fill(1);
    const placings = drawPlacings(width, 199, random(5, "placings"));
    for (const alternative of ["greater", "less", "two-sided"] as const) {
      for (const own of [rows[0], rows[2], rows[3]] as Float64Array[]) {
        expect(associations(own, rows, placings, alternative)).toEqual(
          rows.map((row) => association(own, row, placings, alternative)),
        );
      }
    }
  });

  it("has no answer for what does not vary", () => {
    expect(association(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3), [], "greater").correlation).toBeNaN();
    expect(association(Float64Array.of(1), Float64Array.of(2), [], "greater").correlation).toBeNaN();
  });
});
