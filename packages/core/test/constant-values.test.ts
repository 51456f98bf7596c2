import { describe, expect, it } from "vitest";
import { NumericalError } from "../src/contract/errors.ts";
import { beta } from "../src/convergence/beta.ts";
import { sigma } from "../src/convergence/sigma.ts";
import { atkinson } from "../src/inequality/atkinson.ts";
import { dagumGini } from "../src/inequality/dagum-gini.ts";
import { gini } from "../src/inequality/gini.ts";
import { polarisation } from "../src/inequality/polarisation.ts";
import { theil } from "../src/inequality/theil.ts";
import { variation } from "../src/inequality/variation.ts";
import { localMoran } from "../src/spatial/local-moran.ts";
import { moran } from "../src/spatial/moran.ts";

const levels = [0.1, 0.7, 2.3, 3];
const counts = [3, 6, 7, 10, 13];
const cases = levels.flatMap((level) => counts.map((count) => [level, count] as const));

const placesOf = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, "0")}`);
const codes = ({ warnings }: { warnings?: readonly { code: string }[] }) => warnings?.map(({ code }) => code);

/** Means and sums of values that are all alike are off by a rounding; what rests on their spread must not be. */
describe.each(cases)("%f in each of %i places", (level, count) => {
  const place = placesOf(count);
  const value = place.map(() => level);
  const growing = place.map((_, at) => level * (1 + at) ** 0.7);
  const panel = (first: readonly number[], last: readonly number[]) => ({
    place: [...place, ...place],
    year: [...place.map(() => 2010), ...place.map(() => 2020)],
    value: [...first, ...last],
  });

  it("no index of inequality finds any", () => {
    const weight = place.map((_, at) => 1 + at);
    for (const index of ["T", "L"] as const) {
      expect(theil({ place, value }, { index }).theil).toBe(0);
      const found = theil({ place, value: weight.map((each) => each * level), weight }, { index });
      expect([found.theil, codes(found)]).toEqual([0, ["no-inequality"]]);
    }
    for (const divisor of ["n", "n-1"] as const) {
      const { variation: v, indices, places } = variation({ place, value, weight }, { divisor, value: "per-head" });
      expect([v, indices[0]?.plain, indices[0]?.deviation, indices[0]?.weighted]).toEqual([0, 0, 0, 0]);
      expect(places.every(({ deviation, contribution }) => deviation === 0 && contribution === 0)).toBe(true);
    }
    expect(gini({ place, value }).gini).toBe(0);
    for (const epsilon of [0.5, 1, 2]) expect(atkinson({ place, value }, { epsilon }).atkinson).toBe(0);
    const poles = polarisation({ place, value, group: place.map((_, at) => `g${at % 2}`) });
    expect([poles.indices[0]?.wolfson, poles.indices[0]?.gini]).toEqual([0, 0]);
    const pieces = dagumGini({ place, value, group: place.map((_, at) => `g${at % 2}`) });
    expect([pieces.indices[0]?.gini, pieces.indices[0]?.netBetween]).toEqual([0, 0]);
  });

  it("sigma has no ratio to a year without dispersion, no test, and says so", () => {
    for (const measure of ["sd-log", "cv"] as const) {
      const from = sigma(panel(value, growing), { measure });
      expect([from.indices[0]?.sigma, from.ratio, from.p]).toEqual([0, Number.NaN, Number.NaN]);
      expect(codes(from)).toEqual(["untested", "no-dispersion"]);
      const to = sigma(panel(growing, value), { measure });
      expect([to.ratio, to.p, codes(to)]).toEqual([0, Number.NaN, ["untested"]]);
    }
  });

  it("sigma sees no change where every place grows alike", () => {
    const { tests } = sigma(
      panel(
        growing,
        growing.map((each) => each * 1.7),
      ),
    );
    expect([tests[0]?.t, tests[0]?.tP]).toEqual([0, 1]);
  });

  it("beta finds nothing where every place grows alike, and says so", () => {
    for (const growth of ["per-year", "total"] as const) {
      const last = growing.map((each) => each * 1.7);
      const found = beta(panel(growing, last), { growth });
      const { slope, p, lambda, halfLife, estimates } = found;
      expect([slope, p, lambda, halfLife, estimates[0]?.r2, estimates[0]?.t]).toEqual([
        0,
        Number.NaN,
        0,
        Number.NaN,
        Number.NaN,
        Number.NaN,
      ]);
      expect(codes(found)).toContain("growth-alike");
    }
  });

  it("beta and Moran's I refuse them", () => {
    expect(() => beta(panel(value, growing))).toThrow(NumericalError);
    const weights = { from: place, to: place.map((_, at) => place[(at + 1) % count] as string) };
    expect(() => moran({ place, value, weights }, { variance: "normality" })).toThrow(NumericalError);
    if (count > 3) expect(() => localMoran({ place, value, weights })).toThrow(NumericalError);
  });
});
