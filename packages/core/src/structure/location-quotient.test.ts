import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import method, { locationQuotient } from "./location-quotient.ts";

const exact = 1e-14; // a ratio of two shares

const gap = Number.NaN;
const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const quotients = (values: number[][], options = {}) =>
  locationQuotient({ slices: [slice(values)] }, options).quotients.map(({ quotient }) => quotient);
const close = (found: number[], wanted: number[]) => {
  expect(found.length).toBe(wanted.length);
  found.forEach((each, at) => {
    if (Number.isNaN(wanted[at])) expect(each).toBeNaN();
    else expect(Math.abs(each - (wanted[at] as number))).toBeLessThan(exact);
  });
};

describe("locationQuotient", () => {
  it("of 30 and 10 beside 10 and 50 is (3/4)/(2/5), (1/4)/(3/5), (1/6)/(2/5), (5/6)/(3/5)", () => {
    close(
      quotients([
        [30, 10],
        [10, 50],
      ]),
      [15 / 8, 5 / 12, 5 / 12, 25 / 18],
    );
  });

  it("takes a place out of its own reference: (3/4)/(1/6) and so on", () => {
    close(
      quotients(
        [
          [30, 10],
          [10, 50],
        ],
        { self: "exclude" },
      ),
      [4.5, 0.3, 2 / 9, 10 / 3],
    );
  });

  it("holds places against a reference given, over the industries that both have", () => {
    const reference = { industry: ["x", "y", "z"], value: [1, 3, 100] };
    const result = locationQuotient({
      slices: [slice([[30, 10, 5]])].map((each) => ({ ...each, industries: ["x", "y", "w"] })),
      reference,
    });
    close(
      result.quotients.map(({ quotient }) => quotient),
      [3, 1 / 3],
    ); // (30/40)/(1/4), (10/40)/(3/4)
    expect(result.dropped?.map(({ input, row }) => [input, row])).toEqual([
      ["data", "w"],
      ["reference", "z"],
    ]);
    expect(result.convention.base).toBe("given");
  });

  it("takes a place out of a reference that holds it, and refuses one that does not", () => {
    const reference = { industry: ["x", "y"], value: [40, 60] };
    const { quotients: found } = locationQuotient({ slices: [slice([[30, 10]])], reference }, { self: "exclude" });
    close(
      found.map(({ quotient }) => quotient),
      [0.75 / (1 / 6), 0.25 / (5 / 6)],
    );
    expect(() => locationQuotient({ slices: [slice([[50, 10]])], reference }, { self: "exclude" })).toThrow(
      "location-quotient: x is 50 in a but 40 in the reference, expected a part of it",
    );
  });

  it("adds up: reference-weighted quotients of a place average to 1, and so do place-weighted ones of an industry", () => {
    const result = locationQuotient({
      slices: [
        slice([
          [3, 5, 2],
          [7, 1, 9],
          [4, 4, 1],
        ]),
      ],
    });
    for (const place of ["a", "b", "c"]) {
      const mean = result.quotients
        .filter((row) => row.place === place)
        .reduce((sum, row) => sum + row.referenceShare * row.quotient, 0);
      expect(Math.abs(mean - 1)).toBeLessThan(exact);
    }
    const totals: Record<string, number> = { a: 10 / 36, b: 17 / 36, c: 9 / 36 };
    const mean = result.quotients
      .filter(({ industry }) => industry === "y")
      .reduce((sum, row) => sum + (totals[row.place] as number) * row.quotient, 0);
    expect(Math.abs(mean - 1)).toBeLessThan(exact);
  });

  it("counts a quotient within rounding of 1 as 1: above refuses it, at-least takes it", () => {
    const even = [
      [1, 2, 4],
      [3, 6, 12],
      [7, 14, 28],
    ]; // all alike
    const specialised = (options: object) =>
      locationQuotient({ slices: [slice(even)] }, options).quotients.map((row) => row.specialised);
    expect(new Set(specialised({}))).toEqual(new Set([0]));
    expect(new Set(specialised({ specialised: "at-least" }))).toEqual(new Set([1]));
  });

  it("leaves a missing cell missing and takes both shares over the others", () => {
    const result = locationQuotient({
      slices: [
        slice([
          [30, gap, 10],
          [10, 20, 30],
        ]),
      ],
    });
    // of a: 30/40 against 40/80, missing, 10/40 against 40/80; of b all of 40, 20, 40 of 100 count
    close(
      result.quotients.map(({ quotient }) => quotient),
      [1.5, gap, 0.5, 5 / 12, 5 / 3, 1.25],
    );
    expect(result.quotients[1]).toMatchObject({ share: gap, referenceShare: gap });
    expect(result.quotients[1]?.specialised).toBeNaN();
    expect(result.n).toBe(5);
    expect(say(result.warnings?.[0])).toBe(
      "some industries have no figure in a; shares there are of the total of the others",
    );
  });

  it("is 1 all over for a place that is like its reference, gap or no gap", () => {
    const reference = { industry: ["x", "y", "z"], value: [30, 20, 50] };
    const result = locationQuotient({ slices: [slice([[3, gap, 5]])], reference });
    close(
      result.quotients.map(({ quotient }) => quotient),
      [1, gap, 1],
    );
    expect(result.quotients.map(({ specialised }) => specialised)).toEqual([0, gap, 0]);
  });

  it("gives an industry that is nowhere 0, or nothing if asked", () => {
    close(
      quotients([
        [1, 0],
        [2, 0],
      ]),
      [1, 0, 1, 0],
    );
    const missing = locationQuotient(
      {
        slices: [
          slice([
            [1, 0],
            [2, 0],
          ]),
        ],
      },
      { absent: "missing" },
    );
    close(
      missing.quotients.map(({ quotient }) => quotient),
      [1, gap, 1, gap],
    );
    expect(missing.warnings?.map(({ code }) => code)).toEqual(["industry-nowhere"]);
  });

  it("has no finite quotient for an industry that only the place has, and calls it specialised", () => {
    const { quotients: found, warnings } = locationQuotient(
      {
        slices: [
          slice([
            [5, 5],
            [0, 8],
          ]),
        ],
      },
      { self: "exclude" },
    );
    expect(found[0]?.quotient).toBeNaN();
    expect(found[0]?.specialised).toBe(1);
    expect(warnings?.map(({ code }) => code)).toEqual(["absent-from-reference"]);
  });

  it("answers one place and one industry", () => {
    close(quotients([[2, 3]]), [1, 1]);
    close(quotients([[2], [5]]), [1, 1]);
    const alone = locationQuotient({ slices: [slice([[2, 3]])] }, { self: "exclude" });
    close(
      alone.quotients.map(({ quotient }) => quotient),
      [gap, gap],
    );
    expect(alone.warnings?.map((each) => say(each))).toEqual(["nothing is left to compare a with"]);
  });

  it("treats each year by itself and matches the reference's years", () => {
    const slices = [slice([[1, 3]], 2018), slice([[3, 1]], 2019)];
    const reference = { industry: ["x", "x", "y", "y"], value: [1, 3, 1, 1], year: [2018, 2019, 2018, 2019] };
    const { quotients: found } = locationQuotient({ slices, reference });
    close(
      found.map(({ quotient }) => quotient),
      [0.5, 1.5, 1, 1],
    );
    expect(() => locationQuotient({ slices: [slice([[1, 3]], 2020)], reference })).toThrow(
      "location-quotient: the reference has 2018, 2019, expected 2020",
    );
    expect(() => locationQuotient({ slices: [slice([[1, 3]])], reference })).toThrow(
      "expected figures of no stated year",
    );
  });

  it("drops a place with nothing, and refuses negatives and empty references", () => {
    const { dropped, n } = locationQuotient({
      slices: [
        slice([
          [1, 2],
          [0, 0],
        ]),
      ],
    });
    expect(dropped).toEqual([
      { input: "data", row: "b", reason: { en: "no industry is above 0", zh: "没有大于 0 的行业" } },
    ]);
    expect(n).toBe(2);
    expect(() => quotients([[1, -2]])).toThrow("location-quotient: value of a y is -2, expected at least 0");
    expect(() => quotients([[0, 0]])).toThrow("location-quotient: the figures of every place are all 0");
    const given = (value: number[], industry = ["x", "y"]) =>
      locationQuotient({ slices: [slice([[1, 2]])], reference: { industry, value } });
    expect(() => given([0, 0])).toThrow("location-quotient: the reference adds up to 0");
    expect(() => given([1, -1])).toThrow("location-quotient: reference of y is -1, expected at least 0");
    expect(() => given([1, 1], ["p", "q"])).toThrow(
      "location-quotient: the reference has none of the industries x, y; it has p, q",
    );
  });

  it("goes through the door with titles, groups and a trace, and refuses duplicates", async () => {
    const data = makeTable(
      "data",
      ["place", "industry"],
      [
        labels("place", ["b", "a", "a", "b"]),
        labels("industry", ["x", "x", "y", "y"]),
        labels("industry_en", ["Mining", "Mining", "Trade", "Trade"]),
        labels("industry_zh", ["采矿业", "采矿业", "批发零售业", "批发零售业"]),
        labels("group", ["g", "h", "h", "g"]),
        numbers("value", "person", [10, 30, 10, 50]),
      ],
    );
    const result = await invoke(method, { inputs: { data } }, localContext(method, 1));
    const table = result.tables[0];
    expect(table?.columns.map(({ name }) => name)).toEqual([
      "place",
      "industry",
      "industry_en",
      "industry_zh",
      "group",
      "value",
      "share",
      "reference_share",
      "quotient",
      "specialised",
    ]);
    expect(table?.columns[3]?.values).toEqual(["采矿业", "批发零售业", "采矿业", "批发零售业"]);
    expect(table?.columns[4]?.values).toEqual(["h", "h", "g", "g"]);
    const readings = { data: { slices: [], industryTitles: {}, unit: "1", groupOf: {} }, reference: undefined };
    const trace = (column: string) => method.trace?.({ table: "quotients", row: 2, column }, result.tables, readings);
    expect(trace("share")).toEqual([{ input: "data", where: { place: ["b"] } }]);
    expect(trace("quotient")).toEqual([{ input: "data", where: {} }]);
    expect(result.findings[0]?.values.place).toEqual({ place: "a" }); // .75 against .4, .8333 against .6
    const twice = makeTable(
      "data",
      [],
      [labels("place", ["a", "a"]), labels("industry", ["x", "x"]), numbers("value", "1", [1, 2])],
    );
    await expect(invoke(method, { inputs: { data: twice } }, localContext(method, 1))).rejects.toThrow(
      "appears more than once",
    );
  });
});

describe.skipIf(!haveGoldens)("locationQuotient against EconGeo", () => {
  it("quotients, and binary > 1", () => {
    const rows = goldenCsv("structure_econgeo/input.csv");
    const industries = ["I1", "I2", "I3", "I4", "I5"];
    const places = rows.map((row) => row[""] as string);
    const values = Float64Array.from(rows.flatMap((row) => industries.map((industry) => Number(row[industry]))));
    const { quotients: found } = locationQuotient({ slices: [{ year: undefined, places, industries, values }] });
    const golden = goldenJson<Record<string, number[][]>>("structure_econgeo/expected.json");
    close(
      found.map(({ quotient }) => quotient),
      (golden.location_quotient as number[][]).flat(),
    );
    // R3 has exactly the total's share of I2 and I4 (20 of 100, 100 of 500): EconGeo's doubles make it 1 + 2e-16 and so "> 1"
    const even = found.filter(({ quotient }) => Math.abs(quotient - 1) < exact);
    expect(even.map(({ place, industry }) => place + industry)).toEqual(["R3I2", "R3I4"]);
    const binary = (golden.location_quotient_binary_gt1 as number[][]).flat();
    found.forEach((row, at) => {
      expect(row.specialised).toBe(even.includes(row) ? 0 : binary[at]);
    });
  });
});
