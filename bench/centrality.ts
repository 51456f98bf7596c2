/**
 * All centralities on paths of unequal cost, beside graphology-metrics 2.4 for betweenness alone: random networks of n
 * places and 4 n links, kept by graphology on both sides. Times are of the processor. Goal: no slower than the library's
 * betweenness, with closeness on costs, harmonic closeness and tied sums of costs, which it lacks.
 *
 * Run: npm run bench -- centrality
 */
import { UndirectedGraph } from "graphology";
import { betweenness } from "graphology-metrics/centrality/index.js";
import { random } from "../packages/core/src/contract/random.ts";
import { centrality } from "../packages/core/src/network/centrality.ts";

const draw = random(1, "bench/centrality");

function network(n: number) {
  const pairs = new Map<string, [string, string]>();
  while (pairs.size < 4 * n) {
    const [a, b] = [draw.integer(n), draw.integer(n)];
    if (a < b) pairs.set(`${a} ${b}`, [`p${a}`, `p${b}`]);
  }
  const links = [...pairs.values()];
  return {
    from: links.map(([from]) => from),
    to: links.map(([, to]) => to),
    value: links.map(() => 1 + draw.uniform()),
  };
}

function milliseconds(run: () => unknown): string {
  const before = process.cpuUsage();
  run();
  return (process.cpuUsage(before).user / 1e3).toFixed(0).padStart(6);
}

for (const n of [300, 1000, 3000]) {
  const links = network(n);
  const graph = new UndirectedGraph();
  links.from.forEach((from, at) => {
    graph.mergeEdge(from, links.to[at], { cost: links.value[at] });
  });
  const ours = milliseconds(() => centrality({ links }, { directed: false, weight: "cost" }));
  const library = milliseconds(() => betweenness(graph, { getEdgeWeight: "cost", normalized: false }));
  console.log(`${n} places: all centralities ${ours} ms, graphology betweenness ${library} ms`);
}
