import { arrange } from "./arrange.ts";
import { complexIndices } from "./complexity-indices.ts";
import type { Presence } from "./presence.ts";
import type { RelatednessResult } from "./relatedness.ts";

/** The best order takes time with the cube of their number; nobody looks at a matrix of more. */
const mostOrdered = 300;

/** Of the last year: how near each industry is to the others, and the order that puts near ones together. */
export function industriesOf(
  { industries }: Presence,
  together: Float64Array,
  near: Float64Array,
  pci: Float64Array,
): RelatednessResult["industries"] {
  const width = industries.length;
  const most = near.reduce((a, b) => Math.max(a, b), 0);
  const { order, block } =
    width > mostOrdered
      ? { order: industries.map((_, at) => at), block: industries.map(() => 1) }
      : arrange(most > 1 ? near.map((each) => each / most) : near, width, "median");
  const position = new Map(order.map((at, index) => [at, index + 1]));
  return industries.map((industry, at) => ({
    industry,
    ubiquity: together[at * width + at] as number,
    pci: pci[at] as number,
    nearness: near.subarray(at * width, (at + 1) * width).reduce((a, b) => a + b, 0) / Math.max(1, width - 1),
    position: position.get(at) as number,
    block: block[at] as number,
  }));
}

/** PCI of every industry of the year, `NaN` where it has none. */
export function complexities(slice: Presence): Float64Array {
  const pci = new Float64Array(slice.industries.length).fill(Number.NaN);
  const solved = complexIndices(slice, { standardise: "population", pci: "own" });
  if ("because" in solved) return pci;
  solved.part.columns.forEach((column, at) => {
    pci[column] = solved.industries[at]?.pci as number;
  });
  return pci;
}
