import { describe, expect, it } from "vitest";
import { britishJobs, oracleJson } from "../../test/atlas-compositions.ts";
import { type ShiftShareOptions, shiftShare } from "./shift-share.ts";

const jobs = 1e-6; // of parts up to 1e5 made of differences of totals up to 2e7: rounding leaves about 1e-9 of a job

describe("shiftShare against R on British jobs, 2015 to 2022", () => {
  const expected = oracleJson<Record<string, number[][]>>("structure-shift-share");
  const slices = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022].map((year) => britishJobs(year));

  it.each<[string, ShiftShareOptions]>([
    ["classical_ends", {}],
    ["esteban_ends", { form: "esteban" }],
    ["classical_yearly", { steps: "yearly" }],
    ["esteban_yearly", { form: "esteban", steps: "yearly" }],
  ])("%s", (name, options) => {
    const { places } = shiftShare({ slices }, options);
    const wanted = expected[name] as number[][];
    expect(places.length).toBe(wanted.length);
    places.forEach(({ change, national, mix, competitive, allocation }, at) => {
      [change, national, mix, competitive, allocation].forEach((value, column) => {
        expect(Math.abs(value - (wanted[at]?.[column] as number))).toBeLessThan(jobs);
      });
    });
  });
});
