import { forceCollide, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const ticks = 200;
const homeStrength = 0.5;

/** Moves overlapping discs apart by a force that pulls each home; a fixed number of ticks, so the same picture each time. */
export function nudge(discs: readonly Disc[], gap: number): Disc[] {
  const nodes: (SimulationNodeDatum & { r: number })[] = discs.map(({ x, y, r }) => ({ x, y, r }));
  const home = (key: "x" | "y") => (_: unknown, i: number) => (discs[i] as Disc)[key];
  forceSimulation(nodes)
    .force("x", forceX(home("x")).strength(homeStrength))
    .force("y", forceY(home("y")).strength(homeStrength))
    .force("apart", forceCollide<(typeof nodes)[number]>((node) => node.r + gap).iterations(3))
    .stop()
    .tick(ticks);
  return nodes.map(({ x, y, r }, i) => ({ x: x ?? (discs[i] as Disc).x, y: y ?? (discs[i] as Disc).y, r }));
}
