import { describe, expect, it } from "vitest";
import {
  atlasCsv,
  britishJobs,
  chinaEmployment,
  chinaNation,
  clusterOf,
  oracleJson,
} from "../../test/atlas-compositions.ts";
import { type SimilarityIndex, type SimilarityInput, similarity } from "./similarity.ts";

const exact = 1e-12; // R prints 15 digits; a ratio under a square root
const path = 1e-11; // sums of 61 distances

interface Expected {
  readonly cosine: readonly number[];
  readonly krugman: readonly number[];
  readonly quotient_correlation: readonly number[];
  readonly industries: readonly number[];
  readonly arranged: Readonly<Record<string, { median: number; blocks: readonly number[]; length: number }>>;
}

const china = { slices: [chinaEmployment()], reference: chinaNation(), groupOf: clusterOf() };
const britain = { slices: [britishJobs()] };
const expected = oracleJson<{ china_nation: Expected; britain_places: Expected }>("structure-similarity");

describe.each<[string, SimilarityInput, Expected]>([
  ["62 Chinese cities", china, expected.china_nation],
  ["40 British regions", britain, expected.britain_places],
])("similarity against R: %s", (_, input, golden) => {
  it("three indices of every pair", () => {
    const { pairs } = similarity(input);
    expect(pairs.length).toBe(golden.cosine.length);
    pairs.forEach((pair, at) => {
      expect(Math.abs(pair.cosine - (golden.cosine[at] as number))).toBeLessThan(exact);
      expect(Math.abs(pair.krugman - (golden.krugman[at] as number))).toBeLessThan(exact);
      expect(Math.abs(pair.quotientCorrelation - (golden.quotient_correlation[at] as number))).toBeLessThan(exact);
      expect(pair.industries).toBe(golden.industries[at]);
    });
  });

  it.each<SimilarityIndex>(["cosine", "krugman", "quotient-correlation"])("order and blocks by %s", (index) => {
    const { pairs, order, cut } = similarity(input, { index });
    const wanted = golden.arranged[index.replace("-", "_")];
    if (wanted === undefined) return expect.unreachable();
    expect(Math.abs(cut - wanted.median)).toBeLessThan(exact);

    const between = new Map(
      pairs.flatMap(({ place, other, similarity: s }) => [
        [place + other, 1 - s],
        [other + place, 1 - s],
      ]),
    );
    const length = order
      .slice(1)
      .reduce((sum, { place }, at) => sum + (between.get(`${order[at]?.place}${place}`) as number), 0);
    expect(Math.abs(length - wanted.length)).toBeLessThan(path);

    const places = input.slices[0]?.places ?? [];
    const ours = new Map(order.map(({ place, block }) => [place, block]));
    const theirs = new Map<number, number>(); // R numbers the same blocks in another order
    places.forEach((place, at) => {
      const block = wanted.blocks[at] as number;
      if (!theirs.has(block)) theirs.set(block, ours.get(place) as number);
      expect(ours.get(place)).toBe(theirs.get(block));
    });
    expect(new Set(theirs.values()).size).toBe(new Set(wanted.blocks).size);
  });
});

describe("similarity of Chinese cities in 2019", () => {
  const names = new Map(atlasCsv("china-clusters/places.csv").map(({ code, name_en }) => [code, name_en]));
  const result = similarity(china);
  const find = (a: string, b: string) =>
    result.pairs.find(({ place, other }) => {
      const pair = [names.get(place), names.get(other)];
      return pair.includes(a) && pair.includes(b);
    });

  it.each([
    ["Beijing", "Tianjin", "0.781"],
    ["Tianjin", "Shijiazhuang", "0.912"],
    ["Shanghai", "Suzhou", "0.752"],
    ["Suzhou", "Wuxi", "0.994"],
    ["Guangzhou", "Shenzhen", "0.863"],
  ])("cosine of %s and %s is %s", (a, b, cosine) => {
    expect(find(a, b)?.cosine.toFixed(3)).toBe(cosine);
  });

  it("tells apart what the cosine calls alike: Tianjin and Shijiazhuang", () => {
    expect(find("Tianjin", "Shijiazhuang")?.quotientCorrelation.toFixed(2)).toBe("0.14");
    expect(find("Suzhou", "Wuxi")?.quotientCorrelation.toFixed(2)).toBe("0.98");
  });

  it("gives medians within the three clusters, and warns of 19 sections", () => {
    const within = result.summary.filter(({ kind }) => kind === "within");
    expect(within.map(({ group, krugman }) => `${group} ${krugman.toFixed(2)}`)).toEqual([
      "greater-bay-area 0.75",
      "jing-jin-ji 0.80",
      "yangtze-river-delta 0.73",
    ]);
    expect(result.industries).toBe(19);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["missing-cells", "coarse-classification"]);
  });
});
