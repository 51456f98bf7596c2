import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";

/** Made-up levels of `size` places that drift apart or together, over `years` years from 2011. */
export function walkTable(seed: number, size: number, years: number): Table {
  const draw = random(seed, "convergence/walk");
  const rows = Array.from({ length: size }, (_, at) => {
    let log = draw.normal();
    const pull = at % 2 === 0 ? 0.9 : 1.01;
    return Array.from({ length: years }, (_, step) => {
      log = pull * log + 0.15 * draw.normal();
      return { place: `p${String(at).padStart(4, "0")}`, year: 2011 + step, value: 50 * Math.exp(0.4 * log) };
    });
  }).flat();
  return makeTable(
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
        "value",
        "yuan",
        rows.map(({ value }) => value),
      ),
    ],
  );
}

export const walkExample =
  (years: number) =>
  (seed: number, size: number): Example => ({ inputs: { data: walkTable(seed, size, years) } });
