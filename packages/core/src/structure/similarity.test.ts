import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { findColumn, labels, makeTable, numbers } from "../contract/table.ts";
import method, { type SimilarPair, similarity } from "./similarity.ts";

const exact = 1e-14; // a handful of products of shares
const root = 1e-12; // a ratio under a square root

const gap = Number.NaN;
const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const first = (values: number[][], options = {}) =>
  similarity({ slices: [slice(values)] }, options).pairs[0] as SimilarPair;

describe("similarity", () => {
  it("of (3, 1, 0) and (1, 1, 2) beside the reference (4, 2, 2)", () => {
    const pair = first([
      [3, 1, 0],
      [1, 1, 2],
    ]);
    // shares (3/4, 1/4, 0) and (1/4, 1/4, 1/2)
    expect(Math.abs(pair.cosine - (3 / 16 + 1 / 16) / Math.sqrt((10 / 16) * (6 / 16)))).toBeLessThan(exact);
    expect(Math.abs(pair.krugman - 1 / 2)).toBeLessThan(exact); // 1/4 + 1/4
    // r = (1/2, 1/4, 1/4): deviations (1/4, 0, -1/4) and (-1/4, 0, 1/4)
    expect(Math.abs(pair.quotientCorrelation - -1)).toBeLessThan(exact);
    expect(pair.industries).toBe(3);
  });

  it("correlates location quotients with reference shares as weights", () => {
    const [s, t, r] = [
      [0.5, 0.3, 0.2],
      [0.4, 0.2, 0.4],
      [0.25, 0.25, 0.5],
    ] as [number[], number[], number[]];
    const reference = { industry: ["x", "y", "z"], value: r };
    const { pairs } = similarity({ slices: [slice([s, t])], reference });
    const mean = (v: number[]) => v.reduce((sum, each, k) => sum + (r[k] as number) * each, 0);
    const [x, y] = [s.map((each, k) => each / (r[k] as number)), t.map((each, k) => each / (r[k] as number))];
    const moment = (a: number[], b: number[]) =>
      mean(a.map((each, k) => (each - mean(a)) * ((b[k] as number) - mean(b))));
    const wanted = moment(x, y) / Math.sqrt(moment(x, x) * moment(y, y));
    expect(Math.abs((pairs[0]?.quotientCorrelation as number) - wanted)).toBeLessThan(root);
  });

  it("does not saturate where one big industry is everywhere", () => {
    // every place has 90 in x; a and b share y, c has z
    const { pairs } = similarity({
      slices: [
        slice([
          [90, 10, 0],
          [90, 9, 1],
          [90, 0, 10],
        ]),
      ],
    });
    const [ab, ac] = pairs as [SimilarPair, SimilarPair];
    expect(ac.cosine).toBeGreaterThan(0.98);
    expect(ac.krugman).toBeGreaterThan(0.89);
    expect(ab.quotientCorrelation).toBeGreaterThan(0.99);
    expect(ac.quotientCorrelation).toBeLessThan(-0.9);
  });

  it("is 1 for places alike, with no correlation where both are the reference", () => {
    const result = similarity({
      slices: [
        slice([
          [1, 2, 3],
          [2, 4, 6],
          [5, 10, 15],
        ]),
      ],
    });
    for (const pair of result.pairs) {
      expect(Math.abs(pair.cosine - 1)).toBeLessThan(exact);
      expect(Math.abs(pair.krugman - 1)).toBeLessThan(exact);
      expect(pair.quotientCorrelation).toBeNaN();
    }
    expect(result.order.map(({ block }) => block)).toEqual([1, 1, 1]);
    expect(result.warnings?.map(({ code }) => code)).toContain("no-answer");
  });

  it("does not depend on a place's size", () => {
    const [small, big] = [
      first([
        [3, 1, 2],
        [1, 1, 2],
        [4, 4, 1],
      ]),
      first([
        [3, 1, 2],
        [100, 100, 200],
        [4, 4, 1],
      ]),
    ];
    expect(Math.abs(small.cosine - big.cosine)).toBeLessThan(exact);
    expect(Math.abs(small.krugman - big.krugman)).toBeLessThan(exact);
  });

  it("compares over the industries that both have, and counts them", () => {
    const pair = first([
      [3, gap, 1],
      [1, 7, 1],
    ]);
    expect(pair.industries).toBe(2);
    expect(pair.krugman).toBe(0.75); // (3/4, 1/4) and (1/2, 1/2)
    const nothing = first([
      [3, gap],
      [gap, 1],
    ]);
    expect(nothing).toMatchObject({ industries: 0, cosine: gap, krugman: gap, quotientCorrelation: gap });
  });

  it("orders like beside like and frames the blocks with what leads in them", () => {
    const slices = [
      slice([
        [9, 1, 0],
        [0, 1, 9],
        [8, 2, 0],
        [0, 2, 8],
        [9, 0, 1],
      ]),
    ];
    const { order, blocks, cut } = similarity({ slices }, { leading: 1 });
    // similarities: a-c .9, a-e .9, c-e .8, b-d .9; a-b .1, a-d .1, b-c .1, c-d .2, b-e .1, d-e .1; median .1 and .2
    expect(Math.abs(cut - 0.15)).toBeLessThan(exact);
    expect(order.map(({ place, block }) => `${place}${block}`)).toEqual(["e1", "a1", "c1", "d2", "b2"]);
    expect(
      blocks.map(({ block, places, industry, meanShare }) => [block, places, industry, meanShare.toFixed(4)]),
    ).toEqual([
      [1, 3, "x", "0.8667"],
      [2, 2, "z", "0.8500"],
    ]);
    // y has .12 of all: .15 in block 2 lies above, .1 in block 1 below and is not listed
    expect(
      similarity({ slices }, { leading: 3 }).blocks.map(({ block, rank, industry }) => `${block}${rank}${industry}`),
    ).toEqual(["11x", "21z", "22y"]);
    expect(similarity({ slices }, { cut: 0.95 }).order.map(({ block }) => block)).toEqual([1, 2, 3, 4, 5]);
    expect(similarity({ slices }, { cut: 0 }).order.map(({ block }) => block)).toEqual([1, 1, 1, 1, 1]);
  });

  it("takes medians of all pairs, within groups and between them", () => {
    const slices = [
      slice([
        [3, 1],
        [1, 1],
        [1, 3],
        [1, 7],
      ]),
    ];
    const { summary } = similarity({ slices, groupOf: { a: "g", b: "g", c: "h", d: "h" } });
    // krugman: ab .75, cd .875; ac .5, ad .375, bc .75, bd .625
    expect(
      summary.map(({ kind, group, otherGroup, pairs, krugman }) => [kind, group, otherGroup, pairs, krugman]),
    ).toEqual([
      ["all", "all", "all", 6, 0.6875],
      ["within", "g", "g", 1, 0.75],
      ["within", "h", "h", 1, 0.875],
      ["between", "g", "h", 4, 0.5625],
    ]);
    const [all] = similarity({ slices }, { index: "cosine" }).summary;
    expect(all?.similarity).toBe(all?.cosine);
    expect(similarity({ slices }).summary.length).toBe(1);
  });

  it("takes each year's pairs and the last year's order", () => {
    const early = slice(
      [
        [3, 1],
        [1, 1],
      ],
      2010,
    );
    const late = {
      ...slice(
        [
          [1, 3],
          [1, 1],
        ],
        2020,
      ),
      places: ["a", "z"],
    };
    const { pairs, order, warnings, convention } = similarity({ slices: [early, late] });
    expect(pairs.map(({ place, other, year }) => `${place}${other}${year}`)).toEqual(["ab2010", "az2020"]);
    expect(order.map(({ place }) => place).sort()).toEqual(["a", "z"]);
    expect(convention.orderYear).toBe("2020");
    expect(say(warnings?.find(({ code }) => code === "not-ordered"))).toBe(
      "not in the last year, so not in the order: b",
    );
  });

  it("answers one place and one industry, and says how coarse the classification is", () => {
    const alone = similarity({ slices: [slice([[1, 2]])] });
    expect(alone.pairs).toEqual([]);
    expect(alone.order).toEqual([{ place: "a", position: 1, block: 1, group: "" }]);
    expect(alone.warnings?.map(({ code }) => code)).toEqual(["coarse-classification", "no-pairs"]);
    expect(alone.warnings?.[0]?.text.en).toContain("only 2 industries");
    expect(first([[1], [5]])).toMatchObject({ cosine: 1, krugman: 1, quotientCorrelation: gap });
    expect(() =>
      first([
        [1, -1],
        [1, 1],
      ]),
    ).toThrow("similarity: value of a y is -1, expected at least 0");
  });

  it("writes every ordered pair, with groups, and traces a pair to its two places", async () => {
    const rows = [
      ["a", "x"],
      ["a", "y"],
      ["b", "x"],
      ["b", "y"],
      ["c", "x"],
      ["c", "y"],
    ] as const;
    const data = makeTable(
      "data",
      ["place", "industry"],
      [
        labels(
          "place",
          rows.map(([place]) => place),
        ),
        labels(
          "industry",
          rows.map(([, industry]) => industry),
        ),
        labels("group", ["g", "g", "g", "g", "h", "h"]),
        numbers("value", "person", [3, 1, 1, 1, 1, 3]),
      ],
    );
    const result = await invoke(method, { inputs: { data } }, localContext(method, 1));
    const pairs = result.tables[0];
    if (pairs === undefined) return expect.unreachable();
    expect(findColumn(pairs, "place")?.values).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect(findColumn(pairs, "other")?.values).toEqual(["b", "c", "a", "c", "a", "b"]);
    expect([...(findColumn(pairs, "within_group")?.values ?? [])]).toEqual([1, 0, 1, 0, 0, 0]);
    expect(findColumn(pairs, "other_group")?.values).toEqual(["g", "h", "g", "h", "g", "g"]);
    expect(result.tables.map(({ name }) => name)).toEqual(["pairs", "summary", "order", "blocks", "leading"]);
    const readings = { data: { slices: [], industryTitles: {}, unit: "1", groupOf: {} }, reference: undefined };
    const trace = (column: string) => method.trace?.({ table: "pairs", row: 3, column }, result.tables, readings);
    expect(trace("cosine")).toEqual([{ input: "data", where: { place: ["b", "c"] } }]);
    expect(trace("quotient_correlation")).toEqual([{ input: "data", where: {} }]);
    expect(result.findings.at(-1)?.values).toMatchObject({ place: { place: "a" }, other: { place: "b" } });
  });
});

describe.skipIf(!haveGoldens)("similarity against EconGeo", () => {
  it("UNIDO similarity and bilateral Krugman", () => {
    const rows = goldenCsv("structure_econgeo/input.csv");
    const industries = ["I1", "I2", "I3", "I4", "I5"];
    const places = rows.map((row) => row[""] as string);
    const values = Float64Array.from(rows.flatMap((row) => industries.map((industry) => Number(row[industry]))));
    const { pairs } = similarity({ slices: [{ year: undefined, places, industries, values }] });
    const golden = goldenJson<Record<string, number[][]>>("structure_econgeo/expected.json");
    for (const { place, other, cosine, krugman } of pairs) {
      const [i, j] = [places.indexOf(place), places.indexOf(other)];
      expect(Math.abs(cosine - (golden.unido_similarity?.[i]?.[j] as number))).toBeLessThan(exact);
      expect(Math.abs(krugman - (1 - (golden.krugman_bilateral?.[i]?.[j] as number) / 2))).toBeLessThan(exact);
    }
  });
});
