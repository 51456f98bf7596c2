import { WeightedNeighborhoodIndex } from "graphology-indices";
import type { CompressedRows } from "../numeric/compressed-rows.ts";
import type { Graph } from "./graph.ts";
import { NearestFirst } from "./nearest-first.ts";

/** Paths whose lengths agree to this share are equally short: sums of costs in another order differ by rounding. */
const sameLength = 1e-10;

export interface PathMeasures {
  /** Sum over ordered pairs of the share of their shortest paths that pass through the place (Brandes 2001). */
  readonly betweenness: Float64Array;
  /** Sum of distances to the places that can be reached, and how many those are. */
  readonly distanceSum: Float64Array;
  readonly reached: Uint32Array;
  /** Sum of 1 / distance. */
  readonly harmonic: Float64Array;
  /** Whether some link is so short beside a whole way that ways with and without it cannot be told apart. */
  readonly isBlurred: boolean;
}

/** All shortest paths from every place in turn: distances, then path counts outward, then dependencies inward, step by step. */
export function shortestPaths(graph: Graph, afterSource: (done: number) => void = () => {}): PathMeasures {
  const cost = costRows(graph);
  const { n, starts, indices, values } = cost;
  const betweenness = new Float64Array(n);
  const distanceSum = new Float64Array(n);
  const reached = new Uint32Array(n);
  const harmonic = new Float64Array(n);
  const distance = new Float64Array(n);
  const order = new Uint32Array(n);
  const rankOf = new Uint32Array(n);
  const paths = new Float64Array(n);
  const dependency = new Float64Array(n);
  const distancesInto = values.every((each) => each === values[0]) ? breadthFirstInto : dijkstraInto;
  const queue = new NearestFirst(values.length + 1);

  const [nearOf, farOf] = [new Uint32Array(values.length), new Uint32Array(values.length)];
  const shortest = values.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  let longest = 0;

  for (let source = 0; source < n; source += 1) {
    const count = distancesInto(cost, source, distance, order, queue);
    paths.fill(0);
    dependency.fill(0);
    paths[source] = 1;
    for (let rank = 0; rank < count; rank += 1) rankOf[order[rank] as number] = rank;
    longest = Math.max(longest, distance[order[count - 1] as number] as number);
    let steps = 0;
    for (let rank = 0; rank < count; rank += 1) {
      const near = order[rank] as number;
      const soFar = distance[near] as number;
      const ways = paths[near] as number;
      const end = starts[near + 1] as number;
      for (let k = starts[near] as number; k < end; k += 1) {
        const far = indices[k] as number;
        const length = distance[far] as number;
        // by rank and not by length: a short link at the end of a long way may add nothing to it
        if ((rankOf[far] as number) <= rank || soFar + (values[k] as number) > length * (1 + sameLength)) continue;
        (paths[far] as number) += ways;
        nearOf[steps] = near;
        farOf[steps] = far;
        steps += 1;
      }
    }
    for (let step = steps - 1; step >= 0; step -= 1) {
      const near = nearOf[step] as number;
      const far = farOf[step] as number;
      const passed = ((paths[near] as number) / (paths[far] as number)) * (1 + (dependency[far] as number));
      (dependency[near] as number) += passed;
    }
    for (let rank = 1; rank < count; rank += 1) {
      const near = order[rank] as number;
      (betweenness[near] as number) += dependency[near] as number;
      (distanceSum[source] as number) += distance[near] as number;
      (harmonic[source] as number) += 1 / (distance[near] as number);
    }
    reached[source] = count - 1;
    afterSource(source + 1);
  }
  return { betweenness, distanceSum, reached, harmonic, isBlurred: shortest < longest * sameLength };
}

function costRows(graph: Graph): CompressedRows {
  const { starts, neighborhood, weights } = new WeightedNeighborhoodIndex(graph, "cost");
  return { n: graph.order, starts: Uint32Array.from(starts), indices: Uint32Array.from(neighborhood), values: weights };
}

type DistancesInto = (
  cost: CompressedRows,
  source: number,
  distance: Float64Array,
  order: Uint32Array,
  queue: NearestFirst,
) => number;

/** Where all links cost the same. Fills distances and the order of reaching, answers how many were reached. */
const breadthFirstInto: DistancesInto = ({ starts, indices, values }, source, distance, order) => {
  distance.fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  order[0] = source;
  let count = 1;
  for (let rank = 0; rank < count; rank += 1) {
    const near = order[rank] as number;
    const next = (distance[near] as number) + (values[0] as number);
    const end = starts[near + 1] as number;
    for (let k = starts[near] as number; k < end; k += 1) {
      const far = indices[k] as number;
      if (distance[far] !== Number.POSITIVE_INFINITY) continue;
      distance[far] = next;
      order[count] = far;
      count += 1;
    }
  }
  return count;
};

const dijkstraInto: DistancesInto = ({ starts, indices, values }, source, distance, order, queue) => {
  distance.fill(Number.POSITIVE_INFINITY);
  distance[source] = 0;
  queue.push(0, source);
  let count = 0;
  while (queue.size > 0) {
    const key = queue.leastKey;
    const near = queue.pop();
    if (key > (distance[near] as number)) continue; // reached on a shorter way since
    order[count] = near;
    count += 1;
    const end = starts[near + 1] as number;
    for (let k = starts[near] as number; k < end; k += 1) {
      const far = indices[k] as number;
      const length = key + (values[k] as number);
      if (length >= (distance[far] as number)) continue;
      distance[far] = length;
      queue.push(length, far);
    }
  }
  return count;
};
