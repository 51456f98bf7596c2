import { DirectedGraph, UndirectedGraph } from "graphology";
import { betweenness as betweennessOf, closeness as closenessOf } from "graphology-metrics/centrality/index.js";
import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { random } from "../contract/random.ts";
import { centrality, type PlaceCentrality } from "./centrality.ts";

const exact = 1e-12; // sums of a few hundred fractions
const iterated = 1e-11; // power iteration, settled to 1e-13, against ARPACK's own tolerance

const listed = (pairs: string) => {
  const each = pairs.split(" ");
  return { from: each.map((pair) => pair[0] as string), to: each.map((pair) => pair[1] as string) };
};
const column = (places: readonly PlaceCentrality[], name: keyof PlaceCentrality) => places.map((each) => each[name]);

describe("centrality", () => {
  it("of a line a-b-c-d, by hand", () => {
    const { places, links, parts } = centrality({ links: listed("ab bc cd") }, { directed: false });
    expect(column(places, "degree")).toEqual([1, 2, 2, 1]);
    expect(column(places, "betweenness")).toEqual([0, 2, 2, 0]); // b lies between a and c, a and d
    expect(column(places, "closeness")).toEqual([1 / 6, 1 / 4, 1 / 4, 1 / 6]); // 1 + 2 + 3, 1 + 1 + 2
    const golden = (1 + Math.sqrt(5)) / 2; // the line of four has stretch golden, parts 1 : golden
    column(places, "eigenvector").forEach((each, at) => {
      expect(each).toBeCloseTo(at % 3 === 0 ? 1 / golden : 1, 12);
    });
    expect([links, parts]).toEqual([3, 1]);
  });

  it("shares a pair between its equally short paths: a square has half a pair at each corner", () => {
    const { places } = centrality({ links: listed("ab bc cd da") }, { directed: false });
    expect(column(places, "betweenness")).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it("counts ordered pairs where links have a direction", () => {
    const { places } = centrality({ links: listed("ab bc ca") });
    expect(column(places, "betweenness")).toEqual([1, 1, 1]); // b: from a to c
    expect(column(places, "closeness")).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(column(places, "degree")).toEqual([2, 2, 2]);
    expect(column(places, "pagerank").map((each) => Number(each).toFixed(12))).toEqual(
      new Array(3).fill((1 / 3).toFixed(12)),
    );
  });

  it("reads one value as a strength or as a cost, in all columns alike", () => {
    // from a to c: straight at cost 5, or over b at 1 + 1
    const links = { ...listed("ab bc ac"), value: [1, 1, 5] };
    const cost = centrality({ links }, { directed: false, weight: "cost" }).places;
    expect(column(cost, "betweenness")).toEqual([0, 1, 0]);
    expect(column(cost, "closeness")).toEqual([1 / 3, 1 / 2, 1 / 3]);
    expect(column(cost, "strength")).toEqual([1.2, 2, 1.2]);
    const strength = centrality({ links }, { directed: false, weight: "strength" }).places;
    expect(column(strength, "betweenness")).toEqual([0, 0, 0]); // straight costs 1/5
    expect(column(strength, "strength")).toEqual([6, 2, 6]);
    const inverse = { ...links, value: links.value.map((each) => 1 / each) };
    expect(centrality({ links: inverse }, { directed: false, weight: "strength" }).places).toEqual(cost);
    const none = centrality({ links }, { directed: false, weight: "none" });
    expect(column(none.places, "strength")).toEqual([2, 2, 2]);
    expect(none.convention.weight).toBe("none");
  });

  it("takes sums of costs in another order for one length", () => {
    // a to e over b, c (.1 + .2 + .3) and over d, f (.3 + .2 + .1): equal but for rounding
    const links = { ...listed("ab bc ce ad df fe"), value: [0.1, 0.2, 0.3, 0.3, 0.2, 0.1] };
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    const places = new Map(
      centrality({ links }, { directed: true, weight: "cost" }).places.map((each) => [each.place, each.betweenness]),
    );
    // b: half of a-e, all of a-c; c: half of a-e, all of b-e
    expect([..."bcdf"].map((place) => places.get(place))).toEqual([1.5, 1.5, 1.5, 1.5]);
  });

  it("gives an undirected pair that comes both ways its mean, sum or larger value", () => {
    const links = { from: ["a", "b", "b"], to: ["b", "a", "c"], value: [2, 4, 1] };
    const strengthOfA = (bothWays: "mean" | "sum" | "max") =>
      centrality({ links }, { directed: false, bothWays }).places[0]?.strength;
    expect([strengthOfA("mean"), strengthOfA("sum"), strengthOfA("max")]).toEqual([3, 6, 4]);
    expect(centrality({ links }, { directed: false }).links).toBe(2);
  });

  it("answers a network in parts, within reach or by sums of 1 / distance", () => {
    const input = { links: listed("ab bc de"), place: [..."abcdef"] };
    const within = centrality(input, { directed: false });
    expect(within.parts).toBe(3);
    expect(column(within.places, "closeness")).toEqual([1 / 3, 1 / 2, 1 / 3, 1, 1, Number.NaN]);
    expect(within.warnings?.map((each) => say(each))).toEqual(["no closeness, as no other place can be reached: f"]);
    const harmonic = centrality(input, { directed: false, closeness: "harmonic" });
    expect(column(harmonic.places, "closeness")).toEqual([1.5, 2, 1.5, 1, 1, 0]);
    expect(harmonic.warnings).toEqual([]);
    expect(column(harmonic.places, "eigenvector").map((each) => Number(each).toFixed(9))).toEqual(
      [Math.SQRT1_2, 1, Math.SQRT1_2, 0, 0, 0].map((each) => each.toFixed(9)), // the stronger part
    );
    expect(column(harmonic.places, "pagerank").reduce<number>((sum, each) => sum + Number(each), 0)).toBeCloseTo(1, 12);
  });

  it("leaves an eigenvector open where no links close a cycle, and says so", () => {
    const { places, warnings } = centrality({ links: listed("ab bc") });
    expect(column(places, "eigenvector")).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(warnings?.map(({ code }) => code)).toEqual(["eigenvector-undefined", "reaches-none"]);
    expect(column(places, "hub")).toEqual([1, 1, 0].map((each) => expect.closeTo(each, 12)));
  });

  it("leaves out and names links to itself, of strength 0 and to strangers; refuses what is no link", () => {
    const links = { from: ["a", "a", "a", "a"], to: ["b", "a", "c", "x"], value: [1, 9, 0, 1] };
    const { dropped, places } = centrality({ links, place: ["a", "b", "c"] });
    expect(column(places, "strength_out")).toEqual([1, 0, 0]);
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "a a: a link of a place to itself",
      "a c: strength 0 is no link",
      "a x: x is not among the places",
    ]);
    expect(() => centrality({ links: { from: ["a"], to: ["b"], value: [-1] } })).toThrow(
      "centrality: value from a to b is -1, expected at least 0 for a strength",
    );
    expect(() => centrality({ links: { from: ["a"], to: ["b"], value: [0] } }, { weight: "cost" })).toThrow(
      "centrality: value from a to b is 0, expected more than 0 for a cost",
    );
  });

  it("agrees with graphology-metrics where that has the measure: betweenness, and closeness without values", () => {
    const draw = random(4, "graph");
    const [n, links] = [40, { from: [] as string[], to: [] as string[], value: [] as number[] }];
    for (const [a, b] of Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n] as const)) {
      if (a >= b || draw.uniform() > 0.12) continue;
      links.from.push(`p${a}`);
      links.to.push(`p${b}`);
      links.value.push(1 + draw.integer(3));
    }
    for (const directed of [false, true]) {
      const graph = directed ? new DirectedGraph() : new UndirectedGraph();
      links.from.forEach((from, at) => {
        graph.mergeEdge(from, links.to[at], { cost: links.value[at] });
      });
      const [ours, plain] = (["cost", "none"] as const).map(
        (weight) => centrality({ links }, { directed, weight }).places,
      );
      const theirs = betweennessOf(graph, { getEdgeWeight: "cost", normalized: false });
      for (const { place, betweenness } of ours ?? []) {
        expect(Math.abs(betweenness - (theirs[place] as number))).toBeLessThan(exact * 100); // n of them added up
      }
      if (directed) continue; // closeness there is inward, and here outward
      const near = closenessOf(graph);
      const reach = centrality({ links }, { directed, weight: "none", normalised: true }).places;
      reach.forEach(({ place, closeness }, at) => {
        expect(closeness).toBeCloseTo(near[place] as number, 12);
        expect(plain?.[at]?.degree).toBe(graph.degree(place));
      });
    }
  });
});

describe.skipIf(!haveGoldens)("Zachary's club, igraph", () => {
  const name = (text: string | undefined) => String(text).padStart(2, "0");
  const club = () => {
    const rows = goldenCsv("network_zachary/input.csv");
    const [first, second] = Object.keys(rows[0] ?? {}) as [string, string];
    return { from: rows.map((row) => name(row[first])), to: rows.map((row) => name(row[second])) };
  };

  it.each([
    ["degree", "degree", false, exact],
    ["betweenness", "betweenness", false, exact],
    ["betweenness_norm", "betweenness", true, exact],
    ["closeness", "closeness", false, exact],
    ["closeness_norm", "closeness", true, exact],
    ["eigen", "eigenvector", false, iterated],
    ["pagerank", "pagerank", false, exact],
    ["hits_hub", "hub", false, iterated],
  ] as const)("%s", (golden, measure, normalised, tolerance) => {
    const expected = goldenJson<Record<string, number[]>>("network_zachary/expected.json");
    const { places } = centrality({ links: club() }, { directed: false, normalised });
    expect(places).toHaveLength(34);
    expect(expected[golden]).toHaveLength(34);
    expected[golden]?.forEach((value, at) => {
      expect(Math.abs(Number(places[at]?.[measure]) - value)).toBeLessThan(tolerance * Math.max(1, value));
    });
  });

  it("has betweenness 231.071429 for the first member (published with igraph)", () => {
    expect(centrality({ links: club() }, { directed: false }).places[0]?.betweenness).toBeCloseTo(231.071428571, 8);
  });
});
