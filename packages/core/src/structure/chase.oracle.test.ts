import { describe, expect, it } from "vitest";
import { britishJobs, oracleJson } from "../../test/atlas-compositions.ts";
import { random } from "../contract/random.ts";
import { chase } from "./chase.ts";

const absolute = 1e-12; // R prints 15 digits; correlations over 19 sections
const sampling = 0.036; // five standard errors of the difference of two shares of 9,999 draws: 5 sqrt(2 x .25 / 9999)

describe("chase against R on British jobs, 2015 to 2022", () => {
  const expected = oracleJson<{ keep: number[][]; remove: number[][]; overlap: number[][]; p_of_first: number[] }>(
    "structure-chase",
  );
  const slices = [britishJobs(2015), britishJobs(2022)];

  it.each(["keep", "remove"] as const)("correlations, trend: %s", (trend) => {
    const { pairs, places } = chase({ slices }, { trend, permutations: 0 });
    const at = new Map(places.map(({ place }, index) => [place, index]));
    expect(pairs.length).toBe(40 * 39);
    for (const { place, other, chase: found, overlap } of pairs) {
      const [i, j] = [at.get(place) as number, at.get(other) as number];
      expect(Math.abs(found - (expected[trend][i]?.[j] as number))).toBeLessThan(absolute);
      expect(Math.abs(overlap - (expected.overlap[i]?.[j] as number))).toBeLessThan(absolute);
    }
    places.forEach(({ own }, i) => {
      expect(Math.abs(own - (expected[trend][i]?.[i] as number))).toBeLessThan(absolute);
    });
  });

  it("p of the first place against every other", () => {
    const { pairs } = chase({ slices }, { permutations: 9999, draw: random(1, "chase/oracle") });
    expected.p_of_first.forEach((p, at) => {
      expect(Math.abs((pairs[at]?.p as number) - p)).toBeLessThan(sampling);
    });
  });
});
