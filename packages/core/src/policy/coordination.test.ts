import { describe, expect, it } from "vitest";
import { oracleJson } from "../../test/atlas-compositions.ts";
import { shippedRegister } from "../../test/shipped-register.ts";
import method, { coordination } from "./coordination.ts";

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });

const two = {
  entry: ["a", "b"],
  cluster: ["north", "north"],
  start: [2014, 2015],
  power: [1, 3],
  goals: [column("g", 4, 2)],
  measures: [column("m", 1, 2)],
  issuer: ["finance; planning", "planning"],
  places_reached: ["x;y", "y"],
};
const places = { place: ["x", "y"], cluster: ["north", "north"] };
const degrees = (between: string, found = coordination(two, {}, places)) =>
  found.years.filter((row) => row.between === between && row.led === "all").map(({ degree }) => degree);

describe("by hand", () => {
  it("goals 4 against measures 1 match to 2 sqrt 4 / 5 = .8; with 3 x (2 and 2): (4 + 12) / (5 + 12)", () => {
    expect(degrees("goals-measures")).toEqual([0.8, 16 / 17]);
  });
  it("of the power 1 + 3 a part of 1 is issued jointly", () => {
    expect(degrees("departments")).toEqual([1, 0.25]);
  });
  it("two places under the same policy, then one of two: 1 and 1/2", () => {
    expect(degrees("places")).toEqual([1, 0.5]);
  });
  it("leaves out and counts the pair v, w that no policy reaches", () => {
    const one = { ...two, entry: ["a"], cluster: ["north"], start: [2014], power: [1], issuer: ["finance"] };
    const four = { place: ["x", "y", "v", "w"], cluster: ["north", "north", "north", "north"] };
    const found = coordination(
      { ...one, goals: [column("g", 4)], measures: [column("m", 1)], places_reached: ["x;y"] },
      {},
      four,
    ).years.find(({ between, led }) => between === "places" && led === "all");
    // x y: 1; x v, x w, y v, y w: 0; v w: left out
    expect([found?.degree, found?.unreached]).toEqual([1 / 5, 1]);
  });
  it("goes through the last year that an entry begins in, unless told otherwise", () => {
    const years = (until?: number) =>
      coordination({ ...two, end: [2035, Number.NaN] }, { until }).years.map(({ year }) => year);
    expect(Math.max(...years())).toBe(2015);
    expect(Math.max(...years(2020))).toBe(2020);
  });
  it("pairs are sums of p g m: 4 + 12", () => {
    expect(coordination(two).pairs).toEqual([{ goal: "g", measure: "m", strength: 16 }]);
  });
});

describe("laws", () => {
  it("is 1 where every entry's measures are as strong as its goals, whatever the powers, and 0 where there are none", () => {
    const even = { ...two, goals: [column("g", 3, 5)], measures: [column("m", 3, 5)] };
    expect(degrees("goals-measures", coordination(even))).toEqual([1, 1]);
    const none = { ...two, measures: [column("m", 0, 0)] };
    expect(degrees("goals-measures", coordination(none))).toEqual([0, 0]);
  });

  it("does not depend on the scale of the scores, which strength does", () => {
    const tenfold = {
      ...two,
      goals: [column("g", 40, 20)],
      measures: [column("m", 10, 20)],
    };
    const [once, ten] = [coordination(two), coordination(tenfold)];
    expect(ten.years[0]?.degree).toBeCloseTo(once.years[0]?.degree as number, 14); // one square root
    expect(ten.years[0]?.strength).toBe(100 * (once.years[0]?.strength as number));
  });

  it("leaves out what lacks its columns, and says so", () => {
    const { issuer: _, places_reached: __, ...bare } = two;
    const found = coordination(bare);
    expect(new Set(found.years.map(({ between }) => between))).toEqual(new Set(["goals-measures"]));
    expect(found.warnings?.map(({ code }) => code)).toEqual(["no-issuers", "no-places"]);
  });
});

describe("scores of nothing", () => {
  it("give no degree, and nothing is said of one", () => {
    const none = (name: string) => [{ name, unit: "1", values: new Float64Array(2) }];
    const zero = { entry: ["a", "b"], cluster: ["n", "n"], start: [2015, 2016], goals: none("g"), measures: none("m") };
    const found = coordination(zero);
    expect(found.years.every(({ degree }) => Number.isNaN(degree))).toBe(true);
    expect(method.findings?.(found, undefined as never, undefined as never)).toEqual([]);
  });
});

describe("against R on the shipped register", () => {
  const digits = 12; // sums of up to 20 terms with square roots
  const r = oracleJson<{
    years: number[];
    degree: Record<string, [number | null, number][]>;
    pairs: number[][];
    places: number[];
  }>("policy-coordination");
  const input = shippedRegister();

  it("degrees and strengths by cluster and year", () => {
    const rows = coordination(input).years.filter(({ led }) => led === "all");
    for (const { scope, year, degree, strength } of rows) {
      const [wanted, strong] = (r.degree[scope] as [number, number][])[r.years.indexOf(year)] as [number, number];
      expect(degree, `${scope} ${year}`).toBeCloseTo(wanted, digits);
      expect(strength, `${scope} ${year}`).toBeCloseTo(strong, digits);
    }
    const filled = Object.values(r.degree).flatMap((own) => own.filter(([degree]) => degree !== null));
    expect(rows.length).toBe(filled.length);
  });

  it("pairs of goals and measures", () => {
    expect(coordination(input).pairs.map(({ strength }) => strength)).toEqual(r.pairs.flat());
  });

  it("places by pairs", () => {
    const reached = input.entry.map((id) => ["1", "2", "3", "4"].filter((each) => id.replace("p0", "").includes(each)));
    const found = coordination(
      { ...input, places_reached: reached.map((each) => each.join(";")) },
      {},
      { place: ["1", "2", "3", "4"], cluster: ["all", "all", "all", "all"] },
    );
    const own = found.years.filter(({ between, led }) => between === "places" && led === "all");
    expect(own.length).toBeGreaterThan(0);
    for (const { year, degree } of own)
      expect(degree, `${year}`).toBeCloseTo(r.places[r.years.indexOf(year)] as number, digits);
  });
});
