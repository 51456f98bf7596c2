import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { type Column, labels, makeTable, numbers } from "../contract/table.ts";

/** Names of made-up places, in two groups. */
export function placesInGroups(size: number): readonly Column[] {
  const places = Array.from({ length: size }, (_, at) => at);
  return [
    labels(
      "place",
      places.map((at) => `p${String(at).padStart(3, "0")}`),
    ),
    labels(
      "group",
      places.map((at) => `g${at % 2}`),
    ),
  ];
}

/** Made-up sizes of places in two groups, a few of them far larger than the rest. */
export const sizedExample =
  (method: string) =>
  (seed: number, size: number): Example => {
    const draw = random(seed, `${method}/example`);
    const sizes = Array.from({ length: size }, () => Math.exp(12 + draw.exponential()));
    return {
      inputs: { data: makeTable("data", ["place"], [...placesInGroups(size), numbers("size", "person", sizes)]) },
    };
  };
