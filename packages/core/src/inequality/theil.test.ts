import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import method, { theil } from "./theil.ts";

const exact = 1e-12; // doubles: a handful of additions

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));

describe("theil", () => {
  it("of 1 and 3 is (1/4) ln(1/2) + (3/4) ln(3/2)", () => {
    expect(theil({ place: ["a", "b"], value: [1, 3] }).theil).toBeCloseTo(
      0.25 * Math.log(0.5) + 0.75 * Math.log(1.5),
      14,
    );
  });

  it("of one rich place among ten is ln 10, as in PySAL inequality test_theil", () => {
    expect(theil({ place: letters(10), value: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }).theil).toBeCloseTo(Math.log(10), 12);
  });

  it("splits by hand: groups {1,3} and {2,2} have no inequality between them", () => {
    const groups = [{ name: "g", values: ["x", "x", "y", "y"] }];
    const { levels } = theil({ place: letters(4), value: [1, 3, 2, 2], groups });
    expect(levels[0]?.component).toBeCloseTo(0, 14); // both groups hold 4 of 8
    expect(levels[1]?.component).toBeCloseTo(0.5 * (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5)), 14); // s_x T_x
  });

  it("adds up over nested levels, for T and for L", () => {
    const value = [5, 1, 7, 3, 2, 9, 4, 6];
    const weight = [2, 1, 3, 1, 4, 2, 2, 1];
    const groups = [
      { name: "region", values: ["n", "n", "n", "n", "s", "s", "s", "s"] },
      { name: "province", values: ["a", "a", "b", "b", "c", "c", "d", "d"] },
    ];
    for (const index of ["T", "L"] as const) {
      const result = theil({ place: letters(8), value, weight, groups }, { index });
      const added = result.levels.reduce((total, { component }) => total + component, 0);
      expect(Math.abs(added - result.theil)).toBeLessThan(exact);
      const within = result.groups.reduce(
        (total, { index: own, incomeShare, weightShare }) => total + (index === "T" ? incomeShare : weightShare) * own,
        0,
      );
      expect(Math.abs(result.theil - (result.levels[0]?.component as number) - within)).toBeLessThan(exact);
    }
  });

  it("does not change with the unit of money or of people, nor when every place is doubled (T, equal weights)", () => {
    const value = [5, 1, 7];
    const base = theil({ place: letters(3), value }).theil;
    expect(theil({ place: letters(3), value: value.map((each) => each * 1e4) }).theil).toBeCloseTo(base, 13);
    expect(theil({ place: letters(6), value: [...value, ...value] }).theil).toBeCloseTo(base, 13);
  });

  it("reads per-head values with weights as totals over weights", () => {
    const weight = [2, 5, 1];
    const perHead = theil({ place: letters(3), value: [3, 1, 4], weight }, { value: "per-head" });
    const total = theil({ place: letters(3), value: [6, 5, 4], weight });
    expect(perHead.theil).toBeCloseTo(total.theil, 14);
  });

  it.each(["T", "L"] as const)(
    "%s of places that are all alike is 0, not what rounding leaves, and has no shares",
    (index) => {
      const place = Array.from({ length: 9 }, (_, at) => `p${at}`);
      const groups = [{ name: "region", values: place.map((_, at) => `g${at % 2}`) }];
      const { theil: t, levels, warnings } = theil({ place, value: place.map(() => 0.1), groups }, { index });
      expect([t, ...levels.map(({ component }) => component)]).toEqual([0, 0, 0]);
      expect(levels.map(({ share }) => share)).toEqual([Number.NaN, Number.NaN]);
      expect(warnings?.map(({ code }) => code)).toEqual(["no-inequality"]);
    },
  );

  // exact values of the doubles 1 and 1 + 1e-7, ..., by 80-digit arithmetic (Python's decimal)
  it.each([
    [[1, 1 + 1e-7], 1.2499998764596777e-15, 1.2499998764596787e-15],
    [[1, 1 + 1e-8], 1.249999972306323e-17, 1.249999972306323e-17],
    [[1, 1 + 1e-3], 1.2487509888544173e-7, 1.2487510928130317e-7],
    [[1, 1 + 1e-7, 1 + 3e-7], 7.7777755769939753e-15, 7.7777754535372957e-15],
    [[1, 1.3], 0.0085309027586405947, 0.0085798101414131731],
  ])("keeps its digits near equality: %j", (value, t, l) => {
    const place = letters(value.length);
    const nearest = Math.max(...value) - 1; // shares are rounded to eps, and deviate from each other by this
    const tolerance = (4 * Number.EPSILON) / nearest;
    for (const [index, wanted] of [["T", t] as const, ["L", l] as const]) {
      const { theil: found, warnings } = theil({ place, value }, { index });
      expect(Math.abs(found / wanted - 1), index).toBeLessThan(tolerance);
      expect(warnings).toEqual([]);
    }
  });

  it.each(["T", "L"] as const)(
    "%s: no level adds less than 0, and like places in unlike groups add 1e-30 at most",
    (index) => {
      const value = [0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.7];
      const groups = [{ name: "region", values: ["n", "n", "n", "s", "s", "s", "s"] }];
      const { levels } = theil({ place: letters(7), value, groups }, { index });
      expect(levels[1]?.component).toBeGreaterThanOrEqual(0);
      expect(levels[1]?.component).toBeLessThan(1e-30); // squares of a rounding
    },
  );

  it("takes a group that holds nothing: its places are alike", () => {
    const groups = [{ name: "region", values: ["n", "n", "s", "s"] }];
    const { theil: t, levels, groups: own } = theil({ place: letters(4), value: [0, 0, 1, 1], groups });
    expect(t).toBeCloseTo(Math.LN2, 15);
    expect(levels.map(({ component }) => component)).toEqual([t, 0]);
    expect(own.map(({ index }) => index)).toEqual([0, 0]);
  });

  it("refuses what is not finite, alone or added up", () => {
    const place = ["a", "b"];
    expect(() => theil({ place, value: [1, Number.POSITIVE_INFINITY] })).toThrow("theil: value of b is Infinity");
    expect(() => theil({ place, value: [1, Number.NaN] })).toThrow("theil: value of b is NaN");
    expect(() => theil({ place, value: [1, 1], weight: [1, Number.POSITIVE_INFINITY] })).toThrow(
      "theil: weight of b is Infinity",
    );
    expect(() => theil({ place, value: [1e308, 1e308] })).toThrow("theil: the values add up to Infinity");
    expect(() => theil({ place, value: [1, 1], weight: [1e308, 1e308] })).toThrow(
      "theil: the weights add up to Infinity",
    );
  });

  it("refuses what has no logarithm, with the place", () => {
    expect(() => theil({ place: ["a", "b"], value: [0, 1] }, { index: "L" })).toThrow(
      "theil: value of a is 0, expected more than 0",
    );
    expect(() => theil({ place: ["a", "b"], value: [-1, 1] })).toThrow("theil: value of a is -1, expected at least 0");
    expect(() => theil({ place: ["a", "b"], value: [1, 1], weight: [1, 0] })).toThrow("theil: weight of b is 0");
    expect(() => theil({ place: ["a"], value: [0] })).toThrow("theil: the values add up to 0");
  });
});

it("calls shares by what is shared out: the titles of the columns, and income and weight where they have none", async () => {
  const titled = (value?: Text) => {
    const columns = [
      labels("place", ["a", "b"]),
      numbers("gdp", "1", [1, 3], value === undefined ? {} : { title: value }),
    ];
    const data = makeTable("data", ["place"], columns);
    return invoke(
      method,
      { inputs: { data }, roles: { data: { value: "gdp" } }, options: {} },
      localContext(method, 1),
    );
  };
  const titles = async (value?: Text) =>
    (await titled(value)).tables
      .find(({ name }) => name === "lorenz")
      ?.columns.filter(({ kind }) => kind === "number")
      .map(({ title }) => title);
  expect(await titles({ en: "Resident income", zh: "居民收入" })).toEqual([
    { en: "cumulative share of weight", zh: "权重累计份额" },
    { en: "cumulative share of resident income", zh: "居民收入累计份额" },
  ]);
  expect((await titles())?.[1]).toEqual({ en: "cumulative share of gdp", zh: "gdp 累计份额" });
});

describe.skipIf(!haveGoldens)("theil against PySAL on Mexico, 1940 to 2000", () => {
  const decades = [1940, 1950, 1960, 1970, 1980, 1990, 2000].map((year) => `pcgdp${year}`);

  it.each(decades)("%s by the regions of Hanson 1998", (year) => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const expected = goldenJson<Record<string, { theilT: number; between: number; within: number; mld: number }>>(
      "inequality_mexico/expected.json",
    );
    const input = {
      place: rows.map(({ State }) => State as string),
      value: rows.map((row) => Number(row[year])),
      groups: [{ name: "region", values: rows.map(({ hanson98 }) => hanson98 as string) }],
    };
    const { theil: t, levels } = theil(input);
    const golden = expected[year] as { theilT: number; between: number; within: number; mld: number };
    expect(Math.abs(t - golden.theilT)).toBeLessThan(exact);
    expect(Math.abs((levels[0]?.component as number) - golden.between)).toBeLessThan(exact);
    expect(Math.abs((levels[1]?.component as number) - golden.within)).toBeLessThan(exact);
    expect(Math.abs(theil(input, { index: "L" }).theil - golden.mld)).toBeLessThan(exact);
  });
});
