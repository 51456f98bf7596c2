import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { shiftShare } from "./shift-share.ts";
import type { GrowthParts } from "./shift-share-parts.ts";

const exact = 1e-12; // sums of a few figures up to 100
const relative = 1e-12; // goldens printed to 15 digits

const gap = Number.NaN;
const slice = (year: number, values: number[][], places = "abcdefgh"): CompositionSlice => ({
  year,
  places: values.map((_, at) => places.charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const small = [
  slice(2015, [
    [10, 30],
    [40, 20],
  ]),
  slice(2020, [
    [15, 30],
    [60, 15],
  ]),
];
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);
const addsUp = (row: GrowthParts) => near(row.national + row.mix + row.competitive + row.allocation, row.change);

describe("shiftShare", () => {
  it("says that nothing is left to compare with a place that is alone and taken out", () => {
    const alone = [slice(2015, [[10, 30]]), slice(2020, [[15, 30]])];
    const { places, warnings } = shiftShare({ slices: alone }, { self: "exclude" });
    expect(places).toMatchObject([{ change: 5, national: gap, mix: gap, competitive: gap }]);
    expect(warnings?.map(({ code }) => code)).toEqual(["no-reference-left"]);
    expect(shiftShare({ slices: alone }).warnings).toEqual([]);
  });

  it("by hand: all grow by .2, x by .5, y by -.1", () => {
    const { places, effects, convention, from, to } = shiftShare({ slices: small });
    const [a, b] = places;
    near(a?.change, 5);
    near(a?.national, 40 * 0.2);
    near(a?.mix, 10 * 0.3 - 30 * 0.3);
    near(a?.competitive, 3); // x: 5 - 10 x .5, y: 0 + 30 x .1
    near(b?.national, 12);
    near(b?.competitive, -3); // what a gains on the others, they lose
    near(effects[1]?.competitiveRate, 3 / 40);
    expect([from, to, convention.base, convention.form]).toEqual([2015, 2020, "start", "classical"]);
  });

  it("splits the competitive part as Esteban-Marquillas does", () => {
    const { places } = shiftShare({ slices: small }, { form: "esteban" });
    // w' = 40 x 50/100 = 20 in each: 20 (.5 - .5) + 20 (0 + .1), the rest of 3 is allocation
    near(places[0]?.competitive, 2);
    near(places[0]?.allocation, 1);
    addsUp(places[0] as GrowthParts);
  });

  it("adds up to the change exactly, for every form, base weight, stepping and reference", () => {
    const three = [
      slice(2015, [
        [10, 30, 0],
        [40, 20, 8],
        [7, 0, 5],
      ]),
      slice(2017, [
        [12, 25, 4],
        [45, 22, 9],
        [8, 3, 0],
      ]),
      slice(2020, [
        [15, 30, 2],
        [60, 15, 7],
        [0, 2, 6],
      ]),
    ];
    for (const form of ["classical", "esteban"] as const) {
      for (const base of ["start", "end", "mean"] as const) {
        for (const steps of ["ends", "yearly"] as const) {
          for (const self of ["include", "exclude"] as const) {
            const { places, effects, steps: found } = shiftShare({ slices: three }, { form, base, steps, self });
            for (const row of [...places, ...effects, ...found]) addsUp(row);
            expect(found.length).toBe(steps === "ends" ? 3 : 6);
            near(places[0]?.change, 7);
          }
        }
      }
    }
  });

  it("the competitive parts of an industry cancel out over the places of their own sum", () => {
    const { effects } = shiftShare({ slices: small });
    for (const industry of ["x", "y"]) {
      near(
        effects.filter((row) => row.industry === industry).reduce((sum, { competitive }) => sum + competitive, 0),
        0,
      );
    }
  });

  it("with the end as base weight takes rates of the end", () => {
    const { places } = shiftShare({ slices: small }, { base: "end" });
    near(places[0]?.national, 45 * (20 / 120));
    near(places[0]?.competitive, 15 - 10 - 15 * (25 / 75) + 30 * (5 / 45));
  });

  it("holds a place against a reference of the same years, and refuses one of no year", () => {
    const reference = { industry: ["x", "y", "x", "y"], value: [100, 100, 150, 90], year: [2015, 2015, 2020, 2020] };
    const { places } = shiftShare({ slices: small, reference });
    near(places[0]?.national, 8);
    near(places[0]?.mix, -6);
    expect(() => shiftShare({ slices: small, reference: { industry: ["x", "y"], value: [1, 1] } })).toThrow(
      "shift-share: the reference has no year, expected the years of the data",
    );
  });

  it("adds places up to groups", () => {
    const { groups } = shiftShare({ slices: small, groupOf: { a: "g", b: "g" } });
    expect(groups.length).toBe(1);
    near(groups[0]?.change, 20);
    near(groups[0]?.competitive, 0);
  });

  it("leaves out of all years what is not in all of them, and says so", () => {
    const { places, effects, dropped, warnings } = shiftShare({
      slices: [
        slice(2015, [
          [10, 30],
          [40, gap],
          [1, 1],
        ]),
        slice(2020, [
          [15, 30],
          [60, 15],
        ]),
      ],
    });
    expect(places.map(({ name, start, end }) => [name, start, end])).toEqual([
      ["a", 40, 45],
      ["b", 40, 60],
    ]);
    expect(effects.length).toBe(3);
    expect(dropped?.map(({ row }) => row)).toEqual(["c"]);
    expect(say(warnings?.[0])).toBe("without a figure in every year compared, so left out of all of them: b y");
  });

  it("counts what starts from nothing as competitive, with a word", () => {
    const { effects, warnings } = shiftShare({
      slices: [
        slice(1, [
          [0, 30],
          [40, 20],
        ]),
        slice(2, [
          [5, 30],
          [60, 15],
        ]),
      ],
    });
    expect(effects[0]).toMatchObject({ national: 0, mix: 0, competitive: 5 });
    expect(say(warnings?.[0])).toMatch(/^without a rate of growth.*: a x$/);
  });

  it("refuses one year, and negatives", () => {
    expect(() => shiftShare({ slices: small.slice(0, 1) })).toThrow(
      "shift-share: the data have 2015 alone, expected at least two years",
    );
    expect(() => shiftShare({ slices: [slice(1, [[-1]]), slice(2, [[1]])] })).toThrow(
      "shift-share: value of a 1 x is -1, expected at least 0",
    );
  });
});

describe.skipIf(!haveGoldens)("shiftShare against REAT 3.0.3", () => {
  it("Goettingen 2008-2017: 4143 = 5218.272 + 893.763 - 1969.035", () => {
    // REAT's call takes the first twelve sections of the table
    const rows = goldenCsv("shiftshare_reat/Goettingen.csv").slice(1, 13);
    const industry = rows.map((row) => row.WZ2008_Code as string);
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const slices = [2008, 2017].map((year) => ({
      year,
      places: ["goettingen"],
      industries: industry,
      values: Float64Array.from(column(`Goettingen${year}`)),
    }));
    const reference = {
      industry: [...industry, ...industry],
      value: [...column("BRD2008"), ...column("BRD2017")],
      year: [...industry.map(() => 2008), ...industry.map(() => 2017)],
    };
    const [found] = shiftShare({ slices, reference }).places;
    const { shift } = goldenJson<{ shift: number[][] }>("shiftshare_reat/expected.json");
    const [change, national, mix, competitive, net] = shift.flat() as [number, number, number, number, number];
    const close = (value: number | undefined, wanted: number) =>
      expect(Math.abs((value as number) - wanted)).toBeLessThan(relative * change);
    close(found?.change, change);
    close(found?.national, national);
    close(found?.mix, mix);
    close(found?.competitive, competitive);
    close((found?.mix as number) + (found?.competitive as number), net);
  });
});
