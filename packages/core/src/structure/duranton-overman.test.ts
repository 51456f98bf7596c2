import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { quantile } from "../numeric/quantile.ts";
import { greatCircleKm } from "../spatial/great-circle.ts";
import { durantonOverman } from "./duranton-overman.ts";
import { envelopeOf } from "./envelope.ts";

const rounding = 1e-12; // sums of exact kernels in another order

const phi = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** The same without bins: every distance kept, every kernel summed. */
function plain(distances: readonly number[], weights: readonly number[], h: number, km: ArrayLike<number>): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return Array.from(
    km,
    (d) =>
      distances.reduce(
        (sum, each, at) => sum + (weights[at] as number) * (phi((d - each) / h) + phi((d + each) / h)),
        0,
      ) /
      (h * total),
  );
}

function ruleOfThumb(distances: readonly number[]): number {
  const sorted = Float64Array.from(distances).sort();
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const deviation = Math.sqrt(sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (sorted.length - 1));
  return 0.9 * Math.min(deviation, (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34) * sorted.length ** -0.2;
}

const plants = (n: number, seed = 1) => {
  const draw = random(seed, "plants");
  const rows = Array.from({ length: n }, (_, at) => ({
    sector: at % 4 === 0 ? "near" : "other",
    lon: 110 + (at % 4 === 0 ? 0.3 : 3) * draw.normal(),
    lat: 30 + (at % 4 === 0 ? 0.3 : 3) * draw.normal(),
    weight: 1 + draw.integer(40),
  }));
  return {
    sector: rows.map((r) => r.sector),
    lon: rows.map((r) => r.lon),
    lat: rows.map((r) => r.lat),
    weight: rows.map((r) => r.weight),
  };
};

const pairsOf = ({ sector, lon, lat, weight }: ReturnType<typeof plants>, name: string) => {
  const own = sector.flatMap((each, at) => (each === name ? [at] : []));
  const distances: number[] = [];
  const weights: number[] = [];
  own.forEach((a, i) => {
    for (const b of own.slice(i + 1)) {
      distances.push(greatCircleKm(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number));
      weights.push((weight[a] as number) * (weight[b] as number));
    }
  });
  return { distances, weights };
};

describe("durantonOverman", () => {
  it.each(["plants", "weight"] as const)(
    "stays within its bound of the plain sum over all pairs, weighting %s",
    async (weighting) => {
      const input = plants(240);
      for (const bin of [0.2, 2]) {
        const { industries, curves } = await durantonOverman(input, { draws: 0, bin, weighting, steps: 40 });
        for (const { industry, km, density } of curves) {
          const { distances, weights } = pairsOf(input, industry);
          const row = industries.find((each) => each.industry === industry);
          const h = row?.bandwidth as number;
          expect(Math.abs(h - ruleOfThumb(distances))).toBeLessThan(bin);
          const exact = plain(distances, weighting === "weight" ? weights : distances.map(() => 1), h, km);
          density.forEach((each, at) => {
            expect(Math.abs(each - (exact[at] as number))).toBeLessThan((row?.bound as number) + rounding);
          });
        }
      }
    },
  );

  it("finds the near industry localised and does not depend on how jobs are cut", async () => {
    const input = plants(400);
    const { industries, curves } = await durantonOverman(input, { draws: 200, draw: random(1, "t") });
    expect(industries[0]).toMatchObject({ industry: "near", verdict: "localised", plants: 100 });
    expect(industries[1]?.verdict).not.toBe("localised");
    const backwards = await durantonOverman(input, {
      draws: 200,
      draw: random(1, "t"),
      run: async (kernel, jobs) => {
        const { countPairs, drawCurves } = await import("./pair-histogram.ts");
        const run = (kernel === "count" ? countPairs : drawCurves) as (job: never) => unknown;
        return [...jobs]
          .reverse()
          .map((job) => run(job as never))
          .reverse();
      },
    });
    expect(backwards.curves[0]?.envelope?.outerHigh).toEqual(curves[0]?.envelope?.outerHigh);
  });

  it("does not depend on the order of plants", async () => {
    const input = plants(100);
    const turned = Object.fromEntries(
      Object.entries(input).map(([name, values]) => [name, [...values].reverse()]),
    ) as typeof input;
    const [a, b] = [await durantonOverman(input, { draws: 40 }), await durantonOverman(turned, { draws: 40 })];
    expect(b.curves).toEqual(a.curves);
  });

  it("takes the median of all pairs as its cut-off", async () => {
    const input = plants(60);
    const all = pairsOf({ ...input, sector: input.sector.map(() => "all") }, "all").distances;
    const { cutoffKm, binKm } = await durantonOverman(input, { draws: 0 });
    expect(Math.abs(cutoffKm - quantile(Float64Array.from(all).sort(), 0.5))).toBeLessThan(binKm);
  });

  it("leaves out industries with too few plants or one spot by name, and refuses when none is left", async () => {
    const input = { sector: ["a", "a", "b", "b", "c"], lon: [0, 1, 2, 2, 3], lat: [0, 0, 0, 0, 0] };
    const { dropped, warnings, industries } = await durantonOverman(
      { ...input, sector: ["a", "a", "b", "b", "a"] },
      { least: 2, draws: 10 },
    );
    expect(dropped?.map(({ row }) => row)).toEqual(["b"]);
    expect(warnings?.map(({ code }) => code)).toContain("few-draws");
    expect(industries.length).toBe(1);
    await expect(durantonOverman(input)).rejects.toThrow("no industry has 10 plants");
    await expect(durantonOverman({ sector: ["a", "a"], lon: [1, 1], lat: [2, 2] })).rejects.toThrow(
      "all plants are in one spot",
    );
    await expect(durantonOverman({ ...input, weight: [1, 1, 0, 1, 1] })).rejects.toThrow("weight of a point of b is 0");
  });
});

describe("envelopeOf", () => {
  it("by hand: of 1..99 at one point 5% lie below 5 and above 95, at each point and over the whole", () => {
    const { low, high, middle, outerLow, outerHigh, above } = envelopeOf(
      Float64Array.from({ length: 99 }, (_, at) => at + 1),
      1,
      0.05,
    );
    expect([low[0], high[0], middle[0]]).toEqual([5, 95, 50]);
    expect([outerLow[0], outerHigh[0]]).toEqual([5, 95]); // four lie beyond: 4 of 99 is below 5%
    expect(above).toBeLessThanOrEqual(0.05);
  });

  it("keeps no more than the level of whole curves outside, and the outer band round the inner one", () => {
    const draw = random(4, "envelope");
    const [draws, points, level] = [400, 30, 0.05];
    const curves = Float64Array.from({ length: draws * points }, () => draw.normal());
    const { high, outerHigh, low, outerLow } = envelopeOf(curves, points, level);
    let leaving = 0;
    for (let round = 0; round < draws; round += 1) {
      const own = curves.subarray(round * points, (round + 1) * points);
      if (own.some((each, at) => each > (outerHigh[at] as number))) leaving += 1;
    }
    expect(leaving / draws).toBeLessThanOrEqual(level);
    outerHigh.forEach((each, at) => {
      expect(each).toBeGreaterThanOrEqual(high[at] as number);
      expect(outerLow[at]).toBeLessThanOrEqual(low[at] as number);
    });
  });
});

describe.skipIf(!haveGoldens)("durantonOverman against base R (golden duranton_overman)", () => {
  it("bandwidth and curve on a plane", async () => {
    const rows = goldenCsv("duranton_overman/input.csv");
    const { h, r, Kd_reflected } = goldenJson<{ h: number; r: number[]; Kd_reflected: number[] }>(
      "duranton_overman/expected.json",
    );
    const bin = 5e-4; // the quantiles of its h do not matter: the deviation is the smaller spread
    const { industries, curves } = await durantonOverman(
      {
        lon: rows.map(({ x }) => Number(x)),
        lat: rows.map(({ y }) => Number(y)),
        sector: rows.map(({ sector }) => sector as string),
      },
      { coordinates: "kilometres", draws: 0, cutoff: 50, steps: 50, bin },
    );
    const row = industries.find(({ industry }) => industry === "1");
    const curve = curves.find(({ industry }) => industry === "1");
    expect(Math.abs((row?.bandwidth as number) - h)).toBeLessThan(1e-6); // as its README says
    r.forEach((_, at) => {
      expect(Math.abs((curve?.density[at] as number) - (Kd_reflected[at] as number))).toBeLessThan(1e-6);
    });
  });
});
