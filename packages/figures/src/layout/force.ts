import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import type { Tie } from "./backbone.ts";
import type { Box } from "./projection.ts";

const ticks = 400;

/** Positions of the nodes of a network, stretched to fill the box: near ones tied strongly. The same bytes each time. */
export function forceLayout(radii: readonly number[], ties: readonly Tie[], box: Box): { x: number; y: number }[] {
  const n = radii.length;
  // on a circle in the order given, so that nothing is left to chance
  const nodes: SimulationNodeDatum[] = radii.map((_, at) => ({
    x: 100 * Math.cos((2 * Math.PI * at) / n),
    y: 100 * Math.sin((2 * Math.PI * at) / n),
  }));
  const links = ties.map(({ a, b, value }) => ({ source: a, target: b, value }));
  const strongest = ties.reduce((most, { value }) => Math.max(most, value), 0);
  forceSimulation(nodes)
    .force(
      "link",
      forceLink(links)
        .distance((link) => 24 + 40 * (1 - (link as { value: number }).value / strongest))
        .strength(0.7),
    )
    .force("charge", forceManyBody().strength(-160).distanceMax(400))
    .force(
      "collide",
      forceCollide<SimulationNodeDatum>((_, at) => (radii[at] as number) + 7),
    )
    // flatter than it is wide: so are pages
    .force("x", forceX(0).strength(0.05))
    .force("y", forceY(0).strength(0.09))
    .stop()
    .tick(ticks);
  return stretched(
    nodes.map(({ x = 0, y = 0 }) => ({ x, y })),
    box,
  );
}

function stretched(spots: readonly { x: number; y: number }[], box: Box): { x: number; y: number }[] {
  const along = (pick: (spot: { x: number; y: number }) => number, from: number, length: number) => {
    const values = spots.map(pick);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.map((value) =>
      high - low > 1e-6 ? from + ((value - low) / (high - low)) * length : from + length / 2,
    );
  };
  const xs = along(({ x }) => x, box.x, box.width);
  const ys = along(({ y }) => y, box.y, box.height);
  return spots.map((_, at) => ({ x: xs[at] as number, y: ys[at] as number }));
}
