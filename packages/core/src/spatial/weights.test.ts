import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { earthRadiusKm, greatCircleKm } from "./great-circle.ts";
import moranMethod from "./moran.ts";
import method, { weights } from "./weights.ts";

const exact = 1e-12; // a few operations

const degree = (Math.PI / 180) * earthRadiusKm;
const three = { place: ["a", "b", "c"], lon: [0, 1, 3], lat: [0, 0, 0] };
const line = { place: ["a", "b", "c", "d"], lon: [0, 1, 3, 7], lat: [0, 0, 0, 0] };
const edgesOf = ({ from, to, value }: ReturnType<typeof weights>) =>
  from.map((each, at) => `${each}${to[at]} ${value[at]}`);

describe("greatCircleKm", () => {
  it("of a degree on the equator, a quarter of a meridian, antipodes and a metre", () => {
    expect(greatCircleKm(10, 0, 11, 0)).toBeCloseTo(degree, 9);
    expect(greatCircleKm(30, 0, 30, 90)).toBeCloseTo(90 * degree, 9);
    expect(greatCircleKm(0, 0, 180, 0)).toBeCloseTo(180 * degree, 9);
    expect(greatCircleKm(0, 45, 0, 45 + 1e-5)).toBeCloseTo(1e-5 * degree, 10);
    expect(greatCircleKm(179.5, 0, -179.5, 0)).toBeCloseTo(degree, 9); // across the date line
  });
});

describe("weights", () => {
  it("hands its table on to the methods that take edges, with its units", async () => {
    const places = makeTable(
      "places",
      ["place"],
      [
        labels("place", ["a", "b", "c", "d"]),
        numbers("lon", "degree", [0, 1, 3, 7]),
        numbers("lat", "degree", [0, 0, 0, 0]),
      ],
    );
    const options = { kind: "inverse-distance", style: "raw", power: 2 };
    const found = await invoke(method, { inputs: { places }, options }, localContext(method, 1));
    const edges = found.tables[0] as Table;
    expect(edges.columns.find(({ name }) => name === "value")).toMatchObject({ unit: "1/km^2" });
    const cities = makeTable(
      "cities",
      ["place"],
      [labels("place", ["a", "b", "c", "d"]), numbers("gdp", "yuan", [1, 2, 4, 4])],
    );
    const tested = await invoke(moranMethod, { inputs: { cities, weights: edges } }, localContext(moranMethod, 1));
    expect(tested.n).toBe(4);
    expect(tested.scalars.statistic).toBeGreaterThan(-1 / 3);
  });

  it("takes the k nearest, by hand on a line at 0, 1, 3 and 7 degrees", () => {
    expect(edgesOf(weights(line, { k: 1 }))).toEqual(["ab 1", "ba 1", "cb 1", "dc 1"]);
    expect(edgesOf(weights(line, { k: 2 }))).toEqual(
      ["ab", "ac", "ba", "bc", "ca", "cb", "db", "dc"].map((pair) => `${pair} 0.5`),
    );
    expect(edgesOf(weights(line, { k: 1, symmetric: true }))).toEqual([
      "ab 1",
      "ba 0.5",
      "bc 0.5",
      "cb 0.5",
      "cd 0.5",
      "dc 1",
    ]);
  });

  it("takes all who tie for the k-th place, or the first by code, and says so", () => {
    const even = { place: ["a", "b", "c"], lon: [0, 1, 2], lat: [0, 0, 0] };
    const all = weights(even, { k: 1 });
    expect(edgesOf(all)).toEqual(["ab 1", "ba 0.5", "bc 0.5", "cb 1"]);
    expect(say(all.warnings?.[0])).toBe("places tie for the k-th neighbour of b: all were taken");
    const first = weights(even, { k: 1, ties: "code" });
    expect(edgesOf(first)).toEqual(["ab 1", "ba 1", "cb 1"]);
    expect(say(first.warnings?.[0])).toBe("places tie for the k-th neighbour of b: the first by code were taken");
  });

  it("takes all within a band, by default the smallest that leaves no island", () => {
    const wide = weights(line, { kind: "distance", style: "raw" });
    expect(wide.bandKm).toBeCloseTo(4 * degree, 9); // from d to c
    expect(edgesOf(wide)).toEqual(["ab", "ac", "ba", "bc", "ca", "cb", "cd", "dc"].map((pair) => `${pair} 1`));
    const narrow = weights(line, { kind: "distance", band: 2 * degree });
    expect(edgesOf(narrow)).toEqual(["ab 1", "ba 0.5", "bc 0.5", "cb 1"]); // two degrees is within two degrees
    expect(narrow.islands).toBe(1);
    expect(say(narrow.warnings?.[0])).toBe("1 without a neighbour: d");
    expect(narrow.places.map(({ neighbours }) => neighbours)).toEqual([1, 2, 1, 0]);
  });

  it("weighs by inverse distance", () => {
    const raw = weights(three, { kind: "inverse-distance", power: 2, style: "raw" });
    [1, 3, 1, 2, 3, 2].forEach((degrees, at) => {
      expect(Math.abs((raw.value[at] as number) * (degrees * degree) ** 2 - 1)).toBeLessThan(exact);
    });
    const row = weights(three, { kind: "inverse-distance" });
    expect(row.value[0]).toBeCloseTo(3 / 4, 12); // 1 / (1 + 1/3)
    expect(row.places.map(({ sum }) => sum)).toEqual([1, 1, 1].map((each) => expect.closeTo(each, 14)));
    expect(weights(line, { kind: "inverse-distance", band: 3 * degree }).links).toBe(6);
  });

  it("mirrors borders listed once a pair, keeps them as they are on demand, and weighs by the length of the border", () => {
    const borders = { from: ["a", "b"], to: ["b", "c"], value: [30, 10] };
    const place = ["a", "b", "c", "d"];
    const contiguity = weights({ place, borders }, { kind: "contiguity", style: "binary" });
    expect(edgesOf(contiguity)).toEqual(["ab 1", "ba 1", "bc 1", "cb 1"]);
    expect(contiguity.islands).toBe(1);
    expect(contiguity.distanceKm[0]).toBeNaN();
    expect(edgesOf(weights({ place, borders }, { kind: "contiguity" }))).toEqual([
      "ab 1",
      "ba 0.75",
      "bc 0.25",
      "cb 1",
    ]);
    expect(edgesOf(weights({ place, borders }, { kind: "contiguity", style: "raw", symmetric: false }))).toEqual([
      "ab 30",
      "bc 10",
    ]);
    expect(weights({ ...line, borders }, { kind: "contiguity" }).distanceKm[0]).toBeCloseTo(degree, 9);
  });

  it("leaves out and names borders of other places", () => {
    const borders = { from: ["a", "b", "c"], to: ["b", "x", "c"] };
    const { dropped } = weights({ place: ["a", "b", "c"], borders }, { kind: "contiguity" });
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "b x: x is not among the places",
      "c c: a place is not its own neighbour",
    ]);
  });

  it("refuses what has no answer, with the place", () => {
    expect(() => weights({ place: ["a", "b"], lon: [0, 1], lat: [0, 0] }, { k: 2 })).toThrow(
      "weights: k is 2 but there are 2 places, expected k below the number of places",
    );
    expect(() => weights({ place: ["a"] })).toThrow("weights: kind knn needs lon and lat of the places");
    expect(() => weights({ place: ["a"] }, { kind: "contiguity" })).toThrow(
      "weights: kind contiguity needs the input borders, a list of adjacent pairs",
    );
    expect(() => weights({ place: ["a", "b"], lon: [39.9, 1], lat: [116.4, 1] }, { k: 1 })).toThrow(
      "weights: lat of a is 116.4, expected degrees between -90 and 90",
    );
    expect(() => weights({ place: ["a", "b"], lon: [1, 1], lat: [2, 2] }, { kind: "inverse-distance" })).toThrow(
      "weights: distance between a and b is 0, expected more than 0 for inverse-distance",
    );
    const borders = { from: ["a", "b"], to: ["b", "a"], value: [1, 2] };
    expect(() => weights({ place: ["a", "b"], borders }, { kind: "contiguity" })).toThrow(
      "weights: borders give one pair 1 one way and 2 the other, expected one value when symmetric is true",
    );
    expect(() =>
      weights({ place: ["a", "b"], borders: { ...borders, value: [1, 0] } }, { kind: "contiguity" }),
    ).toThrow("weights: value of b and a is 0, expected more than 0");
    expect(() => weights({ ...three, place: ["a", "b", "a"] })).toThrow("weights: a stands twice, expected once");
    const twice = { from: ["a", "a"], to: ["b", "b"] };
    expect(() => weights({ place: ["a", "b"], borders: twice }, { kind: "contiguity" })).toThrow(
      "weights: a b stands twice, expected once",
    );
  });
});
