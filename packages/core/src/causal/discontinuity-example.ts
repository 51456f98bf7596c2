import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up villages, twelve times as many as asked for, on both sides of a border at 0; beyond it the outcome is 2 higher. */
export function discontinuityExample(seed: number, size: number): Example {
  const draw = random(seed, "causal/discontinuity");
  const rows = Array.from({ length: 12 * size }, (_, at) => {
    const x = 40 * (draw.uniform() - 0.5);
    return {
      place: `p${String(at).padStart(4, "0")}`,
      x,
      y: 10 + 0.2 * x - 0.004 * x * x + (x >= 0 ? 2 : 0) + draw.normal(),
    };
  });
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
          numbers(
            "running",
            "km",
            rows.map(({ x }) => x),
          ),
          numbers(
            "outcome",
            "1",
            rows.map(({ y }) => y),
          ),
        ],
      ),
    },
  };
}
