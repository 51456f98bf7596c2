import { expect, it } from "vitest";
import { canonicalJson } from "./canonical.ts";

it("sorts keys, writes gaps as null and typed numbers as lists", () => {
  const bare = Object.assign(Object.create(null), { z: 1 });
  const given = { b: Float64Array.of(0.1, Number.NaN), a: [undefined, "x"], c: undefined, d: bare };
  expect(canonicalJson(given)).toBe('{"a":[null,"x"],"b":[0.1,null],"d":{"z":1}}');
});

class Fraction {
  readonly over = 2;
}

it.each([new Map([["a", 1]]), new Set([1]), new Date(0), Int32Array.of(1), new Fraction()])(
  "refuses what it would write as something else: %o",
  (value) => {
    const name = value.constructor.name;
    expect(() => canonicalJson({ value })).toThrow(`canonical json: a ${name} has no canonical form`);
  },
);

it("refuses infinity and functions", () => {
  expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow("Infinity has no canonical form");
  expect(() => canonicalJson({ run: () => 1 })).toThrow("a function has no canonical form");
});
