import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { type SigmaTest, sigma } from "./sigma.ts";

const digits = 1e-12; // doubles: a few hundred additions, against 15 printed digits

const twice = ["a", "b", "c", "a", "b", "c"];
const years = [2010, 2010, 2010, 2020, 2020, 2020];

describe("sigma", () => {
  it("of 1, 4 and later 2, 4 falls from ln 2 to (ln 2) / 2", () => {
    const { indices, ratio } = sigma({ place: ["a", "b", "a", "b"], year: [0, 0, 9, 9], value: [1, 4, 2, 4] });
    expect(indices.map(({ sigma: own }) => own)).toEqual([
      expect.closeTo(Math.LN2, 14),
      expect.closeTo(Math.LN2 / 2, 14),
    ]);
    expect(ratio).toBeCloseTo(0.5, 14);
  });

  it("with n - 1 is larger by sqrt(n / (n - 1)), and in relation the same", () => {
    const input = { place: twice, year: years, value: [1, 2, 5, 2, 3, 4] };
    const [n, less] = [sigma(input), sigma(input, { divisor: "n-1" })];
    expect(less.indices[0]?.sigma).toBeCloseTo((n.indices[0]?.sigma as number) * Math.sqrt(3 / 2), 13);
    expect(less.ratio).toBeCloseTo(n.ratio, 13);
    expect(less.p).toBe(n.p);
  });

  it("by cv is the standard deviation over the mean: 1, 2, 3 give sqrt(2/3) / 2", () => {
    const { indices } = sigma({ place: twice, year: years, value: [1, 2, 3, 2, 2, 2] }, { measure: "cv" });
    expect(indices[0]?.sigma).toBeCloseTo(Math.sqrt(2 / 3) / 2, 14);
    expect(indices[1]?.relative).toBe(0);
  });

  it("does not change with one deflator for all places", () => {
    const base = sigma({ place: twice, year: years, value: [1, 2, 5, 2, 3, 4] });
    const deflated = sigma({ place: twice, year: years, value: [1, 2, 5, 2 / 1.3, 3 / 1.3, 4 / 1.3] });
    expect(Math.abs(base.ratio - deflated.ratio)).toBeLessThan(digits);
    expect(Math.abs(base.p - deflated.p)).toBeLessThan(digits);
  });

  it("sees with the paired test what F misses, and is the same from either year but for the sign", () => {
    const place = Array.from({ length: 12 }, (_, at) => `p${at}`);
    const first = place.map((_, at) => Math.exp(0.3 * at));
    const second = place.map((_, at) => Math.exp(0.27 * at + 0.02 * (at % 3)));
    const input = {
      place: [...place, ...place],
      year: [...first.map(() => 1), ...second.map(() => 2)],
      value: [...first, ...second],
    };
    const [there] = sigma(input).tests as [SigmaTest];
    const [back] = sigma(input, { base: 2 }).tests as [SigmaTest];
    expect(there.tP).toBeLessThan(1e-6);
    expect(there.fP).toBeCloseTo(0.743324500915433, 12); // var.test of R 4.2.2
    expect(back.t).toBeCloseTo(-there.t, 8);
    expect(back.fP).toBeCloseTo(there.fP, 12);
  });

  it("keeps to places with every year, and drops the others by name, unless told not to", () => {
    const input = { place: ["a", "b", "c", "a", "b"], year: [1, 1, 1, 2, 2], value: [1, 4, 100, 2, 4] };
    const balanced = sigma(input);
    expect(balanced.indices[0]?.places).toBe(2);
    expect(balanced.dropped).toEqual([{ input: "data", row: "c", reason: { en: "no value in 2", zh: "2 年无数据" } }]);
    const loose = sigma(input, { places: "all" });
    expect(loose.indices[0]?.places).toBe(3);
    expect(loose.dropped).toEqual([]);
    expect(loose.tests[0]?.places).toBe(2); // a pair needs both years
  });

  it("has a row for each group, and says what cannot be tested", () => {
    const { indices, tests, warnings } = sigma({
      place: ["a", "b", "c", "d", "a", "b", "c", "d"],
      year: [1, 1, 1, 1, 2, 2, 2, 2],
      value: [1, 2, 4, 9, 2, 3, 4, 7],
      group: ["x", "x", "x", "y", "x", "x", "x", "y"],
    });
    expect(new Set(indices.map(({ group }) => group))).toEqual(new Set(["all", "x", "y"]));
    expect(tests.find(({ group }) => group === "y")?.tP).toBeNaN();
    expect(warnings?.map(({ code }) => code)).toEqual(["untested", "no-dispersion"]);
  });

  it("refuses values without a logarithm, one year, unknown years and panels with nothing in common", () => {
    expect(() => sigma({ place: ["a", "a"], year: [1, 2], value: [0, 1] })).toThrow(
      "sigma: value of a 1 is 0, expected more than 0",
    );
    expect(() => sigma({ place: ["a"], year: [2020], value: [1] })).toThrow(
      "sigma: the data have 2020 alone, expected at least two years",
    );
    expect(() => sigma({ place: ["a", "a"], year: [1, 2], value: [1, 1] }, { base: 3 })).toThrow(
      "sigma: there is no year 3; the years are 1, 2",
    );
    expect(() => sigma({ place: ["a", "b"], year: [1, 2], value: [1, 1] })).toThrow(
      "sigma: no place has a value in all of 1, 2",
    );
  });
});

describe.skipIf(!haveGoldens)("sigma against REAT 3.0.3 on German counties, 2010 and 2014", () => {
  it("gives sigmaconv's coefficient of variation of logs with n, its F and p", () => {
    const rows = goldenCsv("inequality_convergence_reat/G.counties.gdp.csv");
    const { sigmaconv } = goldenJson<{ sigma: { sigmaconv: (number | null)[][] } }>(
      "inequality_convergence_reat/expected.json",
    ).sigma;
    const place = rows.map(({ region_code }) => region_code as string);
    const value = [2010, 2014].flatMap((year) => rows.map((row) => Number(row[`gdppc${year}`])));
    const { indices, tests } = sigma({
      place: [...place, ...place],
      year: value.map((_, at) => (at < place.length ? 2010 : 2014)),
      value,
    });
    indices.forEach(({ deviation, meanLog }, at) => {
      expect(Math.abs(deviation / meanLog - (sigmaconv[at]?.[0] as number))).toBeLessThan(digits);
    });
    expect(Math.abs((tests[0]?.f as number) - (sigmaconv[2]?.[1] as number))).toBeLessThan(digits);
    expect(Math.abs((tests[0]?.fP as number) - (sigmaconv[2]?.[4] as number))).toBeLessThan(digits);
  });
});

describe.skipIf(!haveGoldens)("sigma against R on Mexico", () => {
  it("gives the standard deviation of logs with n - 1", () => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const golden = goldenJson<Record<string, { sigma_log_sample: number }>>("inequality_mexico/expected.json");
    const decades = [1940, 1950, 1960, 1970, 1980, 1990, 2000];
    const panel = decades.flatMap((year) =>
      rows.map((row) => ({ place: row.State as string, year, value: Number(row[`pcgdp${year}`]) })),
    );
    const { indices } = sigma(
      {
        place: panel.map(({ place }) => place),
        year: panel.map(({ year }) => year),
        value: panel.map(({ value }) => value),
      },
      { divisor: "n-1" },
    );
    for (const { year, deviation } of indices) {
      expect(Math.abs(deviation - (golden[`pcgdp${year}`]?.sigma_log_sample as number)), `${year}`).toBeLessThan(
        digits,
      );
    }
  });
});
