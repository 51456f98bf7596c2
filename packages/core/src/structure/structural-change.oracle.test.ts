import { describe, expect, it } from "vitest";
import { britishJobs, britishOutput, oracleJson } from "../../test/atlas-compositions.ts";
import { structuralChange } from "./structural-change.ts";

const absolute = 1e-12; // R prints 15 digits; sums of 19 terms
const degrees = 1e-9; // R takes an arccosine, which loses half the digits of angles of a few degrees

describe("structuralChange against R on British figures", () => {
  const expected = oracleJson<{
    britain_2015_2022: number[][];
    places: string[];
    theil: number[];
    deviation: number[];
  }>("structure-structural-change");

  it("jobs, 2015 to 2022", () => {
    const slices = [britishJobs(2015), britishJobs(2022)];
    const [mean, end] = (["mean", "end"] as const).map((weight) => structuralChange({ slices }, { weight }).changes);
    expect(mean?.length).toBe(expected.britain_2015_2022.length);
    expected.britain_2015_2022.forEach(([moved, lilienMean, lilienEnd, angle], at) => {
      expect(Math.abs((mean?.[at]?.moved as number) - (moved as number))).toBeLessThan(absolute);
      expect(Math.abs((mean?.[at]?.lilien as number) - (lilienMean as number))).toBeLessThan(absolute);
      expect(Math.abs((end?.[at]?.lilien as number) - (lilienEnd as number))).toBeLessThan(absolute);
      expect(Math.abs((mean?.[at]?.angle as number) - (angle as number))).toBeLessThan(degrees);
    });
  });

  it("output beside jobs, 2019, over the sections that both call alike", () => {
    const { rational } = structuralChange({ slices: [britishOutput()], labour: [britishJobs()] });
    expect(rational.map(({ place }) => place)).toEqual(expected.places);
    rational.forEach(({ theil, deviation }, at) => {
      expect(Math.abs(theil - (expected.theil[at] as number))).toBeLessThan(absolute);
      expect(Math.abs(deviation - (expected.deviation[at] as number))).toBeLessThan(10 * absolute); // ratios up to 20
    });
  });
});
