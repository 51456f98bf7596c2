import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up places on the equator, 44 km apart, of which every eighth comes under a policy in year 4: it gains 2, its neighbours 1. */
export function spatialDidExample(seed: number, size: number): Example {
  const draw = random(seed, "causal/spatial-did");
  const rows = Array.from({ length: size }, (_, at) => {
    const apart = Math.min((at + 7) % 8, 8 - ((at + 7) % 8));
    const level = 10 + 2 * draw.normal();
    return Array.from({ length: 6 }, (_year, step) => {
      const gain = step < 3 ? 0 : apart === 0 ? 2 : apart === 1 ? 1 : 0;
      return {
        place: `p${String(at).padStart(4, "0")}`,
        year: step + 1,
        outcome: level + 0.3 * step + gain + 0.4 * draw.normal(),
        treated: apart === 0 && step >= 3 ? 1 : 0,
        lon: 0.4 * at,
      };
    });
  }).flat();
  return {
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels(
            "place",
            rows.map(({ place }) => place),
          ),
          numbers(
            "year",
            "year",
            rows.map(({ year }) => year),
          ),
          numbers(
            "outcome",
            "1",
            rows.map(({ outcome }) => outcome),
          ),
          numbers(
            "treated",
            "1",
            rows.map(({ treated }) => treated),
          ),
          numbers(
            "lon",
            "degree",
            rows.map(({ lon }) => lon),
          ),
          numbers(
            "lat",
            "degree",
            rows.map(() => 0),
          ),
        ],
      ),
    },
    options: { rings: [50, 100], draws: 19 },
  };
}
