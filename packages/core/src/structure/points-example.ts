import { random } from "../contract/random.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";

/** Made-up plants of two industries, one of them near a centre, and a third that is anywhere. */
export function examplePoints(seed: number, size: number): Table {
  const draw = random(seed, "structure/points-example");
  const rows = Array.from({ length: 6 * size }, (_, at) => {
    const near = at % 3 === 0 ? 0.15 : 1;
    return {
      sector: `s${at % 3}`,
      lon: 116 + near * draw.normal(),
      lat: 39 + near * draw.normal(),
      weight: 1 + draw.integer(90),
    };
  });
  return makeTable(
    "points",
    [],
    [
      labels(
        "sector",
        rows.map(({ sector }) => sector),
      ),
      numbers(
        "lon",
        "degree",
        rows.map(({ lon }) => lon),
      ),
      numbers(
        "lat",
        "degree",
        rows.map(({ lat }) => lat),
      ),
      numbers(
        "weight",
        "person",
        rows.map(({ weight }) => weight),
      ),
    ],
  );
}
