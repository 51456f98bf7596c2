import { describe, expect, it } from "vitest";
import { benchmarkGap } from "./benchmark-gap.ts";
import { paceOf, reaching } from "./benchmark-pace.ts";
import { statisticOf } from "./benchmark-values.ts";

const exact = 1e-12; // logarithms and ratios of a few figures

const gap = Number.NaN;
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

/** Two places in 2010 and 2020: x of a 10 to 20, of b 30 to 40; dust of a 80 to 60, of b 50 to 40. */
const panel = {
  place: ["a", "a", "b", "b"],
  year: [2010, 2020, 2010, 2020],
  group: ["g", "g", "h", "h"],
  indicators: [
    { name: "x", unit: "km", values: Float64Array.of(10, 20, 30, 40) },
    { name: "dust", unit: "1", values: Float64Array.of(80, 60, 50, 40) },
  ],
};
const lowerIsBetter = ["dust"];

describe("benchmarkGap", () => {
  it("by hand: 20 short at 1 a year, 20 years; dust 20 over at -2 a year, 10 years", () => {
    const { latest, gaps, convention } = benchmarkGap(panel, { against: "b", lowerIsBetter });
    expect(
      latest.map(({ place, indicator, gap: short, pace, years, status }) => [
        place,
        indicator,
        short,
        pace,
        years,
        status,
      ]),
    ).toEqual([
      ["a", "x", -20, 1, 20, "closing"],
      ["b", "x", 0, 1, 0, "ahead"],
      ["a", "dust", 20, -2, 10, "closing"],
      ["b", "dust", 0, -1, 0, "ahead"],
    ]);
    expect(gaps.filter(({ place, indicator }) => place === "a" && indicator === "x").map((row) => row.ratio)).toEqual([
      1 / 3,
      0.5,
    ]);
    expect(convention).toMatchObject({ benchmark: "place", which: "b", growth: "linear", lowerIsBetter: "dust" });
  });

  it("by rates: ln 2 / ln(1 + pace), which doubles in ten years", () => {
    const { latest } = benchmarkGap(panel, { against: "b", growth: "compound" });
    near(latest[0]?.pace, 2 ** 0.1 - 1);
    near(latest[0]?.years, 10);
  });

  it("with a benchmark that goes on: never at the same pace, ln 2 over the difference of rates", () => {
    const linear = benchmarkGap(panel, { against: "b", target: "moving" }).latest[0];
    expect(linear).toMatchObject({ status: "not-closing", years: gap });
    const compound = benchmarkGap(panel, { against: "b", target: "moving", growth: "compound" }).latest[0];
    // a doubles in ten years, b grows by a third: the ratio of one half grows by 3/2 in ten years
    near(compound?.years, (10 * Math.log(2)) / Math.log(1.5));
  });

  it("against a group: mean, weighted mean, median or the best, by its direction", () => {
    const three = {
      place: ["a", "b", "c", "d"],
      group: ["g", "h", "h", "h"],
      weight: [1, 1, 1, 2],
      indicators: [{ name: "dust", unit: "1", values: Float64Array.of(60, 30, 40, 65) }],
    };
    const { weight: _, ...unweighted } = three;
    const of = (input: typeof unweighted, statistic: "mean" | "median" | "best", lower: string[] = []) =>
      benchmarkGap(input, { againstGroup: "h", statistic, lowerIsBetter: lower }).latest[0]?.benchmark;
    near(of(unweighted, "mean"), 45);
    near(of(three, "mean"), 50);
    near(of(three, "median"), 40);
    near(of(three, "best"), 65);
    near(of(three, "best", ["dust"]), 30);
    const { groups, convention } = benchmarkGap(three, { againstGroup: "h" });
    expect(groups.map(({ group, places, gap: apart }) => [group, places, apart])).toEqual([
      ["g", 1, 10],
      ["h", 3, 0],
    ]);
    expect(convention.statistic).toBe("weighted-mean");
  });

  it("takes the best of more places than a call takes arguments", () => {
    const n = 200_000;
    const rows = Array.from({ length: n }, (_, at) => ({ value: at % 977, weight: 1 }));
    expect([statisticOf(rows, "best", 1), statisticOf(rows, "best", -1)]).toEqual([976, 0]);
  });

  it("against values: names what only one side has, and knows no years without growth", () => {
    const { latest, dropped, warnings } = benchmarkGap(
      { ...panel, year: undefined, place: ["a", "b", "c", "d"], benchmark: { indicator: ["x", "y"], value: [40, 1] } },
      {},
    );
    expect(latest.map(({ place, status, years }) => [place, status, years])).toEqual([
      ["a", "unknown", gap],
      ["b", "unknown", gap],
      ["c", "unknown", gap],
      ["d", "ahead", 0],
    ]);
    expect(dropped?.map(({ input, row }) => [input, row])).toEqual([
      ["data", "dust"],
      ["benchmark", "y"],
    ]);
    expect(warnings?.map(({ code }) => code)).toEqual(["no-growth"]);
  });

  it("holds the last year that both have, and keeps a gap a gap", () => {
    const { latest } = benchmarkGap(
      { ...panel, indicators: [{ name: "x", unit: "km", values: Float64Array.of(10, 20, 30, gap) }] },
      { against: "b" },
    );
    expect(latest.map(({ place, year, gap: short }) => [place, year, short])).toEqual([
      ["a", 2010, -20],
      ["b", 2010, 0],
    ]);
  });

  it("has no ratio to 0, with a word", () => {
    const { latest, warnings } = benchmarkGap(
      { ...panel, benchmark: { indicator: ["x", "dust"], value: [0, 5] } },
      { lowerIsBetter },
    );
    expect(latest[0]?.ratio).toBeNaN();
    expect(warnings?.at(-1)?.text.en).toBe("the benchmark is 0, so no ratio: x");
  });

  it("refuses none or two benchmarks, and one that is not there", () => {
    expect(() => benchmarkGap(panel, {})).toThrow(
      "benchmark-gap: 0 benchmarks are named, expected one: against, againstGroup or the table benchmark",
    );
    expect(() => benchmarkGap(panel, { against: "b", againstGroup: "h" })).toThrow("2 benchmarks are named");
    expect(() => benchmarkGap(panel, { against: "z" })).toThrow(
      "benchmark-gap: against: z is not in the data, expected some of a, b",
    );
    expect(() => benchmarkGap(panel, { against: "b", lowerIsBetter: ["smoke"] })).toThrow(
      "benchmark-gap: lowerIsBetter: smoke is not in the data, expected some of x, dust",
    );
  });
});

describe("pace and reach", () => {
  it("take the first and the last figure, whatever lies between", () => {
    const series = [
      { year: 2015, value: 100 },
      { year: 2010, value: 10 },
      { year: 2020, value: 20 },
      { year: 2021, value: gap },
    ];
    near(paceOf(series, "linear"), 1);
    expect(paceOf([{ year: 2010, value: 5 }], "linear")).toBeNaN();
    expect(
      paceOf(
        [
          { year: 1, value: -1 },
          { year: 2, value: 1 },
        ],
        "compound",
      ),
    ).toBeNaN();
  });

  it("say when a place stands still or goes the wrong way", () => {
    expect(reaching(1, 2, 1, 0, 0, "linear").status).toBe("not-closing");
    expect(reaching(1, 2, 1, -0.1, 0, "compound").status).toBe("not-closing");
    expect(reaching(3, 2, 1, -1, 0, "linear")).toEqual({ status: "ahead", years: 0 });
    expect(reaching(3, 2, -1, -0.5, 0, "linear")).toEqual({ status: "closing", years: 2 });
  });
});
