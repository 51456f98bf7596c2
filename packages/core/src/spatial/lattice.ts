import type { Table } from "../contract/table.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

/** Places on the smallest square that holds them, filled row by row, joined by edges (rook) both ways: for examples. */
export function lattice(size: number, value: (at: number) => number): { cities: Table; weights: Table } {
  const side = Math.ceil(Math.sqrt(size));
  const name = (at: number) => `p${String(at).padStart(4, "0")}`;
  const from: string[] = [];
  const to: string[] = [];
  const join = (a: number, b: number) => {
    from.push(name(a), name(b));
    to.push(name(b), name(a));
  };
  for (let at = 0; at < size; at += 1) {
    if ((at + 1) % side !== 0 && at + 1 < size) join(at, at + 1);
    if (at + side < size) join(at, at + side);
  }
  if (size === 1) join(0, 0); // an edge to itself, which is left out: one place has no neighbour
  const places = Array.from({ length: size }, (_, at) => at);
  return {
    cities: makeTable(
      "cities",
      ["place"],
      [labels("place", places.map(name)), numbers("value", "1", places.map(value))],
    ),
    weights: makeTable(
      "weights",
      ["from", "to"],
      [
        labels("from", from),
        labels("to", to),
        numbers(
          "value",
          "1",
          from.map(() => 1),
        ),
      ],
    ),
  };
}
