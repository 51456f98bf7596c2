/**
 * Duranton and Overman's bands: 120 sites of four industries that know nothing of where they are. Draws are subsets of the
 * sites like the industry itself, but for its bandwidth, which the draws take over: the shares beyond the bands hold up to that.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { durantonOverman } from "../packages/core/src/structure/duranton-overman.ts";
import { type Check, tally } from "./check.ts";

const [n, sectors, level, draws] = [120, 4, 0.05, 199];

export default async function checks(seed: number): Promise<Check[]> {
  const draw = random(seed, "verify/duranton-overman");
  const [above, below, pointwise, power] = [tally(), tally(), tally(), tally()];
  const options = { coordinates: "kilometres", draws, level, least: 2, steps: 20, bin: 0.5, draw } as const;
  const sites = () => ({
    lon: Float64Array.from({ length: n }, () => 100 * draw.uniform()),
    lat: Float64Array.from({ length: n }, () => 100 * draw.uniform()),
    sector: Array.from({ length: n }, (_, at) => `s${at % sectors}`),
  });
  for (let run = 0; run < 150; run += 1) {
    const { curves, industries } = await durantonOverman(sites(), options);
    const mean = (hit: (curve: (typeof curves)[number], at: number) => boolean, each: "any" | "mean") => {
      const shares = curves.map((curve) => {
        const hits = Array.from(curve.km, (_, at) => hit(curve, at));
        return each === "any" ? Number(hits.includes(true)) : hits.filter((one) => one).length / hits.length;
      });
      return shares.reduce((a, b) => a + b) / shares.length;
    };
    above.add(industries.filter(({ localisation }) => localisation > 0).length / sectors);
    below.add(mean(({ density, envelope }, at) => density[at]! < envelope!.outerLow[at]!, "any"));
    pointwise.add(mean(({ density, envelope }, at) => density[at]! > envelope!.high[at]!, "mean"));
    // one industry in the inner square of half the side
    const near = sites();
    near.sector.forEach((sector, at) => {
      if (sector !== "s0") return;
      near.lon[at] = 25 + near.lon[at]! / 2;
      near.lat[at] = 25 + near.lat[at]! / 2;
    });
    const found = await durantonOverman(near, options);
    power.add(found.industries.find(({ industry }) => industry === "s0")!.localisation > 0);
  }
  return [
    above.check(
      "199 draws, level .05: industries above the global band somewhere, nothing there",
      "in the limit",
      level,
    ),
    below.check("the same: below it somewhere", "in the limit", level),
    pointwise.check("the same: points above the local band", "in the limit", level),
    power.check("one of four industries in a quarter of the area: localised", "none"),
  ];
}
