/**
 * Which places are central in a network of flows or links?
 *
 *   degree, strength   number of links, sum of their strengths, inward and outward
 *   betweenness        sum over pairs s, t of the share of shortest paths from s to t through the place (Freeman 1977),
 *                      each pair once where links have no direction, ordered pairs where they have
 *   closeness          `component`: 1 / sum of distances to the places it can reach; `harmonic`: sum of 1 / distance
 *   eigenvector        x_i in proportion to sum_j w_ji x_j, largest 1
 *   hub, authority     the same of W W' and W' W; where links have no direction, the eigenvector
 *   pagerank           (1 - d)/n + d sum_j pagerank_j w_ji / sum_k w_jk, adds up to 1; from a dead end anywhere
 *
 * What a value means is one choice for all columns. `strength` (flows: more is closer): a path costs the sum of 1 / w.
 * `cost` (km, minutes): a path costs the sum of values, and the strength of a link is 1 / cost. `none`: all links count 1.
 * (igraph reads one weight as a cost in paths and as a strength in eigenvector and PageRank.)
 *
 * Links are ordered pairs; where `directed` is false, a pair given both ways has the mean (sum, max) of its values. A pair
 * that is absent is not a zero but no link: what the list leaves out is left out here. Links of a place to itself, of
 * strength 0 and to places outside an optional list of places are left out and named; repeated pairs are refused. Networks
 * in parts are answered part by part: distances count within reach, a place that reaches none has no closeness
 * (`component`) or 0 (`harmonic`). `normalised` divides degree and harmonic closeness by n - 1, betweenness by the number of
 * pairs without the place, and turns closeness into 1 / mean distance. An eigenvector that does not settle (parts nearly
 * equally strong, or no cycle) is a gap with a warning.
 *
 * @example centrality({ links: { from: ["a", "b"], to: ["b", "c"] } }, { directed: false }).places[1].betweenness // 1
 */
import { weightedInboundDegree, weightedOutboundDegree } from "graphology-metrics/node/index.js";
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { centralityFindings } from "./centrality-findings.ts";
import { centralityMeasures } from "./centrality-measures.ts";
import { blurredPaths, reachesNone, unsettled } from "./centrality-warnings.ts";
import { eigenvectorOf, hubsAndAuthorities, pageRankOf } from "./eigenvectors.ts";
import { type LinkMeaning, type Links, type NetworkOptions, networkOf } from "./graph.ts";
import { countParts } from "./parts.ts";
import { shortestPaths } from "./shortest-paths.ts";

export interface PlaceCentrality {
  readonly place: string;
  /** Links that touch the place; where links have a direction, inward and outward together. */
  readonly degree: number;
  readonly degree_in: number;
  readonly degree_out: number;
  readonly strength: number;
  readonly strength_in: number;
  readonly strength_out: number;
  readonly betweenness: number;
  readonly closeness: number;
  readonly eigenvector: number;
  readonly pagerank: number;
  readonly hub: number;
  readonly authority: number;
}

export interface CentralityResult extends Outcome {
  readonly places: readonly PlaceCentrality[];
  readonly links: number;
  /** Parts of the network between which no link runs. */
  readonly parts: number;
}

export interface CentralityInput {
  readonly links: Links;
  /** Those that no link names stand alone. Without it, the places that links name. */
  readonly place?: readonly string[] | undefined;
}

export interface CentralityOptions {
  readonly directed?: boolean;
  readonly weight?: LinkMeaning;
  readonly bothWays?: NetworkOptions["bothWays"];
  readonly closeness?: "component" | "harmonic";
  readonly normalised?: boolean;
  readonly damping?: number;
  readonly afterSource?: (done: number, of: number) => void;
}

export function centrality(
  input: CentralityInput,
  {
    directed = true,
    weight = "strength",
    bothWays = "mean",
    closeness: kind = "component",
    normalised = false,
    damping = 0.85,
    afterSource,
  }: CentralityOptions = {},
): CentralityResult {
  const { place, graph, dropped } = networkOf("centrality", input.links, input.place, { directed, weight, bothWays });
  const n = place.length;
  const paths = shortestPaths(graph, (done) => afterSource?.(done, n));
  const warnings: Warning[] = [];
  const settled = (name: string, vector: Float64Array | undefined) => {
    if (vector === undefined) warnings.push(unsettled(name));
    return vector ?? new Float64Array(n).fill(Number.NaN);
  };
  const found = eigenvectorOf(graph);
  const ends = hubsAndAuthorities(graph, found);
  const eigenvector = settled("eigenvector", found);
  const hub = settled("hub", ends?.hub);
  const authority = settled("authority", ends?.authority);
  const rank = pageRankOf(graph, damping);

  const pairs = normalised ? Math.max(1, (n - 1) * (n - 2)) : 1;
  const closenessOf = (at: number) => {
    const [count, sum] = [paths.reached[at] as number, paths.distanceSum[at] as number];
    if (kind === "harmonic") return (paths.harmonic[at] as number) / (normalised ? Math.max(1, n - 1) : 1);
    return count === 0 ? Number.NaN : (normalised ? count : 1) / sum;
  };
  const places = place.map((name, at): PlaceCentrality => {
    const per = normalised ? Math.max(1, n - 1) : 1;
    const [degreeOut, degreeIn] = [graph.outboundDegree(at) / per, graph.inboundDegree(at) / per];
    const strengthOut = weightedOutboundDegree(graph, at, "strength");
    const strengthIn = weightedInboundDegree(graph, at, "strength");
    return {
      place: name,
      degree: directed ? degreeIn + degreeOut : degreeOut,
      degree_in: degreeIn,
      degree_out: degreeOut,
      strength: directed ? strengthIn + strengthOut : strengthOut,
      strength_in: strengthIn,
      strength_out: strengthOut,
      betweenness: (paths.betweenness[at] as number) / pairs / (directed || normalised ? 1 : 2),
      closeness: closenessOf(at),
      eigenvector: eigenvector[at] as number,
      pagerank: rank[at] as number,
      hub: hub[at] as number,
      authority: authority[at] as number,
    };
  });
  const alone = places.filter(({ closeness }) => Number.isNaN(closeness)).map(({ place: name }) => name);
  if (alone.length > 0) warnings.push(reachesNone(alone));
  if (paths.isBlurred) warnings.push(blurredPaths());
  return {
    places,
    links: graph.size,
    parts: countParts(graph),
    n,
    dropped,
    warnings,
    convention: {
      direction: directed ? "directed" : "undirected",
      weight: input.links.value === undefined ? "none" : weight,
      closeness: kind,
      scale: normalised ? "normalised" : "raw",
      ...(directed ? {} : { bothWays }),
    },
  };
}

export default defineMethod({
  id: "network/centrality",
  version: 3,
  title: { en: "Centrality", zh: "网络中心性" },
  question: {
    en: "Which places are central in a network of flows or links?",
    zh: "在流量或联系网络中，哪些城市处于中心地位？",
  },
  formula: "Bᵢ = Σₛₜ σₛₜ(i) / σₛₜ;  Cᵢ = 1 / Σⱼ dᵢⱼ,  Hᵢ = Σⱼ 1 / dᵢⱼ;  λ xᵢ = Σⱼ wⱼᵢ xⱼ",
  where: {
    en: "B: betweenness; C, H: closeness and its harmonic form; x: eigenvector centrality; σₛₜ: number of shortest paths from s to t, σₛₜ(i): of those through i; dᵢⱼ: length of the shortest path; wⱼᵢ: strength of the link",
    zh: "B：中介中心性；C、H：接近中心性及其调和形式；x：特征向量中心性；σₛₜ：s 到 t 的最短路径数，σₛₜ(i)：其中经过 i 的条数；dᵢⱼ：最短路径长度；wⱼᵢ：联系强度",
  },
  formulas: { betweenness: "B", closeness: "C", eigenvector: "λ" },
  cites: [
    {
      text: "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40, 35-41.",
      checked: "unverified",
    },
    {
      text: "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. Social Networks 1, 215-239.",
      doi: "10.1016/0378-8733(78)90021-7",
      checked: "secondary",
    },
    {
      text: "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163-177.",
      checked: "unverified",
    },
    {
      text: "Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 604-632.",
      checked: "unverified",
    },
  ],
  conventions: {
    direction: {
      title: { en: "Direction", zh: "方向" },
      choices: {
        directed: { en: "links run from one place to the other", zh: "有向" },
        undirected: { en: "links have no direction", zh: "无向" },
      },
    },
    weight: {
      title: { en: "What a value means", zh: "取值的含义" },
      choices: {
        strength: { en: "strength: a path costs the sum of 1 / value", zh: "强度：路径成本为取值倒数之和" },
        cost: {
          en: "cost: a path costs the sum of values, strength is 1 / value",
          zh: "成本：路径成本为取值之和，强度为其倒数",
        },
        none: { en: "links without values", zh: "无权" },
      },
    },
    bothWays: {
      title: { en: "An undirected pair given both ways", zh: "无向网络中双向给出的地区对" },
      choices: {
        mean: { en: "mean", zh: "取均值" },
        sum: { en: "sum", zh: "求和" },
        max: { en: "larger value", zh: "取较大值" },
      },
    },
    closeness: {
      title: { en: "Closeness", zh: "接近中心度" },
      choices: {
        component: { en: "1 / sum of distances, within reach", zh: "可达范围内距离之和的倒数" },
        harmonic: { en: "sum of 1 / distance", zh: "距离倒数之和（调和）" },
      },
    },
    scale: {
      title: { en: "Scale", zh: "尺度" },
      choices: {
        raw: { en: "as they are", zh: "原始值" },
        normalised: { en: "by the size of the network", zh: "按网络规模标准化" },
      },
    },
  },
  means: {
    value: { en: "strength or cost of the link, as the option `weight` says", zh: "联系的强度或成本，见选项 `weight`" },
    directed: { en: "whether links have a direction", zh: "联系是否有方向" },
    normalised: { en: "whether measures are divided by their greatest possible value", zh: "是否除以理论最大值" },
    damping: { en: "chance of following a link, in PageRank", zh: "PageRank 的阻尼系数" },
    places: { en: "all places, so that those without links are counted too", zh: "全部地区，使无联系者也计入" },
  },
  pitfalls: [
    {
      en: "igraph reads one weight as a cost in paths and as a strength elsewhere; here a value has one meaning.",
      zh: "igraph 对同一权重在路径中视为成本、在其他指标中视为强度；此处含义唯一。",
    },
    { en: "A pair that a table of flows lacks is unknown, not zero.", zh: "流量表中没有的城市对属于未知，而非零。" },
  ],
  inputs: {
    links: edges({ value: number.optional }),
    places: optional(table({ place: label.one })),
  },
  options: z.strictObject({
    directed: z.boolean().default(true),
    weight: z.enum(["strength", "cost", "none"]).default("strength"),
    bothWays: z.enum(["mean", "sum", "max"]).default("mean"),
    closeness: z.enum(["component", "harmonic"]).default("component"),
    normalised: z.boolean().default(false),
    damping: z.number().gt(0).lt(1).default(0.85),
  }),
  gaps: "drop",
  cost: "seconds",
  example: (seed, size) => {
    const draw = random(seed, "network/centrality/example");
    const name = (at: number) => `p${String(at).padStart(3, "0")}`;
    const ring = Array.from({ length: size }, (_, at) => [at, (at + 1) % (size + 1)] as const);
    const chords = ring.flatMap(([at]) => (draw.uniform() < 0.5 ? [[at, (at + 2) % (size + 1)] as const] : []));
    const links = [...ring, [size, 0] as const, ...chords.filter(([a, b]) => a !== b && size > 2)];
    const columns = [
      labels(
        "from",
        links.map(([from]) => name(from)),
      ),
      labels(
        "to",
        links.map(([, to]) => name(to)),
      ),
      numbers(
        "value",
        "trip",
        links.map(() => 1 + 9 * draw.uniform()),
      ),
    ];
    return { inputs: { links: makeTable("links", ["from", "to"], columns) } };
  },
  worked: {
    source: {
      en: "by hand: the middle of a line of three lies on the one path between the ends, at distance 1 of both",
      zh: "手算：三点成线，中点位于两端之间唯一的路径上，距两端均为 1",
    },
    inputs: {
      links: makeTable("links", ["from", "to"], [labels("from", ["a", "b"]), labels("to", ["b", "c"])]),
    },
    options: { directed: false },
    gives: {
      links: 2,
      parts: 1,
      "centrality[1].betweenness": 1,
      "centrality[1].closeness": 0.5,
      "centrality[0].eigenvector": Math.SQRT1_2,
      "centrality[1].degree": 2,
    },
  },
  run: ({ links, places }, options, context) =>
    centrality(
      { links, place: places?.place },
      {
        ...options,
        afterSource: (done, of) => {
          if (done % 64 !== 0) return;
          context.signal.throwIfAborted();
          context.progress(done, of);
        },
      },
    ),
  scalars: {
    links: { title: { en: "links", zh: "连接数" }, unit: "1" },
    parts: { title: { en: "parts", zh: "连通分量数" }, unit: "1" },
  },
  tables: ({ places, convention }, { links }) => {
    const unit = convention.weight === "none" ? "1" : (links.units.value ?? "1");
    const ofStrength = convention.weight === "cost" ? `1/${unit}` : unit;
    return [
      tableOf(
        "centrality",
        ["place"],
        places,
        [
          placeColumn,
          ...centralityMeasures.map(({ name, title, isStrength }) =>
            numberOf(name, isStrength ? ofStrength : "1", title, (row: PlaceCentrality) => row[name]),
          ),
        ],
        { title: { en: "Centrality", zh: "网络中心性" } },
      ),
    ];
  },
  views: [
    { kind: "bars", table: "centrality", category: "place", value: "betweenness" },
    { kind: "scatter", table: "centrality", place: "place", x: "strength", y: "betweenness" },
    { kind: "map", table: "centrality", place: "place", value: "strength", size: "strength" },
  ],
  findings: centralityFindings,
});
