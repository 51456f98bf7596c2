import { UndirectedGraph } from "graphology";
import { WeightedNeighborhoodIndex } from "graphology-indices";
import { eigenvector, pagerank } from "graphology-metrics/centrality/index.js";
import { type Graph, type Link, linkOf, type NoAttributes } from "./graph.ts";

/**
 * The vector that the links of a network stretch most, x_i in proportion to sum_j w_ji x_j, scaled to a maximum of 1.
 * Answers nothing where it does not settle: where parts of a network are nearly equally strong, or no path closes.
 *
 * The library goes from x to x + sum w x and stops once that changes little, so that its answer hangs on the unit of w: with
 * small values it stops where it began. Here values are divided by (nearly) their stretch.
 */
export function eigenvectorOf(graph: Graph): Float64Array | undefined {
  const unit = stretchBound(graph);
  if (unit === 0) return undefined;
  try {
    const found = eigenvector(graph, {
      getEdgeWeight: (_: string, { strength }: Link) => strength / unit,
      maxIterations: mostRounds,
      tolerance: settled / Math.sqrt(graph.order),
    });
    return scaledToOne(byPosition(graph, found));
  } catch (error) {
    if (error instanceof Error && error.message.endsWith("failed to converge.")) return undefined;
    throw error;
  }
}

const mostRounds = 20_000;
/** Of a vector of length 1, times sqrt(n): a few roundings a place. What settles within the rounds above is off by some 1e-11. */
const settled = 1e-15;

/**
 * Hub and authority (Kleinberg 1999), each with a maximum of 1. Without directions both are the eigenvector. With them, they
 * are the eigenvector of the network in which each place stands twice, as one that sends and as one that receives; the
 * library's own HITS agrees, but at 3,000 places takes ten times as long.
 */
export function hubsAndAuthorities(
  graph: Graph,
  eigen: Float64Array | undefined,
): { hub: Float64Array; authority: Float64Array } | undefined {
  if (graph.type === "undirected") return eigen && { hub: eigen, authority: eigen };
  const n = graph.order;
  const { starts, neighborhood, weights } = new WeightedNeighborhoodIndex(graph, "strength");
  const twice = new UndirectedGraph<NoAttributes, Link>();
  for (let at = 0; at < 2 * n; at += 1) twice.addNode(at);
  for (let at = 0; at < n; at += 1) {
    for (let k = starts[at] as number; k < (starts[at + 1] as number); k += 1) {
      twice.addEdge(at, n + (neighborhood[k] as number), linkOf(weights[k] as number, "strength"));
    }
  }
  const both = eigenvectorOf(twice);
  return both && { hub: scaledToOne(both.subarray(0, n)), authority: scaledToOne(both.subarray(n)) };
}

/**
 * PageRank: the share of time of a walker who follows links in proportion to their strength with probability `damping` and
 * otherwise, or where no link leaves, starts again anywhere. After k rounds the error is below 2 damping^k.
 */
export function pageRankOf(graph: Graph, damping: number): Float64Array {
  if (graph.order === 0) return new Float64Array();
  const found = pagerank(graph, {
    getEdgeWeight: "strength",
    alpha: damping,
    maxIterations: Math.ceil(Math.log(1e-16) / Math.log(damping)),
    tolerance: 1e-14 / graph.order, // of all shares together
  });
  return byPosition(graph, found);
}

function byPosition(graph: Graph, found: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from({ length: graph.order }, (_, at) => found[at] as number);
}

function scaledToOne(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, each) => Math.max(most, each), 0);
  return vector.map((each) => each / largest);
}

/** What no vector is stretched beyond, and a little more than the most: the root of the largest row sum of a power of the network. */
function stretchBound(graph: Graph): number {
  const { starts, neighborhood, weights } = new WeightedNeighborhoodIndex(graph, "strength");
  let walks = new Float64Array(graph.order).fill(1);
  let log = 0;
  for (let step = 0; step < power; step += 1) {
    const longer = new Float64Array(graph.order);
    for (let at = 0; at < graph.order; at += 1) {
      for (let k = starts[at] as number; k < (starts[at + 1] as number); k += 1) {
        (longer[at] as number) += (weights[k] as number) * (walks[neighborhood[k] as number] as number);
      }
    }
    const most = longer.reduce((top, each) => Math.max(top, each), 0);
    if (most === 0) return 0; // no path is this long, so none closes
    log += Math.log(most);
    walks = longer.map((each) => each / most);
  }
  return Math.exp(log / power);
}

const power = 32;
