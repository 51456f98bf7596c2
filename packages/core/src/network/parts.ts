import { DFSStack } from "graphology-indices";
import type { Graph } from "./graph.ts";

/** How many parts a network has between which no link runs, whatever the direction of links. */
export function countParts(graph: Graph): number {
  const ahead = new DFSStack(graph);
  let parts = 0;
  ahead.forEachNodeYetUnseen((node) => {
    parts += 1;
    ahead.push(node);
    while (ahead.size > 0) {
      graph.forEachNeighbor(ahead.pop(), (neighbour) => {
        ahead.push(neighbour);
      });
    }
  });
  return parts;
}
