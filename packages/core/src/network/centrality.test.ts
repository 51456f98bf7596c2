import { DirectedGraph, UndirectedGraph } from "graphology";
import {
  betweenness as betweennessOf,
  closeness as closenessOf,
  eigenvector as eigenvectorOf,
  hits as hitsOf,
} from "graphology-metrics/centrality/index.js";
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

  it.each([
    ["cost", [1, 1e17, 1]],
    ["strength", [1, 1e-17, 1]],
  ] as const)(
    "counts every way where a %s adds nothing to a long one, and says that such ways are blurred",
    (weight, value) => {
      // 1 + 1e17 is 1e17 in doubles, and c as far from a as d: b still lies between a and c, a and d
      const { places, warnings } = centrality({ links: { ...listed("ab bc cd"), value } }, { directed: false, weight });
      expect(column(places, "betweenness")).toEqual([0, 2, 2, 0]);
      expect(warnings?.map(({ code }) => code)).toContain("paths-blurred");
    },
  );

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

  it("refuses direct calls in which a pair or a place stands twice, or lists are not of one length", () => {
    expect(() => centrality({ links: listed("ab bc ab") }, { directed: false })).toThrow(
      "centrality: a b stands twice, expected once",
    );
    expect(() => centrality({ links: listed("ab"), place: ["a", "b", "a"] })).toThrow(
      "centrality: a stands twice, expected once",
    );
    expect(() => centrality({ links: { ...listed("ab bc"), value: [1] } })).toThrow(
      "centrality: value has 1 rows but from has 2",
    );
  });

  it("takes any name for a place, and links in any order", () => {
    const places = ["10", "9", "__proto__", "constructor", "é"];
    const pairs = places.flatMap((from, a) =>
      places.slice(a + 1).map((to, b) => [from, to, 0.1 + a / 3 + b / 7] as const),
    );
    const read = (rows: typeof pairs) =>
      centrality({
        links: { from: rows.map(([a]) => a), to: rows.map(([, b]) => b), value: rows.map(([, , value]) => value) },
      });
    const plain = pairs.map(([a, b, value]) => [`p${places.indexOf(a)}`, `p${places.indexOf(b)}`, value] as const);
    const numbersOf = ({ places: rows }: ReturnType<typeof read>) => rows.map(({ place: _, ...rest }) => rest);
    expect(numbersOf(read(pairs))).toEqual(numbersOf(read(plain)));
    expect(read(pairs.toReversed())).toEqual(read(pairs));
  });

  it("where links have no direction, hub and authority are the eigenvector, also where no odd cycle closes", () => {
    const { places } = centrality({ links: { ...listed("ab ac ad de"), value: [1, 2, 3, 4] } }, { directed: false });
    expect(column(places, "hub")).toEqual(column(places, "eigenvector"));
    expect(column(places, "authority")).toEqual(column(places, "eigenvector"));
  });
});

/** A network of 40 places, links of 1, 2 or 3. */
function drawn() {
  const draw = random(4, "graph");
  const [n, links] = [40, { from: [] as string[], to: [] as string[], value: [] as number[] }];
  for (const [a, b] of Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n] as const)) {
    if (a >= b || draw.uniform() > 0.12) continue;
    links.from.push(`p${a}`);
    links.to.push(`p${b}`);
    links.value.push(1 + draw.integer(3));
  }
  return links;
}

function libraryGraph({ from, to, value }: ReturnType<typeof drawn>, directed: boolean) {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph();
  from.forEach((name, at) => {
    graph.mergeEdge(name, to[at], { cost: value[at], weight: value[at] });
  });
  return graph;
}

describe("graphology-metrics agrees", () => {
  const links = drawn();
  it.each([false, true])("on betweenness where sums of costs are exact, directed: %s", (directed) => {
    const theirs = betweennessOf(libraryGraph(links, directed), { getEdgeWeight: "cost", normalized: false });
    for (const { place, betweenness } of centrality({ links }, { directed, weight: "cost" }).places) {
      expect(Math.abs(betweenness - (theirs[place] as number))).toBeLessThan(exact * 100); // n of them added up
    }
  });

  it("on closeness without values", () => {
    const graph = libraryGraph(links, false);
    const theirs = closenessOf(graph);
    for (const { place, closeness } of centrality({ links }, { directed: false, weight: "none", normalised: true })
      .places) {
      expect(closeness).toBeCloseTo(theirs[place] as number, 12);
    }
  });

  it("on hubs and authorities", () => {
    const options = { normalize: false, tolerance: 1e-13, maxIterations: 10_000 };
    const { hubs, authorities } = hitsOf(libraryGraph(links, true), options);
    for (const { place, hub, authority } of centrality({ links }, { directed: true }).places) {
      expect(Math.abs(hub - (hubs[place] as number))).toBeLessThan(iterated);
      expect(Math.abs(authority - (authorities[place] as number))).toBeLessThan(iterated);
    }
  });
});

describe("graphology-metrics goes wrong, which is why paths are our own and values are scaled for its eigenvector", () => {
  const closeTo = (theirs: unknown, right: number) => Math.abs(Number(theirs) - right) < 1e-6 * Math.max(1, right);

  it("on ties of sums in another order: it takes one of two equal ways", () => {
    const links = { ...listed("ab bc ce ad df fe"), value: [0.1, 0.2, 0.3, 0.3, 0.2, 0.1] };
    const theirs = betweennessOf(libraryGraph(links, true), { getEdgeWeight: "cost", normalized: false });
    const ours = centrality({ links }, { weight: "cost" }).places;
    expect(ours.find(({ place }) => place === "b")?.betweenness).toBe(1.5); // half of a-e, all of a-c
    expect(closeTo(theirs.b, 1.5)).toBe(false);
    expect((theirs.b as number) + (theirs.d as number)).toBeCloseTo(3, 12); // all of a-e on one side
  });

  it("on more equal ways than 32 bits count: 40 diamonds in a row have 2^40", () => {
    const pairs = Array.from({ length: 40 }, (_, at) => [
      [`j${at}`, `up${at}`],
      [`j${at}`, `down${at}`],
      [`up${at}`, `j${at + 1}`],
      [`down${at}`, `j${at + 1}`],
    ]).flat() as [string, string][];
    const links = { from: pairs.map(([a]) => a), to: pairs.map(([, b]) => b), value: pairs.map(() => 1) };
    const ours = new Map(centrality({ links }).places.map((each) => [each.place, each.betweenness]));
    // j20 lies between its 60 forerunners and its 60 followers; up0 on half of the ways from j0 to the 118 behind
    expect([ours.get("j20"), ours.get("up0")]).toEqual([3600, 59]);
    const theirs = betweennessOf(libraryGraph(links, true), { getEdgeWeight: null, normalized: false });
    expect(closeTo(theirs.up0, 59)).toBe(false);
  });

  it("on the eigenvector of small values: it stops where it began, with all places alike", () => {
    const given = listed("ab ac ad bc");
    const links = { ...given, value: given.from.map(() => 1e-6) };
    const theirs = eigenvectorOf(libraryGraph(links, false));
    expect((theirs.a as number) / (theirs.d as number)).toBeCloseTo(1, 5);
    const [small, plain] = [links, given].map((each) => centrality({ links: each }, { directed: false }).places);
    expect(plain?.at(-1)?.eigenvector).toBeLessThan(0.5);
    plain?.forEach(({ eigenvector }, at) => {
      expect(small?.[at]?.eigenvector).toBeCloseTo(eigenvector, 12);
    });
  });

  it("on closeness with values, which it does not read", () => {
    const links = { ...listed("ab bc"), value: [1, 5] };
    const theirs = closenessOf(libraryGraph(links, false));
    expect(theirs.a).toBe(theirs.c);
    const [a, , c] = centrality({ links }, { directed: false, weight: "cost" }).places;
    expect([a?.closeness, c?.closeness]).toEqual([1 / 7, 1 / 11]); // 1 + 6, 5 + 6
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
