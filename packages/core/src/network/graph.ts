import { DirectedGraph, UndirectedGraph } from "graphology";
import { aligned } from "../contract/aligned.ts";
import { distinct, repeated } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";

/** `strength`: more is closer, a path costs 1 / value; `cost`: more is farther; `none`: every link counts 1. */
export type LinkMeaning = "strength" | "cost" | "none";

export interface Links {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value?: ArrayLike<number> | undefined;
}

export type NoAttributes = Record<string, never>;

/** A link as the graph library keeps it. */
export type Link = { readonly strength: number; readonly cost: number };
export type Graph = DirectedGraph<NoAttributes, Link> | UndirectedGraph<NoAttributes, Link>;

/**
 * A network in the graph library's keeping. Its nodes are the positions of the places, and not their names: the library's
 * indices are plain objects, which list such keys in ascending order whatever that of the links, and take any name.
 */
export interface Network {
  readonly place: readonly string[];
  readonly graph: Graph;
  readonly dropped: readonly Dropped[];
}

export interface NetworkOptions {
  readonly directed: boolean;
  readonly weight: LinkMeaning;
  /** One value for an undirected pair that is given both ways. */
  readonly bothWays: "mean" | "sum" | "max";
}

/**
 * Reads links as a network. Without a list of places, those that a link names. Links to other places, of a place to
 * itself, or of strength 0 are left out and named; values below 0, costs of 0 and a pair that stands twice are refused.
 */
export function networkOf(
  method: string,
  links: Links,
  places: readonly string[] | undefined,
  { directed, weight, bothWays }: NetworkOptions,
): Network {
  aligned(method, { from: links.from, to: links.to, value: links.value });
  distinct(method, places ?? []);
  const place = places ?? [...new Set([...links.from, ...links.to])].sort();
  const position = new Map(place.map((name, at) => [name, at]));
  const dropped: Dropped[] = [];
  const given = new DirectedGraph<NoAttributes, Link>();
  place.forEach((_, at) => {
    given.addNode(at);
  });
  links.from.forEach((name, at) => {
    const other = links.to[at] as string;
    const value = weight === "none" || links.value === undefined ? 1 : (links.value[at] as number);
    const [from, to] = [position.get(name), position.get(other)];
    const leaveOut = (en: string, zh: string) =>
      dropped.push({ input: "links", row: `${name} ${other}`, reason: { en, zh } });
    if (from === undefined || to === undefined) {
      const unknown = from === undefined ? name : other;
      leaveOut(`${unknown} is not among the places`, `${unknown} 不在地区之列`);
    } else if (from === to) leaveOut("a link of a place to itself", "地区与自身的连接");
    else if (value === 0 && weight === "strength") leaveOut("strength 0 is no link", "强度为 0，不构成连接");
    else if (!(value > 0)) refuseValue(method, name, other, value, weight);
    else if (given.hasEdge(from, to)) throw repeated(method, `${name} ${other}`);
    else given.addEdge(from, to, linkOf(value, weight));
  });
  return { place, graph: directed ? given : withoutDirection(given, weight, bothWays), dropped };
}

export function linkOf(value: number, weight: LinkMeaning): Link {
  return weight === "cost" ? { strength: 1 / value, cost: value } : { strength: value, cost: 1 / value };
}

function withoutDirection(
  given: DirectedGraph<NoAttributes, Link>,
  weight: LinkMeaning,
  bothWays: NetworkOptions["bothWays"],
): UndirectedGraph<NoAttributes, Link> {
  const meant = weight === "cost" ? "cost" : "strength";
  const graph = new UndirectedGraph<NoAttributes, Link>();
  given.forEachNode((node) => {
    graph.addNode(node);
  });
  given.forEachEdge((_, link, from, to) => {
    if (graph.hasEdge(from, to)) return;
    const back = given.edge(to, from);
    const ways = back === undefined ? [link] : [link, given.getEdgeAttributes(back)];
    const value = combined(
      ways.map((way) => way[meant]),
      bothWays,
    );
    graph.addEdge(from, to, linkOf(value, weight));
  });
  return graph;
}

function combined(values: readonly number[], how: NetworkOptions["bothWays"]): number {
  if (how === "max") return Math.max(...values);
  const total = values.reduce((a, b) => a + b);
  return how === "sum" ? total : total / values.length;
}

function refuseValue(method: string, from: string, to: string, value: number, weight: LinkMeaning): never {
  const bound = weight === "cost" ? ["more than 0", "大于 0"] : ["at least 0", "不小于 0"];
  throw new InputError({
    code: "link-value",
    text: {
      en: `${method}: value from ${from} to ${to} is ${value}, expected ${bound[0]} for a ${weight}`,
      zh: `${method}：${from} 至 ${to} 的取值为 ${value}，作为 ${weight} 应${bound[1]}`,
    },
  });
}
