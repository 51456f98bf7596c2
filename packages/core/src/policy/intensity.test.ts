import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { shippedRegister } from "../../test/shipped-register.ts";
import { intensity } from "./intensity.ts";

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });

// a: 3 x (2 + 1) x 4 = 36 from 2014 on; b: 2 x (1 + 1) x 5 = 20 in 2015 and 2016
const two = {
  entry: ["a", "b"],
  cluster: ["north", "north"],
  mechanism: ["central-coordinated", "market"],
  start: [2014, 2015],
  end: [Number.NaN, 2016],
  power: [3, 2],
  goals: [column("g1", 2, 1), column("g2", 1, 1)],
  measures: [column("m", 4, 5)],
};

describe("by hand", () => {
  const of = (led: string, found = intensity(two, { until: 2017 })) =>
    found.years.filter((row) => row.led === led).map(({ annual, cumulative }) => [annual, cumulative]);

  it("adds goals, multiplies, and lets an entry expire after its last year", () => {
    expect(of("all")).toEqual([
      [36, 36],
      [20, 56],
      [0, 56],
      [0, 36],
    ]);
  });

  it("keeps what has ended where expiry is disregarded", () => {
    expect(of("all", intensity(two, { until: 2017, expiry: "never" })).map(([, stock]) => stock)).toEqual([
      36, 56, 56, 56,
    ]);
  });

  it("adds goals and measures where the form asks for it: 3 x (3 + 4) and 2 x (2 + 5)", () => {
    expect(intensity(two, { combine: "sum" }).entries.map((each) => each.intensity)).toEqual([21, 14]);
  });

  it("splits into government-led and market-driven without remainder", () => {
    const [all, government, market] = ["all", "government", "market"].map((led) => of(led));
    expect(all).toEqual(
      government?.map(([annual = 0, stock = 0], at) => [
        annual + (market?.[at]?.[0] ?? 0),
        stock + (market?.[at]?.[1] ?? 0),
      ]),
    );
  });
});

it("drops and names what is not scored, and counts what has no year", () => {
  const { n, dropped, warnings, years } = intensity({
    ...two,
    power: [Number.NaN, 2],
    start: [2014, Number.NaN],
  });
  expect([n, years.length]).toEqual([1, 0]);
  expect(dropped).toEqual([{ input: "register", row: "a", reason: { en: "power is not scored", zh: "power 未评分" } }]);
  expect(warnings?.map(({ code }) => code)).toEqual(["no-dates"]);
});

it("takes no target year and no decade for a beginning", () => {
  const { years } = intensity({ ...two, basis: ["target", ""], latest: [2014, 2019] });
  expect(years).toEqual([]);
});

it("refuses a score below 0, and a register without scores", () => {
  expect(() => intensity({ ...two, power: [-1, 2] })).toThrow("intensity: power of a is -1, expected at least 0");
  expect(() => intensity({ ...two, goals: [] })).toThrow(
    "intensity: no column plays goals, expected at least one of scores",
  );
});

describe("refuses", () => {
  it("years that no list of years could hold, and dates out of order", () => {
    expect(() => intensity({ ...two, start: [1e300, 2015] })).toThrow(
      "intensity: start of a is 1e+300, expected a year",
    );
    expect(() => intensity({ ...two, start: [2014.5, 2015] })).toThrow("start of a is 2014.5, expected a year");
    expect(() => intensity({ ...two, latest: [2013, 2015] })).toThrow(
      "intensity: a begins at the latest in 2013, before it begins in 2014",
    );
    for (const until of [1990, 1e9])
      expect(() => intensity(two, { until })).toThrow(`until is ${until}, expected a year from 2014 on`);
  });

  it("scores whose products are no numbers, and a register that nobody has scored", () => {
    expect(() => intensity({ ...two, power: [1e300, 1] })).toThrow("power of a is 1e+300, expected at most 1e+90");
    expect(() => intensity({ ...two, power: [Number.NaN, Number.NaN] })).toThrow(
      "intensity: none of 2 entries is scored on every goal and measure",
    );
  });

  it("an entry without a name, and a mechanism that is none: it would count as led by government", () => {
    expect(() => intensity({ ...two, entry: ["a", " "] })).toThrow(
      "intensity: entry of row 2 is empty, expected a name",
    );
    expect(() => intensity({ ...two, mechanism: ["markt", "market"] })).toThrow(
      "intensity: coordination mechanism of a is markt, expected one of central-coordinated",
    );
  });
});

it("agrees with R on the shipped register, with expiry and without", () => {
  const r = oracleJson<{
    years: number[];
    product: Record<string, [number[], number[], number[]]>;
    sum_without_expiry: Record<string, [number[], number[], number[]]>;
  }>("policy-intensity");
  const input = shippedRegister();
  for (const [found, wanted] of [
    [intensity(input), r.product],
    [intensity(input, { combine: "sum", expiry: "never" }), r.sum_without_expiry],
  ] as const) {
    const all = found.years.filter(({ led }) => led === "all");
    expect(all.length).toBe(r.years.length * Object.keys(wanted).length);
    for (const { scope, year, annual, cumulative, inForce } of all) {
      const at = r.years.indexOf(year);
      // whole numbers: nothing to round
      expect([annual, cumulative, inForce], `${scope} ${year}`).toEqual(wanted[scope]?.map((row) => row[at]));
    }
  }
});
