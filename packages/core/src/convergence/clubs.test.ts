import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { InputError } from "../contract/errors.ts";
import { clubs } from "./clubs.ts";
import { hodrickPrescott } from "./hodrick-prescott.ts";
import { crossVariance, logT, quadraticSpectral } from "./log-t.ts";

const exact = 1e-12;
const solved = 1e-9; // a banded system whose condition is some 1e4

const panelOf = (series: Record<string, readonly number[]>) => {
  const rows = Object.entries(series).flatMap(([place, values]) =>
    values.map((value, at) => ({ place, year: 2000 + at, value })),
  );
  return { place: rows.map((r) => r.place), year: rows.map((r) => r.year), value: rows.map((r) => r.value) };
};

const hintOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.hint?.en ?? "";
  }
  return "";
};

const climb = (start: number, end: number, speed: number, wobble = 0) =>
  Array.from({ length: 24 }, (_, t) =>
    Math.exp(end + (start - end) * Math.exp(-speed * t) + wobble * Math.sin(1.7 * t)),
  );

describe("log t", () => {
  it("H by hand: 1 and 3 are .5 and 1.5 of their mean, so (.25 + .25) / 2", () => {
    expect([...crossVariance([Float64Array.of(1, 4), Float64Array.of(3, 4)])]).toEqual([0.25, 0]);
  });

  it("finds b where the regression is exact", () => {
    const h = Float64Array.from({ length: 30 }, (_, at) => (at === 0 ? 1 : (at + 1) ** -0.8 / Math.log(at + 1) ** 2));
    expect(Math.abs(logT(h, 0.3).slope - 0.8)).toBeLessThan(exact);
  });
});

describe("hodrickPrescott", () => {
  it("keeps a straight line, and solves (1 + lambda K) g = y by hand for 0, 1, 0", () => {
    const line = Float64Array.from({ length: 12 }, (_, at) => 3 + 2 * at);
    hodrickPrescott(line, 400).forEach((each, at) => {
      expect(Math.abs(each - (line[at] as number))).toBeLessThan(solved);
    });
    // g = y - lambda s d with d = (1, -2, 1), s = d'g: s = d'y - 6 lambda s, so s = -2 / (1 + 6 lambda)
    const s = -2 / (1 + 6 * 10);
    [-10 * s, 1 + 20 * s, -10 * s].forEach((expected, at) => {
      expect(hodrickPrescott(Float64Array.of(0, 1, 0), 10)[at]).toBeCloseTo(expected, 13);
    });
  });
});

describe("clubs", () => {
  const two = panelOf({
    a: climb(10.2, 11, 0.3, 0.001),
    b: climb(10.6, 11, 0.3, 0.002),
    c: climb(11.4, 11, 0.3, -0.001),
    x: climb(8.2, 8.8, 0.3, 0.001),
    y: climb(9.2, 8.8, 0.3, -0.002),
    z: climb(8.5, 8.8, 0.3, 0.001),
  });

  it("tells two clubs that run to two levels apart, the higher first", () => {
    const found = clubs(two, { filter: "none" });
    expect(found.t).toBeLessThan(-1.65);
    expect(found.clubs.map(({ places }) => [...places].sort().join(""))).toEqual(["abc", "xyz"]);
    expect(found.divergent).toEqual([]);
  });

  it("has transitions whose mean is 1 in every year, over all and within each club", () => {
    const { transition, places } = clubs(two);
    for (const year of [2000, 2023]) {
      const own = transition.filter((row) => row.year === year);
      expect(Math.abs(own.reduce((sum, { relative }) => sum + relative, 0) / places.length - 1)).toBeLessThan(exact);
    }
  });

  it("drops places that lack a year by name, and refuses too short a panel, logs below 0 and places all alike", () => {
    const short = { ...two, value: [...two.value] };
    const lacking = {
      place: [...short.place, "w"],
      year: [...short.year, 2000],
      value: [...short.value, 1e5],
    };
    expect(clubs(lacking).dropped?.map(({ row }) => row)).toEqual(["w"]);
    expect(() => clubs(panelOf({ a: [2, 3, 4], b: [3, 4, 5] }))).toThrow("clubs: 3 years leave 2");
    const five = panelOf({ a: [2, 3, 4, 5, 6], b: [3, 4, 5, 6, 8] });
    expect(hintOf(() => clubs(five))).toContain("trim: 0.2 leaves out 1 of 5 years");
    expect(clubs(five, { trim: 0.2 }).n).toBe(10);
    expect(hintOf(() => clubs(panelOf({ a: [2, 3, 4, 5], b: [3, 4, 5, 7] })))).toContain("5 years at the least");
    expect(() => clubs(five, { trim: 0 })).toThrow("5 years leave none out at trim 0");
    // 5 x .1 is a half, which goes to the even number: none is left out, and log t of the first year is 0
    expect(() => clubs(five, { trim: 0.1 })).toThrow("5 years leave none out at trim 0.1");
    expect(() => clubs(panelOf({ a: climb(-1, -1, 1), b: climb(1, 1, 1) }))).toThrow("clubs: ln of a 2000");
    expect(() => clubs(panelOf({ a: climb(10, 10, 1), b: climb(10, 10, 1) }), { filter: "none" })).toThrow(
      "all places are alike",
    );
    expect(() => clubs(panelOf({ a: climb(10, 10, 1) }))).toThrow("clubs: 1 place has a value in every year");
  });
});

describe.skipIf(!haveGoldens)("clubs against ConvergenceClubs on GDP of 152 countries, 1970 to 2003", () => {
  const wide = (path: string) => {
    const rows = goldenCsv(path).flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        name.startsWith("Y")
          ? [{ place: row.Countries as string, year: Number(name.slice(1)), value: Number(value) }]
          : [],
      ),
    );
    return { place: rows.map((r) => r.place), year: rows.map((r) => r.year), value: rows.map((r) => r.value) };
  };
  interface Golden {
    logt_all: { beta: number; "std.err": number; tvalue: number };
    H: number[];
    clubs: Record<string, { id: number[]; model: { beta: number; "std.err": number; tvalue: number } }>;
  }

  it("the test, the clubs and their tests", () => {
    const expected = goldenJson<Golden>("convergence_clubs_gdp/expected.json");
    const names = goldenCsv("convergence_clubs_gdp/filteredGDP.csv").map(({ Countries }) => Countries as string);
    const found = clubs(wide("convergence_clubs_gdp/filteredGDP.csv"), {
      values: "as-given",
      filter: "none",
      merge: "none",
    });
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, Math.abs(b))); // CSV has 15 digits
    found.variance.forEach((h, at) => {
      near(h, expected.H[at] as number);
    });
    near(found.slope, expected.logt_all.beta);
    near(found.error, expected.logt_all["std.err"]);
    near(found.t, expected.logt_all.tvalue);
    expect(found.clubs.map(({ places }) => places.length)).toEqual([50, 30, 21, 24, 14, 11, 2]);
    found.clubs.forEach((club, at) => {
      const golden = expected.clubs[`club${at + 1}`] as Golden["clubs"][string];
      expect([...club.places].sort()).toEqual(golden.id.map((id) => names[id - 1] as string).sort());
      near(club.slope, golden.model.beta);
      near(club.error, golden.model["std.err"]);
    });
  });

  it("filters levels into what the package ships as filtered GDP: logarithms, lambda 400", () => {
    const rows = goldenCsv("convergence_clubs_gdp/input.csv");
    const filtered = goldenCsv("convergence_clubs_gdp/filteredGDP.csv");
    for (const at of [0, 17, 151]) {
      const columns = Object.keys(rows[at] as object).filter((name) => name.startsWith("Y"));
      const trend = hodrickPrescott(
        Float64Array.from(columns, (name) => Math.log(Number(rows[at]?.[name]))),
        400,
      );
      columns.forEach((name, year) => {
        expect(Math.abs((trend[year] as number) - Number(filtered[at]?.[name]))).toBeLessThan(1e-6); // inputs have 8 digits
      });
    }
  });
});

it("weighs no lag where residuals have no autocorrelation, and all alike where they have nothing else", () => {
  expect(quadraticSpectral((1.2 * Math.PI) / 0)).toBe(0); // a bandwidth of 0
  expect(quadraticSpectral((1.2 * Math.PI) / Number.POSITIVE_INFINITY)).toBe(1);
  // at pi: 3 / pi^2 (0 / pi + 1)
  expect(quadraticSpectral(Math.PI)).toBeCloseTo(3 / Math.PI ** 2, 14);
});
