import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Made-up totals and people of `size` places in three groups, in two years. */
export function samplePanel(seed: number, size: number): Example {
  const draw = random(seed, "inequality/example");
  const rows = Array.from({ length: 2 * size }, (_, at) => ({
    place: `p${String(at >> 1).padStart(3, "0")}`,
    group: `g${(at >> 1) % 3}`,
    year: 2010 + 10 * (at % 2),
    weight: 1 + draw.integer(50),
    level: 1 + 9 * draw.uniform(),
  }));
  const columns = [
    labels(
      "place",
      rows.map(({ place }) => place),
    ),
    labels(
      "group",
      rows.map(({ group }) => group),
    ),
    numbers(
      "year",
      "year",
      rows.map(({ year }) => year),
    ),
    numbers(
      "value",
      "yuan",
      rows.map(({ weight, level }) => weight * level),
    ),
    numbers(
      "weight",
      "person",
      rows.map(({ weight }) => weight),
    ),
  ];
  return { inputs: { data: makeTable("data", ["place", "year"], columns) } };
}
