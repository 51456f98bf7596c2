import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { differencesOf, pairDistance, standardised } from "./peer-distances.ts";
import { peers } from "./peers.ts";

const exact = 1e-14; // a few standardised differences

const gap = Number.NaN;
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);
const indicator = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const three = { place: ["a", "b", "c"], indicators: [indicator("x", [1, 2, 6]), indicator("y", [0, 3, 3])] };

describe("peers", () => {
  it("by hand: x has variance 14/3, y 2", () => {
    const { peers: found } = peers(three, { count: 1 });
    expect(found.map(({ place, peer }) => place + peer)).toEqual(["ab", "bc", "cb"]);
    near(found[0]?.distance, Math.sqrt((3 / 14 + 9 / 2) / 2));
    near(found[1]?.distance, Math.sqrt((16 * 3) / 14 / 2));
    near(found[0]?.differences[1]?.contribution, 4.5 / (3 / 14 + 4.5));
    near(found[1]?.differences[0]?.contribution, 1);
  });

  it("contributions add up to 1", () => {
    for (const { differences } of peers(three).peers) {
      near(
        differences.reduce((sum, { contribution }) => sum + contribution, 0),
        1,
      );
    }
  });

  it("does not change with the units, and weighs an indicator as if it stood there twice", () => {
    const scaled = { ...three, indicators: [indicator("x", [1000, 2000, 6000]), three.indicators[1] as never] };
    near(peers(scaled).peers[0]?.distance, peers(three).peers[0]?.distance as number);
    const doubled = { ...three, indicators: [...three.indicators, indicator("again", [1, 2, 6])] };
    near(peers(three, { weights: { x: 2 } }).peers[0]?.distance, peers(doubled).peers[0]?.distance as number);
  });

  it("keeps peers to the own group or to the others, and to the places asked for", () => {
    const input = { ...three, group: ["g", "h", "g"] };
    const names = (options: Parameters<typeof peers>[1]) =>
      peers(input, options).peers.map(({ place, peer }) => place + peer);
    expect(names({ among: "own-group" })).toEqual(["ac", "ca"]);
    expect(names({ among: "other-groups", of: ["a", "b"] })).toEqual(["ab", "bc", "ba"]);
    const alone = peers(input, { among: "own-group", of: ["b"] });
    expect(say(alone.warnings?.[0])).toBe("no other place to compare with, or too few indicators in common: b");
  });

  it("takes each year for itself, and orders the last", () => {
    const { peers: found, order } = peers(
      {
        place: ["a", "b", "c", "a", "b", "d"],
        year: [2010, 2010, 2010, 2020, 2020, 2020],
        indicators: [indicator("x", [1, 2, 6, 1, 5, 2])],
      },
      { count: 1, of: ["a"] },
    );
    expect(found.map(({ year, peer }) => [year, peer])).toEqual([
      [2010, "b"],
      [2020, "d"],
    ]);
    expect(order.map(({ place }) => place).sort()).toEqual(["a", "b", "d"]);
  });

  it("compares over what both have, if that is enough, and says so", () => {
    const input = { place: ["a", "b", "c"], indicators: [indicator("x", [1, 2, 6]), indicator("y", [0, gap, 3])] };
    const { peers: found, warnings } = peers(input, { of: ["b"] });
    expect(found.map(({ peer, indicators }) => [peer, indicators])).toEqual([
      ["a", 1],
      ["c", 1],
    ]);
    expect(warnings?.map(({ code }) => code)).toEqual(["partial-pairs"]);
    const strict = peers(input, { of: ["b"], minimumShare: 0.6 });
    expect(strict.peers).toEqual([]);
    expect(strict.warnings?.map(({ code }) => code)).toEqual(["no-peers"]);
  });

  it("says that a constant indicator tells nobody apart: nine 2s and their rounding too", () => {
    const { peers: found, warnings } = peers({
      place: ["a", "b", "c"],
      indicators: [indicator("x", [0.1 + 0.2, 0.3, 0.3]), indicator("y", [1, 2, 4])],
    });
    near(found[0]?.differences[0]?.difference, 0);
    expect(say(warnings?.[0])).toBe("the same everywhere in some year, so it tells nobody apart there: x");
  });

  it("keeps those that tie in the order of their labels, however many peers are wanted", () => {
    const place = [..."edcba"];
    const input = { place, indicators: [indicator("x", [3, 2, 2, 2, 1])] };
    for (let count = 1; count <= 4; count += 1) {
      const { peers: found } = peers(input, { count, of: ["a"] });
      expect(found.map(({ peer }) => peer)).toEqual([..."bcde"].slice(0, count));
    }
  });

  it("gives the distance of every pair both ways, in the order of labels and year by year", () => {
    const { distances } = peers({ ...three, place: ["c", "b", "a"], year: [2010, 2020, 2020] });
    expect(distances.place.map((place, at) => `${place}${distances.other[at]} ${distances.year?.[at]}`)).toEqual([
      "ab 2020",
      "ba 2020",
    ]);
    expect([...distances.distance]).toEqual([Math.SQRT2, Math.SQRT2]); // y is constant in 2020, x two deviations: sqrt(4 / 2)
    expect([...distances.likeness]).toEqual([1 / (1 + Math.SQRT2), 1 / (1 + Math.SQRT2)]);
  });

  it("refuses direct calls in which a place stands twice (a year)", () => {
    expect(() => peers({ ...three, place: ["a", "b", "a"] })).toThrow("peers: a stands twice, expected once");
    expect(() => peers({ ...three, place: ["a", "b", "a"], year: [1, 1, 1] })).toThrow("peers: a 1 stands twice");
  });

  it("refuses unknown names, and data without indicators", () => {
    expect(() => peers(three, { of: ["z"] })).toThrow("peers: of: z is not in the data, expected some of a, b, c");
    expect(() => peers(three, { weights: { z: 1 } })).toThrow(
      "peers: weights: z is not in the data, expected some of x, y",
    );
    expect(() => peers({ place: ["a"], indicators: [] })).toThrow(
      "peers: the data have no indicators, expected at least one",
    );
  });
});

describe("indicators without units", () => {
  it("are deviations over n, shares of the range or mid-ranks over n", () => {
    expect([...standardised([0, gap, 3, 3], "min-max")]).toEqual([0, gap, 1, 1]);
    expect([...standardised([0, gap, 3, 3], "rank")]).toEqual([1 / 3, gap, 2.5 / 3, 2.5 / 3]);
    const z = standardised([0, 3, 3], "z");
    near(z[0], -Math.SQRT2);
    near(z[1], Math.SQRT1_2);
  });

  it("of many rows need no more than a list of them", () => {
    const values = Array.from({ length: 200_000 }, (_, at) => at % 1000);
    expect(standardised(values, "min-max")[999]).toBe(1);
    expect(standardised(values, "rank")[0]).toBe(201 / 2 / 200_000); // the first 200 tie: mean of 1 and 200
  });

  it("of two rows that are the same have distance 0 and no contribution", () => {
    const columns = [Float64Array.of(1, 1)];
    expect(pairDistance(columns, 0, 1, [1], 0.5)).toEqual({ distance: 0, indicators: 1 });
    expect(differencesOf(columns, 0, 1, [1])).toEqual([{ at: 0, difference: 0, contribution: 0 }]);
  });
});
