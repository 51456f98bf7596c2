import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up villages, forty times as many as asked for, on both sides of a border along a meridian; inside the outcome is 2 higher. */
export function borderExample(seed: number, size: number): Example {
  const draw = random(seed, "causal/border");
  const rows = Array.from({ length: 40 * size }, (_, at) => {
    const [lon, lat] = [0.6 * (draw.uniform() - 0.5), draw.uniform()];
    return {
      place: `p${String(at).padStart(4, "0")}`,
      outcome: 10 + 4 * lon + lat + (lon >= 0 ? 2 : 0) + 0.5 * draw.normal(),
      treated: lon >= 0 ? 1 : 0,
      lon,
      lat,
    };
  });
  const of = (name: "outcome" | "treated" | "lon" | "lat", unit: string) =>
    numbers(
      name,
      unit,
      rows.map((row) => row[name]),
    );
  return {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels(
            "place",
            rows.map(({ place }) => place),
          ),
          of("outcome", "1"),
          of("treated", "1"),
          of("lon", "degree"),
          of("lat", "degree"),
        ],
      ),
      border: makeTable(
        "border",
        ["point"],
        [
          labels("point", ["south", "middle", "north"]),
          numbers("position", "1", [1, 2, 3]),
          numbers("lon", "degree", [0, 0, 0]),
          numbers("lat", "degree", [0, 0.5, 1]),
        ],
      ),
    },
    options: { segments: 2 },
  };
}
