import { foremost } from "../contract/saying.ts";

/** A pair of places with its flows both ways together. */
export interface StrongTie {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

/** The pairs that share the largest sum of flows both ways, up to a rounding; none if nothing flows. Flows are in the order of their ends. */
export function strongestTies(
  place: readonly string[],
  from: Uint32Array,
  to: Uint32Array,
  value: Float64Array,
): StrongTie[] {
  const starts = new Uint32Array(place.length + 1);
  for (const at of from) (starts[at + 1] as number) += 1;
  for (let at = 0; at < place.length; at += 1) (starts[at + 1] as number) += starts[at] as number;
  const both = value.map((each, at) => {
    const [a, b] = [from[at] as number, to[at] as number];
    const back = find(to, starts[b] as number, starts[b + 1] as number, a);
    if (back === undefined) return each;
    return a < b ? each + (value[back] as number) : Number.NaN; // told of its reverse
  });
  const most = both.reduce((top, each) => (each > top ? each : top), Number.NEGATIVE_INFINITY);
  if (!(most > 0)) return [];
  const near: StrongTie[] = [];
  both.forEach((each, at) => {
    if (!(each >= most * (1 - sift))) return;
    const [a, b] = [place[from[at] as number] as string, place[to[at] as number] as string].sort() as [string, string];
    near.push({ a, b, value: each });
  });
  return foremost(near, (tie) => tie.value);
}

/** More than the rounding that decides. */
const sift = 1e-6;

function find(values: Uint32Array, start: number, end: number, wanted: number): number | undefined {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < end && values[low] === wanted ? low : undefined;
}
