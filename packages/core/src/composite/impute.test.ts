import { describe, expect, it } from "vitest";
import { goldenCsv, haveGoldens } from "../../test/golden.ts";
import { impute } from "./impute.ts";

const exact = 1e-12; // a few operations
const settled = 1e-8; // the search stops when nothing moves by more than 1e-10, at a linear rate

const gap = Number.NaN;
const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const values = (result: ReturnType<typeof impute>, at = 0) => [...(result.indicators[at]?.values ?? [])];

describe("impute", () => {
  it("fills nothing unless asked, and lists every gap", () => {
    const result = impute({ place: ["a", "b"], indicators: [column("x", [1, gap]), column("y", [gap, 2])] });
    expect(values(result)).toEqual([1, gap]);
    expect(result).toMatchObject({ missing: 2, filled: 0, left: 2 });
    expect(result.gaps.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [0, 1, "not-asked"],
      [1, 0, "not-asked"],
    ]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["not-filled"]);
  });

  const panel = {
    place: ["a", "a", "b", "b", "c", "c"],
    year: [1, 2, 1, 2, 1, 2],
    group: ["g", "g", "g", "g", "h", "h"],
    indicators: [column("x", [1, 10, gap, 30, 5, gap])],
  };

  it("takes mean and median of the same group and year, and leaves what nobody can lend", () => {
    expect(values(impute(panel, { method: "mean" }))).toEqual([1, 10, 1, 30, 5, gap]);
    expect(values(impute(panel, { method: "mean", among: "all" }))).toEqual([1, 10, 3, 30, 5, 20]);
    expect(values(impute(panel, { method: "median", years: "all" }))).toEqual([1, 10, 10, 30, 5, 5]);
    const codes = (given: Parameters<typeof impute>[1]) => impute(panel, given).warnings?.map(({ code }) => code);
    expect(codes({ method: "mean" })).toEqual(["gaps-left"]);
    expect(codes({ method: "median", years: "all" })).toEqual(["leak-across-years"]);
    expect(() => impute({ ...panel, group: undefined }, { method: "mean", among: "group" })).toThrow(
      "impute: among is group, but the data have no column of groups",
    );
  });

  it("interpolates by the years between, never beyond, and says which years", () => {
    const data = {
      place: ["a", "a", "a", "a", "a", "b"],
      year: [2010, 2012, 2015, 2020, 2021, 2012],
      indicators: [column("x", [10, gap, gap, 30, gap, gap])],
    };
    const result = impute(data, { method: "interpolate" });
    expect(values(result)).toEqual([10, 14, 20, 30, gap, gap]);
    expect(result.gaps.map(({ reason, from, to }) => reason ?? `${from}-${to}`)).toEqual([
      "2010-2020",
      "2010-2020",
      "one-side",
      "no-figures",
    ]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["leak-across-years", "gaps-left"]);
    expect(impute(data, { method: "interpolate", longest: 9 }).filled).toBe(0);
    expect(() => impute({ ...data, year: undefined }, { method: "interpolate" })).toThrow("needs a column of years");
  });

  it("expects by the regression on complete rows where one of two columns has gaps (closed form)", () => {
    // of a normal pair with x complete, greatest likelihood regresses y on x over the rows that have both
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const y = [2.1, 3.9, 6.2, 8.1, 9.7, 12.2, gap, gap];
    const { length } = y.filter((each) => !Number.isNaN(each));
    const mean = (of: number[]) => of.slice(0, length).reduce((sum, each) => sum + each, 0) / length;
    const [mx, my] = [mean(x), mean(y)];
    const slope =
      x.slice(0, length).reduce((sum, each, at) => sum + (each - mx) * ((y[at] as number) - my), 0) /
      x.slice(0, length).reduce((sum, each) => sum + (each - mx) ** 2, 0);
    const data = { place: x.map((each) => `p${each}`), indicators: [column("x", x), column("y", y)] };
    const result = impute(data, { method: "em" });
    [7, 8].forEach((each, at) => {
      expect(Math.abs((values(result, 1)[length + at] as number) - (my + slope * (each - mx)))).toBeLessThan(settled);
    });
    expect(result.warnings?.map(({ code }) => code)).toEqual(["beyond-figures"]);
    expect(values(result, 1).slice(0, length)).toEqual(y.slice(0, length));
  });

  it("leaves empty rows and constant columns, and will not guess from too few", () => {
    const data = {
      place: [..."abcdef"],
      indicators: [
        column("x", [1, 2, 4, 8, 9, gap]),
        column("y", [2, 1, 5, gap, 4, gap]),
        column("c", [3, 3, 3, 3, gap, 3]),
      ],
    };
    const result = impute(data, { method: "em" });
    expect(result.gaps.map(({ row, column, reason }) => `${row} ${column} ${reason ?? "filled"}`)).toEqual([
      "3 1 filled",
      "4 2 constant",
      "5 0 row-empty",
      "5 1 row-empty",
    ]);
    const few = { place: ["a", "b", "c"], indicators: [column("x", [1, 2, 4]), column("y", [1, gap, 2])] };
    expect(impute(few, { method: "em" }).gaps[0]?.reason).toBe("too-few-rows");
  });

  it("refuses columns that follow from each other", () => {
    const x = [1, 2, 3, 4, 5, 7, 8];
    const data = {
      place: x.map((each) => `p${each}`),
      indicators: [
        column("x", x),
        column(
          "twice",
          x.map((each) => 2 * each),
        ),
        column("y", [1, 5, 2, 2, 6, 1, gap]),
      ],
    };
    expect(() => impute(data, { method: "em" })).toThrow("some indicators follow from others");
  });
});

describe.skipIf(!haveGoldens)("impute against COINr 1.1.14 on the ASEM data", () => {
  it("group means: the mean of every filled indicator by hand from its group", () => {
    const number = (text: string | undefined) => (text === undefined || text === "NA" ? gap : Number(text));
    const rows = goldenCsv("coinr_asem/iData.csv");
    const group = rows.map((row) => row.EurAsia_group as string);
    const given = rows.map((row) => number(row.NEET));
    const result = impute(
      { place: rows.map(({ uCode }) => uCode as string), group, indicators: [column("NEET", given)] },
      { method: "mean" },
    );
    expect(result.filled).toBe(given.filter(Number.isNaN).length);
    for (const { row, value } of result.gaps) {
      const those = given.filter((each, at) => group[at] === group[row] && !Number.isNaN(each));
      expect(Math.abs(value - those.reduce((sum, each) => sum + each, 0) / those.length)).toBeLessThan(exact);
    }
  });
});
