import type { Example } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { exampleComposition } from "./example.ts";

const industries = ["A", "B", "C", "D", "E", "F"];

/** The places of `exampleComposition` at random points, and a made-up input-output table of its industries. */
export function chainExample(seed: number, size: number): Example {
  const draw = random(seed, "structure/chain-fit/example");
  const pairs = industries.flatMap((supplier) => industries.map((user) => ({ supplier, user })));
  const places = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
  const spread = () => places.map(() => draw.uniform());
  return {
    inputs: {
      data: exampleComposition(seed, size),
      linkages: makeTable(
        "linkages",
        ["supplier", "user"],
        [
          labels(
            "supplier",
            pairs.map(({ supplier }) => supplier),
          ),
          labels(
            "user",
            pairs.map(({ user }) => user),
          ),
          numbers(
            "value",
            "yuan",
            pairs.map(() => 100 * draw.exponential()),
          ),
        ],
      ),
      places: makeTable(
        "places",
        ["place"],
        [
          labels("place", places),
          numbers(
            "lon",
            "degree",
            spread().map((each) => 114 + 4 * each),
          ),
          numbers(
            "lat",
            "degree",
            spread().map((each) => 36 + 4 * each),
          ),
        ],
      ),
    },
    options: { permutations: 99 },
  };
}
