import { describe, expect, it } from "vitest";
import { goldenCsv, haveGoldens } from "../../test/golden.ts";
import { impute } from "./impute.ts";
import { shapeOf } from "./moments.ts";
import { treatOutliers } from "./treat-outliers.ts";

const exact = 1e-12; // a few operations on doubles
const relative = 1e-10; // printed with 15 digits; a skewness near 0 is a difference of larger sums

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const places = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);
const tame = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe("treat outliers", () => {
  it("measures shape by hand: 0, 0, 0, 1", () => {
    // mean 1/4; sum of squares 3/4, of cubes 3/8, of fourth powers 21/64
    // g1 = 2 (3/8) / (3/4)^1.5 = 1.154701, G1 = g1 sqrt(12) / 2 = 2; g2 = 4 (21/64) / (9/16) - 3 = -2/3, G2 = (5 (-2/3) + 6) 3 / 2 = 4
    const { skewness, kurtosis } = shapeOf(Float64Array.of(0, 0, 0, 1));
    expect(Math.abs(skewness - 2)).toBeLessThan(exact);
    expect(Math.abs(kurtosis - 4)).toBeLessThan(exact);
  });

  it("pulls in no more than is needed, and says what", () => {
    const data = { place: places(12), indicators: [column("x", [...tame, 30, 100]), column("y", [...tame, 11, 12])] };
    const { changes, indicators, winsorised } = treatOutliers(data);
    expect(winsorised).toBe(1);
    expect(changes.map(({ row, of, before, after }) => [row, of.indicator, before, after])).toEqual([
      [11, "x", 100, 30],
    ]);
    expect(indicators[1]?.treatment).toBe("none");
  });

  it("takes the logarithm of the values as given where five are not enough, mirrored for a lower tail", () => {
    const far = [...new Array(70).fill(0).map((_, at) => at / 10), ...[1, 2, 3, 4, 5, 6, 7].map((each) => 1000 + each)];
    const up = treatOutliers({ place: places(far.length), indicators: [column("x", far)] }).indicators[0];
    expect(up?.treatment).toBe("log");
    expect(up?.values[0]).toBeCloseTo(Math.log(0.01 * 1007), 12);
    expect(up?.values[76]).toBeCloseTo(Math.log(1.01 * 1007), 12);
    const down = treatOutliers({
      place: places(far.length),
      indicators: [
        column(
          "x",
          far.map((each) => -each),
        ),
      ],
    });
    expect(down.indicators[0]?.treatment).toBe("mirrored-log");
    expect([...(down.indicators[0]?.values ?? [])]).toEqual([...(up?.values ?? [])].map((each) => -each));
    const kept = treatOutliers({ place: places(far.length), indicators: [column("x", far)] }, { fallback: "none" });
    expect(kept.left).toBe(1);
    expect(kept.warnings?.map(({ code }) => code)).toContain("outlying-still");
  });

  it("does not split a tie, nor go past the limit for one", () => {
    const tied = [...tame, ...tame, ...tame, 100, 100, 100];
    const data = { place: places(tied.length), indicators: [column("x", tied)] };
    expect(treatOutliers(data, { most: 2, fallback: "none" }).changes).toEqual([]);
    expect(treatOutliers(data, { most: 3, fallback: "none" }).changes.map(({ after }) => after)).toEqual([10, 10, 10]);
  });

  it("leaves gaps, short and constant columns, and what is excepted", () => {
    const gapped = [...tame, 30, Number.NaN, 100];
    const data = {
      place: places(13),
      indicators: [
        column("x", gapped),
        column("few", [1, 2, 99, ...new Array(10).fill(Number.NaN)]),
        column("same", new Array(13).fill(4)),
      ],
    };
    const { indicators, warnings } = treatOutliers(data, { except: ["x"] });
    expect(indicators.map(({ treatment }) => treatment)).toEqual(["excepted", "too-few", "constant"]);
    expect([...(indicators[0]?.values ?? [])]).toEqual(gapped);
    expect(warnings?.map(({ code }) => code)).toEqual(["too-few-figures", "indicator-constant"]);
    expect(treatOutliers(data).indicators[0]?.values[11]).toBeNaN();
    expect(() => treatOutliers(data, { except: ["z"] })).toThrow(
      "treat-outliers: except names z, which is not an indicator; the indicators are x, few, same",
    );
  });

  it("does not depend on units", () => {
    const data = (scale: number) => ({
      place: places(12),
      indicators: [
        column(
          "x",
          [...tame, 30, 100].map((each) => each * scale),
        ),
      ],
    });
    const [one, other] = [treatOutliers(data(1)), treatOutliers(data(1e9))];
    expect(other.changes.map(({ after }) => after)).toEqual(one.changes.map(({ after }) => after * 1e9));
  });
});

describe.skipIf(!haveGoldens)("treat outliers against COINr 1.1.14 on the ASEM data", () => {
  it("skewness, kurtosis, verdict and number of points of every indicator", () => {
    const number = (text: string | undefined) => (text === undefined || text === "NA" ? Number.NaN : Number(text));
    const rows = goldenCsv("coinr_asem/iData.csv");
    const expected = goldenCsv("coinr_asem/treat_table.csv");
    // the reference treats figures per head, per area and so on, after filling gaps by the mean of the continent
    const under = new Map(goldenCsv("coinr_asem/iMeta.csv").map((each) => [each.iCode, each.Denominator as string]));
    const figure = (row: Record<string, string>, code: string) => {
      const denominator = under.get(code) as string;
      return number(row[code]) / (denominator === "NA" ? 1 : number(row[denominator]));
    };
    const data = {
      place: rows.map(({ uCode }) => uCode as string),
      group: rows.map((row) => row.EurAsia_group as string),
      indicators: expected.map(({ iCode }) =>
        column(
          iCode as string,
          rows.map((row) => figure(row, iCode as string)),
        ),
      ),
    };
    const complete = { ...data, indicators: impute(data, { method: "mean" }).indicators };
    const near = (found: number | undefined, golden: string | undefined) =>
      expect(Math.abs((found as number) / number(golden) - 1)).toBeLessThan(relative);
    treatOutliers(complete).indicators.forEach(({ before, winsorised, points, treatment }, at) => {
      const golden = expected[at] as Record<string, string>;
      near(before.skewness, golden["check_SkewKurt0.Skew"]);
      near(before.kurtosis, golden["check_SkewKurt0.Kurt"]);
      expect(treatment).toBe(golden["check_SkewKurt0.Pass"] === "TRUE" ? "none" : "winsorised");
      if (treatment === "none") return;
      expect(points).toBe(number(golden["winsorise.nwin"]));
      near(winsorised?.skewness, golden["check_SkewKurt1.Skew"]);
      near(winsorised?.kurtosis, golden["check_SkewKurt1.Kurt"]);
    });
  });
});
