import { describe, expect, it } from "vitest";
import { earthRadiusKm } from "../spatial/great-circle.ts";
import { type GravityFlows, gravity } from "./gravity.ts";

const exact = 1e-12; // a few operations

const degree = (Math.PI / 180) * earthRadiusKm;
const triangle = {
  place: ["a", "b", "c"],
  mass: [1, 2, 4],
  distances: { from: ["a", "a", "b"], to: ["b", "c", "c"], value: [1, 2, 4] },
};

const rowsOf = ({ from, to, value, distance, linked }: GravityFlows) =>
  from.map((name, at) => ({
    from: name,
    to: to[at] as string,
    value: value[at] as number,
    distance: distance[at] as number,
    linked: linked[at] === 1,
  }));

describe("gravity", () => {
  it("by hand: 1 x 2 / 1, 1 x 4 / 4 and 2 x 4 / 16", () => {
    const { flows, strength, total, meanFlow } = gravity(triangle, { symmetric: true });
    expect(rowsOf(flows).map(({ from, to, value }) => `${from}${to} ${value}`)).toEqual([
      "ab 2",
      "ac 1",
      "ba 2",
      "bc 0.5",
      "ca 1",
      "cb 0.5",
    ]);
    expect(strength.map(({ sum }) => sum)).toEqual([6, 5, 3]);
    expect(strength.map(({ share }) => share)).toEqual([6 / 14, 5 / 14, 3 / 14]);
    expect([total, meanFlow]).toEqual([7, 7 / 6]);
  });

  it("splits each pair by mass in the form share, so that both ways add up to the classic flow", () => {
    const { flows } = gravity(triangle, { form: "share", symmetric: true });
    const value = new Map(rowsOf(flows).map((flow) => [flow.from + flow.to, flow.value]));
    expect(value.get("ab")).toBeCloseTo(2 / 3, 14); // 1 / (1 + 2) of 2
    expect(value.get("ba")).toBeCloseTo(4 / 3, 14);
    expect((value.get("ac") as number) + (value.get("ca") as number)).toBeCloseTo(1, 14);
  });

  it("takes the geometric mean of two masses, and the share of the first alone", () => {
    const input = {
      place: ["a", "b"],
      mass: [1, 3],
      second: [4, 12],
      distances: { from: ["a"], to: ["b"], value: [2] },
    };
    expect(gravity(input).flows.value[0]).toBeCloseTo((2 * 6) / 4, 14); // sqrt(1 x 4) sqrt(3 x 12) / 2^2
    expect(gravity(input, { form: "share" }).flows.value[0]).toBeCloseTo(3 / 4, 14); // 1 / (1 + 3)
    expect(gravity(input).convention.mass).toBe("geometric-mean");
  });

  it("uses great-circle kilometres where no distance is given", () => {
    const { flows } = gravity(
      { place: ["a", "b"], mass: [2, 3], lon: [0, 1], lat: [0, 0] },
      { decay: 1, constant: 10 },
    );
    expect(flows.value).toHaveLength(2);
    for (const { value, distance } of rowsOf(flows)) {
      expect(distance).toBeCloseTo(degree, 9);
      expect(Math.abs(value * degree - 60)).toBeLessThan(60 * exact);
    }
  });

  it("scales with the constant and by 2^-b when distances double", () => {
    const far = { ...triangle, distances: { ...triangle.distances, value: [2, 4, 8] } };
    for (const decay of [0, 0.7, 1, 2, 3]) {
      const [near, wide] = [gravity(triangle, { decay }), gravity(far, { decay, constant: 5 })];
      near.flows.value.forEach((value, at) => {
        expect(Math.abs((wide.flows.value[at] as number) / value / (5 * 2 ** -decay) - 1)).toBeLessThan(exact);
      });
    }
  });

  it("links what is above the mean of all, or of what the place sends", () => {
    const linked = (topology: "none" | "mean" | "row-mean") =>
      rowsOf(gravity(triangle, { symmetric: true, topology }).flows).flatMap((flow) =>
        flow.linked ? [flow.from + flow.to] : [],
      );
    expect(linked("none")).toHaveLength(6);
    expect(linked("mean")).toEqual(["ab", "ba"]); // 2 > 7/6
    expect(linked("row-mean")).toEqual(["ab", "ba", "ca"]); // 2 > 1.5, 2 > 1.25, 1 > .75
    expect(gravity(triangle, { symmetric: true, topology: "mean" }).density).toBeCloseTo(2 / 6, 14);
    const alike = {
      place: ["a", "b", "c"],
      mass: [0.1, 0.1, 0.1],
      distances: { ...triangle.distances, value: [3, 3, 3] },
    };
    expect(gravity(alike, { topology: "mean" }).links).toBe(0); // equal flows are not above their mean
  });

  it("reads an absent pair as no flow, and leaves out and names others", () => {
    const distances = { from: ["a", "b", "x"], to: ["b", "b", "a"], value: [1, 0, 3] };
    const { flows, dropped, strength } = gravity({ ...triangle, distances });
    expect(flows.value).toHaveLength(1);
    expect(strength[2]?.sum).toBe(0);
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "b b: a place has no flow to itself",
      "x a: x is not among the places",
    ]);
  });

  it("names the pair with the largest flows both ways, more than one where they tie, none where nothing flows", () => {
    const tied = { ...triangle, mass: [1, 1, 1], distances: { ...triangle.distances, value: [1, 1, 4] } };
    expect(gravity(triangle, { symmetric: true }).strongest).toEqual([{ a: "a", b: "b", value: 4 }]); // 2 and 2
    expect(gravity(triangle).strongest).toEqual([{ a: "a", b: "b", value: 2 }]); // listed one way
    expect(gravity(tied, { symmetric: true }).strongest.map(({ a, b }) => a + b)).toEqual(["ab", "ac"]);
    expect(gravity({ ...triangle, mass: [0, 0, 0] }).strongest).toEqual([]);
    // b to a is listed, a to b is not: the pair is there once, and stands with its names in order
    const backward = { from: ["b", "c"], to: ["a", "b"], value: [1, 9] };
    expect(gravity({ ...triangle, distances: backward }).strongest).toEqual([{ a: "a", b: "b", value: 2 }]);
  });

  it("refuses direct calls in which a place or a pair stands twice, or lists are not of one length", () => {
    const twice = { from: ["a", "a"], to: ["b", "b"], value: [1, 2] };
    expect(() => gravity({ ...triangle, distances: twice })).toThrow("gravity: a b stands twice, expected once");
    expect(() => gravity({ ...triangle, place: ["a", "b", "a"] })).toThrow("gravity: a stands twice, expected once");
    expect(() => gravity({ ...triangle, mass: [1, 2] })).toThrow("gravity: mass has 2 rows but place has 3");
    expect(() => gravity({ ...triangle, distances: { ...twice, value: [1] } })).toThrow(
      "gravity: value has 1 rows but from has 2",
    );
  });

  it("refuses distance 0, masses out of range and nothing to measure by", () => {
    expect(() => gravity({ place: ["a", "b"], mass: [1, 1], lon: [3, 3], lat: [4, 4] })).toThrow(
      "gravity: distance from a to b is 0, expected more than 0",
    );
    expect(() => gravity({ ...triangle, mass: [1, -2, 4] })).toThrow("gravity: mass of b is -2, expected at least 0");
    expect(() => gravity({ ...triangle, mass: [0, 2, 4] }, { form: "share" })).toThrow(
      "gravity: mass of a is 0, expected more than 0",
    );
    expect(gravity({ ...triangle, mass: [0, 2, 4] }).flows.value[0]).toBe(0);
    expect(() => gravity({ place: ["a", "b"], mass: [1, 1] })).toThrow(
      "gravity: places have no lon and lat and there is no input distances, expected one of the two",
    );
    expect(() => gravity({ place: ["a"], mass: [1], lon: [0], lat: [0] })).toThrow(
      "gravity: no pair of 1 place has a distance, expected at least one",
    );
  });
});
