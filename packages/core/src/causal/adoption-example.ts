import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";

/** The same, of which every third comes under the policy in 2015 and the others never do. */
export function blockExample(seed: number, size: number): Example {
  return adoptionExample(seed, size, {}, [0, 0, 2015]);
}

/** Made-up places over eight years of which every third comes under a policy in 2014, every third in 2016; it adds half a year by year. */
export function adoptionExample(
  seed: number,
  size: number,
  roles: Table["roles"] = {},
  starts = [0, 2014, 2016],
): Example {
  const draw = random(seed, "causal/adoption");
  const rows = Array.from({ length: size }, (_, at) => {
    const start = starts[(at + 1) % 3];
    const level = 10 + 2 * draw.normal();
    return Array.from({ length: 8 }, (_, step) => {
      const year = 2011 + step;
      const treated = start > 0 && year >= start ? 1 : 0;
      const effect = treated * 0.5 * (year - start + 1);
      return {
        place: `p${String(at).padStart(4, "0")}`,
        year,
        outcome: level + 0.3 * step + effect + 0.4 * draw.normal(),
        treated,
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
        ],
        { roles },
      ),
    },
  };
}
